import Situation

/// Other figures of a place that can speak for one of two that differ.
///
/// In this order, the first that fits exactly one of the two:
/// 1. a third statement of the same number: its bounds overlap with one alone;
/// 2. the sum of the parts (an area's posts) over the same time, within ``SumRule/tolerance``;
/// 3. a statement of the same series about a shorter time inside, which cannot be more, or a longer time around,
///    which cannot be less;
/// 4. the pace: an earlier running total from the same beginning and the days stated since then, at least half of
///    them, carried on at their mean. It speaks for a number it comes within a tenth of, when the other is more than
///    twice as far from it.
struct Witnesses {
    /// All claims of the place.
    let claims: [Claim]
    /// The sum of the parts of the place for a claim, where all of them are known.
    var sum: (Claim) -> PartSum? = { _ in nil }

    /// A figure that speaks for one of two entries.
    struct Witness {
        let figure: ContradictionEvent.Figure
        /// The entry it speaks for.
        let entry: EntryID
    }

    func speaking(for first: Claim, or second: Claim, among others: [Claim]) -> Witness? {
        let pair = (first, second)
        let same = others.filter {
            $0.provenance.entry != first.provenance.entry && $0.provenance.entry != second.provenance.entry
                && $0.precision != .atLeast && $0.precision != .atMost
        }
        for third in same {
            if let entry = fitting(pair, { third.bounds.agrees(with: $0.bounds) }) {
                return Witness(figure: third.figure, entry: entry)
            }
        }
        if let sum = sum(first), sum.isWhole,
            let entry = fitting(pair, { sum.bounds.widened(by: SumRule.tolerance).agrees(with: $0.bounds) })
        {
            return Witness(figure: sum.figure(first), entry: entry)
        }
        return nested(pair) ?? pace(pair)
    }

    private func fitting(_ pair: (Claim, Claim), _ fits: (Claim) -> Bool) -> EntryID? {
        let (first, second) = (fits(pair.0), fits(pair.1))
        if first == second { return nil }
        return first ? pair.0.provenance.entry : pair.1.provenance.entry
    }

    private func nested(_ pair: (Claim, Claim)) -> Witness? {
        guard case .crossings(_, _, let category) = pair.0.series, category.role == .flow else { return nil }
        for other in claims where other.series == pair.0.series && other.time != pair.0.time {
            let entry: EntryID?
            if pair.0.spans(other) {
                entry = fitting(pair) { other.bounds.low <= $0.bounds.high }
            } else if other.spans(pair.0) {
                entry = fitting(pair) { $0.bounds.low <= other.bounds.high }
            } else {
                entry = nil
            }
            if let entry { return Witness(figure: other.figure, entry: entry) }
        }
        return nil
    }

    private func pace(_ pair: (Claim, Claim)) -> Witness? {
        guard case .crossings(_, _, let category) = pair.0.series, category.role == .flow else { return nil }
        let series = claims.filter { $0.series == pair.0.series }
        let (from, to) = (pair.0.from, pair.0.to)
        let before = series.filter { $0.from == from && $0.to > from && $0.to < to && $0.precision.isCount }
            .max { ($0.to, $0.provenance.known) < ($1.to, $1.provenance.known) }
        guard let before else { return nil }
        let days = series.filter {
            $0.from >= before.to && $0.to <= to && $0.to - $0.from == .days(1) && $0.precision.isCount
        }
        let rest = (to - before.to).inHours / 24
        guard !days.isEmpty, Double(Set(days.map(\.from)).count) >= rest / 2 else { return nil }
        let mean = days.reduce(0) { $0 + $1.value } / Double(days.count)
        let reckoned = before.value + mean * rest
        let entry = fitting(pair) { claim in
            let other = claim == pair.0 ? pair.1 : pair.0
            let distance = abs(claim.value - reckoned)
            return distance <= reckoned / 10 && abs(other.value - reckoned) > 2 * distance
        }
        return entry.map { Witness(figure: before.figure, entry: $0) }
    }
}

extension Precision {
    /// Whether the number itself is meant and not a bound of it.
    var isCount: Bool { self == .exact || self == .rounded }
}
