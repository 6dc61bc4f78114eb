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
        run.schedule(record)
        var played: Instant?
        for arrival in try storing({ () throws(StoreError) in try journal.arrivals(after: 0) }) {
            if case .exercise(.effect(let effect)) = arrival.entry.fact { run.schedule(effect) }
            if arrival.entry.source == ExerciseTable.simulator { played = arrival.entry.known.instant }
        }
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

/// What a journal holds of the director's record, once the exercise is over.
public struct PublishedRecord: Sendable {
    public let opening: DirectorRecordFile.Opening
    public let entries: [DirectorEntry]

    /// `nil` when the journal holds none: the exercise is not over.
    ///
    /// - Throws: ``ExerciseFault/store(_:)``.
    public init?(in journal: Journal) throws(ExerciseFault) {
        var lines: [String] = []
        for arrival in try storing({ () throws(StoreError) in try journal.arrivals(after: 0) }) {
            if case .exercise(.record(let line)) = arrival.entry.fact { lines.append(line) }
        }
        let decoder = JSONDecoder()
        guard let first = lines.first,
            let opening = try? decoder.decode(DirectorRecordFile.Opening.self, from: Data(first.utf8))
        else { return nil }
        self.opening = opening
        entries = lines.dropFirst().compactMap { line in
            try? decoder.decode(DirectorEntry.self, from: Data(line.utf8))
        }
    }
}
