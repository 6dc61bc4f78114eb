import Console
import Language
import Planning
import Reference
import Situation
import Store
import Watch

/// Does the acts of the person at the console and what the watch finds by itself, against the newest picture, away from
/// the main thread.
actor WatchKeeper {
    private let journal: Journal
    private let places: Places
    private let targets: [IndicatorTargets]
    /// Folds the journal, for the screens and for this.
    private let pictures: PictureKeeper
    private var round: WatchRound

    init(_ journal: Journal, pictures: PictureKeeper, reference: Reference, plans: WatchPlans) {
        self.journal = journal
        self.pictures = pictures
        places = reference.places
        targets = reference.targets
        round = WatchRound(plans: plans)
    }

    /// What became of an act.
    enum Outcome: Sendable {
        case done([EntryID])
        case refused(ActRefusal)
    }

    /// Does an act, checked against what the journal holds now.
    ///
    /// - Throws: `StoreError` when the journal cannot take it.
    func perform(_ act: WatchAct, by author: Author, at now: Instant) async throws(StoreError) -> Outcome {
        // When somebody was faster, what they did is looked at and the act is checked once more: usually it is then
        // refused for what they did.
        for _ in 0..<Self.tries {
            let desk = try await desk(author, now)
            let act = try withHead(act)
            let drafts: [Draft]
            do {
                drafts = try desk.drafts(for: act)
            } catch {
                if let record = desk.record(of: error, what: act.duty.rawValue) {
                    try journal.append([record], at: now)
                }
                return .refused(error)
            }
            do {
                return .done(try journal.append(drafts, at: now).stored)
            } catch .overtaken {
                continue
            }
        }
        return .refused(.notNow(.alreadySeen))
    }

    private static let tries = 3

    /// A handover names how many entries the journal has and the hash of the last one.
    private func withHead(_ act: WatchAct) throws(StoreError) -> WatchAct {
        guard case .shift(let seat, .beginHandover(var handover)) = act else { return act }
        let head = try journal.head()
        handover.entryCount = head.entries
        handover.head = head.hash.description
        return .shift(seat, .beginHandover(handover))
    }

    /// Writes down that a wrong PIN was tried.
    func recordWrongPIN(of person: PersonName, at seat: SeatName, _ now: Instant) async throws(StoreError) {
        let desk = try await desk(Author(person: person, seat: seat), now)
        try journal.append([desk.record(ofWrongPIN: person, at: seat, isLocked: false)], at: now)
    }

    /// Looks once around and writes down what was found.
    ///
    /// - Returns: how many entries were written.
    /// - Throws: `StoreError`.
    func look(at now: Instant) async throws(StoreError) -> Int {
        let picture = try await pictures.newest()
        let reading = SituationReading(picture, places: places, targets: targets, now: now)
        let found = round.look(at: picture, reading: reading, now: now)
        guard !found.isEmpty else { return 0 }
        return try journal.appendUnlessOvertaken(found, at: now).stored.count
    }

    private func desk(_ author: Author, _ now: Instant) async throws(StoreError) -> WatchDesk {
        let picture = try await pictures.newest()
        return WatchDesk(
            picture: picture,
            reading: SituationReading(picture, places: places, targets: targets, now: now),
            playbooks: round.plans.playbooks, levels: round.plans.levels, now: now, author: author)
    }
}
