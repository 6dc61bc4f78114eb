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

    /// A shipped exercise on its shipped scenario.
    init(_ exercise: String) throws {
        let folder = SourceTree.folder("Scenarios")
        let file = folder.appendingPathComponent("exercises/\(exercise).yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let plan = try ExerciseReader.load(file)
        let scenario = folder.appendingPathComponent("\(plan.scenario).yaml")
        try self.init(
            DirectorRecordFile.Opening(
                journal: "", exercise: text, exerciseFile: file.lastPathComponent,
                scenario: String(contentsOf: scenario, encoding: .utf8),
                scenarioFile: scenario.lastPathComponent))
    }

    /// An hour at three posts, which plays in a moment.
    static func small(_ changes: [(String, String)] = []) throws -> ExerciseStageSet {
        try ExerciseStageSet(
            DirectorRecordFile.Opening(
                journal: "",
                exercise: changes.reduce(SmallExercise.exercise) {
                    $0.replacingOccurrences(of: $1.0, with: $1.1)
                },
                exerciseFile: "small.yaml",
                scenario: changes.reduce(SmallExercise.scenario) {
                    $0.replacingOccurrences(of: $1.0, with: $1.1)
                },
                scenarioFile: "three-posts.yaml"
            ))
    }

    private init(_ opening: DirectorRecordFile.Opening) throws {
        self.opening = opening
        reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        stage = try opening.stage(reference)
        let playbooks = PlaybookFolder.load(SourceTree.folder("Scenarios/playbooks")).playbooks
        let playing = Set(stage.world.posts.map(\.id))
        let all = reference.places
        let places = Places(
            posts: all.posts.filter { playing.contains($0.id) }, sites: all.sites, sections: all.sections,
            regions: all.regions)
        plans = ExercisePlans(watch: WatchPlans(playbooks: playbooks), places: places, targets: [])
    }

    /// A new exercise in `scratch`.
    func open(_ scratch: Scratch, name: String = "drill") throws -> OpenedExercise {
        try OpenedExercise.create(
            ExerciseFiles(journal: scratch.file("\(name).ahual")), opening, id: name, station: "st-test",
            reference: reference, words: ExerciseStage.AgencyWords())
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
