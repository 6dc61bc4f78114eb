import Situation
import Testing

@testable import Simulation

/// Nothing of anything, acts that cannot be done, worlds that cannot be.
@Suite struct `Reception at the edges` {
    private typealias Worlds = ReceptionWorlds

    private let people = [(persons: 3, at: 0.0), (persons: 2, at: 50.0)]

    @Test func `without desks everyone waits to be registered until desks open`() throws {
        let world = try Worlds.world(
            receptions: [Worlds.reception(desks: 0, minutes: .constant(10))],
            shelters: [Worlds.shelter("s", beds: 10)])
        var play = ReceptionPlay(world, onFoot: people)
        play.play(to: 600)
        #expect(play.run.headcount.registering == 5)
        try play.perform(.staffRegistration(Worlds.home, desks: 1))
        play.play(to: 610.5)
        #expect(play.occupied == [3])
        play.play(to: 620.5)
        #expect(play.occupied == [5])
    }

    @Test func `a desk that closes serves its household to the end`() throws {
        let world = try Worlds.world(
            receptions: [Worlds.reception(desks: 1, minutes: .constant(30))],
            shelters: [Worlds.shelter("s", beds: 10)])
        var play = ReceptionPlay(world, onFoot: [(3, 0), (2, 5)])
        play.play(to: 10)
        try play.perform(.staffRegistration(Worlds.home, desks: 0))
        play.play(to: 500)
        #expect(play.occupied == [3])
        #expect(play.run.headcount.registering == 2)
    }

    /// Two posts before one hall with one desk: who came at 2 over the second post is registered at 12, before
    /// those who came at 5 over the first.
    @Test func `people of several posts stand in one line`() throws {
        var other = Worlds.post(in: Worlds.home)
        other.id = "other"
        let world = try World(
            scenario: "test", start: Worlds.start, groups: [Worlds.group()],
            posts: [Worlds.post(in: Worlds.home), other],
            receptions: [Worlds.reception(desks: 1, minutes: .constant(10))],
            shelters: [Worlds.shelter("s", beds: 10)])
        let late = LetIn(party: Worlds.party(3, luck: 1), at: 5)
        let early = LetIn(party: Worlds.party(2, luck: 2), at: 2)
        var play = ReceptionPlay(world, coming: [[late], [early]])
        play.play(to: 12.5)
        #expect(play.occupied == [2])
        play.play(to: 22.5)
        #expect(play.occupied == [5])
    }

    @Test func `without beds, shelters or buses everyone is without a bed, and the run ends`() throws {
        for shelters in [[], [Worlds.shelter("s", beds: 0)]] {
            let world = try Worlds.world(
                receptions: [Worlds.reception(desks: 5, fleets: [Worlds.bus(0, seats: 1)])],
                shelters: shelters)
            var play = ReceptionPlay(world, onFoot: people)
            play.play(to: 1000)
            #expect(play.run.headcount.withoutBed == 5)
            #expect(play.takeInterval().regions[0].personMinutesWithoutBed == 3 * 1000 + 2 * 950)
        }
    }

    @Test func `nobody, nowhere, is a run too`() throws {
        let world = try World(scenario: "empty", start: Worlds.start, posts: [])
        var play = ReceptionPlay(world)
        play.play(to: 100)
        #expect(play.run.headcount == Headcount())
        #expect(play.takeInterval().shelters.isEmpty)
    }

    @Test func `vehicles that need no time and stays of none do not hang a run`() throws {
        let world = try Worlds.world(
            group: Worlds.group(stay: .constant(0)),
            receptions: [Worlds.reception(fleets: [Worlds.bus(seats: 1, longestWait: .zero)])],
            shelters: [Worlds.shelter("s", beds: 1)])
        var play = ReceptionPlay(world, onFoot: people)
        play.play(to: 100)
        // Beds of one person each, one after another, and all within the minute.
        #expect(play.run.headcount.left == 5)
    }

    @Test func `an act that cannot be done says why and changes nothing`() throws {
        let world = try Worlds.world(shelters: [Worlds.shelter("s", beds: 1, reserve: 5)])
        var run = ReceptionRun(world, seed: 1, from: 0)
        #expect(throws: ActFault.unknownRegion("99")) { try run.perform(.staffRegistration("99", desks: 1)) }
        #expect(throws: ActFault.unknownRegion("99")) { try run.perform(.orderBuses("99", count: 1)) }
        #expect(throws: ActFault.unknownRegion("99")) {
            try run.perform(.askRegion(from: Worlds.home, to: "99"))
        }
        #expect(throws: ActFault.unknownRegion(Worlds.home)) {
            try run.perform(.askRegion(from: Worlds.home, to: Worlds.home))
        }
        #expect(throws: ActFault.unknownShelter("x")) { try run.perform(.openReserve("x", 1)) }
        #expect(throws: ActFault.reserveOutOfRange(6, left: 5)) { try run.perform(.openReserve("s", 6)) }
        #expect(throws: ActFault.reserveOutOfRange(0, left: 5)) { try run.perform(.openReserve("s", 0)) }
        #expect(throws: ActFault.countOutOfRange(-1, allowed: 0...1000)) {
            try run.perform(.staffRegistration(Worlds.home, desks: -1))
        }
        #expect(throws: ActFault.countOutOfRange(1001, allowed: 0...1000)) {
            try run.perform(.orderBuses(Worlds.home, count: 1001))
        }
        #expect(run.events.isEmpty)
        try run.perform(.closePost("any", .in))
    }

    @Test func `reports say what came and went since the last`() throws {
        let world = try Worlds.world(
            group: Worlds.group(stay: .constant(1)), shelters: [Worlds.shelter("s", beds: 9, reserve: 4)])
        var play = ReceptionPlay(world, onFoot: people)
        play.play(to: 30)
        var reports = play.reports()
        #expect(
            reports == [
                ShelterReport(
                    shelter: "s", openBeds: 9, reserveBeds: 4, occupied: 3, arrived: 3, departed: 0)
            ])
        play.play(to: 90)
        reports = play.reports()
        #expect(
            reports == [
                ShelterReport(
                    shelter: "s", openBeds: 9, reserveBeds: 4, occupied: 2, arrived: 2, departed: 3)
            ])
    }
}
