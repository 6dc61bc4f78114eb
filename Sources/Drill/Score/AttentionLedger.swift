import Planning
import Situation

/// How long alarms waited for somebody to see them, and what became of contradictions, from STARTEX to ENDEX.
public struct AttentionLedger: Sendable {
    /// Alarms that waited or still do, in the order in which they began to.
    public private(set) var waits: [Wait] = []
    /// Contradictions that were found, in that order.
    public private(set) var cases: [Case] = []
    /// How often alarms rang.
    public private(set) var raised = 0
    private var isRunning = false

    /// An alarm that waited to be acknowledged.
    public struct Wait: Hashable, Codable, Sendable {
        public let alarm: AlarmID
        /// When it rang, or STARTEX where it rang before.
        public let from: Instant
        /// When it was acknowledged, kept quiet, or ENDEX.
        public internal(set) var to: Instant?
        /// Whether a person acknowledged it.
        public internal(set) var isAcknowledged = false

        /// How long, up to `end` where it waits still.
        public func length(until end: Instant) -> Span { (to ?? end) - from }
    }

    /// A contradiction the watch found.
    public struct Case: Hashable, Codable, Sendable {
        public let contradiction: ContradictionID
        public let rule: String
        public let place: String
        public let sources: [SourceID]
        public internal(set) var found: Instant
        /// When a trainee first said something of it, asking included.
        public internal(set) var noticed: Instant?
        public internal(set) var settled: Instant?
        /// Whether its figures came to agree by themselves.
        public internal(set) var hasLapsed = false
    }

    public init() {}

    /// Takes in the next entry, with the picture after it.
    public mutating func note(_ entry: Entry, _ picture: Picture) {
        switch entry.fact {
        case .exercise(.turn(let turn)): note(turn.turn, at: entry.known.instant, picture)
        case .alarm(let event) where isRunning: note(event, entry, picture)
        case .contradiction(let event) where isRunning: note(event, entry)
        default: break
        }
    }

    /// Alarms that waited for longer than `limit`, each once.
    public func unacknowledged(over limit: Span, until end: Instant) -> [AlarmID] {
        Set(waits.filter { $0.length(until: end) > limit }.map(\.alarm)).sorted()
    }

    private mutating func note(_ turn: ExerciseTurn.Turn, at now: Instant, _ picture: Picture) {
        if turn.isEnd {
            isRunning = false
            for index in waits.indices where waits[index].to == nil { waits[index].to = now }
        }
        guard turn == .start, !isRunning else { return }
        isRunning = true
        // Whoever takes the seat takes over what stands.
        for record in picture.watch.alarms.values.sorted(by: { $0.id < $1.id })
        where record.state(at: now).wantsAcknowledgement {
            waits.append(Wait(alarm: record.id, from: now))
        }
        for record in picture.watch.openContradictions() {
            cases.append(Case(record.id, record.finding, at: now))
        }
    }

    private mutating func note(_ event: AlarmEvent, _ entry: Entry, _ picture: Picture) {
        let now = entry.known.instant
        let isWaiting = picture.watch.alarms[event.alarm]?.state(at: now).wantsAcknowledgement ?? false
        if case .raised = event.change, isWaiting { raised += 1 }
        let index = waits.lastIndex { $0.alarm == event.alarm && $0.to == nil }
        if let index, !isWaiting {
            waits[index].to = now
            waits[index].isAcknowledged = event.change == .acknowledged
        } else if index == nil, isWaiting {
            waits.append(Wait(alarm: event.alarm, from: now))
        }
    }

    private mutating func note(_ event: ContradictionEvent, _ entry: Entry) {
        let now = entry.known.instant
        let index = cases.firstIndex { $0.contradiction == event.contradiction }
        switch event.change {
        case .raised(let finding):
            // Found again with other figures it is open again.
            if let index {
                cases[index].settled = nil
            } else {
                cases.append(Case(event.contradiction, finding, at: now))
            }
        case .settled where entry.author.isTrainee:
            guard let index else { return }
            cases[index].noticed = cases[index].noticed ?? now
            if event.change.settles { cases[index].settled = now }
        case .settled: break
        case .lapsed: if let index { cases[index].hasLapsed = true }
        }
    }
}

extension AttentionLedger.Case {
    fileprivate init(_ id: ContradictionID, _ finding: ContradictionEvent.Finding, at now: Instant) {
        self.init(
            contradiction: id, rule: finding.rule, place: finding.subject,
            sources: [finding.first.source, finding.second.source], found: now)
    }
}
