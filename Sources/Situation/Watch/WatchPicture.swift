/// What stands of the watch: alarms, levels, playbooks, tasks, reserves, seats and contradictions.
public struct WatchPicture: Hashable, Codable, Sendable {
    /// Alarms that are not in their usual, quiet state.
    public private(set) var alarms: [AlarmID: AlarmRecord] = [:]
    /// When alarms rang, oldest first, for the load of the seat; the last day, and no more than so many.
    public private(set) var raises: [Instant] = []
    public private(set) var levels: [SectionID: LevelRecord] = [:]
    public private(set) var runs: [PlaybookRunID: PlaybookRunRecord] = [:]
    public private(set) var tasks: [TaskRef: TaskRecord] = [:]
    public private(set) var reserves: [ReservePool: ReserveRecord] = [:]
    public private(set) var orders: [OrderID: OrderRecord] = [:]
    public private(set) var seats: [SeatName: ShiftRecord] = [:]
    public private(set) var significance: [EntryID: SignificanceRecord] = [:]
    public private(set) var contradictions: [ContradictionID: ContradictionRecord] = [:]
    /// The open contradiction that an entry is a side of.
    public private(set) var disputes: [EntryID: ContradictionID] = [:]
    /// Entries that an officer passed over for another one of the same number.
    public private(set) var passedOver: Set<EntryID> = []
    /// The last entry of threads whose record is not kept any more because they are settled.
    public private(set) var settledThreads: [ThreadID: EntryID] = [:]

    public init() {}

    /// Takes in an event of the watch, the next in fold order; anything else is passed over.
    mutating func apply(_ entry: Entry) {
        switch entry.fact {
        case .alarm(let event): apply(event, entry)
        case .level(let event):
            levels[event.section, default: LevelRecord(entry: entry.id)].apply(event.change, of: entry)
        case .playbook(let event):
            runs[event.run, default: PlaybookRunRecord(event, entry: entry.id)].apply(event.change, of: entry)
        case .task(let event): apply(event, entry)
        case .reserve(let event):
            reserves[event.pool, default: ReserveRecord(entry: entry.id)].apply(event.change, of: entry)
        case .shift(let event):
            seats[event.seat, default: ShiftRecord(entry: entry.id)].apply(event.change, of: entry)
        case .significance(let event):
            significance[event.entry, default: SignificanceRecord(entry: entry.id)]
                .apply(event.change, of: entry)
        case .contradiction(let event): apply(event, entry)
        case .act(let event): apply(event, entry)
        case .exercise(.effect(let effect)):
            if let order = effect.order { orders[order]?.effect = effect.at }
        default: break
        }
        forgetOldest()
    }

    private mutating func apply(_ event: AlarmEvent, _ entry: Entry) {
        var record = alarms[event.alarm] ?? AlarmRecord(event.alarm, entry: entry.id)
        record.apply(event.change, of: entry)
        // What is kept quiet rings at no seat, so it is no load.
        if case .raised = event.change, record.state(at: entry.known.instant).isAnnunciated {
            raises.append(entry.known.instant)
            let dayBefore = entry.known.instant - .days(1)
            let old = raises.firstIndex { $0 >= dayBefore } ?? raises.endIndex
            raises.removeFirst(max(old, raises.count - Self.keptRaises))
        }
        // A settled alarm is only its last entry: a national journal has thousands of them.
        alarms[event.alarm] = record.isSettled ? nil : record
        let thread = ThreadID("alarm/\(event.alarm)")
        settledThreads[thread] = record.isSettled ? record.lastEntry : nil
    }

    private mutating func apply(_ event: TaskEvent, _ entry: Entry) {
        if tasks[event.task] == nil {
            guard case .opened(let opening) = event.change else { return }
            tasks[event.task] = TaskRecord(event.task, opening, entry: entry)
        } else {
            tasks[event.task]?.apply(event.change, of: entry)
        }
    }

    private mutating func apply(_ event: OrderEvent, _ entry: Entry) {
        if orders[event.order] == nil {
            orders[event.order] = OrderRecord(event, of: entry)
        } else {
            orders[event.order]?.apply(event.change, of: entry)
        }
    }

    private mutating func apply(_ event: ContradictionEvent, _ entry: Entry) {
        if contradictions[event.contradiction] == nil {
            guard case .raised(let finding) = event.change else { return }
            contradictions[event.contradiction] = ContradictionRecord(
                event.contradiction, finding, entry: entry)
        } else {
            contradictions[event.contradiction]?.apply(event.change, of: entry)
        }
        settledThreads[ThreadID("contradiction/\(event.contradiction)")] = nil
        dropOldContradictions()
        indexContradictions()
    }

