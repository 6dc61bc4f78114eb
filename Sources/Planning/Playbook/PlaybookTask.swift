import Situation

/// One thing to be done when a playbook is in force.
public struct PlaybookTask: Hashable, Sendable, Identifiable {
    /// The stable name, such as `B4`, the same in every language.
    public let id: ID
    /// What people call it: `Б-4`, `B-4`.
    public let code: PlanText
    /// The stage it belongs to.
    public let phase: Phase.ID
    /// What is to be done, as an officer reads it out.
    public let what: PlanText
    /// Who answers for it; `LEB` is the akimat of the affected region.
    public let lead: AgencyKey
    /// Who helps.
    public let support: [AgencyKey]
    /// Counted from the start of the playbook; from the opening of its phase where that comes when the hour has passed.
    public let due: Span
    /// How often it comes back after it was first due; `nil` for once.
    public let every: Span?
    /// Tasks that must be done before this one begins.
    public let after: [ID]
    /// What in the picture proves it done; `nil` where only a report can.
    public let proof: Condition?
    /// What it takes from the reserve, if anything.
    public let reserve: ReserveCommitment?
    /// The message that goes with it.
    public let message: PlaybookMessage.ID?
    /// Who hears of it when it is late, if anyone.
    public let escalation: Escalation?
    /// Whether ``NoReturnRule/question`` must be answered before it begins.
    public let asksAboutAsylum: Bool
    /// Whether it turns people away or elsewhere, and so may begin only when the answer is "none".
    public let stopsForAsylum: Bool
    /// What the task, its figures and its hour rest on.
    public let citation: Citation

    /// Names a task within its playbook, such as `B4`.
    public struct ID: Identifier {
        /// The name as files and journals write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

/// Who hears of a task that is late.
public struct Escalation: Hashable, Sendable {
    /// How long past due.
    public let after: Span
    /// Who is told.
    public let to: AgencyKey
}

/// What a task takes from the reserve. Committing it is the running playbook's work; this only says what.
public struct ReserveCommitment: Hashable, Sendable {
    /// Of what.
    public let kind: Kind
    /// How much of it.
    public let amount: Amount
    /// From whose reserve.
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
