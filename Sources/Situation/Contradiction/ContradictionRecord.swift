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

    /// The entry that an officer passed over by preferring the other one for the same number.
    public var passedOver: EntryID? {
        guard !hasLapsed, finding.isChoice, case .prefer(let entry) = settlement else { return nil }
        return finding.rival(of: entry)
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
