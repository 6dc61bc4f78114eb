import Foundation
import Testing

@testable import Simulation

/// The greatest distance of a sample from a distribution function, in units in which it stays below 1.63 with the
/// chance 99 % (A. N. Kolmogorov, 1933).
func kolmogorov(_ sample: [Double], _ share: (Double) -> Double) -> Double {
    let count = Double(sample.count)
    let distances = sample.sorted().enumerated().map { index, value in
        max(share(value) - Double(index) / count, Double(index + 1) / count - share(value))
    }
    return (distances.max() ?? 0) * count.squareRoot()
}

private func normalShare(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

@Suite struct `Ziggurats` {
    @Test func `of exponential and normal numbers close on their peak`() {
        for (ziggurat, density) in [
            (Ziggurat.exponential, { exp(-$0) }), (.normal, { exp(-0.5 * $0 * $0) }),
        ] as [(Ziggurat, (Double) -> Double)] {
            let last = ziggurat.layers[255].place * Ziggurat.places
            // All layers have one area: what is left of the last, at its right end, reaches to 1.
            let area = ziggurat.layers[0].place * Ziggurat.places * density(ziggurat.tail)
            #expect(abs(density(last) + area / last - 1) < 1e-9)
            #expect(ziggurat.layers[255].inside == 0 && ziggurat.heights[256] == 1)
        }
    }

    @Test func `exponential draws follow the exponential law, in the tail too`() {
        var stream = RandomStream(seed: 1, name: "ziggurat")
        let sample = (0..<100_000).map { _ in stream.exponential() }
        #expect(sample.allSatisfy { $0 > 0 })
        #expect(kolmogorov(sample) { 1 - exp(-$0) } < 1.63)
        let tail = (0..<4_000_000 / 40).reduce(into: [Double]()) { kept, _ in
            let x = stream.exponential()
            if x > 5 { kept.append(x - 5) }
        }
        #expect(kolmogorov(tail) { 1 - exp(-$0) } < 1.63 && tail.count > 500)
    }

    @Test func `normal draws follow the normal law`() {
        var stream = RandomStream(seed: 2, name: "ziggurat")
        let sample = (0..<100_000).map { _ in stream.normal() }
        #expect(kolmogorov(sample, normalShare) < 1.63)
        let beyond = Double(sample.count { abs($0) > 3 })
        let expected = 100_000 * 2 * normalShare(-3)
        #expect(abs(beyond - expected) < 2.576 * expected.squareRoot())
    }

    /// Written down once on x86-64. A processor or a library that rounds otherwise would show here.
    @Test func `draws have the same bits everywhere`() {
        var stream = RandomStream(seed: 2026, name: "bits")
        var digest: UInt64 = 0
        for _ in 0..<20_000 {
            digest = digest &* 31 &+ stream.exponential().bitPattern
            digest = digest &* 31 &+ stream.normal().bitPattern
        }
        #expect(digest == 12_947_397_758_360_630_737)
    }
}

@Suite struct `Distributions` {
    struct Law: Sendable, CustomTestStringConvertible {
        let name: String
        let distribution: Distribution
        let mean, variance: Double
        let share: @Sendable (Double) -> Double
        var testDescription: String { name }
    }

    /// Means and variances by hand from the textbook's formulas.
    static func laws() throws -> [Law] {
        let e = M_E
        return [
            Law(name: "exponential", distribution: try .exponential(mean: 3), mean: 3, variance: 9) {
                1 - exp(-$0 / 3)
            },
            Law(name: "Erlang 3", distribution: try .erlang(stages: 3, mean: 6), mean: 6, variance: 12) { t in
                1 - exp(-t / 2) * (1 + t / 2 + t * t / 8)
            },
            Law(name: "Erlang 7", distribution: try .erlang(stages: 7, mean: 7), mean: 7, variance: 7) { t in
                1 - exp(-t) * (0..<7).reduce(0) { $0 + pow(t, Double($1)) / tgamma(Double($1) + 1) }
            },
            // Half the square of a normal number.
            Law(name: "gamma ½", distribution: try .gamma(shape: 0.5, mean: 0.5), mean: 0.5, variance: 0.5) {
                erf($0.squareRoot())
            },
            Law(
                name: "lognormal by cv", distribution: try .lognormal(mean: 2, cv: 0.5), mean: 2, variance: 1
            ) {
                let sigma = log(1.25).squareRoot()
                return normalShare((log($0) - log(2) + sigma * sigma / 2) / sigma)
            },
            Law(
                name: "lognormal by median", distribution: try .lognormal(median: 1, sigma: 1),
                mean: e.squareRoot(), variance: e * (e - 1)
            ) { normalShare(log($0)) },
            // Γ(1.5) = √π/2, Γ(2) = 1.
            Law(
                name: "Weibull", distribution: try .weibull(shape: 2, scale: 10),
                mean: 5 * Double.pi.squareRoot(), variance: 100 * (1 - Double.pi / 4)
            ) { 1 - exp(-$0 * $0 / 100) },
            // (0² + 1² + 4² − 0·1 − 0·4 − 1·4)/18.
            Law(
                name: "triangular", distribution: try .triangular(low: 0, mode: 1, high: 4), mean: 5 / 3.0,
                variance: 13 / 18.0
            ) { $0 < 1 ? $0 * $0 / 4 : 1 - (4 - $0) * (4 - $0) / 12 },
            Law(name: "uniform", distribution: try .uniform(low: 2, high: 5), mean: 3.5, variance: 0.75) {
                ($0 - 2) / 3
            },
            // Half of all from 0 to 1, half from 1 to 5: ½·½ + ½·3, ½·⅓ + ½·31/3 − mean².
            Law(
                name: "quantiles",
                distribution: try .empirical(quantiles: [(0, 0), (0.5, 1), (1, 5)]), mean: 1.75,
                variance: 0.5 / 3 + 0.5 * 31 / 3 - 1.75 * 1.75
            ) { $0 < 1 ? $0 / 2 : 0.5 + ($0 - 1) / 8 },
        ]
    }

    @Test(arguments: try laws())
    func `have the moments of their formulas and draws that follow them`(law: Law) {
        #expect(abs(law.distribution.mean - law.mean) < 1e-12 * law.mean)
        #expect(abs(law.distribution.variance - law.variance) < 1e-11 * law.variance)
        var stream = RandomStream(seed: 4, name: "law/\(law.name)")
        let sample = (0..<20_000).map { _ in law.distribution.draw(from: &stream) }
        #expect(kolmogorov(sample, law.share) < 1.63)
    }

    @Test func `of measured values draw each of them alike`() throws {
        let values = try Distribution.empirical([5, 1, 1, 9])
        #expect(values.mean == 4 && values.variance == 11)
        var stream = RandomStream(seed: 5, name: "empirical")
        let ones = (0..<10_000).count { _ in values.draw(from: &stream) == 1 }
        #expect(abs(Double(ones) - 5000) < 2.576 * 50)
    }

    @Test func `that are degenerate draw their one value`() throws {
        var stream = RandomStream(seed: 6, name: "degenerate")
        let all: [Distribution] = [
            .constant(2), try .uniform(low: 2, high: 2), try .triangular(low: 2, mode: 2, high: 2),
            try .lognormal(mean: 2, cv: 0), try .empirical([2]),
        ]
        for one in all {
            let value = one.draw(from: &stream)
            #expect(abs(value - 2) < 1e-15 && abs(one.mean - 2) < 1e-15 && one.variance == 0)
        }
        let nothing: [Distribution] = [
            .constant(.nan), try .exponential(mean: 0), try .gamma(shape: 3, mean: 0),
            try .lognormal(mean: 0, cv: 1), try .lognormal(median: 0, sigma: 1),
            try .weibull(shape: 1, scale: 0), try .erlang(stages: 2, mean: 0),
        ]
        for one in nothing { #expect(one.draw(from: &stream) == 0 && one.mean == 0 && one.variance == 0) }
    }

    @Test func `that cannot be are refused with what is allowed`() {
        #expect(throws: DistributionFault.outOfRange(parameter: "mean", value: -1, allowed: 0...1e12)) {
            try Distribution.exponential(mean: -1)
        }
        #expect(throws: DistributionFault.outOfRange(parameter: "stages", value: 0, allowed: 1...1000)) {
            try Distribution.erlang(stages: 0, mean: 1)
        }
        #expect(throws: DistributionFault.outOfOrder(low: 0, mode: 5, high: 4)) {
            try Distribution.triangular(low: 0, mode: 5, high: 4)
        }
        #expect(throws: DistributionFault.noValues) { try Distribution.empirical([]) }
        #expect(throws: DistributionFault.self) { try Distribution.gamma(shape: .nan, mean: 1) }
        #expect(throws: DistributionFault.self) { try Distribution.empirical([1, .infinity]) }
        #expect(throws: DistributionFault.outOfRange(parameter: "share", value: 0.1, allowed: 0...0)) {
            try Distribution.empirical(quantiles: [(0.1, 1), (1, 2)])
        }
        #expect(throws: DistributionFault.outOfRange(parameter: "value", value: 1, allowed: 2...1e12)) {
            try Distribution.empirical(quantiles: [(0, 2), (1, 1)])
        }
        #expect(throws: DistributionFault.self) { try Distribution.empirical(quantiles: [(0, 1), (0.5, 2)]) }
    }

    /// Factorials, and Γ(½) = √π.
    @Test func `logarithms of the gamma function agree with the C library`() {
        for x in stride(from: 0.05, to: 60, by: 0.37) {
            #expect(abs(Elementary.logGamma(x) - lgamma(x)) < 1e-12 * max(1, abs(lgamma(x))))
        }
        #expect(abs(Elementary.logGamma(0.5) - log(Double.pi) / 2) < 1e-13)
        #expect(Elementary.logGamma(0).isNaN && Elementary.logGamma(.infinity) == .infinity)
    }
}
