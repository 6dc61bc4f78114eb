import Situation

extension WatchDesk {
    func drafts(for act: LogAct) throws(ActRefusal) -> [Draft] {
        switch act {
        case .write(let note):
            guard note.text.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
            return [draft(.note(note), anywhere: true)]
        case .amend(let amendment): return try drafts(amending: amendment)
        case .promote(let entry, let reason):
            try require(reason)
            switch picture.watch.significance[entry]?.state {
            case .proposed, .confirmed: throw .notNow(.alreadyPromoted)
            case .declined, nil: return [draft(entry, .proposed(reason: reason))]
            }
        case .confirmPromotion(let entry):
            try requireProposal(of: entry)
            return [draft(entry, .confirmed)]
        case .declinePromotion(let entry, let reason):
            try require(reason)
            try requireProposal(of: entry)
            return [draft(entry, .declined(reason: reason))]
        }
    }

    private func draft(_ entry: EntryID, _ change: SignificanceEvent.Change) -> Draft {
        draft(.significance(SignificanceEvent(entry, change)))
    }

    /// The check is a second person's.
    private func requireProposal(of entry: EntryID) throws(ActRefusal) {
        guard let record = picture.watch.significance[entry], record.state == .proposed else {
            throw .notNow(.notPromoted)
        }
        if let first = record.proposed?.by.person, first == author.person { throw .needsSecondPerson(first) }
    }
}
