import Situation
import Testing

@testable import Simulation

/// Who gets which bed, by hand.
@Suite struct `Reception gives out beds` {
    private typealias Worlds = ReceptionWorlds

    @Test func `a household goes to the nearest shelter that can hold all of it`() throws {
        let world = try Worlds.world(
            receptions: [Worlds.reception(desks: 10)],
            shelters: [
                Worlds.shelter("far", beds: 10, travel: .minutes(40)),
                Worlds.shelter("near", beds: 5, travel: .minutes(10)),
            ])
        // 3 near; 4 do not fit in the two left near, so far; 2 near again; 2 far.
        var play = ReceptionPlay(world, onFoot: [(3, 0), (4, 1), (2, 2), (2, 3)])
        play.play(to: 60)
        #expect(play.occupied == [6, 5])
    }

    @Test func `a bed is kept for those on the way`() throws {
        let world = try Worlds.world(
            shelters: [Worlds.shelter("s", beds: 3, travel: .hours(5))])
        var play = ReceptionPlay(world, onFoot: [(3, 0), (1, 1)])
        play.play(to: 60)
        #expect(play.occupied == [0])
        #expect(play.run.headcount.inTransport == 3)
        #expect(play.run.headcount.withoutBed == 1)
    }

    @Test func `other regions are tried in the order of preference, with their way on top`() throws {
        let third: RegionCode = "61"
        let world = try Worlds.world(
            receptions: [
                Worlds.reception(
                    desks: 10,
                    overflow: [
                        .init(region: third, travel: .minutes(300)),
                        .init(region: Worlds.far, travel: .minutes(100)),
                    ])
            ],
            shelters: [
                Worlds.shelter("own", beds: 1), Worlds.shelter("second", in: Worlds.far, beds: 1),
                Worlds.shelter("first", in: third, beds: 1, travel: .minutes(20)),
            ])
        var play = ReceptionPlay(world, onFoot: [(1, 0), (1, 1), (1, 2), (1, 3)])
        play.play(to: 102.5)
        #expect(play.occupied == [1, 1, 0])
        play.play(to: 321)
        #expect(play.occupied == [1, 1, 0])
        play.play(to: 321.5)
        #expect(play.occupied == [1, 1, 1])
        #expect(play.run.headcount.withoutBed == 1)
    }

    @Test func `reserve opens after its lead time to the minute, and goes to those who wait`() throws {
        let world = try Worlds.world(
            receptions: [Worlds.reception(desks: 10)],
            shelters: [Worlds.shelter("s", beds: 0, reserve: 10, lead: .minutes(90))])
        var play = ReceptionPlay(world, onFoot: [(2, 0), (3, 0)])
        play.play(to: 30)
        try play.perform(.openReserve("s", 4))
        #expect(throws: ActFault.reserveOutOfRange(7, left: 6)) { try play.perform(.openReserve("s", 7)) }
        play.play(to: 120)
        #expect(play.occupied == [0])
        play.play(to: 120.5)
        // Four beds: the two who came first, and the three do not fit in what is left.
        #expect(play.occupied == [2])
        let shelter = play.takeInterval().shelters[0]
        #expect(shelter.openBeds == 4 && shelter.reserveBeds == 6)
    }

    /// Three take the only beds for 24 h; two and one wait. The integral up to 25 h: two people from minute 10
    /// and one from minute 20 until 24 h = 1440 min: 2 · 1430 + 1 · 1420 = 4280.
    @Test func `person-minutes without a bed are counted exactly`() throws {
        let world = try Worlds.world(shelters: [Worlds.shelter("s", beds: 3)])
        var play = ReceptionPlay(world, onFoot: [(3, 0), (2, 10), (1, 20)])
        var hours: [Double] = []
        for hour in 1...25 {
            play.play(to: Double(hour) * 60)
            hours.append(play.takeInterval().regions[0].personMinutesWithoutBed)
        }
        #expect(hours.reduce(0, +) == 4280)
        #expect(hours[0] == 2 * 50 + 1 * 40)
        #expect(hours[5] == 180)
        #expect(hours[24] == 0)
        #expect(play.occupied == [3])
    }

