import Drill
import Language
import Situation
import Terminal
import Testing

@testable import Console

/// The director's keys by script.
@Suite struct DirectorKeyTests {
    private static func ordered(_ sitting: inout Sitting) -> DirectorOrder? {
        for case .direct(let order, let id) in sitting.takeEffects() {
            sitting.tell(.actDone(id))
            return order
        }
        return nil
    }

    private static func opened() throws -> Sitting {
        var sitting = try DrillNight.sitting(language: .en, directs: true)
        sitting.press(.character("X"))
        return sitting
    }

    private static func mark(_ number: Int, _ sitting: inout Sitting) {
        while sitting.selected != .director(.inject(number)) { sitting.press(.down) }
    }

    @Test("one key starts, pauses and resumes, by how far the exercise is")
    func oneKey() throws {
        for (phase, order) in [
            (DirectorBoard.Phase.beforeStart, DirectorOrder.ClockOrder.start), (.running, .pause),
            (.paused, .resume),
        ] {
            var sitting = try Self.opened()
            let now = try #require(sitting.model.now)
            sitting.tell(.directorBoardArrived(DrillNight.board(now: now, phase: phase)))
            sitting.press(.character("e"))
            #expect(Self.ordered(&sitting) == .clock(order))
        }
    }

    @Test("the clock is stepped, sped up and sent ahead by keys")
    func clock() throws {
        var sitting = try Self.opened()
        let now = try #require(sitting.model.drill.board?.now)
        sitting.press(.character("o"))
        #expect(Self.ordered(&sitting) == .clock(.step(minutes: 1)))
        sitting.press(.character("O"))
        #expect(Self.ordered(&sitting) == .clock(.step(minutes: 60)))
        sitting.press(.character("f"))
        #expect(Self.ordered(&sitting) == .clock(.jumpToNextInject))
        sitting.press(.character("+"))
        #expect(Self.ordered(&sitting) == .clock(.speed(120)))
        sitting.press(.character("-"))
        #expect(Self.ordered(&sitting) == .clock(.speed(30)))
        sitting.press(.character("F"))
        sitting.type("+1h30m")
        sitting.press(.enter)
        #expect(Self.ordered(&sitting) == .clock(.jump(to: now + .minutes(90))))
    }

    @Test("a jump past ENDEX or into the past is told to be no such time", arguments: ["+9h", "-10m"])
    func badTimes(_ text: String) throws {
        var sitting = try Self.opened()
        sitting.press(.character("F"))
        sitting.type(text)
        sitting.press(.enter)
        #expect(Self.ordered(&sitting) == nil)
        guard case .form(let form)? = sitting.model.overlay else {
            Issue.record("the form is gone")
            return
        }
        #expect(form.problem != nil)
    }

    @Test("ENDEX and a rewind are asked about once, and only yes orders them", arguments: ["y", "н"])
    func questions(_ yes: String) throws {
        var sitting = try Self.opened()
        let now = try #require(sitting.model.drill.board?.now)
        sitting.press(.character("Z"), .enter)
        #expect(Self.ordered(&sitting) == nil)
        sitting.press(.character("Z"))
        sitting.type(yes)
        #expect(Self.ordered(&sitting) == .clock(.end))
        sitting.press(.character("U"))
        sitting.type("-45m")
        sitting.press(.enter)
        #expect(Self.ordered(&sitting) == nil)
        #expect(sitting.text.contains("Both are kept"))
        sitting.type(yes)
        #expect(Self.ordered(&sitting) == .rewind(to: now - .minutes(45)))
    }

    @Test("the word for a real emergency goes with what happened")
    func real() throws {
        var sitting = try Self.opened()
        sitting.press(.character("R"))
        sitting.type("өрт")
        sitting.press(.enter)
        #expect(Self.ordered(&sitting) == .clock(.realEmergency(words: "өрт")))
    }

    @Test("injects are sent, skipped, put back, delayed and reworded")
    func injects() throws {
        var sitting = try Self.opened()
        Self.mark(4, &sitting)
        sitting.press(.character("x"))
        #expect(Self.ordered(&sitting) == .inject(.restore(number: 4)))
        Self.mark(6, &sitting)
        sitting.press(.character("s"))
        #expect(Self.ordered(&sitting) == .inject(.send(number: 6)))
        sitting.press(.character("x"))
        #expect(Self.ordered(&sitting) == .inject(.skip(number: 6)))
        sitting.press(.character("d"), .right, .enter)
        #expect(Self.ordered(&sitting) == .inject(.delay(number: 6, minutes: -10)))
        sitting.press(.character("r"))
        sitting.type("!")
        sitting.press(.enter)
        guard case .inject(.reword(6, let text))? = Self.ordered(&sitting) else {
            Issue.record("not reworded")
            return
        }
        #expect(text["en"] == "900 people at Ozinki!")
        #expect(text["kk"] == "Озинкиде 900 адам")
    }

    @Test("what was sent is not sent again, and the reason is said")
    func sent() throws {
        var sitting = try Self.opened()
        sitting.press(.character("s"))
        #expect(Self.ordered(&sitting) == nil)
        #expect(sitting.model.notice?.phrase == Phrase("drill.why-not.sent"))
    }

