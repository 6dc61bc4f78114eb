import Situation

/// What a good watch does about an inject.
public struct ExpectedAction: Hashable, Sendable {
    public let act: ExpectedAct
    /// Counted from the moment the inject was sent.
    public let within: Span
    /// What it is a part of.
    public let objective: ExerciseObjective.ID
    /// Why, or what else would do as well, for those who judge.
    public let note: PlanText?
}

/// The acts an exercise can expect: what people do at the console, as its journal shows it. `nil` or empty: any.
public enum ExpectedAct: Hashable, Sendable {
    /// `place` is the id of the post, section, region or shelter the alarm is of.
    case acknowledgeAlarm(AlarmRuleID?, place: String?)
    case confirmLevel(SectionID, atLeast: ImpactLevel)
    case startPlaybook(PlaybookID)
    case openPhase(PlaybookID, Phase.ID)
    /// The task reaches this state or a later one: accepted, under way, done; or cannot.
    case task(PlaybookID, PlaybookTask.ID, TaskRecord.State)
    case commitReserve(ReserveCommitment.Kind, RegionCode?, atLeast: Int)
    /// `place` is the post, region or shelter the order is about; either end of a diversion or a request.
    case order(OrderKind, place: String?)
    case settleContradiction(place: String?)
    /// A line with any of these words in it, read without regard to case and accents.
    case writeLog(Note.Kind?, place: String?, mentions: [String])
    /// Something told by telephone was put in as a fact.
    case telephoneReport(FactKind, place: String?)
    case sendMessage(PlaybookID, PlaybookMessage.ID)
    /// The shift was handed over and closed.
    case handOver

    /// The states of a task that can be expected.
    public static let taskStates: [TaskRecord.State] = [.accepted, .underWay, .done, .cannot]
    /// The kinds of fact that can come by telephone.
    public static let telephoneKinds: [FactKind] = [
        .checkpointReport, .checkpointState, .statedTotal, .shelterReport, .facility, .resource,
        .healthReport,
        .incident,
    ]
}

/// The kinds of order a headquarters gives; the names are those of a scenario's decisions.
public enum OrderKind: String, CaseIterable, Hashable, Sendable {
    case openReserve = "open_reserve"
    case staffLanes = "staff_lanes"
    case followRoster = "follow_roster"
    case closePost = "close_post"
    case openPost = "open_post"
    case divert
    case registration
    case orderBuses = "order_buses"
    case askRegion = "ask_region"
}
