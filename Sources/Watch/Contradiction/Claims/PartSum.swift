import Situation

/// The sum of the parts of a whole.
struct PartSum: Sendable {
    let value: Double
    let bounds: Bounds
    /// Whether every part is known; else the sum is only the least that there can be.
    let isWhole: Bool
    /// The newest of the parts.
    let newest: Provenance
    let entries: Set<EntryID>

    /// `nil` without parts.
    init?(of claims: [Claim], isWhole: Bool) {
        let parts = claims.map {
            Part(value: $0.value, bounds: $0.bounds, newest: $0.provenance, entries: [$0.provenance.entry])
        }
        self.init(parts, isWhole: isWhole)
    }

    init?(_ parts: [Part], isWhole: Bool) {
        guard let newest = parts.map(\.newest).max(by: { ($0.known, $0.entry) < ($1.known, $1.entry) }) else {
            return nil
        }
        value = parts.reduce(0) { $0 + $1.value }
        bounds = parts.dropFirst().reduce(parts[0].bounds) { $0 + $1.bounds }
        entries = parts.reduce(into: []) { $0.formUnion($1.entries) }
        self.newest = newest
        self.isWhole = isWhole
    }

    /// One part: a number, and the entries it is made of.
    struct Part: Sendable {
        let value: Double
        let bounds: Bounds
        let newest: Provenance
        let entries: [EntryID]
    }

    /// The sum as one side of a case about the time of `claim`.
    func figure(_ claim: Claim) -> ContradictionEvent.Figure {
        ContradictionEvent.Figure(
            value: value, precision: bounds.low == bounds.high ? .exact : .rounded, entry: newest.entry,
            source: newest.source, from: claim.from, to: claim.to, nature: .sum)
    }

    /// The case of the sum against what is stated as the whole.
    func against(_ whole: Claim, key: CaseKey, variant: String) -> FoundCase {
        let finding = ContradictionEvent.Finding(
            rule: key.rule.rawValue, variant: variant, subject: key.subject, first: figure(whole),
            second: whole.figure, gap: abs(value - whole.value), unit: whole.series.unit)
        return FoundCase(
            id: key.id, rule: key.rule, finding: finding, rests: entries.union([whole.provenance.entry]))
    }
}
