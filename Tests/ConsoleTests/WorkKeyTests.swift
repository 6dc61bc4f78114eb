import Language
import Planning
import Situation
import Terminal
import Testing
import Watch

@testable import Console

/// Acts of the work by keys: what is pressed, and which act goes out.
@Suite struct WorkKeyTests {
    private static func act(_ sitting: inout Sitting) -> WatchAct? {
        for case .act(let act, _) in sitting.takeEffects() { return act }
        return nil
    }

    private static func at(_ destination: Destination, handover: Bool = false) throws -> Sitting {
        var sitting = try WorkNight.sitting(handover: handover)
        sitting.model.navigation.show(destination)
        return sitting
    }

    @Test("a task is accepted, begun and reported done by keys, in three layouts", arguments: ["c", "с"])
    func accept(_ key: String) throws {
        var sitting = try Self.at(.task(WorkNight.late))
        sitting.type(key)
        #expect(Self.act(&sitting) == .task(WorkNight.late, .accept))
        sitting.press(.character("d"))
        sitting.type("бәрі растады")
        sitting.press(.enter)
        #expect(Self.act(&sitting) == .task(WorkNight.late, .done(words: "бәрі растады")))
    }

    @Test("the board puts the latest first and says how late it is")
    func board() throws {
        var sitting = try WorkNight.sitting()
        sitting.press(.character("W"))
        #expect(sitting.selected == .destination(.task(WorkNight.late)))
        #expect(sitting.text.contains("1 сағ 30"))
        #expect(!sitting.items.contains(.destination(.task(WorkNight.done))))
        sitting.press(.character("V"))
        #expect(sitting.items.contains(.destination(.task(WorkNight.done))))
    }

    @Test("what a task cannot be asked for now is not in the footer, and says why")
    func reasons() throws {
        var sitting = try Self.at(.task(WorkNight.done))
        sitting.press(.character("d"))
        #expect(sitting.model.overlay == nil)
        #expect(sitting.model.notice?.phrase.key == "watch.work.why-not.closed")
        sitting.press(.character("R"))
        sitting.type("су қайта бітті")
        sitting.press(.enter)
        #expect(Self.act(&sitting) == .task(WorkNight.done, .reopen(reason: "су қайта бітті")))
    }

    @Test("the question about asylum shows its rule, and Enter at once says that it is not known")
    func asylum() throws {
        var sitting = try Self.at(.task(WorkNight.asking))
        sitting.press(.character("v"))
        #expect(sitting.text.contains("пана"))
        sitting.press(.enter)
        #expect(Self.act(&sitting) == .task(WorkNight.asking, .answerAsylum(.unknown)))
    }

