import Situation

/// One thing to be done when a playbook is in force.
public struct PlaybookTask: Hashable, Sendable, Identifiable {
    /// The stable name, such as `B4`, the same in every language.
    public let id: ID
    /// What people call it: `Б-4`, `B-4`.
    public let code: PlanText
    public let phase: Phase.ID
    public let what: PlanText
    public let lead: AgencyKey
    public let support: [AgencyKey]
    /// Counted from the start of the playbook.
    public let due: Span
    /// How often it comes back after it was first due; `nil` for once.
    public let every: Span?
    /// Tasks that must be done before this one begins.
    public let after: [ID]
    /// What in the picture proves it done; `nil` where only a report can.
    public let proof: Condition?
    public let reserve: ReserveCommitment?
    /// The message that goes with it.
    public let message: PlaybookMessage.ID?
    public let escalation: Escalation?
    /// Whether ``NoReturnRule/question`` must be answered before it begins.
    public let asksAboutAsylum: Bool
    public let citation: Citation

    /// Names a task within its playbook, such as `B4`.
    public struct ID: Identifier {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

/// Who hears of a task that is late.
public struct Escalation: Hashable, Sendable {
    /// How long past due.
    public let after: Span
    public let to: AgencyKey
}

/// What a task takes from the reserve. Committing it is the running playbook's work; this only says what.
public struct ReserveCommitment: Hashable, Sendable {
    public let kind: Kind
    public let amount: Amount
    public let place: PlanScope

    /// What a headquarters can hold back. Raw values are the words of the files.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case beds, lanes, buses, staff, tents, toilets
        case medicalTeams = "medical_teams"
        case waterTankers = "water_tankers"
    }

    /// How much: a number, or a share of the reserve there is at that moment.
    public enum Amount: Hashable, Sendable {
        case count(Int)
        /// 1 to 100.
        case percent(Int)
    }
}
