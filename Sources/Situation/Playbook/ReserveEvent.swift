/// A stock of reserve capacity: one kind of thing in one region, such as `beds/KZ-27`.
public struct ReservePool: Hashable, Comparable, Sendable {
    /// Beds, lanes, buses, staff, tents and so on, as playbooks name them.
    public let kind: String
    /// A region, or `KZ` for what the country holds.
    public let place: String

    public init(kind: String, place: String) {
        self.kind = kind
        self.place = place
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.kind, left.place) < (right.kind, right.place)
    }
}

extension ReservePool: TextCoded {
    /// Reads the written form `kind/place`.
    public init?(_ description: String) {
        let parts = description.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        self.init(kind: String(parts[0]), place: String(parts[1]))
    }

    public var description: String { "\(kind)/\(place)" }
}

/// Something that happens to a reserve. What is committed to one task is never committed to another.
public struct ReserveEvent: Hashable, Codable, Sendable {
    public var pool: ReservePool
    public var change: Change

    public init(_ pool: ReservePool, _ change: Change) {
        self.pool = pool
        self.change = change
    }

    public enum Change: Hashable, Codable, Sendable {
        /// `of` is what there was in reserve in all when it was committed.
        case committed(amount: Int, of: Int, task: TaskRef)
        case released(amount: Int, task: TaskRef)
    }
}

/// What of a reserve is committed, and to what.
public struct ReserveRecord: Hashable, Codable, Sendable {
    public private(set) var commitments: [TaskRef: Int] = [:]
    /// When something was last committed to each task that holds anything.
    public private(set) var since: [TaskRef: Instant] = [:]
    public private(set) var lastEntry: EntryID

    init(entry: EntryID) { lastEntry = entry }

    /// How much is committed in all.
    public var committed: Int { commitments.values.reduce(0, +) }

    mutating func apply(_ change: ReserveEvent.Change, of entry: Entry) {
        lastEntry = entry.id
        switch change {
        case .committed(let amount, _, let task):
            commitments[task, default: 0] += amount
            since[task] = entry.known.instant
        case .released(let amount, let task):
            let left = (commitments[task] ?? 0) - amount
            commitments[task] = left > 0 ? left : nil
            if left <= 0 { since[task] = nil }
        }
    }
}
