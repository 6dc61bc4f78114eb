import Simulation
import Situation
import Support
import Testing

@testable import Drill
@testable import Planning

struct ScoreTests {
    private static let lanes = Act.staffLanes("syrym", .in, 12)

    /// A drill in which an officer answers the first inject and not the second.
    private static func journal(_ stage: ExerciseStage) -> [(entry: Entry, picture: Picture)] {
        var journal = HandJournal()
        let start = stage.opening
        let alarm = AlarmID(rule: "queue", subject: "syrym")
        let finding = AlarmEvent.Finding(value: 1, priority: .high, cause: "queue")
        var said: [(entry: Entry, picture: Picture)] = []
        said.append(journal.turn(.start, at: start))
        said.append(journal.send(1, at: start + .minutes(1)))
        said.append(
            journal.say(
                .alarm(AlarmEvent(alarm, .raised(finding))), at: start + .minutes(2), by: .system("watch")))
        said.append(journal.say(.note(Note(text: "long queue", place: "syrym")), at: start + .minutes(4)))
        let ordered = journal.order(lanes, at: start + .minutes(9))
        said.append(ordered)
        said.append(
            journal.say(
                .act(OrderEvent(OrderID(lanes, number: 1), .accepted)), at: start + .minutes(12),
                by: Author(person: "NSC", seat: "played")))
        let effect = ExerciseEffect(
            cause: EntryID(station: "test", number: 6), order: OrderID(lanes, number: 1), acts: [lanes],
            at: start + .minutes(42))
        said.append(
            journal.say(.exercise(.effect(effect)), at: start + .minutes(12), by: .system("exercise")))
        said.append(journal.say(.alarm(AlarmEvent(alarm, .acknowledged)), at: start + .minutes(17)))
        said.append(journal.send(2, at: start + .minutes(30)))
        said.append(journal.turn(.end, at: start + .hours(2)))
        return said
    }

    private static func criterion(_ id: String, _ measure: ExerciseMeasure, good: Double, poor: Double)
        -> Criterion
    {
        Criterion(
            id: id, objective: "decide", text: ScoreSample.text(id), measure: measure, good: good, poor: poor)
    }

    private static func score() throws -> Score {
        let plan = try ScoreSample.plan(
            injects: [
                ScoreSample.inject(
                    1, "call",
                    expects: [
                        ScoreSample.expect(
                            .writeLog(nil, place: "syrym", mentions: ["queue"]), objective: "see"),
                        ScoreSample.expect(.order(.staffLanes, place: "syrym"), within: .minutes(5)),
                    ]),
                ScoreSample.inject(
                    2, "second",
                    expects: [ScoreSample.expect(.order(.orderBuses, place: "KZ-27"), within: .minutes(20))]),
            ],
            evaluation: [
                criterion("in-time", .actionsInTime(of: []), good: 0.8, poor: 0.3),
                criterion("of-first", .actionsInTime(of: ["call"]), good: 0.8, poor: 0.5),
                criterion("seen", .response(.detection, to: "call"), good: 5, poor: 15),
                criterion("decided", .response(.decision, to: "call"), good: 5, poor: 15),
                criterion("relieved", .response(.relief, to: "call"), good: 20, poor: 40),
                criterion("second", .response(.detection, to: "second"), good: 5, poor: 15),
                criterion("never-sent", .response(.detection, to: "third"), good: 5, poor: 15),
                criterion("alarms", .alarmsUnacknowledged(over: .minutes(10)), good: 0, poor: 3),
                criterion("settled", .contradictionsSettled, good: 1, poor: 0),
            ], length: .hours(2))
        let stage = try ScoreSample.stage(plan)
        let journal = journal(stage)
        var keeper = ScoreKeeper(stage)
        for (entry, picture) in journal { keeper.note(entry, picture) }
        let record = [
            DirectorEntry(
                at: stage.opening, by: "Eva",
                .rate(DirectorOrder.ObjectiveRating(objective: "see", rating: .unable))),
            DirectorEntry(
                at: stage.opening, by: "Eva",
                .rate(DirectorOrder.ObjectiveRating(objective: "see", rating: .performed))),
        ]
        let replay = PlayedExercise(stage, entries: journal.map(\.entry), record: record)
        return keeper.score(try ScoreReferences(replay, best: nil), record: record)
    }

    @Test func `a small drill scores as it does by hand`() throws {
        let score = try Self.score()
        // The line after three minutes is in time, the order after eight is late for five, the buses never came.
        #expect(score.actions.map(score.outcome) == [.inTime, .late, .notDone])
        #expect(score.unanswered.map(\.message.number) == [2])
        #expect(score.isOver)
        let first = try #require(score.responses.first)
        #expect(first.detection == score.from + .minutes(4))
        #expect(first.decision == score.from + .minutes(9))
        #expect(first.relief == score.from + .minutes(42))
        func found(_ id: String) throws -> Score.CriterionResult {
            try #require(score.criteria.first { $0.criterion.id == id })
        }
        #expect(try found("in-time").value == 1.0 / 3)
        #expect(try found("in-time").grade == .fair)
        #expect(try found("of-first").grade == .poor)
        // 4 − 1 = 3 minutes, 9 − 1 = 8, 42 − 1 = 41.
        #expect(try found("seen").value == 3)
        #expect(try found("seen").grade == .good)
        #expect(try found("decided").value == 8)
        #expect(try found("decided").grade == .fair)
        #expect(try found("relieved").grade == .poor)
        // The acknowledgement came before it: nothing followed the second inject.
        #expect(try found("second").value == nil)
        #expect(try found("second").grade == .poor)
        #expect(try found("never-sent").grade == .notMeasured)
        // It rang at 2 and was seen at 17: fifteen minutes.
        #expect(try found("alarms").value == 1)
        #expect(try found("settled").grade == .notMeasured)
    }

