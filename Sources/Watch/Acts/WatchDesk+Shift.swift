import Situation

extension WatchDesk {
    func drafts(for act: ShiftAct, at seat: SeatName) throws(ActRefusal) -> [Draft] {
        let record = picture.watch.seats[seat]
        func draft(_ change: ShiftEvent.Change) -> Draft { self.draft(.shift(ShiftEvent(seat, change))) }
        switch act {
        case .signOn(let person, let role, let credential):
            // A seat passes on by a handover; only an empty one can be taken.
            guard record?.holder == nil else { throw .notNow(.seatTaken) }
            return [draft(.signedOn(person, role, credential))]
        case .signOff:
            guard record?.holder?.person == author.person else { throw .nobodySignedOn }
            guard record?.handover == nil else { throw .notNow(.handoverGoesOn) }
            return [draft(.signedOff)]
        case .beginHandover(let handover):
            guard record?.holder?.person == author.person else { throw .nobodySignedOn }
            guard record?.handover == nil else { throw .notNow(.handoverGoesOn) }
            guard handover.to != author.person else { throw .needsSecondPerson(author.person) }
            return [draft(.handoverBegun(handover))]
        case .acceptItem(let item):
            let progress = try incoming(record)
            guard progress.handover.items.contains(where: { $0.id == item }) else {
                throw .noSuchThing(item.rawValue)
            }
            guard !progress.accepted.contains(item) else { throw .notNow(.itemAccepted) }
            return [draft(.itemAccepted(item))]
        case .returnItem(let item, let question):
            try require(question)
            let progress = try incoming(record)
            guard progress.handover.items.contains(where: { $0.id == item }) else {
                throw .noSuchThing(item.rawValue)
            }
            return [draft(.itemReturned(item, question: question))]
        case .answerItem(let item, let words):
            try require(words)
            guard let progress = record?.handover else { throw .notNow(.noHandover) }
            guard record?.holder?.person == author.person else {
                throw .needsSecondPerson(progress.handover.to)
            }
            guard progress.questions[item] != nil else { throw .notNow(.noQuestion) }
            return [draft(.itemAnswered(item, words: words))]
        case .closeHandover:
            let progress = try incoming(record)
            guard progress.open.isEmpty else { throw .itemsOpen(progress.open.map(\.id)) }
            return [draft(.handoverClosed)]
        case .relieve(let person, let role, let credential, let reason):
            try require(reason)
            guard let holder = record?.holder else { throw .nobodySignedOn }
            guard holder.person != person else { throw .needsSecondPerson(person) }
            return [draft(.relieved(person, role, credential, reason: reason))]
        }
    }

    /// The handover that goes on, for the officer it goes to.
    private func incoming(_ record: ShiftRecord?) throws(ActRefusal) -> ShiftRecord.HandoverProgress {
        guard let progress = record?.handover else { throw .notNow(.noHandover) }
        guard progress.handover.to == author.person else { throw .needsSecondPerson(progress.handover.to) }
        return progress
    }
}
