import Situation

/// *The same number stated twice, differently*: two sources about the same place, series and time, or one source that
/// stated its number anew without correcting the first.
///
/// Two statements agree when what they allow overlaps (``Bounds``); two exact ones only when they are equal. Of more
/// than two, each one is held against the first stated before it that it disagrees with, unless another one said the
/// same before. Of one source only numbers count that were stated after the time they speak of was over; before that
/// they are not final.
///
/// Where the two look like a slip of digits and another figure speaks for one of them, the case is one of
/// ``ContradictionRule/slip``: see ``Witnesses``.
struct TwiceRule {
    let subject: String
    let witnesses: Witnesses

    func examine(_ claims: [Claim], into book: inout Casebook) {
        struct Group: Hashable {
            let series: ClaimSeries
            let time: ClaimTime
        }
        var groups: [Group: [Claim]] = [:]
        for claim in claims { groups[Group(series: claim.series, time: claim.time), default: []].append(claim) }
        for group in groups.values where group.count > 1 {
            examine(group: group.sorted { $0.isStated(before: $1) }, into: &book)
        }
    }

    private func examine(group: [Claim], into book: inout Casebook) {
        for (place, claim) in group.enumerated() {
            let earlier = group[..<place].filter { $0.provenance.source != claim.provenance.source }
            guard let rival = earlier.first(where: { !$0.bounds.agrees(with: claim.bounds) }),
                // Another one that said the same made this case before.
                !group[..<place].contains(where: {
                    $0.bounds.agrees(with: claim.bounds) && !$0.bounds.agrees(with: rival.bounds)
                })
            else {
                for other in earlier where other.bounds.agrees(with: claim.bounds) {
                    book.agree(key(other, claim))
                }
                continue
            }
            book.raise(pair(rival, claim, key: key(rival, claim), others: group))
        }
    }

    private func key(_ first: Claim, _ second: Claim) -> CaseKey {
        let sources = [first.provenance.source.rawValue, second.provenance.source.rawValue].sorted()
        return CaseKey(
            .twice, subject, first.series.key, first.from.key, first.to.key, sources[0], sources[1])
    }

    private func pair(_ first: Claim, _ second: Claim, key: CaseKey, others: [Claim]) -> FoundCase {
        let witness = witnesses.speaking(for: first, or: second, among: others)
        let slip = DigitSlip.between(first.value, second.value)
        let rule = slip != nil && witness != nil ? ContradictionRule.slip : .twice
        let finding = ContradictionEvent.Finding(
            rule: rule.rawValue, variant: rule == .slip ? slip?.rawValue ?? "" : "sources", subject: subject,
            first: first.figure, second: second.figure, third: witness?.figure,
            gap: abs(first.value - second.value), unit: first.series.unit, likely: witness?.entry,
            isChoice: true)
        let sides = Set(finding.sides)
        return FoundCase(
            id: key.id, rule: rule, finding: finding, rests: sides,
            blames: witness.map { sides.subtracting([$0.entry]) } ?? sides)
    }

    /// What a source stated anew.
    static func examine(_ restated: [Statement<Restatement>], into book: inout Casebook) {
        for statement in restated {
            let (body, later) = (statement.body, statement.provenance)
            let key = CaseKey(
                .twice, body.series.subject, "restated", body.series.name, statement.about.start.key,
                statement.about.end.key, later.source.rawValue)
            let before = Bounds(body.earlier.value, body.earlier.precision)
            guard !before.agrees(with: Bounds(body.later.value, body.later.precision)) else {
                book.agree(key)
                continue
            }
            func figure(_ number: StatedNumber, _ origin: Provenance) -> ContradictionEvent.Figure {
                ContradictionEvent.Figure(
                    value: number.value, precision: number.precision, entry: origin.entry,
                    source: origin.source, from: statement.about.start, to: statement.about.end)
            }
            let finding = ContradictionEvent.Finding(
                rule: ContradictionRule.twice.rawValue, variant: "restated", subject: body.series.subject,
                first: figure(body.earlier, body.origin), second: figure(body.later, later),
                gap: abs(body.earlier.value - body.later.value), unit: body.series.unit)
            book.raise(
                FoundCase(
                    id: key.id, rule: .twice, finding: finding, rests: Set(finding.sides),
                    blames: Set(finding.sides)))
        }
    }
}

extension Claim {
    /// The order in which figures were stated.
    fileprivate func isStated(before other: Claim) -> Bool {
        (provenance.known, provenance.entry) < (other.provenance.known, other.provenance.entry)
    }
}

extension DigitSlip {
    /// Of numbers that are not whole there is no slip.
    fileprivate static func between(_ first: Double, _ second: Double) -> DigitSlip? {
        guard let first = Int(exactly: first), let second = Int(exactly: second) else { return nil }
        return between(first, second)
    }
}

extension Series {
    fileprivate var unit: ContradictionEvent.Unit {
        if name == "shelter" { return .beds }
        if name.hasPrefix("resource/") { return .pieces }
        return subject.hasPrefix("indicator-") ? .indicator : .persons
    }
}
