/// What was said about the crossings of one post in one direction.
///
/// Statements of the last day or so are kept as they are; older hours are rolled up into hours and then
/// days, so that a picture stays small however long the journal is.
public struct FlowLedger: Hashable, Sendable {
    /// Statements of at most a day, by the end of their period, oldest first.
    public private(set) var statements: [Statement<CheckpointReport>] = []
    /// Statements about more than a day. They are shown as what they are and never spread over hours.
    public private(set) var longStatements: [Statement<CheckpointReport>] = []
    /// The statement about the latest time, kept however old it is, so that silence has an age.
    public private(set) var newest: Statement<CheckpointReport>?
    /// Hours before the kept statements.
    private(set) var hours = HourSeries(start: Instant(milliseconds: 0))
    /// Days before the kept hours, with their totals; only days that are known nearly whole.
    private(set) var days: [DayTotal] = []

    /// The crossings of one day that was reported nearly whole.
    public struct DayTotal: Hashable, Sendable {
        public let day: Instant
        public let persons: Int
    }

    /// How far back single statements, hours and days are kept, and what makes a day whole.
    enum Keeping {
        static let statements = Span.hours(26)
        static let hours = Span.days(8)
        static let days = 60
        static let longStatements = 40
        static let wholeDayMinutes = 20 * 60
    }

    init() {}

    init(
        statements: [Statement<CheckpointReport>], longStatements: [Statement<CheckpointReport>],
        newest: Statement<CheckpointReport>?, hours: HourSeries, days: [DayTotal]
    ) {
        self.newest = newest
        self.statements = statements
        self.longStatements = longStatements
        self.hours = hours
        self.days = days
    }
}

// MARK: - Taking statements in

extension FlowLedger {
    /// Takes in a statement. The later word of the same source on the same series and period stands in place
    /// of its earlier one.
    ///
    /// - Parameters:
    ///   - now: when it was known, from which the keeping times are counted.
    ///   - passed: entries that an officer passed over for another; they do not go into the hours.
    /// - Returns: the earlier word it stands in place of.
    @discardableResult
    mutating func state(
        _ statement: Statement<CheckpointReport>, now: Instant, passing passed: Set<EntryID> = []
    ) -> Statement<CheckpointReport>? {
        guard case .period(let period) = statement.about else { return nil }
        if newest.map({ $0.at <= statement.at }) ?? true { newest = statement }
        if period.length > .days(1) {
            let replaced = longStatements.insertByTime(statement, sameSeries: Self.isSameSeries)
            if longStatements.count > Keeping.longStatements { longStatements.removeFirst() }
            return replaced
        }
        if !hours.cells.isEmpty, period.to <= hours.end {
            absorbLate(statement, period)
            return nil
        }
        let replaced = statements.insertByTime(statement, sameSeries: Self.isSameSeries)
        rollUp(now: now, passing: passed)
        return replaced
    }

    /// The same without the statements of `entries`. Hours that were rolled up before an officer chose keep what
    /// the fold had chosen.
    public func passingOver(_ entries: Set<EntryID>) -> FlowLedger {
        guard contains(entries) else { return self }
        var ledger = self
        ledger.statements.removeAll { entries.contains($0.provenance.entry) }
        ledger.longStatements.removeAll { entries.contains($0.provenance.entry) }
        if let newest, entries.contains(newest.provenance.entry) {
            ledger.newest = [ledger.statements.last, ledger.longStatements.last].compactMap(\.self)
                .max { $0.at < $1.at }
        }
        return ledger
    }

    private func contains(_ entries: Set<EntryID>) -> Bool {
        statements.contains { entries.contains($0.provenance.entry) }
            || longStatements.contains { entries.contains($0.provenance.entry) }
            || newest.map { entries.contains($0.provenance.entry) } ?? false
    }

    /// The end of the hours that are rolled up, whose single statements are not kept; `nil` while all are.
    public var rolledUpTo: Instant? { hours.cells.isEmpty ? nil : hours.end }

    /// Whether statements of more than a day were dropped for newer ones.
    public var hasDroppedLong: Bool { longStatements.count >= Keeping.longStatements }

