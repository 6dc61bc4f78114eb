import Situation

/// *Parts that exceed their whole.*
///
/// - A figure of some of the persons, of one means of travel or of a shorter time inside, against one of all of them at
///   the same place: the least that the part allows must not be more than the most that the whole does. Whole and part
///   are told by their words (``Category/isPart(of:)``); figures a day are no totals. One case for each whole, with
///   the part that exceeds it most.
/// - All means of travel together against the figure of all means over the same time: of each the lowest of several
///   sources, against the highest of the whole.
/// - Places taken against places open and in reserve, in one report of a shelter.
/// - How many of a resource are in use against how many there are, in one report.
///
/// No tolerance but what the precision of the figures gives.
struct WholeRule {
    let subject: String

    func examine(_ claims: [Claim], into book: inout Casebook) {
        let flows = claims.filter {
            if case .crossings(_, _, let category) = $0.series { category.role == .flow } else { false }
        }
        for direction in Direction.allCases {
            let ofDirection = flows.filter { $0.direction == direction }
            parts(ofDirection, into: &book)
            modes(ofDirection, into: &book)
        }
    }

    // MARK: Parts

    /// Sweeps over time, keeping the claims that are not over yet, so that claims about different times are never
    /// held against one another.
    private func parts(_ claims: [Claim], into book: inout Casebook) {
        let ordered = claims.indices.sorted {
            (claims[$0].from, claims[$1].to, $0) < (claims[$1].from, claims[$0].to, $1)
        }
        var running: [Int] = []
        var worst: [Int: Int] = [:]
        for index in ordered {
            let claim = claims[index]
            running.removeAll { claims[$0].to <= claim.from }
            for other in running {
                // The other begins no later, and where it begins at once it ends no sooner.
                note(index, in: other, of: claims, &worst)
                if claims[other].time == claim.time { note(other, in: index, of: claims, &worst) }
            }
            running.append(index)
        }
        var used: Set<Int> = []
        for (whole, part) in worst.sorted(by: { claims[$0.key].excess($1.key, claims) }) {
            guard used.insert(part).inserted else { continue }
            book.compare(key(claims[whole]), variant: "part", claims[part], claims[whole], disagree: true)
        }
        if !book.open.isEmpty {
            for index in claims.indices where worst[index] == nil { book.agree(key(claims[index])) }
        }
    }

    private func note(_ part: Int, in whole: Int, of claims: [Claim], _ worst: inout [Int: Int]) {
        guard claims[part].bounds.low > claims[whole].bounds.high,
            claims[part].isPart(of: claims[whole])
        else { return }
        if worst[whole].map({ claims[$0].bounds.low < claims[part].bounds.low }) ?? true {
            worst[whole] = part
        }
    }

    private func key(_ whole: Claim) -> CaseKey {
        CaseKey(
            .whole, subject, "part", whole.series.key, whole.from.key, whole.to.key,
            whole.provenance.source.rawValue)
    }

    // MARK: Means of travel

    private func modes(_ claims: [Claim], into book: inout Casebook) {
        struct Group: Hashable {
            let category: Category
            let time: ClaimTime
        }
        var groups: [Group: [TravelMode: [Claim]]] = [:]
        for claim in claims {
            guard case .crossings(_, let mode, let category) = claim.series else { continue }
            groups[Group(category: category, time: claim.time), default: [:]][mode, default: []].append(claim)
        }
        for (group, modes) in groups {
            guard let whole = modes[.all]?.max(by: { $0.bounds.high < $1.bounds.high }) else { continue }
            let parts = modes.filter { $0.key != .all }.values.compactMap { claims in
                claims.min { $0.bounds.low < $1.bounds.low }
            }
            guard let sum = PartSum(of: parts, isWhole: true) else { continue }
            let key = CaseKey(
                .whole, subject, "modes", whole.series.key, group.time.from.key, group.time.to.key)
            if sum.bounds.low > whole.bounds.high {
                book.raise(sum.against(whole, key: key, variant: "modes"))
            } else {
                book.agree(key)
            }
        }
    }

    // MARK: Single reports

    static func examine(_ reports: Timeline<ShelterReport>, of shelter: ShelterID, into book: inout Casebook) {
        for statement in reports.statements {
            let report = statement.body
            single(
                statement.provenance, statement.about, part: report.occupied.count,
                whole: (report.openBeds + report.reserveBeds).count, unit: .beds, variant: "beds",
                subject: shelter.rawValue, into: &book)
        }
    }

    static func examine(_ reports: Timeline<ResourceReport>, of pool: ReservePool, into book: inout Casebook) {
        for statement in reports.statements {
            guard let committed = statement.body.committed else { continue }
            single(
                statement.provenance, statement.about, part: committed, whole: statement.body.count,
                unit: .pieces, variant: "committed", subject: pool.description, into: &book)
        }
    }

    private static func single(
        _ provenance: Provenance, _ about: About, part: Int, whole: Int, unit: ContradictionEvent.Unit,
        variant: String, subject: String, into book: inout Casebook
    ) {
        let key = CaseKey(.whole, subject, variant, about.end.key, provenance.source.rawValue)
        guard part > whole else {
            book.agree(key)
            return
        }
        func figure(_ value: Int) -> ContradictionEvent.Figure {
            ContradictionEvent.Figure(
                value: Double(value), entry: provenance.entry, source: provenance.source, from: about.start,
                to: about.end)
        }
        let finding = ContradictionEvent.Finding(
            rule: ContradictionRule.whole.rawValue, variant: variant, subject: subject, first: figure(part),
            second: figure(whole), gap: Double(part - whole), unit: unit)
        book.raise(FoundCase(id: key.id, rule: .whole, finding: finding, rests: [provenance.entry]))
    }
}

extension Claim {
    fileprivate var direction: Direction? {
        if case .crossings(let direction, _, _) = series { direction } else { nil }
    }

    /// Whether all it counts is counted in `whole` too, and something more. What other rules compare is left out: the
    /// same number (twice), the modes of one count (their sum), one source's running total (falling).
    fileprivate func isPart(of whole: Claim) -> Bool {
        guard case .crossings(_, let mode, let category) = series,
            case .crossings(_, let wholeMode, let wholeCategory) = whole.series,
            whole.spans(self), category.isPart(of: wholeCategory), mode == wholeMode || wholeMode == .all
        else { return false }
        if time == whole.time, category == wholeCategory { return false }
        let isRunning = series == whole.series && from == whole.from
        return !(isRunning && provenance.source == whole.provenance.source)
    }

    /// An order of wholes that does not change from look to look: by time, then by entry.
    fileprivate func excess(_ other: Int, _ claims: [Claim]) -> Bool {
        (from, to, provenance.entry) < (claims[other].from, claims[other].to, claims[other].provenance.entry)
    }
}
