import Drill
import Foundation
import Planning
import Situation
import Store
import Support
import Testing

@testable import Exercise

struct ExerciseHolderTests {
    /// Plays a whole exercise with a director who only starts it.
    private static func played(
        _ set: ExerciseStageSet, _ opened: OpenedExercise, to end: Instant? = nil,
        acting: @Sendable (ExerciseTable) throws(ExerciseFault) -> Void = { _ in }
    ) async throws -> ExerciseHolder {
        let holder = try set.holder(opened)
        try opened.record.append([set.order(.clock(.start))])
        try await holder.turn()
        try await holder.play(to: end ?? set.stage.closing, afterStep: acting)
        return holder
    }

    @Test
    func `an exercise starts, sends its injects by time, ends, and comes out the same when played again`()
        async throws
    {
        let scratch = try Scratch()
        let set = try ExerciseStageSet("night-at-syrym")
        let opened = try set.open(scratch)
        let holder = try await Self.played(set, opened)
        #expect(await holder.isOver)
        let picture = try opened.journal.picture().picture
        #expect(picture.exercise.turn?.turn == .end)
        // Injects with a time of their own, each at its minute.
        let timed = set.stage.plan.injects.filter { if case .at = $0.when { true } else { false } }
        #expect(!timed.isEmpty)
        for inject in timed {
            guard case .at(let offset) = inject.when, case .station = inject.to else { continue }
            let sent = try #require(picture.exercise.injects.first { $0.message.number == inject.number })
            #expect(sent.at == set.stage.opening + offset)
        }
        let record = try #require(try PublishedRecord(in: opened.journal))
        let replay = try ExerciseReplay(opened.journal, stage: set.stage, record: record.entries)
        #expect(replay.reproduction.isExact)
        #expect(replay.reproduction.found > 100)
        #expect(try replay.reproduction.head == opened.journal.head().hash)
        #expect(try opened.journal.verify().fault == nil)
    }
}
