/// One case of figures that cannot both be right: the rule, and the entries it holds against one another.
public struct ContradictionID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Something that happens to a contradiction: the program finds it, an officer settles it.
public struct ContradictionEvent: Hashable, Codable, Sendable {
    public var contradiction: ContradictionID
    public var change: Change

    public init(_ contradiction: ContradictionID, _ change: Change) {
        self.contradiction = contradiction
        self.change = change
    }

    public enum Change: Hashable, Codable, Sendable {
        case raised(Finding)
        case settled(Settlement, reason: String)
        /// A correction made the figures agree.
        case lapsed
    }

    /// What contradicts what.
    public struct Finding: Hashable, Codable, Sendable {
        /// The rule broken, by its name.
        public var rule: String
        /// The area, post, shelter or indicator the figures are about.
        public var subject: String
        public var first: Figure
        public var second: Figure
        /// How far the two are apart, in their unit.
        public var gap: Double

        public init(rule: String, subject: String, first: Figure, second: Figure, gap: Double) {
            self.rule = rule
            self.subject = subject
            self.first = first
            self.second = second
            self.gap = gap
        }
    }

    /// One of the two sides.
    public struct Figure: Hashable, Codable, Sendable {
        public var value: Double
        /// The entry that says it; of a sum, its newest part.
        public var entry: EntryID
        public var source: SourceID

        public init(value: Double, entry: EntryID, source: SourceID) {
            self.value = value
            self.entry = entry
            self.source = source
        }
    }

    /// How an officer settles it.
    public enum Settlement: Hashable, Codable, Sendable {
        /// This entry's figure is used.
        case prefer(EntryID)
        /// They speak of different things, or the difference is accepted.
        case bothStand
        /// Somebody is asked; it stays open.
        case ask(String)
    }
}

/// What stands of a contradiction.
public struct ContradictionRecord: Hashable, Codable, Sendable, Identifiable {
    public let id: ContradictionID
    public private(set) var finding: ContradictionEvent.Finding
    public private(set) var raised: Instant
    public private(set) var settlement: ContradictionEvent.Settlement?
    public private(set) var settled: LevelRecord.Decision?
    public private(set) var hasLapsed = false
    public private(set) var lastEntry: EntryID

    init(_ id: ContradictionID, _ finding: ContradictionEvent.Finding, entry: Entry) {
        self.id = id
        self.finding = finding
        raised = entry.known.instant
        lastEntry = entry.id
    }

    /// Whether an officer still has to settle it.
    public var isOpen: Bool {
        if hasLapsed { return false }
        switch settlement {
        case nil, .ask: return true
        case .prefer, .bothStand: return false
        }
    }

    mutating func apply(_ change: ContradictionEvent.Change, of entry: Entry) {
        lastEntry = entry.id
        switch change {
        case .raised(let finding): self = ContradictionRecord(id, finding, entry: entry)
        case .settled(let settlement, let reason):
            self.settlement = settlement
            settled = LevelRecord.Decision(by: entry.author, at: entry.known.instant, reason: reason)
        case .lapsed: hasLapsed = true
        }
    }
}