    @Test func `the last rating counts and goes into nothing else`() throws {
        let score = try Self.score()
        #expect(score.ratings["see"]?.rating == .performed)
        #expect(score.ratings["decide"] == nil)
    }

    @Test func `the best known is no worse than the run, and the run no other than its own effects make it`()
        throws
    {
        let references = try Self.score().references
        let objective = references.objective
        #expect(objective.value(of: references.best) <= objective.value(of: references.run))
        #expect(objective.value(of: references.best) <= objective.value(of: references.nothing))
        // Twelve lanes at Syrym from minute 42 on do something.
        #expect(references.run != references.nothing)
        #expect(references.run.series.count == references.nothing.series.count)
    }

    @Test
    func
        `an alarm that rings again before it was seen waits on, and what stands at STARTEX counts from there`()
    {
        var journal = HandJournal()
        var ledger = AttentionLedger()
        let alarm = AlarmID(rule: "queue", subject: "syrym")
        func finding(_ priority: AlarmPriority) -> AlarmEvent.Finding {
            AlarmEvent.Finding(value: 1, priority: priority, cause: "queue")
        }
        func note(_ said: (entry: Entry, picture: Picture)) { ledger.note(said.entry, said.picture) }
        note(
            journal.say(.alarm(AlarmEvent(alarm, .raised(finding(.high)))), at: .at(8), by: .system("watch")))
        note(journal.turn(.start, at: .at(9)))
        note(
            journal.say(
                .alarm(AlarmEvent(alarm, .raised(finding(.critical)))), at: .at(9, 5), by: .system("watch")))
        note(journal.say(.alarm(AlarmEvent(alarm, .acknowledged)), at: .at(9, 12)))
        note(
            journal.say(
                .alarm(AlarmEvent(alarm, .raised(finding(.high)))), at: .at(9, 30), by: .system("watch")))
        note(journal.turn(.end, at: .at(10)))
        #expect(ledger.waits.map { $0.length(until: .at(10)) } == [.minutes(12), .minutes(30)])
        #expect(ledger.waits.map(\.isAcknowledged) == [true, false])
        #expect(ledger.unacknowledged(over: .minutes(10), until: .at(10)) == [alarm])
        #expect(ledger.unacknowledged(over: .minutes(30), until: .at(10)).isEmpty)
    }

    @Test func `a contradiction is taken up when somebody asks, and settled when somebody decides`() {
        var journal = HandJournal()
        var ledger = AttentionLedger()
        func note(_ said: (entry: Entry, picture: Picture)) { ledger.note(said.entry, said.picture) }
        func figure(_ value: Double) -> ContradictionEvent.Figure {
            ContradictionEvent.Figure(value: value, entry: EntryID(station: "x", number: 1), source: "border")
        }
        let finding = ContradictionEvent.Finding(
            rule: "sum", subject: "syrym", first: figure(1), second: figure(2), gap: 1)
        note(journal.turn(.start, at: .at(9)))
        for id in ["a", "b"] as [ContradictionID] {
            note(
                journal.say(
                    .contradiction(ContradictionEvent(id, .raised(finding))), at: .at(9, 1),
                    by: .system("watch")))
        }
        note(
            journal.say(
                .contradiction(ContradictionEvent("a", .settled(.ask("NSC"), reason: "?"))), at: .at(9, 5)))
        note(
            journal.say(
                .contradiction(ContradictionEvent("a", .settled(.bothStand, reason: "x"))), at: .at(9, 9)))
        note(
            journal.say(
                .contradiction(ContradictionEvent("b", .lapsed)), at: .at(9, 10), by: .system("watch")))
        #expect(ledger.cases.map(\.noticed) == [.at(9, 5), nil])
        #expect(ledger.cases.map(\.settled) == [.at(9, 9), nil])
        #expect(ledger.cases.map(\.hasLapsed) == [false, true])
    }

    @Test(arguments: [
        // told, truth, wrong: more than ten and more than a fifth.
        (100, 100, false), (110, 100, false), (120, 100, false), (121, 100, true), (79, 100, true),
        (12, 2, false),
        (13, 2, true),
    ])
    func `a told figure is wrong when it is far off`(told: Int, truth: Int, isWrong: Bool) {
        let figure = ToldFigure(
            kind: .waiting, place: "syrym", value: told, period: nil, disease: nil, source: "phone")
        #expect(figure.isWrong(against: truth) == isWrong)
    }

    @Test(arguments: [
        (0.9, Score.Grade.good), (0.8, .good), (0.6, .fair), (0.4, .poor), (0.1, .poor),
    ])
    func `a criterion grades upwards where its good is the higher`(value: Double, grade: Score.Grade) {
        #expect(Self.criterion("x", .actionsInTime(of: []), good: 0.8, poor: 0.4).grade(of: value) == grade)
        #expect(Self.criterion("x", .personHoursWaited, good: 0.2, poor: 0.6).grade(of: 1 - value) == grade)
    }
}
