import Foundation
import Planning
import Situation
import Support

@testable import Watch

/// A small country with one journal, for tests of the watch: two sections, three posts, two regions with a shelter each.
///
/// Drafts are stored as a journal does it: one that names a place in its thread is refused when something else was said
/// there meanwhile.
final class WatchWorld {
    var builder = EntryBuilder(station: "w")
    var entries: [Entry] = []
    var picture = Picture()
    var now: Instant

    static let places = Places(
        posts: [
            post("syrym", "ru-west", "KZ-27", usual: 1000), post("taskala", "ru-west", "KZ-27", usual: 1000),
            post("kairak", "ru-north", "KZ-39", usual: 1000),
        ],
        sites: [site("oral-1", "KZ-27", beds: 400, reserve: 600), site("kostanai-1", "KZ-39", beds: 200, reserve: 100)],
        sections: ["ru-west", "ru-north"], regions: ["KZ-27", "KZ-39"])

    private static func post(
        _ id: CheckpointID, _ section: SectionID, _ region: RegionCode, usual: Int
    ) -> Places.Post {
        Places.Post(
            id: id, section: section, region: region, lanesIn: Figure(6, .reference), lanesOut: Figure(6, .reference),
            personsPerLaneHour: Figure(60, .reference), usualIn: Figure(Persons(usual), .reference))
    }

    private static func site(_ id: ShelterID, _ region: RegionCode, beds: Int, reserve: Int) -> Places.Site {
        Places.Site(
            id: id, region: region, openBeds: Figure(Beds(beds), .reference),
            reserveBeds: Figure(Beds(reserve), .reference), leadHours: Figure(24, .reference))
    }

    init(at now: Instant = .at(12)) { self.now = now }

    var reading: SituationReading { SituationReading(picture, places: Self.places, targets: [], now: now) }
    var figures: WatchFigures { WatchFigures(picture, reading) }

    // MARK: What is reported

    /// A post's whole day, told at once now: that many persons in the 24 hours up to the hour.
    func day(of post: CheckpointID, _ persons: Int, wait: Int? = nil, queue: Int? = nil, lanes: Int? = nil) {
        let end = Instant(milliseconds: now.milliseconds / 3_600_000 * 3_600_000)
        let report = CheckpointReport(
            checkpoint: post, direction: .in, mode: .all, persons: Persons(persons),
            waitingPersons: queue.map(Persons.init), wait: wait.map(Minutes.init),
            lanesOpen: lanes.map(Lanes.init))
        add(.checkpointReport(report), about: Period(from: end - .hours(24), to: end).map(About.period))
    }

    func shelter(_ id: ShelterID, occupied: Int, open: Int = 400, reserve: Int = 600) {
        add(
            .shelterReport(
                ShelterReport(
                    shelter: id, openBeds: Beds(open), reserveBeds: Beds(reserve), occupied: Beds(occupied))))
    }

    func resource(_ kind: String, _ region: RegionCode, _ count: Int, committed: Int? = nil) {
        add(.resource(ResourceReport(kind: kind, region: region, count: count, committed: committed)))
    }

    func add(_ fact: Fact, about: About? = nil) {
        store(builder.entry(fact, about: about ?? .moment(now), known: now))
    }

    func pass(_ span: Span) { now = now + span }

    // MARK: What is done

    /// Someone at a seat of their own.
    static func author(_ person: PersonName) -> Author { Author(person: person, seat: SeatName("seat-\(person)")) }

    /// Signs `person` on at their own seat.
    func signOn(_ person: PersonName, _ role: Role = .dutyOfficer) {
        let author = Self.author(person)
        add(.shift(ShiftEvent(author.seat, .signedOn(person, role, .pin))))
    }

    func desk(
        _ person: PersonName, playbooks: [Playbook] = [], levels: ImpactLevels? = nil
    ) -> WatchDesk {
        WatchDesk(
            picture: picture, reading: reading, playbooks: playbooks, levels: levels, now: now,
            author: Self.author(person))
    }

    /// Stores drafts as a journal does; `false`, and nothing stored, when one was overtaken.
    @discardableResult
    func write(_ drafts: [Draft]) -> Bool {
        for draft in drafts {
            if case .after(let expected) = draft.place, picture.watch.lastEntry(of: draft.fact) != expected {
                return false
            }
        }
        drafts.forEach { append($0) }
        return true
    }

    /// Stores those of `drafts` that nothing overtook; how many.
    @discardableResult
    func writeUnlessOvertaken(_ drafts: [Draft]) -> Int {
        drafts.count { self.write([$0]) }
    }

