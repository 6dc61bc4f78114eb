import Drill
import Foundation
import Simulation
import Situation
import Store

/// An exercise played again from what its journal says, to see whether it comes out the same.
public struct JournalReplay: Sendable {
    /// Whether every hash came out the same, and where not.
    public let reproduction: Journal.Reproduction
    /// What was ordered and could not be done in the world.
    public let failures: [StagedRun.Failure]

    /// Plays the world anew with the effects that stand in the journal and what the director did to it, and puts its
    /// reports in the place of those in the journal.
    ///
    /// - Parameter record: the director's record, from the journal itself when the exercise is over.
    /// - Throws: ``ExerciseFault``.
    public init(_ journal: Journal, stage: ExerciseStage, record: [DirectorEntry]) throws(ExerciseFault) {
        var run = stage.run()
        run.schedule(PlayedExercise(stage, entries: try journal.exerciseEntries(), record: record).changes)
        var reports = EntryFilter()
        reports.source = ExerciseTable.simulator
        reports.last = 1
        let played = try storing { () throws(StoreError) in try journal.entries(reports) }
            .last?.entry.known.instant
        let drafts =
            try played.map { moment throws(ExerciseFault) in
                try playing { () throws(ConservationBreach) in try run.advance(to: moment) }
            } ?? []
        reproduction = try storing { () throws(StoreError) in
            try journal.reproduce(drafts, from: ExerciseTable.simulator)
        }
        failures = run.failures
    }
}

/// The director's record, as a journal holds it once the exercise is over.
public struct PublishedRecord: Sendable {
    public let opening: DirectorRecordFile.Opening
    public let entries: [DirectorEntry]

    /// `nil` when the journal holds none: the exercise is not over.
    ///
    /// - Throws: ``ExerciseFault/store(_:)``.
    public init?(in journal: Journal) throws(ExerciseFault) {
        let lines = try journal.exerciseEntries().compactMap { entry in
            if case .exercise(.record(let line)) = entry.fact { line } else { nil }
        }
        guard let first = lines.first,
            let opening = try? JSONDecoder().decode(
                DirectorRecordFile.Opening.self, from: Data(first.utf8))
        else { return nil }
        self.opening = opening
        entries = lines.dropFirst().compactMap(DirectorEntry.init(line:))
    }

    /// What the journal holds, else what stands in the director's own file, which only a director may read.
    ///
    /// - Throws: ``ExerciseFault``.
    public init(in journal: Journal, orBeside files: ExerciseFiles) throws(ExerciseFault) {
        if let published = try PublishedRecord(in: journal) {
            self = published
        } else {
            let file = try DirectorRecordFile.open(files.record)
            opening = try file.opening()
            entries = try file.entries(from: 0).entries
        }
    }
}

extension Journal {
    /// What only an exercise's journal says.
    ///
    /// - Throws: ``ExerciseFault/store(_:)``.
    func exerciseEntries() throws(ExerciseFault) -> [Entry] {
        var filter = EntryFilter()
        filter.kinds = [FactKind.exercise.rawValue]
        return try storing { () throws(StoreError) in try entries(filter) }.map(\.entry)
    }
}
