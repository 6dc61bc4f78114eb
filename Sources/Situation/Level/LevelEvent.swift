/// How hard a border section is hit, each level with reactions that it obliges to (after Regulation (EU) 2019/1896,
/// articles 34 and 35).
public enum ImpactLevel: String, CaseIterable, Codable, Comparable, Sendable {
    case low, medium, high, critical

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Something that happens to the impact level of a border section.
public struct LevelEvent: Hashable, Codable, Sendable {
    public var section: SectionID
    public var change: Change

    public init(_ section: SectionID, _ change: Change) {
        self.section = section
        self.change = change
    }

    /// The program proposes; a person decides.
    public enum Change: Hashable, Codable, Sendable {
        /// The level in force proposed takes an earlier proposal back.
        case proposed(ImpactLevel, because: [Reason])
        case confirmed(ImpactLevel, reason: String)
        /// Not now: the proposal returns after `until`, or sooner when things get worse.
        case declined(ImpactLevel, reason: String, until: Instant)
    }

    /// A figure that speaks for a level.
    public struct Reason: Hashable, Codable, Sendable {
        /// A name of the registry of metrics.
        public var metric: String
        public var subject: String
        public var value: Double
        /// The value from which it speaks for that level.
        public var limit: Double

        public init(metric: String, subject: String, value: Double, limit: Double) {
            self.metric = metric
            self.subject = subject
            self.value = value
            self.limit = limit
        }
    }
}

/// What stands of a section's level.
public struct LevelRecord: Hashable, Codable, Sendable {
    /// The level in force, and who confirmed it; low when nobody ever did.
    public private(set) var level = ImpactLevel.low
    public private(set) var confirmed: Decision?
    /// The proposal that waits for an officer.
    public private(set) var proposal: Proposal?
    /// The proposal that was last declined.
    public private(set) var declined: Declined?
    public private(set) var lastEntry: EntryID

    /// A person's word on a level.
    public struct Decision: Hashable, Codable, Sendable {
        public let by: Author
        public let at: Instant
        public let reason: String
    }

    /// What the program proposes, and why.
    public struct Proposal: Hashable, Codable, Sendable {
        public let level: ImpactLevel
        public let because: [LevelEvent.Reason]
        public let since: Instant
    }

    /// A proposal that an officer did not follow.
    public struct Declined: Hashable, Codable, Sendable {
        public let level: ImpactLevel
        public let decision: Decision
        public let until: Instant
    }

    init(entry: EntryID) { lastEntry = entry }

    mutating func apply(_ change: LevelEvent.Change, of entry: Entry) {
        let now = entry.known.instant
        lastEntry = entry.id
        switch change {
        case .proposed(let level, let because):
            proposal = level == self.level ? nil : Proposal(level: level, because: because, since: now)
        case .confirmed(let level, let reason):
            self.level = level
            confirmed = Decision(by: entry.author, at: now, reason: reason)
            proposal = nil
            declined = nil
        case .declined(let level, let reason, let until):
            proposal = nil
            declined = Declined(
                level: level, decision: Decision(by: entry.author, at: now, reason: reason), until: until)
        }
    }
}