    private func append(_ draft: Draft) {
        let made = builder.entry(draft.fact, about: draft.about, known: now, source: draft.source)
        store(
            Entry(
                id: made.id, recorded: made.recorded, known: made.known, about: made.about, author: draft.author,
                source: made.source, confidence: draft.confidence, fact: made.fact))
    }

    private func store(_ entry: Entry) {
        entries.append(entry)
        picture.apply(entry)
    }
}

/// Plans for tests of the watch.
enum WatchPlanFixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

    static func shippedLevels() throws -> ImpactLevels {
        let file = folder.appending(path: "levels.yaml")
        return try LevelReader.read(text: try PlanFile.text(of: file), file: "levels.yaml")
    }

    static func shippedContacts() throws -> Contacts {
        let file = folder.appending(path: "contacts.yaml")
        return try ContactsReader.read(text: try PlanFile.text(of: file), file: "contacts.yaml")
    }

    static func playbook(_ changes: (String, String)...) throws -> Playbook {
        var text = small
        for (old, new) in changes { text = text.replacing(old, with: new) }
        return try PlaybookReader.read(text: text, file: "small.yaml")
    }

    /// Two triggers of the first phase, one of the second, five tasks of all kinds, and an end.
    static let small = """
        kind: playbook
        version: 1
        id: small
        crisis: general
        name: {kk: Кіші, ru: Малый, en: Small}
        purpose: {kk: Сынақ, ru: Проба, en: Trial}
        second_officer: false
        legal_basis:
          - act: {kk: Қаулы, ru: Постановление, en: Decree}
            provides: {kk: Тәртіп, ru: Порядок, en: Order}
            basis: general knowledge
        no_return_to_danger:
          question: {kk: Бар ма?, ru: Есть ли?, en: Are there?}
          rule: {kk: Кіргізу, ru: Впустить, en: Let in}
          basis: decree 1081
        phases:
          - {id: first, order: 1, name: {kk: Бірінші, ru: Первая, en: First}}
          - {id: second, order: 2, name: {kk: Екінші, ru: Вторая, en: Second}}
          - {id: last, order: 3, name: {kk: Соңғы, ru: Последняя, en: Last}}
        triggers:
          - id: inflow
            opens: first
            reason: {kk: Көп, ru: Много, en: Many}
            when:
              - {metric: section.inflow_ratio, scope: any, is: at_least, value: 2.5, for: 2h}
              - {metric: section.inflow_24h, scope: any, is: above, value: 500}
          - id: wait
            opens: first
            reason: {kk: Ұзақ, ru: Долго, en: Long}
            when:
              - {metric: post.wait_minutes, scope: any, is: above, value: 360}
          - id: beds
            opens: second
            reason: {kk: Төсек, ru: Места, en: Beds}
            when:
              - {metric: region.beds_free, scope: any, is: below, value: 50, for: 1h}
        tasks:
          - {id: T1, code: &c {kk: Б, ru: Б, en: B}, phase: first, what: *c, lead: NSC, due: T+30m,
             escalation: {after: 15m, to: MIA}, basis: general knowledge}
          - {id: T2, code: *c, phase: first, what: *c, lead: NSC, due: T+2h, after: [T1],
             done_when: {metric: post.wait_minutes, scope: affected, is: at_most, value: 240, for: 1h},
             reserve: {kind: lanes, amount: 100%, where: affected}, basis: general knowledge}
          - {id: T3, code: *c, phase: first, what: *c, lead: MIA, due: T+3h, asks_about_asylum: true,
             stops_for_asylum: true, basis: general knowledge}
          - {id: T4, code: *c, phase: first, what: *c, lead: MLSP, support: [NSC], due: T+6h, every: 6h,
             message: alert, basis: general knowledge}
          - {id: T5, code: *c, phase: second, what: *c, lead: LEB, due: T+6h,
             reserve: {kind: buses, amount: 12, where: affected}, basis: general knowledge}
          - {id: T6, code: *c, phase: last, what: *c, lead: MLSP, due: T+2d, basis: general knowledge}
        messages:
          - id: alert
            to: [COORD_COUNCIL]
            subject: {kk: Хабар, ru: Весть, en: Word}
            body:
              kk: '{section.inflow_24h}, {post.wait_minutes}, {section.inflow_24h}, {region.beds_free}'
              ru: '{section.inflow_24h}, {post.wait_minutes}, {section.inflow_24h}, {region.beds_free}'
              en: 'In: {section.inflow_24h}; wait {post.wait_minutes}; in {section.inflow_24h}; beds {region.beds_free}.'
        stand_down:
          decided_by: COORD_COUNCIL
          when:
            - {metric: section.inflow_ratio, scope: affected, is: below, value: 1.5, for: 48h}
          note: {kk: Жоспар, ru: План, en: Plan}
        """
}
