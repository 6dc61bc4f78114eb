import Drill
import Foundation
import Planning
import Reference
import Situation
import Store
import Support
import Watch

@testable import Exercise

/// The shipped exercises, ready to be played in a scratch folder.
struct ExerciseStageSet {
    let reference: Reference
    let stage: ExerciseStage
    let plans: ExercisePlans
    private let opening: DirectorRecordFile.Opening

    init(_ exercise: String, seed: UInt64? = nil) throws {
        let folder = SourceTree.folder("Scenarios")
        reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        let file = folder.appendingPathComponent("exercises/\(exercise).yaml")
        let plan = try ExerciseReader.load(file)
        let scenarioFile = folder.appendingPathComponent("\(plan.scenario).yaml")
        let scenario = try ScenarioReader.load(scenarioFile)
        stage = try ExerciseStage(plan, scenario: scenario, reference: reference)
        let playbooks = PlaybookFolder.load(folder.appendingPathComponent("playbooks")).playbooks
        plans = ExercisePlans(
            watch: WatchPlans(playbooks: playbooks, alarmRules: [], levels: nil), places: reference.places,
            targets: [])
        opening = DirectorRecordFile.Opening(
            journal: "test", exercise: try String(contentsOf: file, encoding: .utf8),
            exerciseFile: file.lastPathComponent,
            scenario: try String(contentsOf: scenarioFile, encoding: .utf8),
            scenarioFile: scenarioFile.lastPathComponent)
    }

    /// A new exercise in `scratch`.
    func open(_ scratch: Scratch, name: String = "drill") throws -> OpenedExercise {
        let files = ExerciseFiles(journal: scratch.file("\(name).ahual"))
        let journal = try Journal.create(
            files.journal,
            header: JournalHeader(
                id: name, nature: .exercise, scenario: stage.world.scenario, seed: stage.seed,
                created: stage.beginning),
            station: "st-test")
        let record = try DirectorRecordFile.create(files.record, opening)
        return try OpenedExercise(files: files, journal: journal, record: record, stage: stage)
    }

    /// The same files, as another process finds them.
    func reopen(_ opened: OpenedExercise) throws -> OpenedExercise {
        try OpenedExercise(
            files: opened.files,
            journal: Journal.open(opened.files.journal, station: "st-test", expecting: .exercise),
            record: DirectorRecordFile.open(opened.files.record), stage: stage)
    }

    func holder(_ opened: OpenedExercise) throws -> ExerciseHolder {
        try ExerciseHolder(
            opened, plans: plans, elapsed: { .zero }, wall: { Instant(year: 2026, month: 11, day: 24) })
    }

    func order(_ order: DirectorOrder, at: Instant? = nil) -> DirectorEntry {
        DirectorEntry(at: at ?? stage.opening, by: "director", order)
    }
}
