import Planning
import Situation

/// What there is of a reserve at a moment, and what of it is still free.
public struct ReserveStock: Hashable, Sendable {
    public let pool: ReservePool
    /// All there is.
    public let total: Int
    /// What is committed to tasks.
    public let committed: Int
    /// What is in use besides, by the source's own word.
    public let otherwiseUsed: Int

    /// What can still be committed; never below zero, although less may be there than was committed.
    public var left: Int { max(0, total - committed - otherwiseUsed) }
    /// How many were committed that are not there any more, because less was reported since.
    public var overdrawn: Int { max(0, committed + otherwiseUsed - total) }

    /// `nil` when nobody said how much there is.
    ///
    /// Beds are the reserve beds of the region's shelters, lanes the lanes of the region's posts that stand closed,
    /// other kinds what was last reported of the resource. What the source says is in use counts beside our
    /// commitments unless these were made before it spoke: then its number holds them already.
    public init?(of pool: ReservePool, _ figures: WatchFigures) {
        let record = figures.picture.watch.reserves[pool]
        self.pool = pool
        committed = record?.committed ?? 0
        switch pool.kind {
        case ReserveCommitment.Kind.beds.rawValue:
            let regions = figures.reading.regions.filter { pool.place == "KZ" || $0.id.rawValue == pool.place }
            guard !regions.isEmpty else { return nil }
            total = regions.reduce(0) { $0 + $1.reserveBeds.count }
            otherwiseUsed = 0
        case ReserveCommitment.Kind.lanes.rawValue:
            let closed = figures.reading.checkpoints
                .filter { pool.place == "KZ" || $0.region.rawValue == pool.place }
                .compactMap { post in post.lanesOpen.map { max(0, post.lanes.value.count - $0.value.count) } }
            guard !closed.isEmpty else { return nil }
            total = closed.reduce(0, +)
            otherwiseUsed = 0
        default:
            guard let report = figures.picture.resources[pool]?.latest else { return nil }
            total = max(0, report.body.count)
            let knownToSource = (record?.commitments ?? [:]).reduce(0) { sum, held in
                (record?.since[held.key]).map { $0 <= report.at } == true ? sum + held.value : sum
            }
            otherwiseUsed = max(0, (report.body.committed ?? 0) - knownToSource)
        }
    }
}
