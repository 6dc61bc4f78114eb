import Planning
import Situation
import Support
import Testing

@testable import Watch

/// The life of a case: found once, settled, taken back.
struct ContradictionLifeTests {
    private func twice() throws -> (desk: ContradictionFixture, id: ContradictionID, sides: [EntryID]) {
        var desk = ContradictionFixture()
        let first = desk.total(1470, source: "ministry")
        let second = desk.total(1999, source: "newspaper")
        let event = try #require(desk.look().first)
        return (desk, event.contradiction, [first, second])
    }

    @Test func `a case is raised once, by two consoles and after a start alike`() throws {
        var (desk, id, _) = try twice()
        #expect(desk.look() == [])
        desk.watch = ContradictionWatch()
        #expect(desk.look() == [])
        // Another console that saw the picture without the record finds the same name.
        let figures = desk.entries.filter { if case .contradiction = $0.fact { false } else { true } }
        let picture = Picture.folding(figures)
        let reading = SituationReading(picture, places: ContradictionFixture.places, targets: [], now: desk.now)
        #expect(ContradictionWatch.findings(in: picture, reading: reading).map(\.id) == [id])
    }

    @Test func `what is drafted but not stored is drafted again`() throws {
        var (desk, id, _) = try twice()
        desk.entries.removeLast()
        #expect(desk.look().map(\.contradiction) == [id])
    }

    @Test func `a correction that makes the figures agree takes the case back`() throws {
        var (desk, id, sides) = try twice()
        let total = StatedTotal(area: .region("KZ-27"), direction: .in, persons: 1470)
        desk.correct(sides[1], .supersede(.statedTotal(total)))
        #expect(desk.look() == [ContradictionEvent(id, .lapsed)])
        #expect(desk.look() == [])
        #expect(desk.picture.watch.contradictions[id]?.isOpen == false)
    }

    @Test func `a retraction takes the case back, also when nothing is left of the place`() throws {
        var (desk, id, sides) = try twice()
        desk.correct(sides[0], .retract)
        #expect(desk.look() == [ContradictionEvent(id, .lapsed)])
        var other = try twice()
        other.desk.correct(other.sides[0], .retract)
        other.desk.correct(other.sides[1], .retract)
        #expect(other.desk.look() == [ContradictionEvent(other.id, .lapsed)])
    }

    @Test func `another number makes the case anew, even when it was settled`() throws {
        var (desk, id, sides) = try twice()
        desk.settle(id, .bothStand)
        #expect(desk.look() == [])
        let total = StatedTotal(area: .region("KZ-27"), direction: .in, persons: 2222)
        desk.correct(sides[1], .supersede(.statedTotal(total)))
        let events = desk.look()
        #expect(events.map(\.contradiction) == [id])
        #expect(desk.picture.watch.contradictions[id]?.isOpen == true)
    }

    @Test func `a settled case stays settled, a question stays open`() throws {
        var (desk, id, sides) = try twice()
        desk.settle(id, .ask("press office"))
        #expect(desk.look() == [])
        #expect(desk.picture.watch.contradictions[id]?.isOpen == true)
        desk.settle(id, .prefer(sides[0]))
        #expect(desk.look() == [])
        desk.total(5000, "KZ-15")
        #expect(desk.look() == [])
    }

    @Test func `hours that are rolled up do not take a case back`() {
        var desk = ContradictionFixture()
        desk.count(300, hour: 8, source: "border")
        desk.count(457, hour: 8, source: "customs")
        #expect(desk.look().count == 1)
        for hour in 9..<24 { desk.count(200 + hour, hour: hour) }
        for hour in 0..<24 { desk.count(300 + hour, hour: hour, day: 25) }
        #expect(desk.look() == [])
        #expect(desk.picture.watch.openContradictions().count == 1)
    }

