import Situation

extension WatchDesk {
    func drafts(
        settling id: ContradictionID, _ settlement: ContradictionEvent.Settlement, reason: String
    ) throws(ActRefusal) -> [Draft] {
        try require(reason)
        guard let record = picture.watch.contradictions[id] else { throw .noSuchThing(id.rawValue) }
        guard record.isOpen else { throw .notNow(.alreadySettled) }
        if case .prefer(let entry) = settlement {
            let sides = [record.finding.first.entry, record.finding.second.entry]
            guard sides.contains(entry) else { throw .noSuchThing(entry.description) }
        }
        return [draft(.contradiction(ContradictionEvent(id, .settled(settlement, reason: reason))))]
    }
}
