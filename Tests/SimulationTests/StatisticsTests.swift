import Testing

@testable import Simulation

@Suite struct `Statistics of a run` {
    private func sample(_ count: Int, seed: UInt64 = 3) -> [Double] {
        var stream = RandomStream(seed: seed, name: "statistics")
        return (0..<count).map { _ in stream.exponential(mean: 20) }
    }

    @Test func `tallies agree with two passes over the values, merged or not`() {
        let values = sample(5000).map { $0 + 1e6 }
        let whole = Tally(values)
        let moments = Moments(values)
        #expect(abs(whole.mean - moments.mean) < 1e-8 && abs(whole.variance / moments.variance - 1) < 1e-9)
        #expect(whole.least == values.min() && whole.greatest == values.max() && whole.count == 5000)
        var merged = Tally(values[..<1234])
        merged.merge(Tally(values[1234...]))
        merged.merge(Tally())
        #expect(abs(merged.mean - whole.mean) < 1e-8 && abs(merged.variance / whole.variance - 1) < 1e-9)
        #expect(merged.count == 5000 && merged.least == whole.least)
        #expect(Tally().variance == 0 && Tally([4]).variance == 0 && Tally([4]).mean == 4)
    }

    /// 0 for 2, 3 for 4, 1 for 4: (12 + 4)/10.
    @Test func `a mean over time weighs values by how long they hold`() {
        var line = TimeWeighted(0, at: 0)
        line.set(3, at: 2)
        line.change(by: -2, at: 6)
        #expect(line.mean(to: 10) == 1.6 && line.area(to: 10) == 16)
        #expect(line.peak == 3 && line.peakTime == 2)
        line.restart(at: 10)
        #expect(line.mean(to: 10) == 1 && line.mean(to: 12) == 1 && line.peak == 1 && line.start == 10)
        // A change that is told too late counts from the last one.
        line.set(5, at: 9)
        #expect(line.mean(to: 11) == 5)
    }

    @Test(arguments: ["random", "rising", "falling", "sawtooth", "same"])
    func `a sketch's ranks stay within the error it states`(order: String) throws {
        var values = sample(60_000)
        switch order {
        case "rising": values.sort()
        case "falling": values.sort(by: >)
        case "sawtooth": values = values.indices.map { Double($0 % 1000) }
        case "same": values = values.map { _ in 7 }
        default: break
        }
        var whole = QuantileSketch(capacity: 512)
        for value in values { whole.add(value) }
        var merged = QuantileSketch(capacity: 512)
        for start in stride(from: 0, to: values.count, by: 7000) {
            var part = QuantileSketch(capacity: 512)
            for value in values[start..<min(start + 7000, values.count)] { part.add(value) }
            merged.merge(part)
        }
        let sorted = values.sorted()
        for sketch in [whole, merged] {
            #expect(sketch.count == values.count && sketch.rankError < values.count / 100)
            for share in [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1] {
                let found = try #require(sketch.quantile(share))
                let rank = max(1, Int((share * Double(values.count)).rounded(.up)))
                let (low, high) = (
                    max(1, rank - sketch.rankError), min(values.count, rank + sketch.rankError)
                )
                #expect(sorted[low - 1] <= found && found <= sorted[high - 1], "\(order) \(share)")
            }
        }
    }

    @Test func `a sketch of few values is exact, and of none says nothing`() {
        var sketch = QuantileSketch()
        #expect(sketch.quantile(0.5) == nil && sketch.quantiles([0.5]).isEmpty)
        for value in sample(999) + [.nan] { sketch.add(value) }
        let sorted = sample(999).sorted()
        #expect(sketch.rankError == 0 && sketch.count == 999)
        #expect(sketch.quantiles([0, 0.5, 0.9, 1]) == [sorted[0], sorted[499], sorted[899], sorted[998]])
    }

    @Test func `a histogram's quantiles are off by less than one in a hundred`() throws {
        let values = sample(20_000).map { $0 < 1 ? 0 : $0 }
        var (one, other) = (WaitHistogram(), WaitHistogram())
        for (index, value) in values.enumerated() {
            if index % 3 == 0 { one.add(value) } else { other.add(value) }
        }
        one.merge(other)
        let sorted = values.sorted()
        for share in [0.01, 0.3, 0.5, 0.9, 0.99, 1] {
            let exact = sorted[max(1, Int((share * 20_000).rounded(.up))) - 1]
            #expect(abs(try #require(one.quantile(share)) - exact) <= exact / 128)
        }
        #expect(abs(one.countAbove(30) - values.count { $0 > 30 }) < 250)
    }

