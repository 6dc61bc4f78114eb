import Planning
import Situation

/// What a task's step takes from the reserve, as it could be committed now.
public struct ReserveOffer: Hashable, Sendable {
    public let kind: ReserveCommitment.Kind
    public let amount: ReserveCommitment.Amount
    /// From which pools, in the order they are drawn on; pools with nothing to give are listed too.
    public let shares: [Share]
    /// How many are missing of the number the step asks for; zero for shares of what there is.
    public let short: Int

    /// What one pool gives.
    public struct Share: Hashable, Sendable {
        public let pool: ReservePool
        /// What to commit; zero where nothing is left or nothing is known.
        public let amount: Int
        /// `nil` when nobody said how much there is.
        public let stock: ReserveStock?
        /// What the task holds of it already.
        public let held: Int
    }
}

extension WatchDesk {
    /// What the step of `task` takes from the reserve, as it could be committed now; `nil` when it takes nothing.
    ///
    /// A number is drawn from the pools with most left first, and what the task holds already counts. A share is of what
    /// each pool has left, rounded down but at least one, and is offered only where the task holds nothing yet.
    public func offer(for task: TaskRef) -> ReserveOffer? {
        guard let record = picture.watch.tasks[task], let wanted = step(of: record)?.reserve,
            let run = record.opening.origin.run
        else { return nil }
        let affected = picture.watch.runs[run]?.affected ?? PlaybookEvent.Affected()
        let figures = WatchFigures(picture, reading)
        let pools = pools(of: wanted, affected).map { pool in
            (
                pool: pool, stock: ReserveStock(of: pool, figures),
                held: picture.watch.reserves[pool]?.commitments[task] ?? 0
            )
        }.sorted { ($0.stock?.left ?? -1, $1.pool) > ($1.stock?.left ?? -1, $0.pool) }
        var missing =
            if case .count(let count) = wanted.amount { max(0, count - pools.reduce(0) { $0 + $1.held }) } else { 0 }
        let shares = pools.map { pool, stock, held in
            let left = stock?.left ?? 0
            let amount: Int
            switch wanted.amount {
            case .count:
                amount = min(left, missing)
                missing -= amount
            case .percent(let percent):
                amount = left > 0 && held == 0 ? max(1, left * percent / 100) : 0
            }
            return ReserveOffer.Share(pool: pool, amount: amount, stock: stock, held: held)
        }
        return ReserveOffer(kind: wanted.kind, amount: wanted.amount, shares: shares, short: missing)
    }

    /// The pools that a step may draw on: those of the affected regions, of all, or of one place.
    private func pools(
        of wanted: ReserveCommitment, _ affected: PlaybookEvent.Affected
    ) -> [ReservePool] {
        func pools(_ places: [String]) -> [ReservePool] {
            places.map { ReservePool(kind: wanted.kind.rawValue, place: $0) }
        }
        switch wanted.place {
        case .one(let place): return pools([place])
        case .affected where !affected.regions.isEmpty: return pools(affected.regions.map(\.rawValue))
        case .affected, .any:
            switch wanted.kind {
            case .beds: return pools(reading.regions.map(\.id.rawValue))
            case .lanes:
                return pools(Set(reading.checkpoints.map(\.region.rawValue)).sorted())
            default:
                return picture.resources.keys.filter { $0.kind == wanted.kind.rawValue }.sorted()
            }
        }
    }
}
