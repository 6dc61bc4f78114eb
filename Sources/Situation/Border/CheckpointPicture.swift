/// Everything known of one checkpoint.
public struct CheckpointPicture: Hashable, Sendable {
    /// Crossings into the country.
    public internal(set) var incoming = FlowLedger()
    /// Crossings out of the country.
    public internal(set) var outgoing = FlowLedger()
    /// What was said of the post's state.
    public internal(set) var states = Timeline<CheckpointState>()

    /// Nothing is known.
    public init() {}

    init(incoming: FlowLedger, outgoing: FlowLedger, states: Timeline<CheckpointState>) {
        self.incoming = incoming
        self.outgoing = outgoing
        self.states = states
    }

    /// The ledger of one direction.
    public func flow(_ direction: Direction) -> FlowLedger {
        direction == .in ? incoming : outgoing
    }

    /// Takes in a report and returns the earlier word it stands in place of.
    mutating func report(
        _ statement: Statement<CheckpointReport>, now: Instant, passing passed: Set<EntryID>
    ) -> Statement<CheckpointReport>? {
        switch statement.body.direction {
        case .in: incoming.state(statement, now: now, passing: passed)
        case .out: outgoing.state(statement, now: now, passing: passed)
        }
    }

    /// The same without the reports of `entries`.
    public func passingOver(_ entries: Set<EntryID>) -> CheckpointPicture {
        CheckpointPicture(
            incoming: incoming.passingOver(entries), outgoing: outgoing.passingOver(entries), states: states)
    }

    mutating func state(_ statement: Statement<CheckpointState>) {
        states.insert(statement)
        states.limit(to: Self.keptStates)
    }

    /// A post changes state a few times a day at most; this keeps months.
    private static let keptStates = 300

    /// The last moment any statement of this post speaks of.
    public var lastHeard: Instant? {
        [incoming.lastHeard, outgoing.lastHeard, states.latest?.at].compactMap(\.self).max()
    }

    /// The last `count` moments at which the times that reports of both directions speak of end, newest first, each once.
    public func lastEnds(_ count: Int) -> [Instant] {
        var ends: [Instant] = []
        ends.reserveCapacity(count)
        // Both lists are in order, so that a busy post costs no more than a quiet one.
        var (left, right) = (incoming.statements.count - 1, outgoing.statements.count - 1)
        while ends.count < count, left >= 0 || right >= 0 {
            let first = left >= 0 ? incoming.statements[left].about.end : nil
            let second = right >= 0 ? outgoing.statements[right].about.end : nil
            let end: Instant
            if let first, second.map({ $0 <= first }) ?? true {
                end = first
                left -= 1
            } else if let second {
                end = second
                right -= 1
            } else {
                break
            }
            if end != ends.last { ends.append(end) }
        }
        return ends
    }

    /// How many lanes stand open, by the latest word on it.
    public var lanesOpen: Figure<Lanes>? {
        for statement in incoming.statements.reversed() {
            if let lanes = statement.body.lanesOpen {
                return Figure(lanes, .stated(at: statement.at, statement.provenance))
            }
        }
        return nil
    }
}

extension FlowLedger {
    /// The end of the time that statements of at most a day cover.
    var lastCovered: Instant? { statements.last?.at ?? (hours.cells.isEmpty ? nil : hours.end) }

    /// The last moment a statement of this ledger speaks of.
    public var lastHeard: Instant? { newest?.at }

    /// The queue as the latest reports have it.
    public var queue: QueueReading? { QueueReading(latestOf: statements) }
}

/// How many wait at a post in one direction, and how long.
public struct QueueReading: Hashable, Sendable {
    public let persons: Persons?
    public let vehicles: Vehicles?
    public let wait: Minutes?
    /// The moment the queue was seen.
    public let at: Instant
    public let provenance: Provenance

    /// Reads the newest reports that say anything of a queue. Reports of different means of travel about the
    /// same moment add up; the wait is the longest of them.
    init?(latestOf statements: [Statement<CheckpointReport>]) {
        let speaking = statements.filter { $0.body.category == nil && $0.body.saysQueue }
        guard let newest = speaking.last else { return nil }
        let together = speaking.filter { $0.at == newest.at }
        let whole = together.last { $0.body.mode == .all }
        let parts = together.filter { $0.body.mode != .all }
        at = newest.at
        provenance = (whole ?? newest).provenance
        persons = Self.larger(
            whole?.body.waitingPersons, Self.sum(parts.compactMap(\.body.waitingPersons)))
        vehicles = Self.larger(
            whole?.body.waitingVehicles, Self.sum(parts.compactMap(\.body.waitingVehicles)))
        wait = together.compactMap(\.body.wait).max()
    }

    private static func sum<Count: Quantity>(_ counts: [Count]) -> Count? {
        counts.isEmpty ? nil : counts.reduce(.zero, +)
    }

    /// The breakdown when it reaches the whole, else the whole: see ``HourCell``.
    private static func larger<Count: Quantity>(_ whole: Count?, _ parts: Count?) -> Count? {
        guard let whole, let parts else { return whole ?? parts }
        return max(whole, parts)
    }
}

extension CheckpointReport {
    fileprivate var saysQueue: Bool {
        waitingPersons != nil || waitingVehicles != nil || wait != nil
    }
}
