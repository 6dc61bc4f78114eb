import Planning
import Simulation

/// What many runs of a scenario came to, and what has to be said with it.
public struct EnsembleSubject: Sendable {
    /// What people call the scenario.
    public var name: PlanText
    /// What is invented in it and what is stated.
    public var notes: PlanText
    /// Whether it plays an armed conflict, so that nobody takes it for a statement on any state.
    public var isConflict: Bool
    /// What the runs came to.
    public var result: EnsembleResult

    /// A subject.
    public init(name: PlanText, notes: PlanText, isConflict: Bool, result: EnsembleResult) {
        self.name = name
        self.notes = notes
        self.isConflict = isConflict
        self.result = result
    }
}
