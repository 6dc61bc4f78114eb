import Situation

/// *Sets that do not nest*: reached ≤ targeted ≤ in need ≤ affected ≤ population, of one place and time.
///
/// The figures are stated totals whose category names the set. The least that the smaller set allows is held against
/// the most that the larger one does, without further tolerance; each set against the nearest larger one it exceeds,
/// so a set that is not stated is passed over. Of several sources the latest word on a set counts.
struct SetsRule {
    let subject: String

    func examine(_ claims: [Claim], into book: inout Casebook) {
        struct Group: Hashable {
            let direction: Direction
            let mode: TravelMode
            let time: ClaimTime
        }
        var groups: [Group: [PeopleSet: Claim]] = [:]
        for claim in claims {
            guard case .crossings(let direction, let mode, let category) = claim.series,
                case .set(let set) = category.role
            else { continue }
            let group = Group(direction: direction, mode: mode, time: claim.time)
            let known = groups[group]?[set]?.provenance.known
            if known.map({ $0 <= claim.provenance.known }) ?? true {
                groups[group, default: [:]][set] = claim
            }
        }
        for sets in groups.values {
            let ordered = sets.sorted { $0.key < $1.key }.map(\.value)
            for (place, inner) in ordered.enumerated() {
                examine(inner, within: ordered[(place + 1)...], into: &book)
            }
        }
    }

    private func examine(_ inner: Claim, within outers: ArraySlice<Claim>, into book: inout Casebook) {
        let exceeded = outers.first { inner.bounds.low > $0.bounds.high }
        for outer in outers {
            let key = CaseKey(
                .sets, subject, inner.series.key, outer.series.key, inner.from.key, inner.to.key)
            if outer == exceeded {
                book.compare(key, variant: "sets", inner, outer, disagree: true)
            } else if exceeded == nil {
                book.agree(key)
            }
        }
    }
}
