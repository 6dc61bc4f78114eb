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
        (exact.keys.map(\.time.from) + [incoming?.start, outgoing?.start].compactMap(\.self)).min()
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

    fileprivate static func part(_ value: Double, _ newest: Provenance, _ entries: [EntryID]) -> PartSum.Part
    {
        PartSum.Part(value: value, bounds: Bounds(low: value, high: value), newest: newest, entries: entries)
    }
}

/// One direction of a post by hours, as far back as hours are kept.
private struct Hours: Sendable {
    let start: Instant
    /// Persons of the hours before each one, and how many of those hours are not counted whole: a period is one
    /// subtraction, however many totals are stated.
    let persons: [Int]
    let gaps: [Int]
    let statements: [Statement<CheckpointReport>]
    let newest: Provenance

    init?(_ ledger: FlowLedger) {
        guard let last = ledger.statements.last?.at ?? ledger.rolledUpTo, let newest = ledger.newest else {
            return nil
        }
        let end = last == last.startOfHour ? last : last.startOfHour + .hours(1)
        start = end - .hours(Self.kept)
        var persons = [0]
        var gaps = [0]
        for cell in ledger.hourly(from: start, count: Self.kept).cells {
            // Hours that a longer statement was spread over are not counted: the share of an hour is nobody's word.
            let isWord = cell.isKnown && !cell.isSpread
            persons.append(persons[persons.count - 1] + (isWord ? cell.persons : 0))
            gaps.append(gaps[gaps.count - 1] + (isWord && cell.coveredMinutes >= 60 ? 0 : 1))
        }
        (self.persons, self.gaps) = (persons, gaps)
        statements = ledger.statements
        self.newest = newest.provenance
    }

    private static let kept = 8 * 24
    private static let hour = Span.hours(1).milliseconds

    func part(_ time: ClaimTime) -> (part: PartSum.Part, isWhole: Bool)? {
        let (from, to) = ((time.from - start).milliseconds, (time.to - start).milliseconds)
        guard from % Self.hour == 0, to % Self.hour == 0 else { return nil }
        let (first, last) = (max(0, Int(from / Self.hour)), min(Self.kept, Int(to / Self.hour)))
        guard first < last, gaps[last] - gaps[first] < last - first || persons[last] > persons[first] else {
            return nil
        }
        let isWhole = from >= 0 && to <= Int64(Self.kept) * Self.hour && gaps[last] == gaps[first]
        let within = statements.filter { time.from <= $0.about.start && $0.about.end <= time.to }
        return (
            PostCounts.part(
                Double(persons[last] - persons[first]), within.last?.provenance ?? newest,
                within.map(\.provenance.entry)), isWhole
        )
    }
}

extension Provenance {
    fileprivate func isOlder(than other: Provenance) -> Bool {
        (known, entry) < (other.known, other.entry)
    }
}