    @Test func `a small household may take beds that are too few for the one before it`() throws {
        let world = try Worlds.world(
            receptions: [Worlds.reception(desks: 10)], shelters: [Worlds.shelter("s", beds: 5)])
        // Four beds are taken; three wait for more than the one that is left, and one takes it.
        var play = ReceptionPlay(world, onFoot: [(4, 0), (3, 1), (1, 2)])
        play.play(to: 10)
        #expect(play.occupied == [5])
        #expect(play.run.headcount.withoutBed == 3)
    }

    @Test func `free beds go to the region's own people first, then by time`() throws {
        let world = try Worlds.world(
            receptions: [
                Worlds.reception(),
                Worlds.reception(Worlds.far, overflow: [.init(region: Worlds.home, travel: .zero)]),
            ], shelters: [Worlds.shelter("s", beds: 0, reserve: 1)])
        let guest = LetIn(party: Worlds.party(1, luck: 1), at: 0)
        let own = LetIn(party: Worlds.party(1, luck: 2), at: 5)
        var play = ReceptionPlay(world, coming: [[own], [guest]])
        play.play(to: 10)
        try play.perform(.openReserve("s", 1))
        play.play(to: 20)
        let waiting = play.run.regions.map(\.withoutBed)
        #expect(waiting == [0, 1])
    }

    @Test func `a household larger than any shelter is given beds in parts`() throws {
        let world = try Worlds.world(
            shelters: [Worlds.shelter("a", beds: 4), Worlds.shelter("b", beds: 3)])
        var play = ReceptionPlay(world, onFoot: [(9, 0)])
        play.play(to: 10)
        // Parts of 4, 4 and 1: 4 in a, 1 in b; 4 wait, as b holds only three.
        #expect(play.occupied == [4, 1])
        play.play(to: 1450)
        #expect(play.run.headcount.withoutBed == 0)
    }

    @Test func `families stay together`() throws {
        for seed in 0..<20 as Range<UInt64> {
            var luck = RandomStream(seed: seed, name: "families")
            let world = try Worlds.world(
                group: Worlds.group(stay: .constant(1000)),
                receptions: [
                    Worlds.reception(desks: 10, fleets: [Worlds.bus(3, seats: 12, longestWait: .zero)])
                ],
                shelters: (0..<4).map { Worlds.shelter(ShelterID(rawValue: "\($0)"), beds: 20 + $0) })
            // Households of 7 only: what a shelter holds is a multiple of 7 at every moment.
            let onFoot = (0..<30).map { (persons: 7, at: Double($0) + luck.uniform()) }
            var play = ReceptionPlay(world, onFoot: onFoot)
            for minute in stride(from: 0.5, to: 120, by: 1) {
                play.play(to: minute)
                #expect(play.occupied.allSatisfy { $0.isMultiple(of: 7) })
            }
            // 20, 21, 22 and 23 beds hold 2 + 3 + 3 + 3 households.
            #expect(play.occupied == [14, 21, 21, 21])
        }
    }

    @Test func `a region that is asked takes people in after half a day on the road`() throws {
        let world = try Worlds.world(
            shelters: [Worlds.shelter("own", beds: 0), Worlds.shelter("other", in: Worlds.far, beds: 9)])
        var play = ReceptionPlay(world, onFoot: [(2, 0)])
        play.play(to: 60)
        #expect(play.run.headcount.withoutBed == 2)
        try play.perform(.askRegion(from: Worlds.home, to: Worlds.far))
        #expect(play.run.headcount.withoutBed == 0)
        play.play(to: 60 + 720)
        #expect(play.occupied == [0, 0])
        play.play(to: 60 + 720.5)
        #expect(play.occupied == [0, 2])
    }

    @Test func `those who leave travel on or go back by their group's share`() throws {
        let world = try Worlds.world(
            group: Worlds.group(stay: .constant(1), returning: 0.25),
            shelters: [Worlds.shelter("s", beds: 5000)])
        var play = ReceptionPlay(world, onFoot: Array(repeating: (persons: 1, at: 0.0), count: 4000))
        play.play(to: 61)
        let region = play.takeInterval().regions[0]
        #expect(region.travelledOn + region.returned == 4000)
        // A quarter of 4,000 with a standard error of 27.4.
        #expect(abs(Double(region.returned) - 1000) < 2.58 * 27.4)
        #expect(play.run.headcount.left == 4000)
    }
}
