/// One thing an entry says.
public enum Fact: Hashable, Sendable {
    case checkpointReport(CheckpointReport)
    case checkpointState(CheckpointState)
    case statedTotal(StatedTotal)
    case shelterReport(ShelterReport)
    case facility(Facility)
    case resource(ResourceReport)
    case healthReport(HealthReport)
    case incident(Incident)
    case indicatorValue(IndicatorValue)
    case measureState(MeasureState)
    case decision(DecisionEvent)
    case note(Note)
    case significance(SignificanceEvent)
    case alarm(AlarmEvent)
    case level(LevelEvent)
    case playbook(PlaybookEvent)
    case task(TaskEvent)
    case reserve(ReserveEvent)
    case shift(ShiftEvent)
    case contradiction(ContradictionEvent)
    case act(OrderEvent)
    case crossings(CrossingEvent)
    case exercise(ExerciseEvent)
    case correction(Correction)
    /// A kind or version this program does not read. It is kept, exported and verified like any other, and
    /// the picture passes over it.
    case unread(UnreadFact)

    /// The name of the kind in storage.
    public var kindName: String { kind?.rawValue ?? unreadName }

    /// Which of the kinds it is; `nil` for one this program does not read.
    public var kind: FactKind? {
        switch self {
        case .checkpointReport: .checkpointReport
        case .checkpointState: .checkpointState
        case .statedTotal: .statedTotal
        case .shelterReport: .shelterReport
        case .facility: .facility
        case .resource: .resource
        case .healthReport: .healthReport
        case .incident: .incident
        case .indicatorValue: .indicatorValue
        case .measureState: .measureState
        case .decision: .decision
        case .note: .note
        case .significance: .significance
        case .alarm: .alarm
        case .level: .level
        case .playbook: .playbook
        case .task: .task
        case .reserve: .reserve
        case .shift: .shift
        case .contradiction: .contradiction
        case .act: .act
        case .crossings: .crossings
        case .exercise: .exercise
        case .correction: .correction
        case .unread: nil
        }
    }

    private var unreadName: String { if case .unread(let fact) = self { fact.kindName } else { "" } }

    /// The version of the body's form. A change of form gets a new number and old bodies stay readable.
    public var bodyVersion: Int {
        if case .unread(let fact) = self { fact.bodyVersion } else { 1 }
    }
}

/// A fact whose kind or body version this program does not know.
public struct UnreadFact: Hashable, Sendable {
    public let kindName: String
    public let bodyVersion: Int
    /// The stored body, byte for byte.
    public let body: [UInt8]

    public init(kindName: String, bodyVersion: Int, body: [UInt8]) {
        self.kindName = kindName
        self.bodyVersion = bodyVersion
        self.body = body
    }
}

/// A later word on an earlier entry. The earlier entry stays in the journal; both keep the link.
public struct Correction: Hashable, Sendable {
    /// The entry that is corrected. It may itself be a correction: a retraction can be retracted.
    public var target: EntryID
    public var change: Change
    public var reason: String

    /// What becomes of the target.
    public indirect enum Change: Hashable, Sendable {
        /// Another fact stands in its place; the period it speaks of is the correcting entry's.
        case supersede(Fact)
        /// It no longer counts.
        case retract
    }

    public init(target: EntryID, change: Change, reason: String) {
        self.target = target
        self.change = change
        self.reason = reason
    }
}
