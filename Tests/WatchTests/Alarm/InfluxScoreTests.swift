import Foundation
import Situation
import Support
import Testing

@testable import Planning
@testable import Watch

/// The sequential test against simulation: counts of parties, four to a car, whose variance is four times their mean.
@Suite struct InfluxScoreTests {
    private static let usual = 80.0
    private static let party = 4
    private static let limit = 10.0

    /// A Poisson number by its exponential gaps; for small means.
    private static func poisson(_ mean: Double, _ random: inout Seeded) -> Int {
        var count = 0
        var product = Double.random(in: 0..<1, using: &random)
        let floor = exp(-mean)
        while product > floor {
            count += 1
            product *= Double.random(in: 0..<1, using: &random)
        }
        return count
    }

    /// Hours until it rings, at most `longest`.
    private static func hours(times: Double, longest: Int, seed: UInt64) -> Int {
        var random = Seeded(seed)
        var score = InfluxScore()
        for hour in 1...longest {
            let persons = party * poisson(usual * times / Double(party), &random)
            score.take(
                [InfluxScore.Count(observed: Double(persons), expected: usual, dispersion: Double(party))],
                times: 1.25, limit: limit)
            if score.value >= limit { return hour }
        }
        return longest
    }

    @Test func `with a right baseline a year of quiet hours rings nothing in most runs`() {
        // The bound: at least e^10 = 22,026 hours between false alarms; 20 runs of 8,766 hours hold 8 at most on average.
        let rang = (0..<20).count { Self.hours(times: 1, longest: 8766, seed: UInt64($0)) < 8766 }
        #expect(rang <= 8)
    }

    @Test(arguments: [1.25, 1.5, 2.0])
    func `the delay is about what the information in an hour makes it`(times: Double) {
        // limit / (usual · (times · ln 1.25 − 0.25) / dispersion): 17.3, 5.9 and 2.5 hours, plus the first hours' luck.
        let delays = (0..<60).map { Self.hours(times: times, longest: 1000, seed: 500 + UInt64($0)) }
        let mean = Double(delays.reduce(0, +)) / 60
        let ideal = Self.limit / (Self.usual * (times * 0.22314 - 0.25) / Double(Self.party))
        #expect(mean > 0.7 * ideal && mean < 1.6 * ideal + 2, "\(mean) beside \(ideal)")
    }

    @Test func `one hour alone rings nothing, however wild`() {
        var score = InfluxScore()
        score.take([InfluxScore.Count(observed: 16_862, expected: 70)], times: 1.25, limit: 10)
        #expect(score.value == 4)
        #expect((score.ratio ?? 0) > 200)
    }

    @Test func `after weeks of a wave it is back in hours`() {
        var score = InfluxScore()
        for _ in 0..<500 {
            score.take(
                [InfluxScore.Count(observed: 300, expected: 80, dispersion: 4)], times: 1.25, limit: 10)
        }
        #expect(score.value == 20)
        var hours = 0
        while score.value > 2.5, hours < 100 {
            score.take([InfluxScore.Count(observed: 80, expected: 80, dispersion: 4)], times: 1.25, limit: 10)
            hours += 1
        }
        #expect(hours < 48)
    }
}
