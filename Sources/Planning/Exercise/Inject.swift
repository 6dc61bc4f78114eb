import Situation

/// One line of the master scenario events list: what is told to whom, when, and what is expected of them.
public struct Inject: Hashable, Sendable, Identifiable {
    /// Its place in the list as planners count it; unique, from 1.
    public let number: Int
    public let id: ID
    public let when: InjectTime
    /// Sent only when all of these were.
    public let after: [ID]
    public let from: InjectSender
    public let to: InjectReceiver
    public let means: Means
    /// What the trainees get, without the word for an exercise: the program adds it where it is shown.
    public let text: PlanText
    /// What happens in the played world as it is sent.
    public let change: WorldChange?
    /// A figure it tells, right or wrong; wrong or contradicting ones are there to be noticed.
    public let report: ToldFigure?
    /// What a good watch does about it.
    public let expects: [ExpectedAction]
    /// For those who direct.
    public let notes: PlanText?

    /// Whether it is there to push those who missed something.
    public var isContingency: Bool { if case .missed = when { true } else { false } }

    /// Names an inject within its exercise, such as `buses-stuck`.
    public struct ID: Identifier {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// How it comes.
    public enum Means: String, CaseIterable, Hashable, Sendable {
        case telephone, message, radio, email
        case inPerson = "in_person"
        /// As figures on the console; the program writes ``Inject/report`` into the exercise's journal itself.
        case feed
    }
}

/// When an inject is sent.
public enum InjectTime: Hashable, Sendable {
    /// This long after STARTEX.
    case at(Span)
    /// When all of these hold, and not before `noEarlierThan` after STARTEX.
    case state([Condition], noEarlierThan: Span?)
    /// When the director wants it.
    case byHand
    /// When an action expected by that inject was not done in its time: a contingency inject.
    case missed(Inject.ID)
}

/// Who is said to tell it.
public enum InjectSender: Hashable, Sendable {
    case agency(AgencyKey)
    /// In words, such as the chief of a post.
    case words(PlanText)
}

/// Who gets it.
public enum InjectReceiver: Hashable, Sendable {
    case all
    case station(ExerciseStation.ID)
    /// An agency the director's people play: trainees do not see it.
    case agency(AgencyKey)
}

/// What happens in the played world, whatever anybody says about it.
public enum WorldChange: Hashable, Sendable {
    /// One way, or both when none is given.
    case closePost(CheckpointID, Direction?)
    case openPost(CheckpointID, Direction?)
    /// Only a part of the post's lanes works, from 0 up to 1, until the time is over or for the rest of the exercise.
    case limitLanes(CheckpointID, Direction?, share: Double, duration: Span?)
    /// The information system fails: inspection takes so many times as long.
    case breakSystem([CheckpointID], factor: Double, duration: Span)
    /// Cases among people in shelters of the region, by the disease's name in the standards.
    case epidemic(RegionCode, disease: String, casesPerDay: Double, duration: Span)
}

/// A figure that somebody tells, which may contradict what is known.
public struct ToldFigure: Hashable, Sendable {
    public let kind: Kind
    /// A post for `entered`, `left` and `waiting`; a shelter for `staying`; a region, shelter or post for `cases`.
    public let place: String
    public let value: Int
    /// How far back from the moment of telling it reaches; for counts over a time.
    public let period: Span?
    /// For cases.
    public let disease: String?
    /// Who it is said to come from.
    public let source: SourceID

    /// What is counted.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case entered, left, waiting, staying, cases

        /// Whether it counts what happened in a period, and so must give one.
        public var needsPeriod: Bool { self == .entered || self == .left || self == .cases }
    }
}
