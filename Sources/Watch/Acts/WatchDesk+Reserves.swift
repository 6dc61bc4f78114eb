import Situation

extension WatchDesk {
    func drafts(for act: ReserveAct, on pool: ReservePool) throws(ActRefusal) -> [Draft] {
        func draft(_ change: ReserveEvent.Change) -> Draft { self.draft(.reserve(ReserveEvent(pool, change))) }
        switch act {
        case .commit(let amount, let task):
            guard amount > 0 else { throw .badTime }
            guard let wanted = picture.watch.tasks[task] else { throw .noSuchThing(task.rawValue) }
            guard wanted.state.isPending else { throw .notNow(.taskClosed) }
            guard let stock = stock(of: pool) else { throw .reserveUnknown(pool) }
            guard amount <= stock.left else { throw .reserveShort(pool, left: stock.left) }
            return [draft(.committed(amount: amount, of: stock.total, task: task))]
        case .release(let amount, let task):
            let held = picture.watch.reserves[pool]?.commitments[task] ?? 0
            guard amount > 0, amount <= held else { throw .reserveShort(pool, left: held) }
            return [draft(.released(amount: amount, task: task))]
        }
    }

    /// What there is of a reserve and what of it is left; `nil` when nobody said.
    public func stock(of pool: ReservePool) -> ReserveStock? {
        ReserveStock(of: pool, WatchFigures(picture, reading))
    }

    /// How much of a reserve there is in all; `nil` when nobody said.
    public func reserve(of pool: ReservePool) -> Int? { stock(of: pool)?.total }

    /// Gives back what is committed to `tasks`. One entry a pool may follow another in its thread, so only the first
    /// names its place.
    func releases(of tasks: [TaskRef]) -> [Draft] {
        picture.watch.releases(of: tasks).map { draft(.reserve($0.event), anywhere: !$0.isFirst) }
    }
}

extension WatchPicture {
    /// The events that give back all that is committed to `tasks`, and whether each is the first of its pool.
    func releases(of tasks: [TaskRef]) -> [(event: ReserveEvent, isFirst: Bool)] {
        reserves.sorted { $0.key < $1.key }.flatMap { pool, record in
            tasks.compactMap { task in record.commitments[task].map { (task, $0) } }.enumerated()
                .map { index, held in
                    (ReserveEvent(pool, .released(amount: held.1, task: held.0)), index == 0)
                }
        }
    }

    /// Tasks that hold reserves and are closed: a task closed on one console while another committed to it.
    var closedHolders: [TaskRef] {
        Set(reserves.values.flatMap(\.commitments.keys))
            .filter { !(tasks[$0]?.state.isPending ?? false) }.sorted()
    }
}
