import Drill
import Foundation
import Planning
import Reference
import Simulation
import Situation
import Store
import Worlds

extension OpenedExercise {
    /// Begins a new exercise: makes its journal, and the record only its director reads.
    ///
    /// - Parameters:
    ///   - opening: the exercise and its scenario as they are written; the journal's id is filled in.
    ///   - id: of the new journal.
    /// - Throws: ``ExerciseFault``.
    public static func create(
        _ files: ExerciseFiles, _ opening: DirectorRecordFile.Opening, id: String, station: StationID,
        reference: Reference, words: ExerciseStage.AgencyWords
    ) throws(ExerciseFault) -> OpenedExercise {
        var opening = opening
        opening.journal = id
        let stage = try opening.stage(reference, words)
        let header = JournalHeader(
            id: id, nature: .exercise, scenario: stage.world.scenario, seed: stage.seed,
            created: stage.beginning)
        let journal = try storing { () throws(StoreError) in
            try Journal.create(files.journal, header: header, station: station)
        }
        let record = try DirectorRecordFile.create(files.record, opening)
        return try storing { () throws(StoreError) in
            try OpenedExercise(files: files, journal: journal, record: record, stage: stage)
        }
    }

    /// Opens an exercise that was begun, with the right to read its director's record.
    ///
    /// - Throws: ``ExerciseFault``.
    public static func open(
        _ files: ExerciseFiles, station: StationID, reference: Reference, words: ExerciseStage.AgencyWords
    ) throws(ExerciseFault) -> OpenedExercise {
        let record = try DirectorRecordFile.open(files.record)
        let stage = try record.opening().stage(reference, words)
        return try storing { () throws(StoreError) in
            let journal = try Journal.open(files.journal, station: station, expecting: .exercise)
            return try OpenedExercise(files: files, journal: journal, record: record, stage: stage)
        }
    }
}

extension DirectorRecordFile.Opening {
    /// What is played, from the texts.
    ///
    /// - Throws: ``ExerciseFault/unplayable(_:)``.
    public func stage(
        _ reference: Reference, _ words: ExerciseStage.AgencyWords = ExerciseStage.AgencyWords()
    ) throws(ExerciseFault) -> ExerciseStage {
        let plan = ExerciseReader.read(text: exercise, file: exerciseFile)
        guard let plan = plan.exercise else {
            throw .unplayable("\(plan.faults.first.map { "\($0)" } ?? "?")")
        }
        let scenario = ScenarioReader.read(text: scenario, file: scenarioFile)
        guard let scenario = scenario.scenario else {
            throw .unplayable("\(scenario.faults.first.map { "\($0)" } ?? "?")")
        }
        do throws(WorldFault) {
            return try ExerciseStage(plan, scenario: scenario, reference: reference, words: words)
        } catch {
            throw .unplayable("\(error)")
        }
    }
}
