import Testing

@testable import Simulation

/// Exact binomial and multinomial numbers.
@Suite struct `Binomial and multinomial draws` {
    /// Means and variances of n·p and n·p·(1 − p), by inversion and by rejection, rare and common; the bounds
    /// are four standard errors of 20,000 draws.
    @Test(arguments: [(1, 0.3), (7, 0.2), (40, 0.9), (60, 0.4), (5000, 0.001), (100_000, 0.37)])
    func `binomial draws have their mean and variance`(count: Int, chance: Double) {
        var stream = RandomStream(seed: 8, name: "binomial")
        let draws = 20_000
        let drawn = (0..<draws).map { _ in Double(stream.successes(count, chance: chance)) }
        let mean = drawn.reduce(0, +) / Double(draws)
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
        let expected = Double(count) * chance
        let spread = expected * (1 - chance)
        #expect(abs(mean - expected) < 4 * (spread / Double(draws)).squareRoot())
        // The variance of a sample variance, with the binomial's own fourth moment.
        let fourth = 3 + (1 - 6 * chance * (1 - chance)) / spread
        let error = spread * ((fourth - 1) / Double(draws)).squareRoot()
        #expect(abs(variance - spread) < 4 * error)
        #expect(drawn.allSatisfy { $0 >= 0 && $0 <= Double(count) })
    }

    /// A goodness of fit over all values of Binomial(24, ½), drawn by rejection (mean 12): χ² with 24 degrees
    /// of freedom stays under 51.2 with a chance of 99.9 %.
    @Test func `each number comes as often as the distribution says`() {
        var stream = RandomStream(seed: 9, name: "fit")
        let draws = 50_000
        var seen = Array(repeating: 0.0, count: 25)
        for _ in 0..<draws { seen[stream.successes(24, chance: 0.5)] += 1 }
        var chance = 1.0 / 16_777_216
        var chiSquare = 0.0
        for value in 0...24 {
            let expected = chance * Double(draws)
            if expected > 1 { chiSquare += (seen[value] - expected) * (seen[value] - expected) / expected }
            chance *= Double(24 - value) / Double(value + 1)
        }
        #expect(chiSquare < 51.2)
    }

    @Test func `chances outside 0 to 1 and no trials have their plain answers`() {
        var stream = RandomStream(seed: 1, name: "ends")
        #expect(stream.successes(10, chance: -1) == 0)
        #expect(stream.successes(10, chance: .nan) == 0)
        #expect(stream.successes(10, chance: 2) == 10)
        #expect(stream.successes(-5, chance: 0.5) == 0)
    }

    @Test func `a multinomial draw shares everybody out, and only where there is weight`() {
        var stream = RandomStream(seed: 2, name: "shares")
        let shares = stream.multinomial(10_000, weights: [1, 0, 3, -2, .nan])
        #expect(shares.reduce(0, +) == 10_000)
        #expect(shares[1] == 0 && shares[3] == 0 && shares[4] == 0)
        #expect(abs(Double(shares[2]) - 7500) < 4 * (10_000.0 * 0.75 * 0.25).squareRoot())
        #expect(stream.multinomial(3000, weights: [0, 0, 0]).allSatisfy { $0 > 800 })
    }
}
