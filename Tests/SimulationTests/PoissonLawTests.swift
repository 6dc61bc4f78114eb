import Foundation
import Testing

@testable import Simulation

@Suite struct `Poisson law` {
    private func sample(mean: Double, count: Int, seed: UInt64 = 11) -> [Int] {
        var stream = RandomStream(seed: seed, name: "poisson")
        let law = PoissonLaw(mean: mean)
        return (0..<count).map { _ in law.draw(from: &stream) }
    }

    /// Mean and variance are both μ; a sample's variance has the variance (μ + 2μ²)/n. 2.576 standard errors
    /// are a 99 % interval.
    @Test(arguments: [0.3, 5, 9.99, 10, 80, 5000])
    func `mean and variance lie in their 99 % intervals`(mean: Double) {
        let count = 20_000.0
        let moments = Moments(sample(mean: mean, count: Int(count)).map(Double.init))
        #expect(abs(moments.mean - mean) < 2.576 * (mean / count).squareRoot())
        #expect(abs(moments.variance - mean) < 2.576 * ((mean + 2 * mean * mean) / count).squareRoot())
    }

    /// Pearson's χ² against e^−μ μ^k / k!, classes with fewer than ten expected drawn together. For f degrees
    /// of freedom its 99 % point is close to f (1 − 2/9f + 2.326 √(2/9f))³ (Wilson and Hilferty).
    @Test(arguments: [0.3, 5, 12, 80])
    func `counts are spread as the formula says`(mean: Double) {
        let count = 50_000
        let drawn = Dictionary(grouping: sample(mean: mean, count: count, seed: 12)) { $0 }
            .mapValues { Double($0.count) }
        var classes: [(expected: Double, seen: Double)] = []
        var open = (expected: 0.0, seen: 0.0)
        for k in 0...400 {
            let log = Double(k) * Foundation.log(mean) - mean - lgamma(Double(k) + 1)
            open.expected += Double(count) * Foundation.exp(log)
            open.seen += drawn[k] ?? 0
            if open.expected >= 10 {
                classes.append(open)
                open = (0, 0)
            }
        }
        classes[classes.count - 1].expected += open.expected
        classes[classes.count - 1].seen += open.seen
        let squares = classes.reduce(0) {
            $0 + ($1.seen - $1.expected) * ($1.seen - $1.expected) / $1.expected
        }
        let freedom = Double(classes.count - 1)
        let cube = 1 - 2 / (9 * freedom) + 2.326 * (2 / (9 * freedom)).squareRoot()
        #expect(squares < freedom * cube * cube * cube)
    }

    @Test func `a mean that is no mean is taken as the nearest one`() {
        #expect(sample(mean: 0, count: 5) == [0, 0, 0, 0, 0])
        #expect(sample(mean: -3, count: 5) == [0, 0, 0, 0, 0])
        #expect(sample(mean: .nan, count: 5) == [0, 0, 0, 0, 0])
        // 10¹² ± 6 standard deviations of 10⁶.
        #expect(sample(mean: .infinity, count: 100).allSatisfy { abs(Double($0) - 1e12) < 6e6 })
    }
}
