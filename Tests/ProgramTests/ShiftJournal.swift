import Foundation
import Reference
import Situation
import Store
import Support

/// An exercise's journal that a test fills hour by hour, so that the twelve hours of a shift pass in seconds: the clock of an
/// exercise that nobody plays is the time of its last entry.
final class ShiftJournal {
    let path: String
    let journal: Journal
    let places: Places
    private(set) var now: Instant
    /// What the test knows of the journal, taken further each time it asks.
    private var known = JournalPicture()

    /// How things stand at the posts and shelters in an hour.
    struct Hour: Sendable {
        /// Times the usual flow.
        var flow: @Sendable (Places.Post) -> Double = { _ in 1 }
        var wait: @Sendable (Places.Post) -> Int = { _ in 15 }
        /// The share of open beds taken.
        var taken: @Sendable (Places.Site) -> Double = { _ in 0.3 }
    }

    init(in program: Program, from start: Instant) throws {
        path = program.scratch.file("shift.ahual")
        places = try ReferenceLoader(locator: ResourceLocator(environment: [:])).core().places
        journal = try Journal.create(
            path,
            header: JournalHeader(
                id: "shift-test", nature: .exercise, scenario: "shift", seed: 1, created: start),
            station: "posts")
        now = start
    }

    /// Lets hours pass in which every post and shelter reports.
    func pass(hours: Int, _ hour: Hour = Hour()) throws {
        for _ in 0..<hours {
            now = now + .hours(1)
            try journal.append(playing: reports(hour), now: now)
        }
    }

    /// Appends one thing said now.
    @discardableResult
    func say(_ fact: Fact, about: About? = nil, source: SourceID) throws -> EntryID? {
        let draft = Draft(
            fact, about: about ?? .moment(now), author: .system("feed"), source: source, known: now)
        return try journal.append(playing: [draft], now: now).stored.first
    }

    /// How many items of the handover that goes on nobody has accepted yet; `nil` when none goes on.
    func openItems() throws -> Int? {
        _ = try journal.update(&known)
        return known.picture.watch.seats["duty-officer"]?.handover?.open.count
    }

    private func reports(_ hour: Hour) throws -> [Draft] {
        guard let period = Period(from: now - .hours(1), to: now) else { return [] }
        let posts = places.posts.flatMap { post in
            [Direction.in, .out].map { direction in
                let usual = Double(post.usualIn.value.count) / 24
                let flow = direction == .in ? hour.flow(post) : 1
                let wait = direction == .in ? hour.wait(post) : 10
                return draft(
                    .checkpointReport(
                        CheckpointReport(
                            checkpoint: post.id, direction: direction, mode: .all,
                            persons: Persons(Int((usual * flow).rounded())),
                            waitingPersons: Persons(wait * 2), wait: Minutes(wait))),
                    .period(period), "posts")
            }
        }
        let shelters = places.sites.map { site in
            draft(
                .shelterReport(
                    ShelterReport(
                        shelter: site.id, openBeds: site.openBeds.value, reserveBeds: site.reserveBeds.value,
                        occupied: Beds(Int(Double(site.openBeds.value.count) * hour.taken(site))))),
                .moment(now), "shelters")
        }
        return posts + shelters
    }

    private func draft(_ fact: Fact, _ about: About, _ source: SourceID) -> Draft {
        Draft(fact, about: about, author: .system("feed"), source: source, known: now)
    }
}