    @Test("the reserve is committed with the amount proposed")
    func commit() throws {
        var sitting = try Self.at(.task(WorkNight.lanes))
        let offered = try #require(
            Look(sitting.model).offer(for: WorkNight.lanes)?.shares.first { $0.amount > 0 })
        sitting.press(.character("f"), .enter, .enter)
        #expect(
            Self.act(&sitting) == .reserve(offered.pool, .commit(amount: offered.amount, to: WorkNight.lanes))
        )
    }

    @Test("a message is read with its figures before it is marked as sent")
    func message() throws {
        var sitting = try Self.at(.task(WorkNight.telling))
        sitting.press(.character("M"))
        #expect(sitting.text.contains("[1]"))
        sitting.press(.enter)
        guard case .task(WorkNight.telling, .sendMessage("alert", _, let text))? = Self.act(&sitting) else {
            Issue.record("no message was sent")
            return
        }
        #expect(!text.contains("{"))
    }

    @Test("a proposed phase is opened with a reason, or declined for a time")
    func phase() throws {
        var sitting = try Self.at(.playbook("mass-influx"))
        sitting.press(.character("f"), .enter)
        sitting.type("төсек бітіп барады")
        sitting.press(.enter)
        #expect(
            Self.act(&sitting)
                == .playbook(WorkNight.run, .openPhase("receive", reason: "төсек бітіп барады")))
        sitting = try Self.at(.playbook("mass-influx"))
        sitting.press(.character("d"))
        sitting.type("әзірге ерте")
        sitting.press(.enter)
        let until = try #require(sitting.model.now) + .hours(1)
        #expect(
            Self.act(&sitting)
                == .playbook(WorkNight.run, .declinePhase("receive", reason: "әзірге ерте", until: until)))
    }

    @Test("a playbook nobody proposed is started for a place named in any language")
    func start() throws {
        var sitting = try Self.at(.playbook("disaster"))
        sitting.press(.character("b"))
        sitting.type("Сырым")
        sitting.press(.enter)
        sitting.type("су тасқыны")
        sitting.press(.enter)
        guard case .start("disaster", let affected, "су тасқыны")? = Self.act(&sitting) else {
            Issue.record("nothing was started")
            return
        }
        #expect(affected.checkpoints == ["syrym"])
        #expect(affected.regions == ["KZ-27"])
    }

    @Test("a contradiction is settled with a reason", arguments: ["f", "d", "b"])
    func settle(_ key: String) throws {
        var sitting = try Self.at(.contradiction(WorkNight.contradiction))
        let finding = try #require(sitting.model.watch.contradictions[WorkNight.contradiction]?.finding)
        sitting.type(key)
        sitting.type("тексерілді")
        sitting.press(.enter)
        let wanted: ContradictionEvent.Settlement =
            key == "f"
            ? .prefer(finding.first.entry) : key == "d" ? .prefer(finding.second.entry) : .bothStand
        #expect(Self.act(&sitting) == .contradiction(WorkNight.contradiction, wanted, reason: "тексерілді"))
    }

    @Test("a handover lists everything open and goes to the one named")
    func handover() throws {
        var sitting = try Self.at(.tab(.shift))
        sitting.press(.character("b"))
        sitting.type("А. Қасымова")
        sitting.press(.enter)
        guard case .shift(WorkNight.seat, .beginHandover(let handover))? = Self.act(&sitting) else {
            Issue.record("no handover begun")
            return
        }
        #expect(handover.to == WorkNight.incoming)
        #expect(handover.items.contains(HandoverItem(.task, WorkNight.late.rawValue)))
        #expect(handover.items.contains(HandoverItem(.contradiction, WorkNight.contradiction.rawValue)))
    }

    @Test("the incoming officer accepts item by item with one key, and asks about one")
    func items() throws {
        var sitting = try Self.at(.tab(.shift), handover: true)
        sitting.press(.character("c"))
        #expect(Self.act(&sitting) == nil)
        sitting.tell(
            .signedOn(SignedOn(person: WorkNight.incoming, role: .dutyOfficer, credential: .pin)))
        sitting.press(.down, .character("c"), .character("c"))
        let acts = sitting.takeEffects().compactMap { if case .act(let act, _) = $0 { act } else { nil } }
        let items = [
            HandoverItem(.task, WorkNight.late.rawValue), HandoverItem(.task, WorkNight.telling.rawValue),
        ]
        #expect(acts == items.map { .shift(WorkNight.seat, .acceptItem($0.id)) })
        sitting.press(.character("u"))
        sitting.type("Қай сан дұрыс?")
        sitting.press(.enter)
        let asked = HandoverItem(.contradiction, WorkNight.contradiction.rawValue).id
        #expect(Self.act(&sitting) == .shift(WorkNight.seat, .returnItem(asked, question: "Қай сан дұрыс?")))
    }

    @Test("a refusal for want of a sign-on opens it, and the form comes back afterwards")
    func signOn() throws {
        var sitting = try Self.at(.task(WorkNight.late))
        sitting.press(.character("d"))
        sitting.type("бәрі растады")
        sitting.press(.enter)
        guard case .act(_, let id)? = sitting.takeEffects().last else {
            Issue.record("nothing was sent")
            return
        }
        sitting.tell(.actRefused(id, .nobodySignedOn))
        guard case .form(let form)? = sitting.model.overlay, form.purpose == .signOn else {
            Issue.record("no sign-on form")
            return
        }
        sitting.press(.enter)
        guard case .signOn(_, let second)? = sitting.takeEffects().last else {
            Issue.record("nobody signs on")
            return
        }
        sitting.tell(.signedOn(SignedOn(person: "Б. Сағынов", role: .dutyOfficer, credential: .pin)))
        sitting.tell(.actDone(second))
        #expect(sitting.model.notice?.phrase.key == "watch.work.sign-on.repeat")
        sitting.press(.enter)
        #expect(Self.act(&sitting) == .task(WorkNight.late, .done(words: "бәрі растады")))
    }

    @Test("a report by telephone is filled in with what was last said of the place looked at")
    func telephone() throws {
        var sitting = try Self.at(.checkpoint("syrym"))
        sitting.press(.character("t"), .enter)
        guard case .form(let form)? = sitting.model.overlay, case .report(.post, "syrym") = form.purpose
        else {
            Issue.record("no report form")
            return
        }
        #expect(!form.text(.work("queue")).isEmpty)
        sitting.type("Сырым, ауысым бастығы")
        sitting.press(.enter)
        guard case .telephone(.checkpointReport(let report), _, let from)? = Self.act(&sitting) else {
            Issue.record("nothing was reported")
            return
        }
        #expect(report.checkpoint == "syrym")
        #expect(from == "Сырым, ауысым бастығы")
    }

    @Test("a half typed form outlives the program, its secrets do not")
    func kept() throws {
        var sitting = try Self.at(.task(WorkNight.late))
        sitting.press(.character("d"))
        sitting.type("бәрі")
        guard case .saveForm(let saved?)? = sitting.takeEffects().last else {
            Issue.record("nothing was kept")
            return
        }
        var context = try Shipped.context()
        context.restoredForm = saved
        var next = Sitting(context: context)
        let situation = try SampleSituation.badNight.get()
        next.tell(.ticked(situation.now))
        next.tell(.pictureArrived(situation.update))
        guard case .form(let form)? = next.model.overlay else {
            Issue.record("the form did not come back")
            return
        }
        #expect(form.text(.work("words")) == "бәрі")
        #expect(SavedForm(sitting.model.form(for: .signOn)) == nil)
    }

    @Test("a note gets its kind and place in a second step, as a correction that keeps the original")
    func secondStep() throws {
        var sitting = try WorkNight.sitting()
        let note = try #require(
            sitting.model.log.entries.last {
                if case .note = $0.fact { $0.id.station == "work" } else { false }
            })
        sitting.model.navigation.show(.entry(note.id))
        sitting.press(.character("b"), .right, .enter)
        guard case .log(.amend(let amendment))? = Self.act(&sitting),
            case .supersede(.note(let completed)) = amendment.change
        else {
            Issue.record("nothing was completed")
            return
        }
        #expect(amendment.target == note.id)
        #expect(completed.kind == .call)
        #expect(completed.place == "syrym")
    }

    @Test("a promotion is confirmed by a key, a second person's")
    func promotion() throws {
        var sitting = try WorkNight.sitting()
        let note = try #require(sitting.model.watch.significance.keys.first)
        sitting.model.navigation.show(.entry(note))
        sitting.press(.character("c"))
        #expect(Self.act(&sitting) == .log(.confirmPromotion(note)))
    }

    @Test("no two commands share a key on any screen of the work", arguments: WorkScreen.all)
    func noClash(_ screen: WorkScreen) throws {
        var sitting = try WorkNight.sitting(handover: screen.isHandover)
        try screen.open(&sitting)
        var owner: [Key: Action] = [:]
        for binding in Bindings.offered(in: sitting.model) {
            for key in binding.keys {
                #expect(owner[key] == nil, "\(key) on \(screen): \(binding.action)")
                owner[key] = binding.action
            }
        }
    }
}
