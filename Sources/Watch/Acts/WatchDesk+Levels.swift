import Situation

extension WatchDesk {
    /// The longest a declined proposal keeps quiet.
    public static let longestSnooze = Span.hours(24)

    func drafts(for act: LevelAct, on section: SectionID) throws(ActRefusal) -> [Draft] {
        let record = picture.watch.levels[section]
        func draft(_ change: LevelEvent.Change) -> Draft { self.draft(.level(LevelEvent(section, change))) }
        switch act {
        case .confirm(let level, let reason):
            try require(reason)
            guard reading.sections.contains(where: { $0.id == section }) else {
                throw .noSuchThing(section.rawValue)
            }
            guard record?.level ?? .low != level || record?.proposal != nil else {
                throw .notNow(.alreadySuchLevel)
            }
            return [draft(.confirmed(level, reason: reason))]
        case .decline(let reason, let until):
            try require(reason)
            try require(until, within: Self.longestSnooze)
            guard let proposal = record?.proposal else { throw .notNow(.nothingProposed) }
            return [draft(.declined(proposal.level, reason: reason, until: until))]
        }
    }
}
