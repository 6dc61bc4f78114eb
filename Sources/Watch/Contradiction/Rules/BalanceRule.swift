import Situation

/// *In less out is not the change of what is there.*
///
/// - A shelter: between two consecutive reports of one source, places taken before + arrived − departed against places
///   taken after, where the later report says both flows. They may be off by 2 persons and one per cent of the places
///   taken, the larger of the two reports.
/// - An area: where a total says how many stayed (a category such as `RU citizens stayed`), in − out of the same
///   category, means of travel and period against it, as far apart as the precision of the three allows.
struct BalanceRule {
    let subject: String

    static let tolerance = 0.01
    static let leastTolerance = 2.0

    func examine(_ reports: Timeline<ShelterReport>, into book: inout Casebook) {
        var last: [SourceID: Statement<ShelterReport>] = [:]
        for report in reports.statements {
            if let before = last.updateValue(report, forKey: report.provenance.source) {
                examine(before, report, into: &book)
            }
        }
    }

    private func examine(
        _ before: Statement<ShelterReport>, _ after: Statement<ShelterReport>, into book: inout Casebook
    ) {
        guard let arrived = after.body.arrived, let departed = after.body.departed, before.at < after.at
        else { return }
        let expected = Double(before.body.occupied.count + arrived.count - departed.count)
        let taken = Double(after.body.occupied.count)
        let larger = Double(max(before.body.occupied, after.body.occupied).count)
        let key = CaseKey(
            .balance, subject, "shelter", before.at.key, after.at.key, after.provenance.source.rawValue)
        guard abs(expected - taken) > Self.leastTolerance + larger * Self.tolerance else {
            book.agree(key)
            return
        }
        let finding = ContradictionEvent.Finding(
            rule: ContradictionRule.balance.rawValue, variant: "shelter", subject: subject,
            first: before.figure(expected, nature: .computed), second: after.figure(taken),
            gap: abs(expected - taken), unit: .beds)
        book.raise(FoundCase(id: key.id, rule: .balance, finding: finding, rests: Set(finding.sides)))
    }

    func examine(_ claims: [Claim], into book: inout Casebook) {
        for stay in claims {
            guard case .crossings(_, let mode, let category) = stay.series,
                case .stay(let base) = category.role
            else { continue }
            func flow(_ direction: Direction) -> Claim? {
                let series = ClaimSeries.crossings(direction, mode, Category(base.isEmpty ? nil : base))
                return claims.last { $0.time == stay.time && $0.series == series }
            }
            guard let into = flow(.in), let out = flow(.out) else { continue }
            examine(into, out, stay, into: &book)
        }
    }

    private func examine(_ into: Claim, _ out: Claim, _ stay: Claim, into book: inout Casebook) {
        let key = CaseKey(
            .balance, subject, "area", stay.series.key, stay.from.key, stay.to.key,
            stay.provenance.source.rawValue)
        guard !(into.bounds - out.bounds).agrees(with: stay.bounds) else {
            book.agree(key)
            return
        }
        var first = into.figure
        first.value = into.value - out.value
        first.nature = .computed
        let finding = ContradictionEvent.Finding(
            rule: ContradictionRule.balance.rawValue, variant: "area", subject: subject, first: first,
            second: stay.figure, third: out.figure, gap: abs(first.value - stay.value))
        book.raise(
            FoundCase(
                id: key.id, rule: .balance, finding: finding,
                rests: Set(finding.sides + [out.provenance.entry])))
    }
}

extension Statement {
    /// A number of the statement as one side of a case.
    func figure(_ value: Double, nature: ContradictionEvent.Nature = .stated) -> ContradictionEvent.Figure {
        ContradictionEvent.Figure(
            value: value, entry: provenance.entry, source: provenance.source, from: about.start, to: about.end,
            nature: nature)
    }
}
