import Situation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// *An old figure shown as a new one.*
///
/// - A copy: the newest reports of a source on a post repeat, number by number, its reports of 24 hours before or,
///   where reports are about more than six hours, the report before. Chance does that too: two counts around *n* are
///   equal once in 2√(πn) times, so each equal count weighs ln 2√(πn), and the repeated counts (persons, vehicles,
///   queue) have to weigh 16 together: less than once in eight million comparisons. At least three of them must be
///   different from one another, so a steady or evenly shared flow is no copy. Of a shelter, arrived and departed and,
///   where anyone came or went, places taken.
/// - Late: the newest report of a post or shelter became known more than 24 hours after the time it speaks of, though
///   the one before it from the same source took at most six. A source that is always late says so by its age.
struct StaleRule {
    let subject: String
    /// The series of the place, for the name of a case: a direction, or places taken.
    let series: String

    /// What repeated counts have to weigh.
    static let evidence = 16.0
    static let latest = Span.hours(24)
    static let prompt = Span.hours(6)

    // MARK: Copies

    func examine(_ ledger: FlowLedger, into book: inout Casebook) {
        let bySource = Dictionary(grouping: ledger.statements, by: \.provenance.source)
        for statements in bySource.values {
            copy(statements.map(Counted.init), into: &book)
            late(statements, into: &book) { Double($0.persons.count) }
        }
    }

    func examine(_ reports: Timeline<ShelterReport>, into book: inout Casebook) {
        let bySource = Dictionary(grouping: reports.statements, by: \.provenance.source)
        for statements in bySource.values {
            copy(statements.map(Counted.init), into: &book)
            late(statements, into: &book) { Double($0.occupied.count) }
        }
    }

    /// A report as far as it can be a copy of another.
    fileprivate struct Counted {
        let name: String
        let from: Instant
        let to: Instant
        let counts: [Int]
        let figure: ContradictionEvent.Figure
    }

    private struct Place: Hashable {
        let name: String
        let from: Instant
        let to: Instant
    }

    private func copy(_ reports: [Counted], into book: inout Casebook) {
        guard let newest = reports.last, reports.count > 1 else { return }
        let known = Dictionary(reports.map { (Place(name: $0.name, from: $0.from, to: $0.to), $0) }) { $1 }
        let length = newest.to - newest.from
        // A shelter's reports are about moments: the report before is the last one of another time.
        let before = reports.last { $0.to < newest.to }.map { newest.to - $0.to }
        let steps = length > .hours(6) || length == .zero ? [before].compactMap(\.self) : [.days(1)]
        for step in steps {
            var weight = 0.0
            var values: Set<Int> = []
            var run: [Counted] = []
            for report in reports.reversed() {
                let place = Place(name: report.name, from: report.from - step, to: report.to - step)
                guard let twin = known[place], twin.counts == report.counts else { break }
                weight += report.counts.reduce(0) { $0 + Self.weight(of: $1) }
                values.formUnion(report.counts)
                run.append(report)
            }
            guard weight >= Self.evidence, values.count >= 3, let last = run.first,
                let twin = known[Place(name: last.name, from: last.from - step, to: last.to - step)]
            else { continue }
            // One case a day: while the copying goes on the run grows at one end, and what it repeats is
            // rolled up at the other.
            let key = CaseKey(
                .stale, subject, "copy", series, last.figure.source.rawValue, last.to.startOfDay.key)
            let finding = ContradictionEvent.Finding(
                rule: ContradictionRule.stale.rawValue, variant: "copy", subject: subject, first: last.figure,
                second: twin.figure, gap: step.inHours, unit: .hours)
            let copied = Set(run.map(\.figure.entry))
            book.raise(
                FoundCase(
                    id: key.id, rule: .stale, finding: finding, rests: copied.union(finding.sides),
                    blames: copied))
        }
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

extension StaleRule.Counted {
    init(_ statement: Statement<CheckpointReport>) {
        let report = statement.body
        name = "\(report.mode.rawValue)/\(report.category ?? "")"
        from = statement.about.start
        to = statement.about.end
        counts = [
            report.persons.count, report.vehicles?.count ?? 0, report.waitingPersons?.count ?? 0,
            report.waitingVehicles?.count ?? 0,
        ]
        figure = statement.figure(Double(report.persons.count))
    }

    init(_ statement: Statement<ShelterReport>) {
        let report = statement.body
        name = ""
        from = statement.about.start
        to = statement.about.end
        let flows = [report.arrived?.count ?? 0, report.departed?.count ?? 0]
        counts = flows.contains { $0 > 0 } ? flows + [report.occupied.count] : []
        figure = statement.figure(Double(report.occupied.count))
    }
}
