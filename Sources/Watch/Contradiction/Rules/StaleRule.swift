import Situation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// *An old figure shown as a new one.*
///
/// - A copy: a post's newest hours repeat its hours of the day before, one by one. Chance does that too: two counts
///   around *n* are equal once in 2√(πn) times, so each equal hour weighs ln 2√(πn), and the repeated hours have to
///   weigh 16 together: less than once in eight million comparisons (five hours of a hundred persons). At least three
///   of the counts must be different from one another, so a steady or evenly shared flow is no copy.
///   Of a shelter: a report that repeats the one before it, where arrived, departed and places taken weigh as much.
///   Hours that a longer report was spread over are not compared.
/// - Late: the newest report of a post or shelter became known more than 12 hours after the time it speaks of, though
///   the one before it from the same source took at most six. A source that is always late says so by its age.
struct StaleRule {
    let subject: String
    /// The series of the place, for the name of a case: a direction, or places taken.
    let series: String

    /// What repeated counts have to weigh.
    static let evidence = 16.0
    static let latest = Span.hours(12)
    static let prompt = Span.hours(6)

    func examine(_ ledger: FlowLedger, into book: inout Casebook) {
        copy(ledger, into: &book)
        for statements in Dictionary(grouping: ledger.statements, by: \.provenance.source).values {
            late(statements, into: &book) { Double($0.persons.count) }
        }
    }

    func examine(_ reports: Timeline<ShelterReport>, into book: inout Casebook) {
        for statements in Dictionary(grouping: reports.statements, by: \.provenance.source).values {
            copy(statements, into: &book)
            late(statements, into: &book) { Double($0.occupied.count) }
        }
    }

    // MARK: Copies

    private func copy(_ ledger: FlowLedger, into book: inout Casebook) {
        let counted = ledger.statements.filter { $0.body.category == nil }
        guard let newest = counted.last else { return }
        let end = newest.at.startOfHour
        guard newest.at == end else { return }
        let hours = ledger.hourly(from: end - .hours(48), count: 48)
        var weight = 0.0
        var values: Set<Int> = []
        var start = end
        while start > end - .hours(24) {
            let (now, before) = (hours[start - .hours(1)], hours[start - .hours(25)])
            guard now.isCounted, before.isCounted, now.persons == before.persons else { break }
            weight += Self.weight(of: now.persons)
            values.insert(now.persons)
            start = start - .hours(1)
        }
        guard weight >= Self.evidence, values.count >= 3,
            let twin = counted.last(where: { $0.at == newest.at - .days(1) })
        else { return }
        func sum(_ statement: Statement<CheckpointReport>) -> ContradictionEvent.Figure {
            let hour = statement.at - .hours(1)
            var figure = statement.figure(Double(hours[hour].persons), nature: .sum)
            figure.from = hour
            return figure
        }
        raise(
            sum(newest), twin: sum(twin),
            copied: counted.filter { $0.about.start >= start }.map(\.provenance.entry),
            gap: .days(1), into: &book)
    }

    private func copy(_ reports: [Statement<ShelterReport>], into book: inout Casebook) {
        guard let newest = reports.last, let twin = reports.last(where: { $0.at < newest.at }) else { return }
        let counts = [newest, twin].map { [$0.body.arrived?.count, $0.body.departed?.count, $0.body.occupied.count] }
        guard counts[0] == counts[1] else { return }
        let told = counts[0].compactMap(\.self)
        let weight = told.reduce(0) { $0 + Self.weight(of: $1) }
        guard weight >= Self.evidence, told.count == 3, Set(told).count == 3 else { return }
        raise(
            newest.figure(Double(newest.body.occupied.count)), twin: twin.figure(Double(twin.body.occupied.count)),
            copied: [newest.provenance.entry], gap: newest.at - twin.at, into: &book)
    }

    private func raise(
        _ newest: ContradictionEvent.Figure, twin: ContradictionEvent.Figure, copied: [EntryID], gap: Span,
        into book: inout Casebook
    ) {
        // One case a day: while the copying goes on the run grows.
        let day = (newest.to ?? Instant(milliseconds: 0)).startOfDay
        let key = CaseKey(.stale, subject, "copy", series, newest.source.rawValue, day.key)
        let finding = ContradictionEvent.Finding(
            rule: ContradictionRule.stale.rawValue, variant: "copy", subject: subject, first: newest,
            second: twin, gap: gap.inHours, unit: .hours)
        book.raise(
            FoundCase(
                id: key.id, rule: .stale, finding: finding, rests: Set(copied + finding.sides),
                blames: Set(copied)))
    }

    /// The negative logarithm of the chance that two independent counts around `count` are equal.
    private static func weight(of count: Int) -> Double {
        count < 1 ? 0 : log(2 * (Double.pi * Double(count)).squareRoot())
    }

    // MARK: Late

    private func late<Body>(
        _ statements: [Statement<Body>], into book: inout Casebook, _ value: (Body) -> Double
    ) {
        guard let newest = statements.last, let before = statements.last(where: { $0.at < newest.at }) else {
            return
        }
        let lag = newest.provenance.known - newest.at
        let usual = before.provenance.known - before.at
        let key = CaseKey(.stale, subject, "late", series, newest.provenance.source.rawValue)
        guard lag > Self.latest, usual <= Self.prompt else {
            book.agree(key)
            return
        }
        let finding = ContradictionEvent.Finding(
            rule: ContradictionRule.stale.rawValue, variant: "late", subject: subject,
            first: newest.figure(value(newest.body)), second: before.figure(value(before.body)),
            gap: lag.inHours, unit: .hours)
        book.raise(
            FoundCase(
                id: key.id, rule: .stale, finding: finding, rests: Set(finding.sides),
                blames: [newest.provenance.entry]))
    }
}

extension HourCell {
    /// Whether the whole hour was counted as such.
    fileprivate var isCounted: Bool { coveredMinutes >= 60 && !isSpread }
}
