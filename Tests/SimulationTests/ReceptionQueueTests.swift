import Situation
import Testing

@testable import Simulation

/// The reception against closed formulas of queueing theory.
@Suite struct `Reception agrees with queueing theory` {
    /// Poisson arrivals of one person, one every `gap` minutes in the mean.
    private func arrivals(gap: Double, until end: Double, seed: UInt64) -> [LetIn] {
        var luck = RandomStream(seed: seed, name: "arrivals")
        var time = 0.0
        var parties: [LetIn] = []
        while true {
            time += luck.exponential(mean: gap)
            guard time < end else { return parties }
            parties.append(LetIn(party: ReceptionWorlds.party(1, luck: luck.next()), at: time))
        }
    }

    /// Erlang C by its recursion through Erlang B: how many wait in the mean in M/M/c with `load` = λ/μ.
    private func meanWaiting(servers: Int, load: Double) -> Double {
        var blocked = 1.0
        for server in 1...servers { blocked = load * blocked / (Double(server) + load * blocked) }
        let busyShare = load / Double(servers)
        let waits = blocked / (1 - busyShare * (1 - blocked))
        return waits * busyShare / (1 - busyShare)
    }

    /// Mean and half the width of the 99 % interval of the mean, by replication.
    private func estimate(_ values: [Double]) -> (mean: Double, half: Double) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        // 2.75 is Student's 99.5 % quantile for 30 degrees of freedom; there are at least 30 here.
        return (mean, 2.75 * (variance / count).squareRoot())
    }

    /// 3 desks, 10 minutes each, one household every 4 minutes: load 2.5, so C(3, 2.5) = 0.702 and
    /// Lq = 0.702 · (2.5/3) / (1 − 2.5/3) = 3.511 (worked out by hand; any table of Erlang C).
    @Test func `registration is the queue M/M/c`() throws {
        let world = try ReceptionWorlds.world(
            receptions: [ReceptionWorlds.reception(desks: 3, minutes: .exponential(mean: 10))],
            shelters: [ReceptionWorlds.shelter("s", beds: 100_000)])
        let waiting = (0..<40 as Range<UInt64>).map { seed in
            var play = ReceptionPlay(world, coming: [arrivals(gap: 4, until: 12_000, seed: seed)])
            play.play(to: 2000, step: 100)
            let before = play.run.regions[0].hall.station.waitingTime
            play.play(to: 12_000, step: 100)
            return (play.run.regions[0].hall.station.waitingTime - before) / 10_000
        }
        let found = estimate(waiting)
        #expect(abs(meanWaiting(servers: 3, load: 2.5) - 3.511) < 0.001)
        #expect(abs(found.mean - 3.511) < found.half)
        #expect(found.half < 0.7)
    }

    /// Ten arrivals an hour that stay 12 h in the mean: 120 people sleep there in the mean, and as many is the
    /// variance, whatever the law of the stay (M/G/∞). Each run is looked at once, long after stays are over.
    @Test(
        arguments: try [
            Distribution.exponential(mean: 12), .constant(12), .uniform(low: 0, high: 24),
            .lognormal(mean: 12, cv: 0.5),
        ])
    func `with beds for all, occupancy is Poisson and knows only the mean stay`(stay: Distribution) throws {
        let world = try ReceptionWorlds.world(
            group: ReceptionWorlds.group(stay: stay), receptions: [ReceptionWorlds.reception(desks: 1000)],
            shelters: [ReceptionWorlds.shelter("s", beds: 100_000)])
        let occupied = (0..<150 as Range<UInt64>).map { seed in
            var play = ReceptionPlay(world, coming: [arrivals(gap: 6, until: 4800, seed: seed)])
            play.play(to: 4800, step: 4800)
            return Double(play.occupied[0])
        }
        let mean = occupied.reduce(0, +) / 150
        let variance = occupied.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 149
        // Four laws with two numbers each: eight looks at 99 % together are 3.23 standard errors each.
        #expect(abs(mean - 120) < 3.23 * (120.0 / 150).squareRoot())
        // The sample variance of 150 nearly normal values has a relative standard error of √(2/149) = 0.116.
        #expect(abs(variance / 120 - 1) < 3.23 * 0.116)
    }

    /// Households of one, exponential stays and no way to go: the beds are the servers of M/M/c, and those
    /// without one its line. 20 beds, 18 of them busy in the mean: C(20, 18) = 0.5508, Lq = 4.957.
    @Test func `people without a bed are the line of Erlang's formula`() throws {
        let world = try ReceptionWorlds.world(
            group: ReceptionWorlds.group(stay: .exponential(mean: 3)),
            receptions: [ReceptionWorlds.reception(desks: 1000)],
            shelters: [ReceptionWorlds.shelter("s", beds: 20)])
        let without = (0..<40 as Range<UInt64>).map { seed in
            var play = ReceptionPlay(world, coming: [arrivals(gap: 10, until: 24_000, seed: seed)])
            play.play(to: 4000, step: 400)
            _ = play.takeInterval()
            play.play(to: 24_000, step: 400)
            return play.takeInterval().regions[0].personMinutesWithoutBed / 20_000
        }
        let found = estimate(without)
        #expect(abs(meanWaiting(servers: 20, load: 18) - 4.957) < 0.001)
        #expect(abs(found.mean - 4.957) < found.half)
        #expect(found.half < 2)
    }

    /// In equilibrium a guest met in a bed has, of a stay of 24 h on the dot, any part left alike: after 6 h a
    /// quarter has gone. 4,000 guests: the standard error is √(4000 · ¼ · ¾) = 27.4.
    @Test func `guests at the beginning do not all leave at once`() throws {
        let world = try ReceptionWorlds.world(
            shelters: [ReceptionWorlds.shelter("s", beds: 4000, occupied: 4000)])
        var play = ReceptionPlay(world)
        #expect(play.occupied == [4000])
        play.play(to: 360)
        #expect(abs(Double(play.occupied[0]) - 3000) < 2.58 * 27.4)
        play.play(to: 1441)
        #expect(play.occupied == [0])
    }
}
