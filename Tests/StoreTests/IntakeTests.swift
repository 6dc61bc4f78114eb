import Situation
import Store
import Support
import Testing

struct IntakeTests {
    private func persons(_ journal: Journal) throws -> Persons? {
        try journal.picture().picture.checkpoints["syrym"]?.incoming.statements.last?.body.persons
    }

    @Test func `a source's latest word said again is a duplicate, an older word said again is stored`() throws
    {
        let fixture = try StoreFixture()
        let journal = fixture.journal
        #expect(try journal.takeIn([StoreFixture.report(100)], at: .at(12)).stored.count == 1)
        #expect(try journal.takeIn([StoreFixture.report(100)], at: .at(13)).duplicates == 1)
        #expect(try journal.takeIn([StoreFixture.report(120)], at: .at(14)).stored.count == 1)
        // Back to the older figure: that is news again.
        #expect(try journal.takeIn([StoreFixture.report(100)], at: .at(15)).stored.count == 1)
        #expect(try journal.entryCount() == 3)
        #expect(try persons(journal) == 100)
    }

    @Test func `the same content from two sources is two entries`() throws {
        let journal = try StoreFixture().journal
        let intake = try journal.takeIn(
            [StoreFixture.report(100), StoreFixture.report(100, source: "police")], at: .at(12))
        #expect(intake.stored.count == 2)
    }

    @Test func `duplicates within one batch are found too, and notes are never duplicates`() throws {
        let journal = try StoreFixture().journal
        let drafts = [
            StoreFixture.report(1), StoreFixture.report(1), StoreFixture.note("a"), StoreFixture.note("a"),
        ]
        let intake = try journal.takeIn(drafts, at: .at(12))
        #expect(intake.stored.count == 3)
        #expect(intake.duplicates == 1)
    }

    @Test func `a history loaded twice adds nothing, though it corrects itself on the way`() throws {
        let journal = try StoreFixture().journal
        let history = [
            StoreFixture.report(100, known: .at(12)), StoreFixture.report(120, known: .at(13)),
            StoreFixture.report(100, known: .at(14)),
        ]
        #expect(try journal.takeIn(history, at: .at(20)).stored.count == 3)
        #expect(try journal.takeIn(history, at: .at(21)).duplicates == 3)
    }

    @Test func `nothing can be known more than five minutes before it is`() throws {
        let journal = try StoreFixture().journal
        _ = try journal.append([StoreFixture.report(1, known: .at(12, 5))], at: .at(12))
        #expect(throws: StoreError.knownInFuture(known: .at(12, 6), now: .at(12))) {
            try journal.append([StoreFixture.report(2, known: .at(12, 6))], at: .at(12))
        }
        #expect(try journal.entryCount() == 1)
    }

    @Test func `a wall clock far behind the journal is told and not followed`() throws {
        let journal = try StoreFixture().journal
        _ = try journal.append([StoreFixture.note("a")], at: .at(12))
        let intake = try journal.append([StoreFixture.note("b")], at: .at(11))
        #expect(intake.clockBehind == .hours(1))
        let entries = try journal.entries()
        #expect(entries.map(\.entry.recorded.instant) == [.at(12), .at(12)])
    }

    @Test func `an exercise cannot be opened as a live journal, nor the reverse`() throws {
        let fixture = try StoreFixture(nature: .exercise)
        #expect(throws: StoreError.self) {
            try Journal.open(fixture.journal.path, station: "st-test", expecting: .live)
        }
        #expect(throws: StoreError.missing(path: "/nowhere/journal")) {
            try Journal.open("/nowhere/journal", station: "st-test")
        }
    }

    @Test func `an unknown fact from a newer version is kept byte for byte and passed over`() throws {
        let journal = try StoreFixture().journal
        let fact = UnreadFact(kindName: "satellite_image", bodyVersion: 3, body: Array(#"{"x":[1,2]}"#.utf8))
        let draft = Draft(.unread(fact), about: .moment(.at(9)), author: .system("new"), source: "space")
        _ = try journal.append([draft, StoreFixture.report(5)], at: .at(12))
        let entries = try journal.entries()
        #expect(entries.first?.entry.fact == .unread(fact))
        #expect(entries.first?.body == fact.body)
        let picture = try journal.picture().picture
        #expect(picture.unreadCount == 1)
        #expect(picture.checkpoints.count == 1)
        #expect(try journal.verify().fault == nil)
    }

    @Test func `the fast form of a report is the library's form, letter for letter`() throws {
        var random = Seeded(3)
        let categories = [
            nil, "RU citizens", "азаматтар", "a \"quote\"", "back\\slash", "line\nbreak", "a/b", "\u{7F}",
        ]
        for category in categories {
            func maybe() -> Int? {
                Bool.random(using: &random) ? Int.random(in: 0...99_999, using: &random) : nil
            }
            let report = CheckpointReport(
                checkpoint: "syrym", direction: .out, mode: .foot, persons: 3,
                vehicles: maybe().map(Vehicles.init),
                waitingPersons: maybe().map(Persons.init), waitingVehicles: maybe().map(Vehicles.init),
                wait: maybe().map(Minutes.init), lanesOpen: maybe().map(Lanes.init), category: category)
            let fact = Fact.checkpointReport(report)
            #expect(try FactBodyProbe.fast(fact) == FactBodyProbe.plain(fact))
        }
        let shelter = Fact.shelterReport(
            ShelterReport(
                shelter: "oral-1", openBeds: 10, reserveBeds: 5, occupied: 7, arrived: 1, departed: nil))
        #expect(try FactBodyProbe.fast(shelter) == FactBodyProbe.plain(shelter))
    }
}
