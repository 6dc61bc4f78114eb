import Drill
import Language
import Situation
import Terminal
import Testing
import Watch

@testable import Console

/// Orders, injects and the director's keys by script: what is pressed, and what is asked for.
@Suite struct DrillKeyTests {
    private static func act(_ sitting: inout Sitting) -> WatchAct? {
        for case .act(let act, let id) in sitting.takeEffects() {
            sitting.tell(.actDone(id))
            return act
        }
        return nil
    }

    private static func directed(_ sitting: inout Sitting) -> DirectorOrder? {
        for case .direct(let order, _) in sitting.takeEffects() { return order }
        return nil
    }

    // MARK: Orders

    @Test("lanes are ordered at a post with few keys and a reason")
    func lanes() throws {
        var sitting = try DrillNight.sitting()
        sitting.model.navigation.show(.checkpoint("syrym"))
        sitting.press(.character("o"), .enter, .down)
        for _ in 0..<3 { sitting.press(.backspace) }
        sitting.type("6")
        sitting.press(.enter)
        #expect(Self.act(&sitting) == nil, "a reason is missing")
        sitting.type("кезек")
        sitting.press(.enter)
        #expect(
            Self.act(&sitting)
                == .order(.staffLanes("syrym", .in, 6), for: nil, asylum: nil, reason: "кезек"))
    }

    @Test("turning people away asks for the answer on asylum, and Enter at once says that it is not known")
    func asylum() throws {
        var sitting = try DrillNight.sitting()
        sitting.model.navigation.show(.checkpoint("syrym"))
        sitting.press(.character("o"), .down, .down, .enter, .down, .down)
        sitting.type("боран")
        sitting.press(.enter)
        #expect(
            Self.act(&sitting)
                == .order(.closePost("syrym", .in), for: nil, asylum: .unknown, reason: "боран"))
    }

    @Test("a diversion names the sister post, its share and the answer")
    func divert() throws {
        var sitting = try DrillNight.sitting()
        sitting.model.navigation.show(.checkpoint("syrym"))
        sitting.press(.character("o"), .down, .enter)
        guard case .form(let form)? = sitting.model.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.purpose == .orderDetails(.divert, place: "syrym", task: nil))
        let sister = form.text(.drill("to-post"))
        #expect(try Shipped.context().reference.checkpoint(CheckpointID(sister))?.section == "ru-west")
        sitting.press(.down, .down)
        while Self.choice(sitting, "asylum") != "none" { sitting.press(.right) }
        sitting.press(.down)
        sitting.type("бос жолақ")
        sitting.press(.enter)
        #expect(
            Self.act(&sitting)
                == .order(
                    .divert(from: "syrym", to: CheckpointID(sister), share: 0.5), for: nil,
                    asylum: TaskEvent.AsylumAnswer.none, reason: "бос жолақ"))
    }

    private static func choice(_ sitting: Sitting, _ name: String) -> String {
        if case .form(let form)? = sitting.model.overlay { form.text(.drill(name)) } else { "" }
    }

    @Test("a section asks for the post first, a region offers the beds of its shelters")
    func places() throws {
        var sitting = try DrillNight.sitting()
        sitting.model.navigation.show(.section("ru-west"))
        sitting.press(.character("o"), .enter)
        guard case .form(let form)? = sitting.model.overlay, case .order(.post, nil) = form.purpose else {
            Issue.record("no form for a post")
            return
        }
        let choices = sitting.model.orderChoices(for: .region("KZ-27"), task: nil)
        #expect(choices.contains(.act(.openReserve, place: "oral-1")))
        #expect(choices.contains(.act(.orderBuses, place: "KZ-27")))
    }

    @Test("what becomes of an order is said with a key each, and a closed one takes none")
    func orderKeys() throws {
        var sitting = try DrillNight.sitting()
        sitting.model.navigation.show(.order(DrillNight.diversion))
        sitting.press(.character("c"))
        #expect(Self.act(&sitting) == .onOrder(DrillNight.diversion, .accepted))
        sitting.press(.character("x"))
        sitting.type("қажет емес")
        sitting.press(.enter)
        #expect(Self.act(&sitting) == .onOrder(DrillNight.diversion, .cancel(reason: "қажет емес")))
        sitting.model.navigation.show(.order("KZ-27/order_buses/1"))
        sitting.press(.character("d"))
        #expect(sitting.model.notice?.phrase == Phrase("watch.refusal.not-now.order_closed"))
    }

    @Test("the keys of tasks and of orders do not meet")
    func twoLists() throws {
        var sitting = try DrillNight.sitting()
        sitting.press(.character("W"), .tab)
        #expect(sitting.model.isAtOrders)
        sitting.press(.character("d"))
        guard case .form(let form)? = sitting.model.overlay, case .onOrder(_, .done) = form.purpose else {
            Issue.record("no form for an order")
            return
        }
    }

    // MARK: Injects and the end

    @Test("a station is told its own injects and those for all, and a banner stands until they are opened")
    func injects() throws {
        var sitting = try DrillNight.sitting(language: .en)
        #expect(sitting.model.injects.map(\.message.number) == [3, 1])
        let told = try #require(
            sitting.model.log.entries.first {
                if case .exercise(.inject(let message)) = $0.fact { message.number == 2 } else { false }
            })
        #expect(!Look(sitting.model).logListing.ids.contains(.entry(told.id)), "it went to another station")
        #expect(sitting.text.contains("new inject No. 3"))
        sitting.press(.character("I"))
        #expect(!sitting.text.contains("new inject"))
        sitting.press(.escape)
        #expect(!sitting.text.contains("new inject"))
        let update = try DrillNight.update(sitting) { $0.inject(4, to: ["hq"]) }
        sitting.tell(.pictureArrived(update))
        #expect(sitting.text.contains("new inject No. 4"))
        #expect(sitting.takeEffects().contains(.ring))
        sitting.tell(.pictureArrived(try DrillNight.update(sitting) { $0.inject(5, to: ["oral"]) }))
        #expect(!sitting.takeEffects().contains(.ring), "it is another station's")
    }

    @Test(
        "nobody acts after ENDEX, and the reason is said", arguments: [ExerciseTurn.Turn.end, .realEmergency])
    func end(_ turn: ExerciseTurn.Turn) throws {
        var sitting = try DrillNight.sitting(language: .en)
        sitting.tell(.pictureArrived(try DrillNight.update(sitting) { $0.turn(turn) }))
        sitting.model.navigation.show(.checkpoint("syrym"))
        for key in ["o", "n", "t"] {
            sitting.press(.character(Character(key)))
            #expect(sitting.model.overlay == nil)
            #expect(sitting.model.input == nil)
            #expect(
                sitting.model.notice?.phrase
                    == Phrase(turn == .end ? "drill.why-not.over" : "drill.why-not.real"))
        }
        let real = sitting.frame.row(1).filter { $0.style.role == .critical }.count
        #expect(real == (turn == .end ? 0 : 80), "the real emergency takes the whole line")
    }

    @Test("a live alarm breaks through every overlay, rings, and enters no list")
    func liveAlarm() throws {
        var sitting = try DrillNight.sitting(language: .en)
        let alarms = Look(sitting.model).alarmRows.map(\.record.id)
        let log = sitting.model.log.entries.count
        sitting.press(.character("?"))
        let since = try #require(sitting.model.now)
        sitting.tell(.liveAlarm(LiveAlarm(priority: .critical, place: "aksai", since: since)))
        #expect(sitting.takeEffects() == [.ring])
        #expect(sitting.lines[1].contains("LIVE ALARM: critical"))
        #expect(Look(sitting.model).alarmRows.map(\.record.id) == alarms)
        #expect(sitting.model.log.entries.count == log)
        #expect(windowTitle(of: sitting.model).hasPrefix("LIVE ALARM"))
        sitting.resize(40, 10)
        #expect(sitting.text.contains("LIVE ALARM"))
        sitting.tell(.liveAlarm(nil))
        #expect(!sitting.text.contains("LIVE ALARM"))
    }

    @Test("what is copied from an exercise begins and ends with its word; the title too")
    func marks() throws {
        var sitting = try DrillNight.sitting(language: .ru)
        sitting.press(.character("2"), .character("y"))
        guard case .copyToClipboard(let text)? = sitting.takeEffects().last else {
            Issue.record("nothing copied")
            return
        }
        #expect(text.hasPrefix("УЧЕНИЕ\n") && text.hasSuffix("\nУЧЕНИЕ"))
        let title = windowTitle(of: sitting.model)
        #expect(title.hasPrefix("УЧЕНИЕ") && title.hasSuffix("УЧЕНИЕ"))
        sitting.press(.control("s"))
        guard case .saveScreen(let lines)? = sitting.takeEffects().last else {
            Issue.record("nothing saved")
            return
        }
        #expect(try #require(lines.first).contains("УЧЕНИЕ"))
        #expect(try #require(lines.last).contains("УЧЕНИЕ"))
    }

    @Test("a message drafted in an exercise begins and ends with its word, a live one has none of it")
    func drafts() throws {
        let played = Look(try DrillNight.sitting().model)
        let task = try #require(
            played.watch.tasks.keys.sorted().first { played.message(of: $0, in: "kk") != nil })
        for (code, word) in [("kk", "ОҚУ-ЖАТТЫҒУ"), ("ru", "УЧЕНИЕ"), ("en", "EXERCISE")] {
            let draft = try #require(played.message(of: task, in: code))
            for text in [draft.text, draft.text(adding: ["(телефон)"])] {
                #expect(text.hasPrefix("\(word)\n") && text.hasSuffix("\n\(word)"))
            }
            let live = try #require(Look(try Sitting().model).message(of: task, in: code))
            #expect(!live.text.contains(word))
        }
    }
}
