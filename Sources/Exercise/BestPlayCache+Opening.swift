import Drill

extension BestPlay.Key {
    /// Of the exercise that a record opens with, played to its end with what the plan itself does to the world.
    public init(_ opening: DirectorRecordFile.Opening, _ stage: ExerciseStage) {
        self.init(exercise: opening.exercise, scenario: opening.scenario, stage)
    }

    /// The same from the two files' texts.
    public init(exercise: String, scenario: String, _ stage: ExerciseStage) {
        self.init(
            plan: exercise, scenario: scenario, seed: stage.seed, until: stage.closing,
            changes: RunChanges(planned: stage.plan, from: stage.opening))
    }
}