    /// Settled cases are kept as long as their figures may be looked at again, but not without end.
    private mutating func dropOldContradictions() {
        guard contradictions.count > Self.keptContradictions else { return }
        let closed = contradictions.values.filter { !$0.isOpen && $0.passedOver == nil }
            .sorted { ($0.raised, $0.id) < ($1.raised, $1.id) }
        for record in closed.prefix(contradictions.count - Self.keptContradictions) {
            contradictions[record.id] = nil
            settledThreads[ThreadID("contradiction/\(record.id)")] = record.lastEntry
        }
    }

    private mutating func indexContradictions() {
        disputes = [:]
        passedOver = []
        for record in contradictions.values {
            if let passed = record.passedOver { passedOver.insert(passed) }
            guard record.isOpen else { continue }
            for entry in record.finding.sides {
                // An entry in several cases is marked with the one found first.
                if let other = disputes[entry].flatMap({ contradictions[$0] }),
                    (other.raised, other.id) < (record.raised, record.id)
                {
                    continue
                }
                disputes[entry] = record.id
            }
        }
    }

    private static let keptContradictions = 1000
    /// Enough for a flood that lasts all day.
    private static let keptRaises = 5000
}

// MARK: - Staying small

extension WatchPicture {
    /// How many closed things of each kind are kept; the journal itself keeps them all.
    private enum Kept {
        static let tasks = 600
        static let runs = 60
        static let contradictions = 400
        static let significance = 400
        static let orders = 400
    }

    /// Drops the closed things that were touched longest ago, so that a picture stays small however old the journal.
    private mutating func forgetOldest() {
        Self.forget(&tasks, keeping: Kept.tasks, \.lastEntry) { !$0.state.isPending }
        Self.forget(&runs, keeping: Kept.runs, \.lastEntry) { $0.state == .ended || $0.state == .declined }
        Self.forget(&contradictions, keeping: Kept.contradictions, \.lastEntry) { !$0.isOpen }
        Self.forget(&orders, keeping: Kept.orders, \.lastEntry) { !$0.state.isPending }
        Self.forget(&significance, keeping: Kept.significance, \.lastEntry) { $0.state != .proposed }
    }

    private static func forget<Key: Hashable, Record>(
        _ records: inout [Key: Record], keeping count: Int, _ last: KeyPath<Record, EntryID>,
        where isClosed: (Record) -> Bool
    ) {
        // A quarter more than is kept, so that this sorts now and then and not with every entry.
        guard records.count > count + count / 4 else { return }
        let closed = records.filter { isClosed($0.value) }
            .sorted { $0.value[keyPath: last] < $1.value[keyPath: last] }
        for (key, _) in closed.prefix(max(0, records.count - count)) { records[key] = nil }
    }
}

extension WatchPicture {
    /// The last entry of a thread, which the next one in it has to come after; `nil` when nothing was said in it.
    public func lastEntry(of fact: Fact) -> EntryID? {
        switch fact {
        case .alarm(let event):
            alarms[event.alarm]?.lastEntry ?? settledThreads[ThreadID("alarm/\(event.alarm)")]
        case .level(let event): levels[event.section]?.lastEntry
        case .playbook(let event): runs[event.run]?.lastEntry
        case .task(let event): tasks[event.task]?.lastEntry
        case .reserve(let event): reserves[event.pool]?.lastEntry
        case .act(let event): orders[event.order]?.lastEntry
        case .shift(let event): seats[event.seat]?.lastEntry
        case .significance(let event): significance[event.entry]?.lastEntry
        case .contradiction(let event):
            contradictions[event.contradiction]?.lastEntry
                ?? settledThreads[ThreadID("contradiction/\(event.contradiction)")]
        default: nil
        }
    }

    /// The open contradiction that `entry` is a side of: a figure that rests on it is shown with a mark.
    public func dispute(of entry: EntryID) -> ContradictionRecord? {
        disputes[entry].flatMap { contradictions[$0] }
    }

    /// The contradictions of an area, post, shelter, resource pool or indicator that nobody settled yet, first found
    /// first.
    public func openContradictions(of subject: String? = nil) -> [ContradictionRecord] {
        contradictions.values.filter { $0.isOpen && (subject == nil || $0.finding.subject == subject) }
            .sorted { ($0.raised, $0.id) < ($1.raised, $1.id) }
    }
}
