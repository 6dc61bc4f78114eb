import Planning
import Situation

/// Turns acts into drafts against the picture as it is, or refuses them.
///
/// It is made anew for each act inside the write, from the newest picture; the drafts carry their place in their
/// thread, so what two people do at once has one outcome.
public struct WatchDesk: Sendable {
    public let picture: Picture
    /// The figures at the moment of the act, worked out from the same picture.
    public let reading: SituationReading
    public let playbooks: [Playbook]
    /// What levels oblige to; `nil` where nobody read them, and then a level opens no tasks.
    public let levels: ImpactLevels?
    public let now: Instant
    public let author: Author
    /// Whether acts in an unsigned seat are allowed: lines of the log are, always.
    public let seat: ShiftRecord.Holder?

    public init(
        picture: Picture, reading: SituationReading, playbooks: [Playbook], levels: ImpactLevels? = nil,
        now: Instant, author: Author
    ) {
        self.picture = picture
        self.reading = reading
        self.playbooks = playbooks
        self.levels = levels
        self.now = now
        self.author = author
        let holder = picture.watch.seats[author.seat]?.holder
        seat = holder?.person == author.person ? holder : nil
    }

    /// What is written when `act` is done.
    ///
    /// - Throws: ``ActRefusal``.
    public func drafts(for act: WatchAct) throws(ActRefusal) -> [Draft] {
        try check(act)
        return switch act {
        case .alarm(let alarm, let act): try drafts(for: act, on: alarm)
        case .level(let section, let act): try drafts(for: act, on: section)
        case .playbook(let run, let act): try drafts(for: act, on: run)
        case .start(let playbook, let affected, let reason):
            try drafts(starting: playbook, for: affected, reason: reason)
        case .task(let task, let act): try drafts(for: act, on: task)
        case .reserve(let pool, let act): try drafts(for: act, on: pool)
        case .order(let order, let task, let asylum, let reason):
            try drafts(ordering: order, for: task, asylum: asylum, reason: reason)
        case .onOrder(let order, let act): try drafts(for: act, on: order)
        case .contradiction(let id, let settlement, let reason):
            try drafts(settling: id, settlement, reason: reason)
        case .log(let act): try drafts(for: act)
        case .shift(let seat, let act): try drafts(for: act, at: seat)
        case .telephone(let fact, let about, let from):
            [Draft(fact, about: about, author: author, source: .telephone(from: from))]
        }
    }

    /// The entry that records an attempt the role did not allow; `nil` for refusals that need no record.
    public func record(of refusal: ActRefusal, what: String) -> Draft? {
        guard case .notAllowed(_, let duty) = refusal else { return nil }
        return draft(.shift(ShiftEvent(author.seat, .refused(duty, what: what))), anywhere: true)
    }

    private func check(_ act: WatchAct) throws(ActRefusal) {
        switch act {
        // Signing on makes the holder; a line of the log is never refused.
        case .shift, .log(.write): return
        default: break
        }
        guard let seat else { throw .nobodySignedOn }
        guard seat.role.may(act.duty) else { throw .notAllowed(seat.role, act.duty) }
    }

    // MARK: What all acts need

    /// A draft of an event of the watch, in its place after what was last said in its thread.
    func draft(_ fact: Fact, anywhere: Bool = false) -> Draft {
        Draft(
            fact, about: .moment(now), author: author, source: SourceID(author.person.rawValue),
            place: anywhere ? .anywhere : .after(picture.watch.lastEntry(of: fact)))
    }

    func require(_ reason: String) throws(ActRefusal) {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
    }

    func require(_ until: Instant, within longest: Span) throws(ActRefusal) {
        guard until > now, until - now <= longest else { throw .badTime }
    }
}
