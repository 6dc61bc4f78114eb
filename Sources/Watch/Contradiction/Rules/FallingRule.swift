import Situation

/// *A running total that falls*: of one source, place and series, from the same beginning, the total up to a later day
/// is less than the one up to an earlier day.
///
/// The most that the later one allows is held against the least that the earlier one does, without further tolerance.
/// Each total is compared with the one before it.
struct FallingRule {
    let subject: String

    func examine(_ claims: [Claim], into book: inout Casebook) {
        struct Run: Hashable {
            let series: ClaimSeries
            let source: SourceID
            let from: Instant
        }
        var runs: [Run: [Claim]] = [:]
        for claim in claims {
            guard case .crossings(_, _, let category) = claim.series, category.role == .flow else { continue }
            let run = Run(series: claim.series, source: claim.provenance.source, from: claim.from)
            runs[run, default: []].append(claim)
        }
        for run in runs.values where run.count > 1 {
            let ordered = run.sorted { $0.to < $1.to }
            for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.to < later.to {
                book.compare(
                    CaseKey(
                        .falling, subject, earlier.series.key, earlier.provenance.source.rawValue,
                        earlier.from.key, earlier.to.key, later.to.key),
                    variant: "total", earlier, later, disagree: later.bounds.high < earlier.bounds.low)
            }
        }
    }
}
