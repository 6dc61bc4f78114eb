import Situation

extension WatchDesk {
    /// The longest a shelf lasts: a shift. What has to be quiet for longer is out of service, which a lead decides.
    public static let longestShelf = Span.hours(12)

    func drafts(for act: AlarmAct, on alarm: AlarmID) throws(ActRefusal) -> [Draft] {
        let record = picture.watch.alarms[alarm]
        func draft(_ change: AlarmEvent.Change) -> Draft { self.draft(.alarm(AlarmEvent(alarm, change))) }
        switch act {
        case .acknowledge:
            guard let record else { throw .noSuchThing(alarm.description) }
            guard !record.isAcknowledged else { throw .notNow(.alreadySeen) }
            return [draft(.acknowledged)]
        case .shelve(let until, let reason):
            try require(reason)
            try require(until, within: Self.longestShelf)
            if case .shelved = record?.state(at: now) { throw .notNow(.alreadyShelved) }
            return [draft(.shelved(until: until, reason: reason))]
        case .unshelve(let reason):
            try require(reason)
            guard case .shelved = record?.state(at: now) else { throw .notNow(.notShelved) }
            return [draft(.unshelved(reason: reason))]
        case .takeOutOfService(let reason):
            try require(reason)
            guard record?.outOfService == nil else { throw .notNow(.alreadyOutOfService) }
            return [draft(.takenOutOfService(reason: reason))]
        case .putInService(let reason):
            try require(reason)
            guard record?.outOfService != nil else { throw .notNow(.notOutOfService) }
            return [draft(.putInService(reason: reason))]
        }
    }
}
