import Situation

extension WatchDesk {
    func drafts(for act: ReserveAct, on pool: ReservePool) throws(ActRefusal) -> [Draft] {
        func draft(_ change: ReserveEvent.Change) -> Draft {
            self.draft(.reserve(ReserveEvent(pool, change)))
        }
        let record = picture.watch.reserves[pool]
        switch act {
        case .commit(let amount, let task):
            guard amount > 0 else { throw .badTime }
            guard let wanted = picture.watch.tasks[task] else { throw .noSuchThing(task.rawValue) }
            guard wanted.state.isPending else { throw .notNow(.taskClosed) }
            guard let total = reserve(of: pool) else { throw .reserveUnknown(pool) }
            let left = total - (record?.committed ?? 0)
            guard amount <= left else { throw .reserveShort(pool, left: max(0, left)) }
            return [draft(.committed(amount: amount, of: total, task: task))]
        case .release(let amount, let task):
            let held = record?.commitments[task] ?? 0
            guard amount > 0, amount <= held else { throw .reserveShort(pool, left: held) }
            return [draft(.released(amount: amount, task: task))]
        }
    }

    /// How much of a reserve there is in all; `nil` when nobody said.
    ///
    /// Beds are the reserve beds of the region's shelters, lanes the lanes of the region's posts that stand closed, other
    /// kinds what was last reported of the resource.
    public func reserve(of pool: ReservePool) -> Int? {
        switch pool.kind {
        case "beds": reading.regions.first { $0.id.rawValue == pool.place }?.reserveBeds.count
        case "lanes":
            reading.checkpoints.filter { $0.region.rawValue == pool.place }
                .compactMap { post in post.lanesOpen.map { max(0, post.lanes.value.count - $0.value.count) } }
                .reduce(into: nil) { $0 = ($0 ?? 0) + $1 }
        default: picture.resources[pool]?.latest?.body.count
        }
    }
}
