import Situation
import Testing

@testable import Simulation

/// Random worlds under random acts: nobody vanishes, no bed is slept in twice, and cuts change nothing.
@Suite struct `Reception conserves people` {
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `at every minute everyone is in exactly one place`(seed: UInt64) throws {
        var wild = try WildReception(seed: seed)
        for minute in 1...600 {
            wild.actAtRandom()
            wild.play.play(to: Double(minute), step: 1)
            let run = wild.play.run
            guard run.headcount.isBalanced, run.overfull == nil, run.headcountByCounting == run.headcount
            else {
                Issue.record("minute \(minute): \(run.headcount), counted \(run.headcountByCounting)")
                return
            }
        }
        #expect(wild.play.run.headcount.came > 0)
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func `however a run is cut, it is the same run`(seed: UInt64) throws {
        var fine = try WildReception(seed: seed)
        var coarse = try WildReception(seed: seed)
        for hour in 1...20 {
            fine.actAtRandom(chance: 1)
            coarse.actAtRandom(chance: 1)
            fine.play.play(to: Double(hour) * 60, step: 0.7)
            coarse.play.play(to: Double(hour) * 60, step: 60)
            #expect(fine.play.run.headcount == coarse.play.run.headcount)
            let fineHour = fine.play.takeInterval()
            let coarseHour = coarse.play.takeInterval()
            #expect(fineHour.regions == coarseHour.regions)
            #expect(fineHour.shelters == coarseHour.shelters)
            #expect(fine.play.reports() == coarse.play.reports())
        }
        #expect(fine.play.run.serviceBreaches == coarse.play.run.serviceBreaches)
    }

    @Test func `no one waits whom the free beds of a shelter open to it could hold`() throws {
        for seed in 100..<106 as Range<UInt64> {
            var wild = try WildReception(seed: seed)
            for hour in 1...20 {
                wild.actAtRandom()
                wild.play.play(to: Double(hour) * 60)
                let run = wild.play.run
                for region in run.regions {
                    let free = region.routes.map { run.shelters[$0.shelter].free }.max() ?? 0
                    #expect(region.bedLine.firstNumber(upTo: free) == nil)
                }
            }
        }
    }
}

/// A world with everything drawn: two to three regions, small shelters, few vehicles, many people.
struct WildReception {
    var play: ReceptionPlay
    private var luck: RandomStream
    private let world: World

    init(seed: UInt64) throws {
        var luck = RandomStream(seed: seed, name: "wild")
        let codes: [RegionCode] = ["27", "19", "61"]
        let shelters = (0..<5).map { index in
            let open = luck.below(60)
            return ReceptionWorlds.shelter(
                ShelterID(rawValue: "s\(index)"), in: codes[luck.below(3)], beds: open,
                reserve: luck.below(60), occupied: luck.below(open + 1),
                lead: .minutes(luck.below(300)), travel: .minutes(luck.below(120)),
                services: .init(waterLitresPerDay: 300, taps: 1, toilets: luck.below(3)))
        }
        let receptions = try codes.map { code in
            ReceptionWorlds.reception(
                code, desks: luck.below(4), minutes: try .exponential(mean: luck.uniform() * 30),
                fleets: (0..<luck.below(3)).map { _ in
                    ReceptionWorlds.bus(
                        luck.below(3), seats: 1 + luck.below(30), turnRound: .minutes(luck.below(100)),
                        longestWait: .minutes(luck.below(100)))
                },
                overflow: codes.filter { other in
                    other != code && shelters.contains { $0.region == other } && luck.below(2) == 0
                }.map { .init(region: $0, travel: .minutes(luck.below(600))) })
        }
        let stay = try Distribution.exponential(mean: luck.uniform() * 20)
        world = try ReceptionWorlds.world(
            group: ReceptionWorlds.group(share: 0.7, stay: stay, returning: 0.3), receptions: receptions,
            shelters: shelters, limits: [.init(.water, 15), .init(.taps, 20), .init(.toilets, 20)])
        play = ReceptionPlay(world, seed: seed, coming: codes.map { _ in Self.parties(&luck) })
        self.luck = luck
    }

    /// One act out of all the reception knows, possible or not.
    mutating func actAtRandom(chance: Double = 0.05) {
        guard luck.uniform() < chance else { return }
        let codes: [RegionCode] = ["27", "19", "61", "no such region"]
        let act: SimulatedAct =
            switch luck.below(4) {
            case 0: .staffRegistration(codes[luck.below(4)], desks: luck.below(6) - 1)
            case 1: .orderBuses(codes[luck.below(4)], count: luck.below(4) - 1)
            case 2: .openReserve(ShelterID(rawValue: "s\(luck.below(6))"), Beds(luck.below(40) - 1))
            default: .askRegion(from: codes[luck.below(4)], to: codes[luck.below(4)])
            }
        // What cannot be done must change nothing; the checks after it see to that.
        try? play.perform(act)
    }

    private static func parties(_ luck: inout RandomStream) -> [LetIn] {
        var time = 0.0
        var parties: [LetIn] = []
        while time < 2000 {
            time += luck.exponential(mean: 20)
            // Some at the very minute, where cuts lie.
            if luck.below(4) == 0 { time = time.rounded(.up) }
            let mode: TravelMode = luck.below(5) == 0 ? .bus : .car
            let persons = mode == .bus ? 1 + luck.below(50) : 1 + luck.below(7)
            parties.append(
                LetIn(party: ReceptionWorlds.party(persons, mode, luck: luck.next()), at: time))
        }
        return parties
    }
}

extension RandomStream {
    /// A whole number from 0 to below `bound`.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
