import Planning
import Situation

/// What an exercise comes to, by its journal and the played truth. Evaluators' ratings stand beside it and never go into
/// it.
public struct Score: Sendable {
    public let plan: ExercisePlan
    /// STARTEX and ENDEX, or the last word of a journal without one.
    public let from: Instant
    public let to: Instant
    /// Whether the journal has an ENDEX.
    public let isOver: Bool
    /// The injects that reached their stations, in that order.
    public let injects: [SentInject]
    /// Every action that injects which were sent expect.
    public let actions: [ActionLedger.Status]
    public let responses: [ResponseLedger.Response]
    public let overall: OverallResponse
    public let attention: AttentionLedger
    /// Wrong figures that injects told.
    public let told: [ToldContradiction]
    public let reserves: ReserveLedger
    public let references: ScoreReferences
    public let criteria: [CriterionResult]
    /// The last rating of each objective that has one.
    public let ratings: [ExerciseObjective.ID: DirectorOrder.ObjectiveRating]
    public let observations: [DirectorEntry]

    /// An inject and when it was sent.
    public struct SentInject: Hashable, Sendable {
        public let message: InjectMessage
        public let at: Instant
        /// `nil` for one the director made up.
        public let planned: Inject?
    }

    /// The answer to the crisis as a whole.
    public struct OverallResponse: Hashable, Sendable {
        /// When the truth left the usual, and where; `nil` when it did not.
        public let departure: UsualWatch.Departure?
        /// From when the times count: that moment, or STARTEX where it was before.
        public let from: Instant?
        /// The first thing a trainee did about the place or what lies around it.
        public let detection: Instant?
        public let decision: Instant?
        /// The first minute at which such a decision changed the world.
        public let relief: Instant?
    }

    /// A wrong figure an inject told.
    public struct ToldContradiction: Hashable, Sendable {
        public let inject: Int
        public let place: String
        public let kind: ToldFigure.Kind
        public let told: Int
        public let truth: Int
        public let at: Instant
        /// When a trainee first took it up; `nil` when nobody did.
        public let noticed: Instant?
    }

    /// How a criterion came out.
    public struct CriterionResult: Hashable, Sendable {
        public let criterion: Criterion
        /// In the measure's unit; `nil` where it never came about or could not be measured.
        public let value: Double?
        public let grade: Grade
    }

    /// How a value stands to a criterion's limits.
    public enum Grade: String, CaseIterable, Hashable, Sendable {
        case good, fair, poor
        /// What it speaks of did not happen in this run.
        case notMeasured = "not_measured"
    }
}

extension Score {
    /// Injects that expect something of which nothing was done.
    public var unanswered: [SentInject] {
        injects.filter { inject in
            let mine = actions.filter { $0.inject == inject.message.number }
            return !mine.isEmpty && mine.allSatisfy { $0.done == nil }
        }
    }

    /// The part of these actions that were done in time; `nil` of none.
    public static func share(inTime actions: [ActionLedger.Status]) -> Double? {
        actions.isEmpty ? nil : Double(actions.count(where: \.isInTime)) / Double(actions.count)
    }

    /// Those of an objective.
    public func actions(of objective: ExerciseObjective.ID) -> [ActionLedger.Status] {
        actions.filter { $0.action.objective == objective }
    }

    /// What an action came to.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case inTime = "in_time"
        case late
        case notDone = "not_done"
        /// Not done, and the exercise ended before its time was over.
        case open
    }

    /// What an action came to by the end.
    public func outcome(of status: ActionLedger.Status) -> Outcome {
        if status.done != nil { return status.isInTime ? .inTime : .late }
        return status.deadline > to ? .open : .notDone
    }
}