    @Test func `a histogram takes what is no time without harm`() {
        var histogram = WaitHistogram()
        #expect(histogram.quantile(0.5) == nil)
        for value in [-.infinity, -1, .nan, 0, 1e-300] { histogram.add(value) }
        #expect(histogram.quantile(1) == 0)
        histogram.add(.infinity)
        #expect(histogram.quantile(1) == 0x1p40 && histogram.count == 6)
    }
}

@Suite struct `Intervals by replication` {
    /// From the table in any book of statistics: the points exceeded with 5, 2.5 and 0.5 %.
    @Test(
        arguments: [
            (1, 6.314, 12.706, 63.657), (2, 2.920, 4.303, 9.925), (5, 2.015, 2.571, 4.032),
            (10, 1.812, 2.228, 3.169), (30, 1.697, 2.042, 2.750), (120, 1.658, 1.980, 2.617),
        ])
    func `points of Student's law are the printed ones`(
        freedom: Int, ninety: Double, ninetyFive: Double, ninetyNine: Double
    ) {
        #expect(abs(StudentLaw.quantile(0.95, freedom: freedom) - ninety) < 5.1e-4)
        #expect(abs(StudentLaw.quantile(0.975, freedom: freedom) - ninetyFive) < 5.1e-4)
        #expect(abs(StudentLaw.quantile(0.995, freedom: freedom) - ninetyNine) < 5.1e-4)
        #expect(StudentLaw.quantile(0.05, freedom: freedom) == -StudentLaw.quantile(0.95, freedom: freedom))
    }

    /// With one and two degrees of freedom there are closed forms: the tangent, and (2p − 1)/√(2p(1 − p)).
    @Test(arguments: [0.6, 0.9, 0.975, 0.995, 0.9995])
    func `points of Student's law agree with closed forms`(share: Double) {
        let second = (2 * share - 1) / (2 * share * (1 - share)).squareRoot()
        #expect(abs(StudentLaw.quantile(share, freedom: 2) / second - 1) < 1e-11)
        // tan(π (p − ½)) at p = ¾ is 1.
        #expect(abs(StudentLaw.quantile(0.75, freedom: 1) - 1) < 1e-12)
    }

    @Test func `what is no chance has no point`() {
        for share in [0, 1, -1, Double.nan] { #expect(StudentLaw.quantile(share, freedom: 5).isNaN) }
        #expect(StudentLaw.quantile(0.9, freedom: 0).isNaN && StudentLaw.quantile(0.5, freedom: 3) == 0)
    }

    /// Of 2000 intervals that cover with 95 %, the number that do lies within 2.576 standard deviations.
    @Test func `intervals cover as often as they say`() {
        var stream = RandomStream(seed: 12, name: "coverage")
        let covering = (0..<2000).count { _ in
            let values = (0..<6).map { _ in 10 + 3 * stream.normal() }
            return ReplicationInterval(values, confidence: .ninetyFive).covers(10)
        }
        #expect(abs(Double(covering) - 1900) < 2.576 * (2000 * 0.95 * 0.05).squareRoot())
    }

    @Test func `one replication says nothing of its spread`() {
        let interval = ReplicationInterval([4])
        #expect(interval.mean == 4 && interval.halfWidth == .infinity && !interval.excludesZero)
        #expect(ReplicationInterval([]).covers(1e300))
    }

    /// Differences 1, 2, 3: mean 2, standard error 1/√3, t(0.975; 2) = 4.303.
    @Test func `pairs are compared by their differences`() {
        let interval = ReplicationInterval(of: [11, 22, 33], minus: [10, 20, 30], confidence: .ninetyFive)
        #expect(interval.mean == 2 && abs(interval.halfWidth - 4.3027 / 3.0.squareRoot()) < 1e-4)
        #expect(!interval.excludesZero && interval.replications == 3)
    }
}
