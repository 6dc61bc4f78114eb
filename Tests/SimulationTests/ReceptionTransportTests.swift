import Situation
import Testing

@testable import Simulation

/// Vehicles, by hand.
@Suite struct `Reception brings people to their beds` {
    private func play(
        fleets: [RegionReception.Fleet], travel: Span = .zero, onFoot: [(persons: Int, at: Double)]
    ) throws -> ReceptionPlay {
        let world = try ReceptionWorlds.world(
            receptions: [ReceptionWorlds.reception(desks: 100, fleets: fleets)],
            shelters: [ReceptionWorlds.shelter("s", beds: 1000, travel: travel)])
        return ReceptionPlay(world, onFoot: onFoot)
    }

    /// When each number of arrivals was reached, minute by minute.
    private func arrivals(_ play: inout ReceptionPlay, until end: Int) -> [Int: Int] {
        var changes: [Int: Int] = [:]
        var before = 0
        for minute in 0..<end {
            // Half a minute on, what happens at the minute itself has happened.
            play.play(to: Double(minute) + 0.5)
            let now = play.occupied[0]
            if now != before { changes[minute] = now }
            before = now
        }
        return changes
    }

    /// Ten households of four at minute 0; one bus of 20 seats, 15 minutes each way, 30 minutes to turn round.
    /// It is full at once, arrives at 15, is back and ready at 0 + 30 + 2 · 15 = 60, takes the other five
    /// and arrives at 75.
    @Test func `a bus takes as many as it seats and comes again after its cycle`() throws {
        let households = Array(repeating: (persons: 4, at: 0.0), count: 10)
        var run = try play(
            fleets: [ReceptionWorlds.bus(seats: 20, turnRound: .minutes(30))], travel: .minutes(15),
            onFoot: households)
        #expect(arrivals(&run, until: 100) == [15: 20, 75: 40])
    }

    /// Households of 3 do not share 7 seats evenly: two go, the third would not fit and waits for the bus
    /// to come back at 10.
    @Test func `a household is not split over two buses`() throws {
        let households = Array(repeating: (persons: 3, at: 0.0), count: 3)
        var run = try play(
            fleets: [ReceptionWorlds.bus(seats: 7, turnRound: .minutes(10), longestWait: .zero)],
            travel: .minutes(2), onFoot: households)
        // With no wait at all, the first leaves alone at 0 and the bus is back at 14, with the others at 16.
        #expect(arrivals(&run, until: 60) == [2: 3, 16: 9])
        run = try play(
            fleets: [ReceptionWorlds.bus(seats: 7, turnRound: .minutes(10), longestWait: .minutes(20))],
            travel: .minutes(2), onFoot: households)
        // Full at 0 with two of them, back at 14; the third has waited 20 minutes at 20.
        #expect(arrivals(&run, until: 60) == [2: 6, 22: 9])
    }

    @Test func `a bus that is not full leaves when its first passenger has waited long enough`() throws {
        var run = try play(
            fleets: [ReceptionWorlds.bus(seats: 50, longestWait: .minutes(45))], travel: .minutes(10),
            onFoot: [(2, 5), (3, 20), (4, 51)])
        // The first came at 5, so the bus leaves at 50; who came at 51 goes at 96.
        #expect(arrivals(&run, until: 120) == [60: 5, 106: 9])
    }

    @Test func `a household larger than the bus goes in several`() throws {
        var run = try play(
            fleets: [ReceptionWorlds.bus(2, seats: 4, longestWait: .minutes(30))], travel: .minutes(10),
            onFoot: [(10, 0)])
        // Two full buses at once, back at 20; the last two have waited half an hour at 30.
        #expect(arrivals(&run, until: 60) == [10: 8, 40: 10])
    }

    @Test func `where there is no vehicle, people make their own way`() throws {
        var run = try play(fleets: [], travel: .minutes(25), onFoot: [(3, 2)])
        #expect(arrivals(&run, until: 60) == [27: 3])
        run = try play(fleets: [ReceptionWorlds.bus(0, seats: 40)], travel: .minutes(25), onFoot: [(3, 2)])
        #expect(arrivals(&run, until: 60) == [27: 3])
    }

    /// One bus of 4 seats that is away for 10 hours; another is ordered at 60 and is there at 60 + 180.
    @Test func `ordered buses come after their delay`() throws {
        var run = try play(
            fleets: [ReceptionWorlds.bus(seats: 4, turnRound: .hours(10))], onFoot: [(4, 0), (4, 1)])
        run.play(to: 60)
        try run.perform(.orderBuses(ReceptionWorlds.home, count: 1))
        run.play(to: 240)
        #expect(run.occupied == [4])
        run.play(to: 240.5)
        #expect(run.occupied == [8])
    }

    /// A train of 100 seats, ready every other hour; buses are ordered. At 4 h 30 five people wait since 4 h 10.
    @Test func `ordered buses serve a region that had only trains`() throws {
        let train = RegionReception.Fleet(
            kind: .train, vehicles: 1, seats: 100, turnRound: .hours(100), longestWait: .zero)
        var run = try play(fleets: [train], onFoot: [(1, 0), (5, 170)])
        try run.perform(.orderBuses(ReceptionWorlds.home, count: 1))
        run.play(to: 229.5)
        #expect(run.occupied == [1])
        // There at 180, and the five have waited the hour that is usual at 230.
        run.play(to: 230.5)
        #expect(run.occupied == [6])
    }

    @Test func `the stop whose first has waited longest is served first`() throws {
        let world = try ReceptionWorlds.world(
            receptions: [
                ReceptionWorlds.reception(
                    desks: 10,
                    fleets: [ReceptionWorlds.bus(seats: 4, turnRound: .hours(1), longestWait: .zero)])
            ],
            shelters: [
                ReceptionWorlds.shelter("a", beds: 4), ReceptionWorlds.shelter("b", beds: 3),
                ReceptionWorlds.shelter("c", beds: 100),
            ])
        // 4 to a at once; then 3 to b, then 3 to c: the bus comes back at 60 and at 120.
        var run = ReceptionPlay(world, onFoot: [(4, 0), (3, 1), (3, 2)])
        run.play(to: 60.5)
        #expect(run.occupied == [4, 3, 0])
        run.play(to: 120.5)
        #expect(run.occupied == [4, 3, 3])
    }
}
