import Drill
import Foundation
import Situation
import Store
import Support
import Testing

@testable import Exercise

/// A whole exercise played by a test player, and what its journal then says.
struct PlayedExerciseTests {
    /// What a player orders, and how many minutes after STARTEX.
    private typealias Moves = [(minute: Int, act: Act)]

    /// Plays to ENDEX; the player accepts in the name of whoever it orders.
    private static func played(_ moves: Moves, _ scratch: Scratch, _ name: String) async throws -> (
        PlayedExercise, Journal
    ) {
        let set = try ExerciseStageSet.small()
        let opened = try set.open(scratch, name: name)
        let holder = try set.holder(opened)
        let opening = set.stage.opening
        try opened.record.append([set.order(.clock(.start))])
        try await holder.turn()
        try await holder.play(to: set.stage.closing) { table throws(ExerciseFault) in
            for (number, move) in moves.enumerated() {
                let at = opening + .minutes(move.minute)
                let order = OrderID(move.act, number: number + 1)
                guard table.now == at, table.picture.watch.orders[order] == nil else { continue }
                let author = Author(person: "A. B.", seat: "duty-officer")
                func draft(_ change: OrderEvent.Change) -> Draft {
                    Draft(
                        .act(OrderEvent(order, change)), about: .moment(at), author: author, source: "A. B.")
                }
                try storing { () throws(StoreError) in
                    try opened.journal.append(
                        [
                            draft(
                                .ordered(
                                    act: move.act, reason: "x", task: nil, asylum: TaskEvent.AsylumAnswer.none
                                )),
                            draft(.accepted),
                        ], at: at)
                }
            }
        }
        let entries = try opened.journal.entries().map(\.entry)
        return (PlayedExercise(set.stage, entries: entries), opened.journal)
    }

    @Test func `what a played exercise comes to is what its posts reported`() async throws {
        let scratch = try Scratch()
        let (played, journal) = try await Self.played(
            [(10, .staffLanes("syrym", .in, 8)), (20, .closePost("syrym", .out))], scratch, "counted")
        let outcome = try RunMeasuring(played.stage, until: played.end).measure(played.changes)
        var reported: [CheckpointID: [Direction: Int]] = [:]
        for stored in try journal.entries() {
            guard stored.entry.source == ExerciseTable.simulator,
                case .checkpointReport(let report) = stored.entry.fact,
                stored.entry.about.start >= played.stage.opening
            else { continue }
            reported[report.checkpoint, default: [:]][report.direction, default: 0] += report.persons.count
        }
        #expect(!reported.isEmpty)
        for post in outcome.posts {
            #expect(post.incoming.served == reported[post.id]?[.in] ?? 0, "\(post.id) in")
            #expect(post.outgoing.served == reported[post.id]?[.out] ?? 0, "\(post.id) out")
        }
        #expect(played.changes.play.map(\.act.kind) == [.staffLanes, .closePost])
        // One line of the published record says what the exercise is; all others were read.
        #expect(played.unread == 1)
    }

    @Test func `playing well, not at all and badly come out in this order, and nothing beats the best`()
        async throws
    {
        let scratch = try Scratch()
        let (well, _) = try await Self.played([(5, .staffLanes("syrym", .in, 12))], scratch, "well")
        let (none, _) = try await Self.played([], scratch, "none")
        let (badly, _) = try await Self.played([(5, .closePost("syrym", .in))], scratch, "badly")
        let stage = none.stage
        let players = [well, none, badly].map(\.changes)
        let search = BestPlaySearch(stage, changes: none.changes, players: players, budget: 40)
        let best = try await search.run(key: BestPlay.Key(exercise: "e", scenario: "s", stage))
        let values = try [well, none, badly].map { played in
            let references = try ScoreReferences(played, best: best)
            let objective = references.objective
            #expect(objective.value(of: references.best) <= objective.value(of: references.run))
            return objective.value(of: references.run)
        }
        #expect(values[0] < values[1])
        #expect(values[1] < values[2])
        // In the world of the run in which nobody did anything.
        #expect(best.valueOfNothing == values[1])
        let measuring = try RunMeasuring(stage, until: stage.closing)
        for player in players {
            let run = RunChanges(effects: player.effects, world: none.changes.world)
            let outcome = try measuring.measure(run, step: measuring.chartStep)
            #expect(best.value <= search.objective.value(of: outcome))
        }
    }
}
