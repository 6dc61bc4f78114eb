import Situation
import Testing

@testable import Simulation

/// Waits and counts against closed forms of queueing theory, over independent runs.
struct BorderQueueTests {
    /// A mean of many runs and how far chance moves it.
    private func mean(_ values: [Double]) -> (mean: Double, error: Double) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        return (mean, (square / count).squareRoot())
    }

    /// The mean wait of runs of 60 hours after 12 of settling in.
    private func waits(_ world: World, runs: Int = 24) -> [Double] {
        (101..<101 + runs).map { seed in
            var play = BorderPlay(world, seed: UInt64(seed))
            play.advance(to: 720)
            _ = play.interval()
            play.advance(to: 4320)
            return play.interval().waitMean ?? -1
        }
    }

    @Test func `two lanes make the waits of M/M/2`() throws {
        // λ = 1.5 a minute, μ = 1, c = 2: Erlang's C is 0.642857, so the wait is 0.642857 / (2 − 1.5).
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 90, lanes: 2, factor: try .exponential(mean: 1)))
        let (wait, error) = mean(waits(world))
        #expect((wait - 9.0 / 7).magnitude < 2.6 * error, "\(wait) ± \(error)")
    }

    @Test func `one lane makes the waits of M/G/1`() throws {
        // Pollaczek and Khinchin: ρ·m·(1 + cv²) / 2(1 − ρ) with ρ = 0.7, m = 1, cv² = 1/3 for uniform 0 to 2.
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 42, factor: try .uniform(low: 0, high: 2)))
        let (wait, error) = mean(waits(world, runs: 100))
        #expect((wait - 0.7 * (4.0 / 3) / 0.6).magnitude < 2.6 * error, "\(wait) ± \(error)")
    }

    @Test func `a line without a waiting room loses what Erlang's formula says`() throws {
        // M/G/3/3 with a load of 2: B = (8/6) / (1 + 2 + 2 + 8/6) = 4/19.
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 120, lanes: 3, factor: try .uniform(low: 0, high: 2), room: 0))
        let shares = (1...16).map { seed in
            var play = BorderPlay(world, seed: UInt64(seed))
            play.advance(to: 4320)
            let interval = play.interval()
            return Double(interval.refused) / Double(interval.arrived)
        }
        let (share, error) = mean(shares)
        #expect((share - 4.0 / 19).magnitude < 2.6 * error + 0.0005, "\(share) ± \(error)")
    }

    @Test func `with exponential patience nobody's queue is longer than that of an infinite server`() throws {
        // M/M/1 + M with equal rates of service and giving up is M/M/∞: a load of 1.5 gives 1.5 in the system,
        // and a lane that is idle with chance e^−1.5, so 1 − (1 − e^−1.5)/1.5 of all give up.
        let world = try WorldBuilder.world(
            WorldBuilder.side(
                perHour: 90, factor: try .exponential(mean: 1), patience: try .exponential(mean: 1)))
        let shares = (1...16).map { seed in
            var play = BorderPlay(world, seed: UInt64(seed))
            play.advance(to: 4320)
            let interval = play.interval()
            return Double(interval.gaveUp) / Double(interval.arrived)
        }
        let (share, error) = mean(shares)
        #expect((share - (1 - (1 - 0.223_130_16) / 1.5)).magnitude < 2.6 * error + 0.0005, "\(share)")
    }

    @Test func `arrivals follow the profile hour by hour`() throws {
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 100, lanes: 100, profile: .daytime), hours: 24)
        var sums = Array(repeating: 0, count: 24)
        for seed in 1...20 {
            var play = BorderPlay(world, seed: UInt64(seed))
            for hour in 0..<24 {
                play.advance(to: Double(hour + 1) * 60)
                sums[hour] += play.interval().arrived
            }
        }
        // Poisson counts: the squared distances from what is expected, over it, make a χ² of 24; 99.9 %: 51.2.
        let chi = zip(sums, TrafficProfile.daytime.hours).reduce(0.0) { sum, hour in
            let expected = 20 * 100 * hour.1
            return sum + (Double(hour.0) - expected) * (Double(hour.0) - expected) / expected
        }
        #expect(chi < 51.2)
        #expect(chi > 8)
    }

    @Test func `little's law holds of what is reported`() throws {
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 50, factor: try .exponential(mean: 1)))
        var play = BorderPlay(world)
        play.advance(to: 4320)
        let interval = play.interval()
        let began = Double(interval.served + 1)
        let waited = (interval.waitMean ?? 0) * began
        // Those who still wait make the difference.
        #expect((interval.personMinutesWaited - waited).magnitude < 0.02 * waited)
    }
}
