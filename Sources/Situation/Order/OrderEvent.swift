/// One order of the headquarters, such as `syrym/staff_lanes/2`.
public struct OrderID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The `number`-th order of that kind for that place, 1 for the first.
    public init(_ act: Act, number: Int) { rawValue = "\(act.place)/\(act.kind.rawValue)/\(number)" }
}

/// Something that happens to an order. A headquarters orders; whoever is ordered accepts or refuses, and reports it
/// done. Proof comes from the figures that follow.
public struct OrderEvent: Hashable, Codable, Sendable {
    public var order: OrderID
    public var change: Change

    public init(_ order: OrderID, _ change: Change) {
        self.order = order
        self.change = change
    }

    /// The turns of an order.
    public enum Change: Hashable, Codable, Sendable {
        /// `asylum` is the answer on people seeking asylum, where the act turns people away.
        case ordered(act: Act, reason: String, task: TaskRef?, asylum: TaskEvent.AsylumAnswer?)
        case accepted
        case refused(reason: String)
        case done(words: String)
        /// Taken back before it was done.
        case cancelled(reason: String)
    }
}

/// What stands of an order.
public struct OrderRecord: Hashable, Codable, Sendable, Identifiable {
    public let id: OrderID
    public let act: Act
    public let reason: String
    /// The task it was given for.
    public let task: TaskRef?
    public let ordered: Instant
    public let orderedBy: Author
    public private(set) var state = State.open
    /// When its state last changed.
    public private(set) var since: Instant
    /// Who changed it last.
    public private(set) var by: Author
    /// The last reason or report.
    public private(set) var words: String?
    /// In an exercise, when the simulation takes it up.
    public internal(set) var effect: Instant?
    public private(set) var lastEntry: EntryID

    /// How far an order is.
    public enum State: String, CaseIterable, Codable, Sendable {
        case open, accepted, refused, done, cancelled

        /// Whether somebody still has to do something.
        public var isPending: Bool { self == .open || self == .accepted }
    }

    /// `nil` for an event that opens no order.
    init?(_ event: OrderEvent, of entry: Entry) {
        guard case .ordered(let act, let reason, let task, _) = event.change else { return nil }
        id = event.order
        self.act = act
        self.reason = reason
        self.task = task
        ordered = entry.known.instant
        orderedBy = entry.author
        since = ordered
        by = entry.author
        lastEntry = entry.id
    }

    mutating func apply(_ change: OrderEvent.Change, of entry: Entry) {
        lastEntry = entry.id
        since = entry.known.instant
        by = entry.author
        switch change {
        case .ordered: break
        case .accepted: state = .accepted
        case .refused(let reason):
            state = .refused
            words = reason
        case .done(let report):
            state = .done
            words = report
        case .cancelled(let reason):
            state = .cancelled
            words = reason
        }
    }
}
