import Planning
import Situation

/// What an exercise director's screen shows: made by whoever holds the engine, never part of a journal.
public struct DirectorBoard: Hashable, Sendable {
    public var phase: Phase
    public var now: Instant
    public var opening: Instant
    public var closing: Instant
    /// Simulated seconds in a real one.
    public var speed: Int
    public var isPaused: Bool
    /// Whether time is being made up: a jump, or history before STARTEX. The part played, 0 to 1.
    public var catchingUp: Double?
    /// The list of events in order of time: past, due, next, then those by state, by hand and contingencies.
    public var rows: [Row]
    /// Expected actions of injects that were sent, the next deadline first.
    public var expected: [Expected]
    /// The truth beside what the journal says, worst difference first.
    public var truth: [TruthRow]
    /// Tasks and orders that wait for an agency nobody plays.
    public var waiting: [Waiting]
    public var objectives: [Objective]
    public var observations: [DirectorEntry]
    /// Files of this exercise's branches, the one played last.
    public var branches: [ExerciseBranch]
    /// What went wrong, newest last.
    public var troubles: [String]

    /// How far the exercise is.
    public enum Phase: String, CaseIterable, Sendable { case beforeStart, running, paused, over }

    /// One inject of the list.
    public struct Row: Hashable, Sendable, Identifiable {
        public var number: Int
        public var id: Int { number }
        public var state: State
        /// When it was sent or will be; `nil` for those that wait for a state or a hand.
        public var at: Instant?
        /// What it waits for, where that is no time.
        public var waits: Waits
        public var from: PlanText
        public var to: String
        public var means: String
        public var text: PlanText
        public var objective: String?
        public var notes: PlanText?
        public var isContingency: Bool

        public enum State: String, CaseIterable, Sendable { case sent, skipped, due, next, later, waiting }
        public enum Waits: String, CaseIterable, Sendable { case time, state, hand, missed }

        public init(
            number: Int, state: State, at: Instant?, waits: Waits, from: PlanText, to: String, means: String,
            text: PlanText, objective: String?, notes: PlanText?, isContingency: Bool
        ) {
            self.number = number
            self.state = state
            self.at = at
            self.waits = waits
            self.from = from
            self.to = to
            self.means = means
            self.text = text
            self.objective = objective
            self.notes = notes
            self.isContingency = isContingency
        }
    }

    /// An action expected of the trainees.
    public struct Expected: Hashable, Sendable {
        public var inject: Int
        public var act: ExpectedAct
        public var objective: String
        public var deadline: Instant
        /// When it was done; `nil` when not yet.
        public var done: Instant?

        public init(inject: Int, act: ExpectedAct, objective: String, deadline: Instant, done: Instant?) {
            self.inject = inject
            self.act = act
            self.objective = objective
            self.deadline = deadline
            self.done = done
        }
    }

    /// One figure as it is and as the trainees know it.
    public struct TruthRow: Hashable, Sendable {
        public var metric: Metric
        public var place: String
        public var truth: Double
        /// `nil` when the picture does not know.
        public var believed: Double?
        /// How old what they know is.
        public var age: Span?

        public init(metric: Metric, place: String, truth: Double, believed: Double?, age: Span?) {
            self.metric = metric
            self.place = place
            self.truth = truth
            self.believed = believed
            self.age = age
        }
    }

    /// Something an agency has to answer and the program does not play.
    public enum Waiting: Hashable, Sendable {
        case task(TaskRef, AgencyKey, TaskRecord.State, due: Instant)
        case order(OrderID, Act, since: Instant)
    }

    /// An objective with its latest rating.
    public struct Objective: Hashable, Sendable {
        public var id: String
        public var text: PlanText
        public var rating: DirectorOrder.ObjectiveRating?

        public init(id: String, text: PlanText, rating: DirectorOrder.ObjectiveRating?) {
            self.id = id
            self.text = text
            self.rating = rating
        }
    }

    public init(
        phase: Phase, now: Instant, opening: Instant, closing: Instant, speed: Int, isPaused: Bool,
        catchingUp: Double? = nil, rows: [Row] = [], expected: [Expected] = [], truth: [TruthRow] = [],
        waiting: [Waiting] = [], objectives: [Objective] = [], observations: [DirectorEntry] = [],
        branches: [ExerciseBranch] = [], troubles: [String] = []
    ) {
        self.phase = phase
        self.now = now
        self.opening = opening
        self.closing = closing
        self.speed = speed
        self.isPaused = isPaused
        self.catchingUp = catchingUp
        self.rows = rows
        self.expected = expected
        self.truth = truth
        self.waiting = waiting
        self.objectives = objectives
        self.observations = observations
        self.branches = branches
        self.troubles = troubles
    }
}
