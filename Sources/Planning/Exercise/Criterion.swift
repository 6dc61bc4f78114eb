import Situation

/// Something the score holds the run against.
public struct Criterion: Hashable, Sendable, Identifiable {
    /// Names the criterion within its exercise.
    public let id: String
    /// What it speaks for.
    public let objective: ExerciseObjective.ID
    /// What people call it.
    public let text: PlanText
    public let measure: ExerciseMeasure
    /// From here on it is as good as wanted, in the measure's unit.
    public let good: Double
    /// From here on it is poor.
    public let poor: Double
}

/// What a run comes to, by its journal and the played truth.
public enum ExerciseMeasure: Hashable, Sendable {
    /// The part of the expected actions of these injects done in their time, 0 to 1; of all injects when none is named.
    case actionsInTime(of: [Inject.ID])
    /// Hours that people waited at posts, added up.
    case personHoursWaited
    /// Hours that people were without a bed, added up.
    case personHoursWithoutBed
    /// Hours in which a shelter was below a standard, added up over shelters and standards.
    case standardsBreachedHours
    /// Minutes from an inject to that stage of the answer.
    case response(Stage, to: Inject.ID)
    /// How many alarms stood unacknowledged for longer than this.
    case alarmsUnacknowledged(over: Span)
    /// The part of the contradictions that were settled, 0 to 1.
    case contradictionsSettled
    /// How much of a reserve was committed at the most.
    case reserveCommitted(ReserveCommitment.Kind)

    /// The stages of an answer.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Until anything of it is in the journal in a trainee's name.
        case detection
        /// Until the first order, level or playbook of it.
        case decision
        /// Until the orders show in the world.
        case relief
    }

    /// Whether more of it is better.
    public var isBetterHigher: Bool {
        switch self {
        case .actionsInTime, .contradictionsSettled: true
        default: false
        }
    }

    /// Whether it is a part of a whole, 0 to 1.
    public var isShare: Bool { isBetterHigher }
}
