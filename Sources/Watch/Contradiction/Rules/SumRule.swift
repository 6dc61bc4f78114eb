import Situation

/// *Parts that do not add up to what is stated for the whole*: the posts of a region, section or the country, and
/// regions and sections of the country, for the same direction, means of travel, category and period.
///
/// - Too much: the least that the known parts add up to is above the most that the stated total allows, by more than
///   half a per cent and more than 2 persons. It does not matter whether all parts are known.
/// - Too little: the most that the parts add up to is below the least that the total allows, by more than the same;
///   only when every post (region, section) of the area is known for the whole period.
///
/// The tolerance is for those who stand between two posts' midnights. A post counts for a period it stated itself, or
/// by its hours when the period is of whole hours within the last eight days; hours that a longer report was spread
/// over do not count. One case for each total.
struct SumRule {
    let subject: String
    let posts: [PostCounts]
    /// What is stated for the regions that have posts and for the sections, one list for each.
    var regions: [[Claim]] = []
    var sections: [[Claim]] = []

    /// The share of a total that parts may be off.
    static let tolerance = 0.005
    /// Persons that parts may be off.
    static let leastTolerance = 2.0

    func examine(_ claims: [Claim], into book: inout Casebook) {
        let start = posts.compactMap(\.start).min()
        let regions = regions.map(Self.index)
        let sections = sections.map(Self.index)
        for claim in claims {
            guard case .crossings(let direction, let mode, let category) = claim.series,
                category.role == .flow
            else { continue }
            var sums: [(sum: PartSum, variant: String)] = []
            if let start, claim.to > start,
                let sum = Self.sum(posts.map { $0.part(direction, mode, category, claim.time) })
            {
                sums.append((sum, "posts"))
            }
            if let sum = Self.sum(regions, for: claim) { sums.append((sum, "regions")) }
            if let sum = Self.sum(sections, for: claim) { sums.append((sum, "sections")) }
            guard !sums.isEmpty else { continue }
            let key = CaseKey(
                .sum, subject, claim.series.key, claim.from.key, claim.to.key,
                claim.provenance.source.rawValue)
            if let off = sums.first(where: { Self.contradicts($0.sum, claim) }) {
                book.raise(off.sum.against(claim, key: key, variant: off.variant))
            } else if sums.contains(where: { $0.sum.isWhole }) {
                book.agree(key)
            }
        }
    }

    /// What the posts add up to for the series and time of a claim.
    func posts(for claim: Claim) -> PartSum? {
        guard case .crossings(let direction, let mode, let category) = claim.series, category.role == .flow
        else { return nil }
        return Self.sum(posts.map { $0.part(direction, mode, category, claim.time) })
    }

    private static func contradicts(_ sum: PartSum, _ total: Claim) -> Bool {
        if sum.bounds.low > total.bounds.high + slack(total.bounds.high) { return true }
        return sum.isWhole && sum.bounds.high < total.bounds.low - slack(total.bounds.low)
    }

    private static func slack(_ number: Double) -> Double { max(abs(number) * tolerance, leastTolerance) }

    private static func sum(_ parts: [(part: PartSum.Part, isWhole: Bool)?]) -> PartSum? {
        let known = parts.compactMap(\.self)
        let isWhole = known.count == parts.count && known.allSatisfy(\.isWhole)
        return PartSum(known.map(\.part), isWhole: isWhole)
    }

    private typealias Index = [ClaimSeries: [ClaimTime: [Claim]]]

    private static func index(_ claims: [Claim]) -> Index {
        claims.reduce(into: [:]) { $0[$1.series, default: [:]][$1.time, default: []].append($1) }
    }

    /// Of each area what its sources allow together.
    private static func sum(_ areas: [Index], for claim: Claim) -> PartSum? {
        let parts = areas.compactMap { index -> PartSum.Part? in
            guard let stated = index[claim.series]?[claim.time], let newest = stated.last else { return nil }
            let bounds = Bounds(
                low: stated.map(\.bounds.low).min() ?? -.infinity,
                high: stated.map(\.bounds.high).max() ?? .infinity)
            return PartSum.Part(
                value: newest.value, bounds: bounds, newest: newest.provenance,
                entries: stated.map(\.provenance.entry))
        }
        return PartSum(parts, isWhole: parts.count == areas.count)
    }
}
