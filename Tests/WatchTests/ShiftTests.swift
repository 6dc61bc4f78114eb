import Situation
import Support
import Testing

@testable import Watch

/// A seat from hand to hand.
struct ShiftTests {
    private static let seat: SeatName = "duty-officer"
    private static let alarm = AlarmID(rule: "post-wait", subject: "syrym")

    /// A watch that acts are done at one after the other.
    private struct Post {
        var picture = Picture()
        var build = EntryBuilder(station: "w")
        var now = Instant.at(8)

        var reading: SituationReading {
            SituationReading(
                picture, places: Places(posts: [], sites: [], sections: ["ru-west"], regions: []),
                targets: [],
                now: now)
        }

        func desk(_ person: PersonName) -> WatchDesk {
            WatchDesk(
                picture: picture, reading: reading, playbooks: [], now: now,
                author: Author(person: person, seat: seat))
        }

        mutating func say(_ fact: Fact, by person: PersonName) {
            now = now + .minutes(1)
            let made = build.entry(fact, about: .moment(now), known: now)
            picture.apply(
                Entry(
                    id: made.id, recorded: made.recorded, known: made.known, about: made.about,
                    author: Author(person: person, seat: seat), source: made.source,
                    confidence: made.confidence, fact: fact))
        }

        mutating func act(_ act: ShiftAct, by person: PersonName) throws(ActRefusal) {
            for draft in try desk(person).drafts(for: .shift(seat, act)) { say(draft.fact, by: person) }
        }

        mutating func ring() {
            let finding = AlarmEvent.Finding(value: 300, priority: .high, cause: "c")
            say(.alarm(AlarmEvent(alarm, .raised(finding))), by: "watch")
        }

        var draft: HandoverDraft { HandoverDraft(picture, reading: reading, seat: seat, now: now) }
        var record: ShiftRecord? { picture.watch.seats[seat] }

        func handover(to person: PersonName) -> Handover {
            draft.handover(to: person, words: "watch Syrym", entryCount: 3, head: "00")
        }
    }

    private func onDuty() throws -> Post {
        var post = Post()
        try post.act(.signOn("Aliya", .dutyOfficer, .pin), by: "Aliya")
        post.ring()
        return post
    }

