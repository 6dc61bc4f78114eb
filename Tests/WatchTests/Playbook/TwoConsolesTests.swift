import Planning
import Situation
import Store
import Support
import Testing

@testable import Watch

/// Two consoles on one journal: what both do at once has one outcome.
@Suite struct TwoConsolesTests {
    private let scratch: Scratch
    private let journal: Journal
    private let playbook: Playbook

    init() throws {
        scratch = try Scratch()
        journal = try Journal.create(
            scratch.file("journal.ahual"),
            header: JournalHeader(id: "two", nature: .live, created: .at(0)), station: "st-test")
        playbook = try WatchPlanFixtures.playbook()
        for person in ["aigul", "bolat"] {
            let author = WatchWorld.author(PersonName(person))
            try journal.append(
                [
                    Draft(
                        .shift(ShiftEvent(author.seat, .signedOn(author.person, .dutyOfficer, .pin))),
                        about: .moment(.at(8)), author: author, source: "desk")
                ], at: .at(8))
        }
        for post in ["syrym", "taskala"] {
            try journal.append([Self.day(CheckpointID(post), 4000, to: .at(12))], at: .at(12))
        }
    }

    private static func day(_ post: CheckpointID, _ persons: Int, to end: Instant) -> Draft {
        let report = CheckpointReport(checkpoint: post, direction: .in, mode: .all, persons: Persons(persons))
        return Draft(
            .checkpointReport(report), about: Period(from: end - .hours(24), to: end).map(About.period) ?? .moment(end),
            author: .system("test"), source: "border")
    }

    private func picture() throws -> Picture {
        var state = JournalPicture()
        _ = try journal.update(&state)
        return state.picture
    }

    private func figures(_ now: Instant) throws -> WatchFigures {
        let picture = try picture()
        return WatchFigures(picture, SituationReading(picture, places: WatchWorld.places, targets: [], now: now))
    }

    private func desk(_ person: PersonName, _ figures: WatchFigures) -> WatchDesk {
        WatchDesk(
            picture: figures.picture, reading: figures.reading, playbooks: [playbook], now: figures.now,
            author: WatchWorld.author(person))
    }

    @Test func `what both find is stored once, and of two decisions the second is told that it was overtaken`() throws {
        var watches = [PlaybookWatch(), PlaybookWatch()]
        for index in watches.indices { _ = watches[index].look(try figures(.at(12)), playbooks: [playbook]) }
        let late = try figures(.at(14))
        let found = [watches[0].look(late, playbooks: [playbook]), watches[1].look(late, playbooks: [playbook])]
        #expect(found.allSatisfy { $0.count == 1 })
        #expect(try journal.appendUnlessOvertaken(found[0], at: .at(14)).stored.count == 1)
        #expect(try journal.appendUnlessOvertaken(found[1], at: .at(14)).overtaken == 1)

        let seen = try figures(.at(14, 1))
        let run: PlaybookRunID = "small/ru-west/1"
        let start = try desk("aigul", seen).drafts(for: .playbook(run, .start(reason: "the wave")))
        let decline = try desk("bolat", seen)
            .drafts(for: .playbook(run, .decline(reason: "a fair", until: .at(16))))
        try journal.append(start, at: .at(14, 1))
        #expect(throws: StoreError.self) { try journal.append(decline, at: .at(14, 1)) }
        let standing = try picture().watch
        #expect(standing.runs[run]?.state == .inForce)
        #expect(standing.tasks.count == 4)
    }
}
