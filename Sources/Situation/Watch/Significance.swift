/// Promotion of a line of the duty log to a significant event, which a second person checks.
public struct SignificanceEvent: Hashable, Codable, Sendable {
    /// The entry promoted.
    public var entry: EntryID
    public var change: Change

    public init(_ entry: EntryID, _ change: Change) {
        self.entry = entry
        self.change = change
    }

    public enum Change: Hashable, Codable, Sendable {
        case proposed(reason: String)
        case confirmed
        case declined(reason: String)
    }
}

/// What stands of an entry's promotion.
public struct SignificanceRecord: Hashable, Codable, Sendable {
    public private(set) var state = State.proposed
    public private(set) var proposed: LevelRecord.Decision?
    public private(set) var decided: LevelRecord.Decision?
    public private(set) var lastEntry: EntryID

    public enum State: String, Codable, Sendable { case proposed, confirmed, declined }

    init(entry: EntryID) { lastEntry = entry }

    mutating func apply(_ change: SignificanceEvent.Change, of entry: Entry) {
        func decision(_ reason: String) -> LevelRecord.Decision {
            LevelRecord.Decision(by: entry.author, at: entry.known.instant, reason: reason)
        }
        lastEntry = entry.id
        switch change {
        case .proposed(let reason):
            state = .proposed
            proposed = decision(reason)
            decided = nil
        case .confirmed:
            state = .confirmed
            decided = decision("")
        case .declined(let reason):
            state = .declined
            decided = decision(reason)
        }
    }
}