    @Test func `a shift closes only when each open item was accepted by the one who takes over`() throws {
        var post = try onDuty()
        post.say(.level(LevelEvent("ru-west", .confirmed(.high, reason: "r"))), by: "Aliya")
        let alarm = HandoverItem(.alarm, "post-wait/syrym").id
        let level = HandoverItem(.level, "ru-west").id
        #expect(post.draft.items.map(\.id) == [alarm, level])
        try post.act(.beginHandover(post.handover(to: "Dina")), by: "Aliya")
        #expect(throws: ActRefusal.notNow(.handoverGoesOn)) {
            try post.act(.beginHandover(post.handover(to: "Dina")), by: "Aliya")
        }
        #expect(throws: ActRefusal.notNow(.handoverGoesOn)) { try post.act(.signOff, by: "Aliya") }
        #expect(throws: ActRefusal.onlyInPerson("Dina")) { try post.act(.acceptItem(alarm), by: "Aliya") }
        try post.act(.acceptItem(alarm), by: "Dina")
        #expect(throws: ActRefusal.notNow(.itemAccepted)) { try post.act(.acceptItem(alarm), by: "Dina") }
        #expect(throws: ActRefusal.itemsOpen([level])) {
            try post.act(.closeHandover(.dutyOfficer, .pin), by: "Dina")
        }
        try post.act(.returnItem(level, question: "since when?"), by: "Dina")
        #expect(throws: ActRefusal.onlyInPerson("Aliya")) {
            try post.act(.answerItem(level, words: "noon"), by: "Dina")
        }
        try post.act(.answerItem(level, words: "noon"), by: "Aliya")
        try post.act(.acceptItem(level), by: "Dina")
        #expect(throws: ActRefusal.onlyInPerson("Dina")) {
            try post.act(.closeHandover(.dutyOfficer, .pin), by: "Aliya")
        }
        try post.act(.closeHandover(.shiftLead, .unixAccount), by: "Dina")
        let holder = try #require(post.record?.holder)
        #expect(holder.person == "Dina" && holder.role == .shiftLead && holder.credential == .unixAccount)
        #expect(!holder.isEmergency && post.record?.handover == nil)
        let passing = try #require(post.record?.lastPassing)
        #expect(passing.from?.person == "Aliya" && passing.to == "Dina" && !passing.isEmergency)
        #expect(passing.handover?.open.isEmpty == true && passing.handover?.answers[level] == "noon")
    }

    @Test func `an accepted item that is returned has to be accepted again`() throws {
        var post = try onDuty()
        try post.act(.beginHandover(post.handover(to: "Dina")), by: "Aliya")
        let item = try #require(post.draft.items.first?.id)
        try post.act(.acceptItem(item), by: "Dina")
        try post.act(.returnItem(item, question: "?"), by: "Dina")
        #expect(throws: ActRefusal.itemsOpen([item])) {
            try post.act(.closeHandover(.dutyOfficer, .pin), by: "Dina")
        }
    }

    @Test func `a handover leaves nothing out, and nobody hands over to themself`() throws {
        var post = try onDuty()
        var handover = post.handover(to: "Dina")
        let left = handover.items.map(\.id)
        handover.items = []
        #expect(throws: ActRefusal.itemsOpen(left)) { try post.act(.beginHandover(handover), by: "Aliya") }
        #expect(throws: ActRefusal.needsSecondPerson("Aliya")) {
            try post.act(.beginHandover(post.handover(to: "Aliya")), by: "Aliya")
        }
        #expect(throws: ActRefusal.nobodySignedOn) {
            try post.act(.beginHandover(post.handover(to: "Aliya")), by: "Dina")
        }
    }

    @Test func `the last on watch does not walk away from open things, a second one may`() throws {
        var post = try onDuty()
        let open = post.draft.items.map(\.id)
        #expect(throws: ActRefusal.itemsOpen(open)) { try post.act(.signOff, by: "Aliya") }
        post.say(.shift(ShiftEvent("lead", .signedOn("Marat", .shiftLead, .pin))), by: "Marat")
        try post.act(.signOff, by: "Aliya")
        #expect(post.record?.holder == nil)
        try post.act(.signOn("Dina", .observer, .pin), by: "Dina")
        try post.act(.signOff, by: "Dina")
    }

    @Test func `people sign on as themselves, and only at an empty seat`() throws {
        var post = Post()
        #expect(throws: ActRefusal.onlyInPerson("Dina")) {
            try post.act(.signOn("Dina", .dutyOfficer, .pin), by: "Aliya")
        }
        try post.act(.signOn("Aliya", .dutyOfficer, .pin), by: "Aliya")
        #expect(throws: ActRefusal.notNow(.seatTaken)) {
            try post.act(.signOn("Dina", .dutyOfficer, .pin), by: "Dina")
        }
        #expect(throws: ActRefusal.nobodySignedOn) { try post.act(.signOff, by: "Dina") }
        try post.act(.signOff, by: "Aliya")
        try post.act(.signOn("Dina", .dutyOfficer, .pin), by: "Dina")
    }

    @Test func `an emergency relief needs no handover and is marked as such`() throws {
        var post = try onDuty()
        #expect(throws: ActRefusal.reasonMissing) {
            try post.act(.relieve("Dina", .dutyOfficer, .pin, reason: " "), by: "Dina")
        }
        #expect(throws: ActRefusal.needsSecondPerson("Aliya")) {
            try post.act(.relieve("Aliya", .dutyOfficer, .pin, reason: "ill"), by: "Aliya")
        }
        try post.act(.beginHandover(post.handover(to: "Marat")), by: "Aliya")
        try post.act(.relieve("Dina", .dutyOfficer, .pin, reason: "taken ill"), by: "Dina")
        #expect(post.record?.holder?.isEmergency == true)
        #expect(post.record?.handover == nil)
        #expect(post.record?.lastPassing?.isEmergency == true)
        #expect(post.record?.lastPassing?.handover?.open.count == 1)
    }

    @Test func `who took a seat by telephone countersigns in person later`() throws {
        var post = Post()
        try post.act(.signOn("Aliya", .dutyOfficer, .telephone), by: "Aliya")
        let entry = try #require(post.record?.uncountersigned.first { $0.value == "Aliya" }?.key)
        #expect(throws: ActRefusal.onlyInPerson("Aliya")) {
            try post.act(.countersign(entry, .pin), by: "Dina")
        }
        #expect(throws: ActRefusal.onlyInPerson("Aliya")) {
            try post.act(.countersign(entry, .telephone), by: "Aliya")
        }
        try post.act(.countersign(entry, .pin), by: "Aliya")
        #expect(post.record?.uncountersigned.isEmpty == true)
        #expect(throws: ActRefusal.noSuchThing(entry.description)) {
            try post.act(.countersign(entry, .pin), by: "Aliya")
        }
    }

    @Test func `what a role does not allow is refused and recorded, as is a wrong PIN`() throws {
        var post = Post()
        try post.act(.signOn("Olzhas", .observer, .pin), by: "Olzhas")
        post.ring()
        let desk = post.desk("Olzhas")
        let refusal = ActRefusal.notAllowed(.observer, .acknowledgeAlarm)
        #expect(throws: refusal) { try desk.drafts(for: .alarm(Self.alarm, .acknowledge)) }
        let record = try #require(desk.record(of: refusal, what: "post-wait/syrym"))
        #expect(
            record.fact == .shift(ShiftEvent(Self.seat, .refused(.acknowledgeAlarm, what: "post-wait/syrym")))
        )
        let pin = desk.record(ofWrongPIN: "Dina", at: Self.seat, isLocked: true)
        #expect(pin.fact == .shift(ShiftEvent(Self.seat, .refused(.handOver, what: "pin-locked Dina"))))
        #expect(pin.place == .anywhere)
    }

    @Test func `a promotion is checked by another person`() throws {
        var post = try onDuty()
        let entry = EntryID(station: "w", number: 2)
        for draft in try post.desk("Aliya").drafts(for: .log(.promote(entry, reason: "first"))) {
            post.say(draft.fact, by: "Aliya")
        }
        #expect(throws: ActRefusal.needsSecondPerson("Aliya")) {
            try post.desk("Aliya").drafts(for: .log(.confirmPromotion(entry)))
        }
        #expect(post.draft.items.contains { $0.id == HandoverItem(.significantEvent, entry.description).id })
        #expect(throws: ActRefusal.notNow(.alreadyPromoted)) {
            try post.desk("Aliya").drafts(for: .log(.promote(entry, reason: "again")))
        }
    }

    @Test func `the draft counts what changed since the shift began`() throws {
        var post = try onDuty()
        post.say(.level(LevelEvent("ru-west", .confirmed(.high, reason: "r"))), by: "Aliya")
        let draft = HandoverDraft(
            post.picture, reading: post.reading, seat: Self.seat, now: post.now, counts: ["note": 3])
        #expect(draft.changes.levels.map(\.section) == ["ru-west"])
        #expect(draft.changes.levels.map(\.level) == [.high])
        #expect(draft.changes.counts == ["note": 3])
        #expect(draft.holder?.person == "Aliya")
    }
}
