import Drill
import Planning
import Situation
import Support
import Testing

struct ActionLedgerTests {
    /// One inject, number 1, that expects these.
    private static func ledger(_ acts: ExpectedAct..., within: Span = .minutes(30)) throws -> ActionLedger {
        ActionLedger(
            try ScoreSample.plan(injects: [
                ScoreSample.inject(1, "call", expects: acts.map { ScoreSample.expect($0, within: within) })
            ]))
    }

    private static func play(_ ledger: inout ActionLedger, _ write: (inout HandJournal) -> [(Entry, Picture)])
    {
        var journal = HandJournal()
        for (entry, picture) in write(&journal) { ledger.note(entry, picture) }
    }

    private static let lanes = Act.staffLanes("syrym", .in, 6)

    @Test func `an order after its inject counts, with its time and who gave it`() throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: "syrym"))
        Self.play(&ledger) { [$0.send(1, at: .at(10)), $0.order(Self.lanes, at: .at(10, 12))] }
        let status = try #require(ledger.statuses.first)
        #expect(status.done == .at(10, 12))
        #expect(status.by == HandJournal.officer)
        #expect(status.took == .minutes(12))
        #expect(status.isInTime)
        #expect(!ledger.isMissed("call", at: .at(11)))
    }

    @Test func `what comes after the deadline is late and still written down`() throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: "syrym"))
        Self.play(&ledger) { [$0.send(1, at: .at(10)), $0.order(Self.lanes, at: .at(10, 31))] }
        #expect(ledger.statuses.first?.done == .at(10, 31))
        #expect(ledger.statuses.first?.isInTime == false)
        #expect(ledger.isMissed("call", at: .at(10, 31)))
    }

    @Test func `nothing is missed before its time is over, and nothing that was not sent`() throws {
        var ledger = try Self.ledger(.handOver)
        #expect(!ledger.isMissed("call", at: .at(23)))
        Self.play(&ledger) { [$0.send(1, at: .at(10))] }
        #expect(!ledger.isMissed("call", at: .at(10, 30)))
        #expect(ledger.isMissed("call", at: .at(10, 31)))
        #expect(!ledger.isMissed("other", at: .at(23)))
    }

    @Test(arguments: [
        Author.system("watch"), Author(person: "NSC", seat: "played"),
        Author(person: "Dir", seat: "director"),
    ])
    func `nobody but a trainee gives an order that counts`(author: Author) throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: nil))
        Self.play(&ledger) { [$0.send(1, at: .at(10)), $0.order(Self.lanes, at: .at(10, 5), by: author)] }
        #expect(ledger.statuses.first?.done == nil)
    }

    @Test func `the place of an order may be either end of a diversion`() throws {
        for place in ["syrym", "taskala"] {
            var ledger = try Self.ledger(.order(.divert, place: place))
            Self.play(&ledger) {
                [
                    $0.send(1, at: .at(10)),
                    $0.order(.divert(from: "syrym", to: "taskala", share: 0.3), at: .at(10, 5)),
                ]
            }
            #expect(ledger.statuses.first?.done == .at(10, 5))
        }
        var other = try Self.ledger(.order(.divert, place: "aksai"))
        Self.play(&other) {
            [
                $0.send(1, at: .at(10)),
                $0.order(.divert(from: "syrym", to: "taskala", share: 0.3), at: .at(10, 5)),
            ]
        }
        #expect(other.statuses.first?.done == nil)
    }

    @Test func `an order that stands when the inject comes is done at that moment`() throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: "syrym"))
        Self.play(&ledger) { [$0.order(Self.lanes, at: .at(9)), $0.send(1, at: .at(10))] }
        #expect(ledger.statuses.first?.done == .at(10))
        #expect(ledger.statuses.first?.by == HandJournal.officer)
    }

    @Test func `an order undone by a later one does not stand`() throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: "syrym"))
        Self.play(&ledger) {
            [
                $0.order(Self.lanes, at: .at(9)), $0.order(.followRoster("syrym", .in), at: .at(9, 30)),
                $0.send(1, at: .at(10)),
            ]
        }
        #expect(ledger.statuses.first?.done == nil)
    }

    @Test func `an order that is taken back does not count any more`() throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: "syrym"))
        Self.play(&ledger) { journal in
            [
                journal.send(1, at: .at(10)), journal.order(Self.lanes, at: .at(10, 5)),
                journal.say(
                    .act(OrderEvent(OrderID(Self.lanes, number: 1), .cancelled(reason: "wrong post"))),
                    at: .at(10, 6)),
            ]
        }
        #expect(ledger.statuses.first?.done == nil)
        #expect(ledger.isMissed("call", at: .at(11)))
    }

    @Test func `a line of the log counts by its words, its kind and its place, whatever the accents`() throws
    {
        let expected = ExpectedAct.writeLog(.call, place: "syrym", mentions: ["құйық", "тупик"])
        func done(_ note: Note) throws -> Bool {
            var ledger = try Self.ledger(expected)
            Self.play(&ledger) { [$0.send(1, at: .at(10)), $0.say(.note(note), at: .at(10, 1))] }
            return ledger.statuses.first?.done != nil
        }
        #expect(try done(Note(text: "Куйык деп хабарлады", place: "syrym", kind: .call)))
        #expect(try done(Note(text: "жол жабық", place: "syrym", kind: .call)) == false)
        #expect(try done(Note(text: "ҚҰЙЫҚ алдында тұр", place: "syrym", kind: .call)))
        #expect(try done(Note(text: "В Тупике стоят", place: "syrym", kind: .call)))
        #expect(try done(Note(text: "құйық", place: "taskala", kind: .call)) == false)
        #expect(try done(Note(text: "құйық", place: "syrym", kind: .other)) == false)
    }

    @Test func `levels, playbooks and phases count at or above what was asked`() throws {
        var ledger = try Self.ledger(
            .confirmLevel("ru-west", atLeast: .high), .startPlaybook("mass-influx"),
            .openPhase("mass-influx", "relief"))
        let run = PlaybookRunID("mass-influx", at: "ru-west", number: 1)
        Self.play(&ledger) { journal in
            [
                journal.send(1, at: .at(10)),
                journal.say(.level(LevelEvent("ru-west", .confirmed(.medium, reason: "x"))), at: .at(10, 1)),
                journal.say(
                    .level(LevelEvent("ru-west", .confirmed(.critical, reason: "x"))), at: .at(10, 2)),
                journal.say(
                    .playbook(
                        PlaybookEvent(
                            run, of: "mass-influx",
                            .started(
                                PlaybookEvent.Affected(sections: ["ru-west"]), phase: "start", reason: "x"))),
                    at: .at(10, 3)),
                journal.say(
                    .playbook(
                        PlaybookEvent(run, of: "mass-influx", .phaseOpened(phase: "relief", reason: "x"))),
                    at: .at(10, 4)),
            ]
        }
        #expect(ledger.statuses.map(\.done) == [.at(10, 2), .at(10, 3), .at(10, 4)])
    }

    @Test func `a task counts by its state, also by the word of an agency that is played`() throws {
        var ledger = try Self.ledger(
            .task("mass-influx", "B4", .accepted), .task("mass-influx", "B4", .cannot),
            .commitReserve(.buses, "KZ-27", atLeast: 10))
        let run = PlaybookRunID("mass-influx", at: "ru-west", number: 1)
        let task = TaskRef("\(run)/B4")
        let pool = ReservePool(kind: "buses", place: "KZ-27")
        Self.play(&ledger) { journal in
            [
                journal.send(1, at: .at(10)),
                journal.say(
                    .task(
                        TaskEvent(
                            task,
                            .opened(
                                TaskEvent.Opening(
                                    origin: .playbook(run, "mass-influx", phase: "start"), step: "B4",
                                    lead: "LEB",
                                    due: .at(12))))), at: .at(10, 1)),
                journal.say(
                    .reserve(ReserveEvent(pool, .committed(amount: 6, of: 20, task: task))), at: .at(10, 2)),
                journal.say(
                    .task(TaskEvent(task, .begun)), at: .at(10, 5), by: Author(person: "LEB", seat: "played")),
                journal.say(
                    .reserve(ReserveEvent(pool, .committed(amount: 4, of: 20, task: task))), at: .at(10, 7)),
            ]
        }
        // Under way comes after accepted; "cannot" was never said; six buses are fewer than ten, ten are not.
        #expect(ledger.statuses.map(\.done) == [.at(10, 5), nil, .at(10, 7)])
    }

    @Test func `nothing counts after ENDEX`() throws {
        var ledger = try Self.ledger(.order(.staffLanes, place: "syrym"))
        Self.play(&ledger) {
            [$0.send(1, at: .at(10)), $0.turn(.end, at: .at(10, 10)), $0.order(Self.lanes, at: .at(10, 11))]
        }
        #expect(ledger.statuses.first?.done == nil)
        #expect(ledger.end == .at(10, 10))
    }

    @Test func `an inject of nobody's list expects nothing`() throws {
        var ledger = try Self.ledger(.handOver)
        Self.play(&ledger) { [$0.send(99, at: .at(10))] }
        #expect(ledger.statuses.isEmpty)
    }
}