    /// Whether both speak of the same number of a post and direction.
    private static func isSameSeries(_ first: CheckpointReport, _ second: CheckpointReport) -> Bool {
        first.mode == second.mode && first.category == second.category
    }

    private mutating func absorbLate(_ statement: Statement<CheckpointReport>, _ period: Period) {
        guard statement.body.category == nil else { return }
        for (hour, cell) in HourlyTotals.spread(statement.body.persons.count, over: period) {
            hours.update(hour) { $0.absorb(cell) }
        }
    }

    /// Rolls whole hours that ended before the keeping time into the hour series, and old hours into days.
    private mutating func rollUp(now: Instant, passing passed: Set<EntryID>) {
        let target = (now - Keeping.statements).startOfHour
        guard !statements.isEmpty, statements[0].at <= target else { return }
        let boundary = uncutting(target)
        let count = statements.firstIndex { $0.at > boundary } ?? statements.endIndex
        guard count > 0 else { return }
        let rolled = hours.cells.isEmpty ? nil : hours.end
        let counted = statements[..<count].filter { !passed.contains($0.provenance.entry) }
        for (hour, cell) in HourlyTotals(of: counted).cells
        where rolled.map({ hour >= $0 }) ?? true {
            hours.update(hour) { $0.absorb(cell) }
        }
        statements.removeFirst(count)
        rollHoursIntoDays(before: (now - Keeping.hours).startOfDay)
    }

    /// The latest boundary up to `target` that cuts through no statement: a day's total must be weighed
    /// against its own hours, so both are rolled up together.
    private func uncutting(_ target: Instant) -> Instant {
        var boundary = target
        // By index, because an element taken out is a copy, and a national journal comes here every hour
        // for every post.
        while let cut = statements.indices.first(where: {
            statements[$0].about.start < boundary && boundary < statements[$0].at
        }) {
            boundary = statements[cut].about.start
        }
        return boundary
    }

    private mutating func rollHoursIntoDays(before boundary: Instant) {
        var day: (start: Instant, persons: Int, minutes: Int)?
        func closed(_ day: (start: Instant, persons: Int, minutes: Int)?) -> DayTotal? {
            guard let day, day.minutes >= Keeping.wholeDayMinutes else { return nil }
            return DayTotal(day: day.start, persons: day.persons)
        }
        for (hour, cell) in hours.removeHours(before: boundary) {
            if day?.start != hour.startOfDay {
                if let total = closed(day) { days.append(total) }
                day = (hour.startOfDay, 0, 0)
            }
            day?.persons += cell.persons
            day?.minutes += cell.coveredMinutes
        }
        if let total = closed(day) { days.append(total) }
        if days.count > Keeping.days { days.removeFirst(days.count - Keeping.days) }
    }
}

// MARK: - Answers

extension FlowLedger {
    /// Persons by hour, for `count` hours from the beginning of `first`'s hour.
    public func hourly(from first: Instant, count: Int) -> HourSeries {
        let start = first.startOfHour
        let totals = HourlyTotals(of: statements)
        var series = HourSeries(start: start, cells: Array(repeating: .unknown, count: count))
        let rolled = hours.cells.isEmpty ? nil : hours.end
        for index in 0..<count {
            let hour = start + .hours(index)
            if let rolled, hour < rolled { series.update(hour) { $0 = hours[hour] } }
        }
        for (hour, cell) in totals.cells
        where hour >= start && hour < series.end && (rolled.map { hour >= $0 } ?? true) {
            series.update(hour) { $0 = cell }
        }
        return series
    }

    /// The mean of whole days before `instant`, as far back as days are kept; `nil` with fewer than three.
    public func usualADay(before instant: Instant) -> Double? {
        let today = instant.startOfDay
        var totals = days.map(\.persons)
        var day = hours.start.startOfDay
        while day + .days(1) <= min(today, hours.end) {
            let cells = (0..<24).map { hours[day + .hours($0)] }
            if cells.reduce(0, { $0 + $1.coveredMinutes }) >= Keeping.wholeDayMinutes {
                totals.append(cells.reduce(0) { $0 + $1.persons })
            }
            day = day + .days(1)
        }
        guard totals.count >= 3 else { return nil }
        return Double(totals.reduce(0, +)) / Double(totals.count)
    }
}
