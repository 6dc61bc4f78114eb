import Situation

extension WatchDesk {
    func drafts(for act: ShiftAct, at seat: SeatName) throws(ActRefusal) -> [Draft] {
        let record = picture.watch.seats[seat]
        func draft(_ change: ShiftEvent.Change) -> Draft { self.draft(.shift(ShiftEvent(seat, change))) }
        switch act {
        case .signOn(let person, let role, let credential):
            try requireSelf(person)
            // A seat passes on by a handover; only an empty one can be taken.
            guard record?.holder == nil else { throw .notNow(.seatTaken) }
            return [draft(.signedOn(person, role, credential))]
        case .signOff:
            try checkSignOff(of: record, at: seat)
            return [draft(.signedOff)]
        case .relieve(let person, let role, let credential, let reason):
            try require(reason)
            try requireSelf(person)
            guard let holder = record?.holder else { throw .nobodySignedOn }
            guard holder.person != person else { throw .needsSecondPerson(person) }
            return [draft(.relieved(person, role, credential, reason: reason))]
        case .countersign(let entry, let credential):
            guard let person = record?.uncountersigned[entry] else { throw .noSuchThing(entry.description) }
            guard person == author.person, credential != .telephone else { throw .onlyInPerson(person) }
            return [draft(.countersigned(person, entry, credential))]
        case .beginHandover, .acceptItem, .returnItem, .answerItem, .closeHandover:
            return [draft(try change(of: act, record, at: seat))]
        }
    }

    /// The turn of a handover that an act is.
    private func change(
        of act: ShiftAct, _ record: ShiftRecord?, at seat: SeatName
    ) throws(ActRefusal) -> ShiftEvent.Change {
        switch act {
        case .beginHandover(let handover):
            try checkBeginning(of: handover, record, at: seat)
            return .handoverBegun(handover)
        case .acceptItem(let item):
            let progress = try incoming(record, for: item)
            guard !progress.accepted.contains(item) else { throw .notNow(.itemAccepted) }
            return .itemAccepted(item)
        case .returnItem(let item, let question):
            try require(question)
            _ = try incoming(record, for: item)
            return .itemReturned(item, question: question)
        case .answerItem(let item, let words):
            try require(words)
            guard let progress = record?.handover else { throw .notNow(.noHandover) }
            guard let holder = record?.holder?.person, holder == author.person else {
                throw .onlyInPerson(record?.holder?.person ?? progress.handover.to)
            }
            guard progress.questions[item] != nil else { throw .notNow(.noQuestion) }
            return .itemAnswered(item, words: words)
        case .closeHandover(let role, let credential):
            let progress = try incoming(record)
            guard progress.open.isEmpty else { throw .itemsOpen(progress.open.map(\.id)) }
            return .handoverClosed(author.person, role, credential)
        case .signOn, .signOff, .relieve, .countersign:
            throw .notNow(.noHandover)
        }
    }

    // MARK: What has to hold

    /// A person acts for themself: what is done by telephone stands in the name of who called, and waits for their
    /// countersignature.
    private func requireSelf(_ person: PersonName) throws(ActRefusal) {
        guard person == author.person else { throw .onlyInPerson(person) }
    }

    /// Nobody walks away from open things: the last one on watch hands over, or is relieved.
    private func checkSignOff(of record: ShiftRecord?, at seat: SeatName) throws(ActRefusal) {
        guard let holder = record?.holder, holder.person == author.person else { throw .nobodySignedOn }
        guard record?.handover == nil else { throw .notNow(.handoverGoesOn) }
        let others = picture.watch.seats.filter { $0.key != seat }.compactMap(\.value.holder)
        guard holder.role.keepsWatch, !others.contains(where: \.role.keepsWatch) else { return }
        let open = HandoverDraft(picture, reading: reading, seat: seat, now: now).items
        guard open.isEmpty else { throw .itemsOpen(open.map(\.id)) }
    }

    private func checkBeginning(
        of handover: Handover, _ record: ShiftRecord?, at seat: SeatName
    ) throws(ActRefusal) {
        guard record?.holder?.person == author.person else { throw .nobodySignedOn }
        guard record?.handover == nil else { throw .notNow(.handoverGoesOn) }
        guard handover.to != author.person else { throw .needsSecondPerson(author.person) }
        let listed = Set(handover.items.map(\.id))
        let missing = HandoverDraft(picture, reading: reading, seat: seat, now: now).items
            .filter { !listed.contains($0.id) }
        guard missing.isEmpty else { throw .itemsOpen(missing.map(\.id)) }
    }

    /// The handover that goes on, for the officer it goes to.
    private func incoming(
        _ record: ShiftRecord?, for item: HandoverItem.ID? = nil
    ) throws(ActRefusal) -> ShiftRecord.HandoverProgress {
        guard let progress = record?.handover else { throw .notNow(.noHandover) }
        guard progress.handover.to == author.person else { throw .onlyInPerson(progress.handover.to) }
        if let item, !progress.handover.items.contains(where: { $0.id == item }) {
            throw .noSuchThing(item.rawValue)
        }
        return progress
    }
}

extension WatchDesk {
    /// The entry that records a sign-on with a wrong PIN at a seat.
    ///
    /// - Parameters:
    ///   - person: who it was tried as.
    ///   - isLocked: whether no more tries are let through for a while.
    public func record(ofWrongPIN person: PersonName, at seat: SeatName, isLocked: Bool) -> Draft {
        draft(
            .shift(ShiftEvent(seat, .refused(.handOver, what: isLocked ? "pin-locked \(person)" : "pin \(person)"))),
            anywhere: true)
    }
}
