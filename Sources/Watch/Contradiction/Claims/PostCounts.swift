import Situation

/// What a post counted, ready to be added up over any period that totals are stated for.
struct PostCounts: Sendable {
    private struct Key: Hashable {
        let direction: Direction
        let mode: TravelMode
        let category: String
        let time: ClaimTime
    }

    private struct Count {
        var value: Double
        var newest: Provenance
        var entries: [EntryID]
    }

    private var exact: [Key: Count] = [:]
    private var incoming: Hours?
    private var outgoing: Hours?

    /// - Parameter post: without the reports an officer passed over.
    init(_ post: CheckpointPicture) {
        for ledger in [post.incoming, post.outgoing] {
            for statement in ledger.statements + ledger.longStatements { note(statement) }
        }
        addUpModes()
        incoming = Hours(post.incoming)
        outgoing = Hours(post.outgoing)
    }

    /// The beginning of the first time anything is counted of; `nil` when nothing is.
    var start: Instant? {
        (exact.keys.map(\.time.from) + [incoming?.series.start, outgoing?.series.start].compactMap(\.self)).min()
    }

    private mutating func note(_ statement: Statement<CheckpointReport>) {
        let report = statement.body
        let key = Key(
            direction: report.direction, mode: report.mode, category: report.category ?? "",
            time: ClaimTime(from: statement.about.start, to: statement.about.end))
        // Of two equally fine the later counts, as in the picture.
        exact[key] = Count(
            value: Double(report.persons.count), newest: statement.provenance,
            entries: [statement.provenance.entry])
    }

    /// The means of travel together count as all when they reach it or nothing else is said, as in the picture.
    private mutating func addUpModes() {
        var sums: [Key: Count] = [:]
        for (key, count) in exact where key.mode != .all {
            let all = Key(direction: key.direction, mode: .all, category: key.category, time: key.time)
            var sum = sums[all] ?? Count(value: 0, newest: count.newest, entries: [])
            sum.value += count.value
            sum.entries += count.entries
            if count.newest.isOlder(than: sum.newest) == false { sum.newest = count.newest }
            sums[all] = sum
        }
        exact.merge(sums) { whole, sum in sum.value >= whole.value ? sum : whole }
    }

    /// What the post counted of a series in a period, and whether it is all of it.
    func part(_ direction: Direction, _ mode: TravelMode, _ category: Category, _ time: ClaimTime)
        -> (part: PartSum.Part, isWhole: Bool)?
    {
        let key = Key(direction: direction, mode: mode, category: category.text, time: time)
        if let count = exact[key] {
            return (Self.part(count.value, count.newest, count.entries), true)
        }
        guard mode == .all, category == .everyone else { return nil }
        return (direction == .in ? incoming : outgoing)?.part(time)
    }

    fileprivate static func part(_ value: Double, _ newest: Provenance, _ entries: [EntryID]) -> PartSum.Part {
        PartSum.Part(value: value, bounds: Bounds(low: value, high: value), newest: newest, entries: entries)
    }
}

/// One direction of a post by hours, as far back as hours are kept.
private struct Hours: Sendable {
    let series: HourSeries
    let statements: [Statement<CheckpointReport>]
    let newest: Provenance

    init?(_ ledger: FlowLedger) {
        guard let last = ledger.statements.last?.at ?? ledger.rolledUpTo, let newest = ledger.newest else {
            return nil
        }
        let end = last == last.startOfHour ? last : last.startOfHour + .hours(1)
        series = ledger.hourly(from: end - .hours(Self.kept), count: Self.kept)
        statements = ledger.statements
        self.newest = newest.provenance
    }

    private static let kept = 8 * 24

    /// Hours that a longer statement was spread over are not counted: the share of an hour is nobody's word.
    func part(_ time: ClaimTime) -> (part: PartSum.Part, isWhole: Bool)? {
        guard time.from == time.from.startOfHour, time.to == time.to.startOfHour, time.from < series.end,
            time.to > series.start
        else { return nil }
        var persons = 0
        var isWhole = time.from >= series.start && time.to <= series.end
        var isKnown = false
        var hour = max(time.from, series.start)
        while hour < min(time.to, series.end) {
            let cell = series[hour]
            if cell.isKnown, !cell.isSpread {
                persons += cell.persons
                isKnown = true
            }
            if cell.coveredMinutes < 60 || cell.isSpread { isWhole = false }
            hour = hour + .hours(1)
        }
        guard isKnown else { return nil }
        let within = statements.filter { time.from <= $0.about.start && $0.about.end <= time.to }
        let newest = within.last?.provenance ?? newest
        return (PostCounts.part(Double(persons), newest, within.map(\.provenance.entry)), isWhole)
    }
}

extension Provenance {
    fileprivate func isOlder(than other: Provenance) -> Bool {
        (known, entry) < (other.known, other.entry)
    }
}
