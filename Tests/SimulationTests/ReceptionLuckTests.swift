import Situation
import Testing

@testable import Simulation

/// What chance decides about a household, and what it does not.
@Suite struct `Reception draws all luck with the party` {
    private typealias Worlds = ReceptionWorlds

    private func households(
        _ party: Party, share: Double = 0.6, registration: Distribution = .constant(5)
    ) throws -> [Household] {
        let stay = try Distribution.exponential(mean: 40)
        let draw = HouseholdDraw([.usual, Worlds.group(share: share, stay: stay, returning: 0.5)])
        var drawn: [Household] = []
        draw.draw(party, home: 0, registration: registration, into: &drawn)
        return drawn
    }

    @Test func `a region that registers differently registers the same people`() throws {
        for luck in 0..<200 as Range<UInt64> {
            let party = Worlds.party(40, .bus, luck: luck)
            let here = try households(party)
            let there = try households(party, registration: .exponential(mean: 30))
            #expect(here.map(\.persons) == there.map(\.persons))
            #expect(here.map(\.stayMinutes) == there.map(\.stayMinutes))
            #expect(here.map(\.returns) == there.map(\.returns))
        }
    }

    @Test func `a car is one household, a bus many that together are everyone aboard`() throws {
        #expect(try households(Worlds.party(5, .car), share: 1).map(\.persons) == [5])
        #expect(try households(Worlds.party(3, .foot), share: 1).map(\.persons) == [3])
        for mode in [TravelMode.bus, .rail, .air] {
            let drawn = try households(Worlds.party(500, mode, luck: 9), share: 1)
            #expect(drawn.reduce(0) { $0 + Int($1.persons) } == 500)
            // 500 people in households of 2.6: 192, give or take three of √(192 · 1.6)/2.6 = 6.7.
            #expect(abs(drawn.count - 192) < 21)
        }
    }

    /// 6,000 cars of which 60 % need a bed: 3,600 ± 2.58 · √(6000 · 0.6 · 0.4) = 98.
    @Test func `the share in need is that of the group`() throws {
        let inNeed = try (0..<6000 as Range<UInt64>).count {
            try !households(Worlds.party(2, .car, luck: $0)).isEmpty
        }
        #expect(abs(inNeed - 3600) < 98)
    }

    @Test func `the usual travellers need no bed and are gone at once`() throws {
        let world = try Worlds.world(shelters: [Worlds.shelter("s", beds: 10)])
        var party = Worlds.party(7)
        party.group = 0
        var play = ReceptionPlay(world, coming: [[LetIn(party: party, at: 3)]])
        play.play(to: 10)
        #expect(play.run.headcount.came == 7 && play.run.headcount.left == 7)
        #expect(play.takeInterval().regions[0].cameInNeed == 0)
    }

    /// Two policies, one with twice the desks and reserve opened: other waits, but at the end the same people
    /// came in need and, beds being enough in both, the same left in the same way.
    @Test func `two policies meet the same households`() throws {
        var luck = RandomStream(seed: 4, name: "policies")
        let coming = (0..<200).map { index in
            LetIn(party: Worlds.party(1 + luck.below(6), .car, luck: luck.next()), at: Double(index))
        }
        let results = try [1, 2].map { desks in
            let world = try Worlds.world(
                group: Worlds.group(share: 0.5, stay: .exponential(mean: 5), returning: 0.4),
                receptions: [Worlds.reception(desks: desks, minutes: .exponential(mean: 1))],
                shelters: [Worlds.shelter("s", beds: 300, reserve: 300)],
                timetable: [])
            var play = ReceptionPlay(world, coming: [coming])
            if desks == 2 { try play.perform(.openReserve("s", 300)) }
            play.play(to: 10_000, step: 10)
            return play.takeInterval().regions[0]
        }
        #expect(results[0].cameInNeed > 0 && results[0].returned > 0)
        #expect(results[0] == results[1])
    }

    @Test func `the same seed gives the same run and another seed other guests`() throws {
        let world = try Worlds.world(
            group: Worlds.group(stay: .exponential(mean: 20)),
            shelters: [Worlds.shelter("s", beds: 100, occupied: 100)])
        let runs = ([1, 1, 2] as [UInt64]).map { seed -> [Int] in
            var play = ReceptionPlay(world, seed: seed)
            return (1...20).map { hour in
                play.play(to: Double(hour) * 60)
                return play.occupied[0]
            }
        }
        #expect(runs[0] == runs[1])
        #expect(runs[0] != runs[2])
    }
}
