import Situation

extension WatchDesk {
    /// A new order.
    func drafts(ordering act: Act, for task: TaskRef?, asylum: TaskEvent.AsylumAnswer?, reason: String)
        throws(ActRefusal) -> [Draft]
    {
        try require(reason)
        if act.turnsPeopleAway, asylum != TaskEvent.AsylumAnswer.none { throw .asylumUnanswered }
        if let task, picture.watch.tasks[task] == nil { throw .noSuchThing(task.rawValue) }
        try checkSize(of: act)
        let order = OrderID(act, number: picture.watch.orderCount(like: act) + 1)
        return [
            draft(.act(OrderEvent(order, .ordered(act: act, reason: reason, task: task, asylum: asylum))))
        ]
    }

    /// What becomes of an order.
    func drafts(for act: OrderAct, on order: OrderID) throws(ActRefusal) -> [Draft] {
        guard let record = picture.watch.orders[order] else { throw .noSuchThing(order.rawValue) }
        guard record.state.isPending else { throw .notNow(.orderClosed) }
        func draft(_ change: OrderEvent.Change) -> Draft { self.draft(.act(OrderEvent(order, change))) }
        switch act {
        case .accepted:
            guard record.state == .open else { throw .notNow(.orderClosed) }
            return [draft(.accepted)]
        case .refused(let reason):
            try require(reason)
            return [draft(.refused(reason: reason))]
        case .done(let words):
            try require(words)
            return [draft(.done(words: words))]
        case .cancel(let reason):
            try require(reason)
            return [draft(.cancelled(reason: reason))]
        }
    }

    /// What no headquarters can order, whatever there is.
    private func checkSize(of act: Act) throws(ActRefusal) {
        let isPossible =
            switch act {
            case .staffLanes(_, _, let lanes): (0...1000).contains(lanes.count)
            case .divert(let from, let to, let share): from != to && (0...1).contains(share)
            case .staffRegistration(_, let desks): (0...1000).contains(desks)
            case .orderBuses(_, let count): (1...1000).contains(count)
            case .openReserve(_, let beds): beds.count > 0
            case .askRegion(let from, let to): from != to
            case .followRoster, .closePost, .openPost: true
            }
        guard isPossible else { throw .notNow(.impossibleOrder) }
    }
}

extension WatchPicture {
    /// The highest number of an order of that kind for that place.
    func orderCount(like act: Act) -> Int {
        let prefix = "\(act.place)/\(act.kind.rawValue)/"
        return orders.keys.filter { $0.rawValue.hasPrefix(prefix) }
            .compactMap { Int($0.rawValue.dropFirst(prefix.count)) }.max() ?? 0
    }
}