    @Test func `one slip is one case, and what it explains comes after it is settled`() throws {
        var desk = ContradictionFixture()
        desk.count(900, "p1")
        desk.count(570, "p2")
        let right = desk.total(1470, source: "ministry")
        let wrong = desk.total(1740, source: "newspaper")
        let event = try #require(desk.look().first)
        #expect(desk.picture.watch.contradictions.count == 1)
        // The officer takes the wrong one: then the posts contradict it.
        desk.settle(event.contradiction, .prefer(wrong))
        #expect(desk.names() == ["sum.posts"])
        #expect(desk.picture.watch.passedOver == [right])
    }

    // MARK: Which value is used

    private func reading(_ desk: ContradictionFixture) -> SituationReading {
        SituationReading(desk.picture, places: ContradictionFixture.places, targets: [], now: desk.now)
    }

    @Test func `until it is settled the later word counts and both are marked, then the preferred one`() throws {
        var desk = ContradictionFixture()
        let first = desk.count(300, hour: 8, source: "border")
        let second = desk.count(457, hour: 8, source: "customs")
        let id = try #require(desk.look().first?.contradiction)
        #expect(reading(desk).checkpoint("p1")?.incoming.lastDay?.persons == 457)
        #expect(reading(desk).disputes == [first: id, second: id])
        #expect(desk.picture.watch.dispute(of: first)?.id == id)
        desk.settle(id, .prefer(first))
        #expect(reading(desk).checkpoint("p1")?.incoming.lastDay?.persons == 300)
        #expect(reading(desk).disputes == [:])
        #expect(desk.look() == [])
        // Two days later the hour is rolled up with the figure that was preferred.
        for hour in 9..<24 { desk.count(200 + hour, hour: hour) }
        for hour in 0..<14 { desk.count(300 + hour, hour: hour, day: 25) }
        let hours = desk.picture.checkpoints["p1"]?.incoming.hourly(from: .at(8), count: 1)
        #expect(hours?.cells.first?.persons == 300)
    }

    @Test func `a preferred total and a preferred shelter report are the ones that are read`() throws {
        var (desk, id, sides) = try twice()
        desk.shelter(400, at: 8, source: "site")
        desk.shelter(300, at: 8, source: "akimat")
        let shelter = try #require(desk.look().first?.contradiction)
        desk.settle(id, .prefer(sides[0]))
        let site = try #require(desk.picture.shelters["s1"]?.reports.statements.first?.provenance.entry)
        desk.settle(shelter, .prefer(site))
        let reading = reading(desk)
        #expect(reading.totals.flatMap(\.statements).map(\.body.persons) == [1470])
        #expect(reading.shelter("s1")?.occupied?.value == 400)
    }

    // MARK: The officer's act

    private func act(
        _ desk: ContradictionFixture, _ id: ContradictionID, _ settlement: ContradictionEvent.Settlement,
        reason: String = "telephone"
    ) throws(ActRefusal) -> [Draft] {
        var desk = desk
        let seat = ShiftEvent("duty", .signedOn("Aigerim", .dutyOfficer, .unixAccount))
        desk.say(.shift(seat), about: .moment(desk.now))
        return try WatchDesk(
            picture: desk.picture, reading: reading(desk), playbooks: [], now: desk.now,
            author: Author(person: "Aigerim", seat: "duty")
        ).drafts(for: .contradiction(id, settlement, reason: reason))
    }

    @Test func `a settlement needs a reason, an entry of the case and a question in words`() throws {
        let (desk, id, sides) = try twice()
        #expect(throws: ActRefusal.reasonMissing) { try act(desk, id, .bothStand, reason: " ") }
        #expect(throws: ActRefusal.reasonMissing) { try act(desk, id, .ask(" ")) }
        let stranger = EntryID(station: "test", number: 99)
        #expect(throws: ActRefusal.noSuchThing("test#99")) { try act(desk, id, .prefer(stranger)) }
        #expect(throws: ActRefusal.noSuchThing("none")) { try act(desk, "none", .bothStand) }
        #expect(try act(desk, id, .prefer(sides[1])).count == 1)
        var settled = desk
        settled.settle(id, .bothStand)
        #expect(throws: ActRefusal.notNow(.alreadySettled)) { try act(settled, id, .prefer(sides[0])) }
    }
}