    @Test("an inject is invented with few words, now and for all")
    func invent() throws {
        var sitting = try Self.opened()
        let now = try #require(sitting.model.drill.board?.now)
        sitting.press(.character("i"))
        sitting.type("MIA")
        sitting.press(.down, .down, .down)
        sitting.type("A fire at the depot")
        sitting.press(.enter)
        #expect(
            Self.ordered(&sitting)
                == .inject(
                    .invent(
                        DirectorOrder.InventedInject(
                            number: 12, at: now, from: "MIA", text: ["en": "A fire at the depot"]))))
    }

    @Test("agencies are answered for by the row that is marked")
    func agencies() throws {
        var sitting = try Self.opened()
        sitting.press(.tab, .tab, .character("c"))
        #expect(Self.ordered(&sitting) == .agency(.acceptOrder(DrillNight.diversion)))
        sitting.press(.character("d"))
        #expect(Self.ordered(&sitting) == nil, "an order is done by the world, not by a word")
        sitting.press(.down, .character("b"))
        let task = TaskRef(run: "mass-influx/ru-west/1", step: "B1")
        #expect(Self.ordered(&sitting) == .agency(.begin(task)))
        sitting.press(.character("u"))
        sitting.type("no people")
        sitting.press(.enter)
        #expect(Self.ordered(&sitting) == .agency(.cannot(task, reason: "no people")))
    }

    @Test("the world is changed at a place named in any language")
    func world() throws {
        var sitting = try Self.opened()
        sitting.press(.character("z"), .right, .right, .down)
        sitting.type("Сырым")
        sitting.press(.enter, .right, .enter)
        #expect(
            Self.ordered(&sitting) == .world(.limitLanes("syrym", .in, share: 0.5, minutes: nil)))
    }

    @Test("the information system fails at all posts of a section")
    func breakSystem() throws {
        var sitting = try Self.opened()
        sitting.press(.character("z"), .right, .right, .right, .down)
        sitting.type("ru-west")
        sitting.press(.enter, .enter)
        guard case .world(.breakSystem(let posts, factor: 3, minutes: 120))? = Self.ordered(&sitting) else {
            Issue.record("the system works")
            return
        }
        #expect(posts.count == (try Shipped.places.get().posts.count { $0.section == "ru-west" }))
    }

    @Test("observations and ratings name their objective")
    func objectives() throws {
        var sitting = try Self.opened()
        sitting.press(.character("v"), .right, .down, .down)
        sitting.type("They saw it late")
        sitting.press(.enter)
        #expect(
            Self.ordered(&sitting)
                == .observe(DirectorOrder.Observation(objective: "beds", text: "They saw it late")))
        for _ in 0..<4 { sitting.press(.tab) }
        sitting.press(.down, .character("c"), .right, .right, .enter)
        #expect(
            Self.ordered(&sitting)
                == .rate(DirectorOrder.ObjectiveRating(objective: "beds", rating: .majorChallenges)))
    }

    @Test("what a director types is in no file, and comes back when the form is left")
    func nothingKept() throws {
        var sitting = try Self.opened()
        sitting.press(.character("v"), .down, .down)
        sitting.type("secret")
        sitting.press(.escape)
        for case .saveForm in sitting.takeEffects() { Issue.record("a director's form was saved") }
        sitting.press(.character("v"))
        #expect(sitting.text.contains("secret"))
    }

    @Test("a form is given up only when the director's record has it")
    func answered() throws {
        var sitting = try Self.opened()
        sitting.press(.character("R"), .enter)
        guard case .direct(_, let id)? = sitting.takeEffects().last else {
            Issue.record("nothing ordered")
            return
        }
        sitting.tell(.actFailed(id, Phrase("drill.why-not.over")))
        guard case .form(let form)? = sitting.model.overlay else {
            Issue.record("the form is gone")
            return
        }
        #expect(form.problem == Phrase("drill.why-not.over"))
        sitting.press(.enter)
        guard case .direct(_, let next)? = sitting.takeEffects().last else { return }
        sitting.tell(.actDone(next))
        #expect(sitting.model.overlay == nil)
    }

    // MARK: Who is offered what

    @Test("trainees are offered nothing of the director's, and their clock is not theirs")
    func trainees() throws {
        var sitting = try DrillNight.sitting()
        let now = try #require(sitting.model.now)
        sitting.tell(.directorBoardArrived(DrillNight.board(now: now)))
        #expect(sitting.model.drill.board == nil)
        for screen in [Tab.overview, .tasks, .injects, .log] {
            sitting.model.navigation.show(.tab(screen))
            for binding in Bindings.offered(in: sitting.model) {
                if case .direct = binding.action { Issue.record("offered: \(binding.action)") }
                #expect(binding.action != .show(.director))
                #expect(![.faster, .slower, .exercisePause].contains(binding.action))
            }
        }
        sitting.press(.character("X"))
        #expect(sitting.model.view.destination != .tab(.director))
    }

    @Test("no two commands share a key on any screen of an exercise", arguments: DrillScreen.all)
    func noClash(_ screen: DrillScreen) throws {
        var sitting = try DrillNight.sitting(directs: screen.isDirectors)
        try screen.open(&sitting)
        var owner: [Key: Action] = [:]
        for binding in Bindings.offered(in: sitting.model) {
            for key in binding.keys {
                #expect(owner[key] == nil, "\(key): \(binding.action)")
                owner[key] = binding.action
            }
        }
    }

    @Test("a live console has neither injects nor a director's screen")
    func live() throws {
        var sitting = try Sitting()
        sitting.press(.character("I"), .character("X"))
        #expect(sitting.model.view.destination == .tab(.overview))
        sitting.tell(
            .liveAlarm(LiveAlarm(priority: .critical, place: "syrym", since: try #require(sitting.model.now)))
        )
        #expect(sitting.model.drill.liveAlarm == nil, "a live console has its own alarms")
    }

    @Test("rows are parted fairly, and all are used while anybody wants more")
    func shares() {
        #expect(DirectorPage.shares(of: 10, wanted: [2, 20, 20]) == [2, 4, 4])
        #expect(DirectorPage.shares(of: 30, wanted: [3, 5, 4]) == [3, 5, 4])
        #expect(DirectorPage.shares(of: 0, wanted: [3, 5]) == [0, 0])
    }
}
