import Situation

extension WatchDesk {
    /// An officer settles a case, always with a reason.
    ///
    /// - prefer: one of the two entries of the case. Where the two are alternatives for one number
    ///   (``ContradictionEvent/Finding/isChoice``) the other is passed over from then on; of other cases it is a
    ///   judgement on record, and the figure itself is put right by a correction.
    /// - both stand: figures stay as the picture chooses them, without a mark.
    /// - ask: whom or what is asked, in words; the case stays open and marked.
    func drafts(
        settling id: ContradictionID, _ settlement: ContradictionEvent.Settlement, reason: String
    ) throws(ActRefusal) -> [Draft] {
        try require(reason)
        guard let record = picture.watch.contradictions[id] else { throw .noSuchThing(id.rawValue) }
        guard record.isOpen else { throw .notNow(.alreadySettled) }
        switch settlement {
        case .prefer(let entry):
            // Two numbers of one entry cannot be told apart by it.
            guard Set(record.finding.sides).count == 2, record.finding.sides.contains(entry) else {
                throw .noSuchThing(entry.description)
            }
        case .ask(let question): try require(question)
        case .bothStand: break
        }
        return [draft(.contradiction(ContradictionEvent(id, .settled(settlement, reason: reason))))]
    }
}
