import Foundation
import Testing

@testable import Simulation

/// If the rate is followed exactly, the growth of its integral from one arrival to the next is exponential with
/// mean 1: the time change theorem (F. Papangelou, 1972). That is tested, and not only counts.
@Suite struct `Arrivals at a changing rate` {
    private func arrivals(_ process: ThinnedArrivals, to limit: Double, seed: UInt64 = 8) -> [Double] {
        var stream = RandomStream(seed: seed, name: "thinned")
        var times: [Double] = []
        while let time = process.next(after: times.last ?? 0, before: limit, from: &stream) {
            times.append(time)
        }
        return times
    }

    private func distance(_ times: [Double], _ integral: (Double) -> Double) -> Double {
        kolmogorov(zip([0] + times, times).map { integral($1) - integral($0) }) { 1 - exp(-$0) }
    }

    @Test func `follow steps exactly`() throws {
        let process = try ThinnedArrivals(steps: [
            (from: 10, rate: 20), (from: 100, rate: 0), (from: 150, rate: 5),
        ])
        let times = arrivals(process, to: 1000)
        let integral = { (t: Double) in
            20 * (min(max(t, 10), 100) - 10) + 5 * (max(t, 150) - 150)
        }
        #expect(distance(times, integral) < 1.63)
        #expect(times.allSatisfy { (10...100).contains($0) || (150..<1000).contains($0) })
        #expect(times == times.sorted())
        #expect(process.rate(at: 5) == 0 && process.rate(at: 10) == 20 && process.rate(at: 5000) == 5)
    }

    @Test func `follow a straight rise and fall exactly`() throws {
        let process = try ThinnedArrivals(knots: [(at: 0, rate: 0), (at: 50, rate: 100), (at: 100, rate: 0)])
        let integral = { (t: Double) in t < 50 ? t * t : 5000 - (100 - t) * (100 - t) }
        let times = arrivals(process, to: 200)
        #expect(distance(times, integral) < 1.63)
        #expect(abs(Double(times.count) - 5000) < 2.576 * 5000.0.squareRoot())
        #expect(process.rate(at: 25) == 50 && process.rate(at: 75) == 50 && process.rate(at: 150) == 0)
    }

    @Test func `follow any rate under its bounds exactly`() throws {
        let process = try ThinnedArrivals(
            bounds: [(from: 0, bound: 10)], period: 2 * Double.pi
        ) { 5 + 5 * sin($0) }
        let times = arrivals(process, to: 600)
        #expect(distance(times) { 5 * $0 + 5 * (1 - cos($0)) } < 1.63)
    }

    @Test func `begin anew with each period`() throws {
        let day = try ThinnedArrivals(knots: [(at: 6, rate: 1), (at: 18, rate: 7)], period: 24)
        // From 18 o'clock straight down to 6 o'clock: at midnight half way.
        #expect(day.rate(at: 0) == 4 && day.rate(at: 24) == 4 && day.rate(at: 24 * 9 + 12) == 4)
        #expect(abs(day.rate(at: 21) - 5.5) < 1e-12 && abs(day.rate(at: 27) - 2.5) < 1e-12)
        let times = arrivals(day, to: 24 * 40)
        let expected = 24.0 * 40 * 4
        #expect(abs(Double(times.count) - expected) < 2.576 * expected.squareRoot())
        let night = times.count { ($0.truncatingRemainder(dividingBy: 24) - 6).magnitude < 3 }
        // From 3 to 9: twice ∫ from 1 to 2.5 over three hours.
        let expectedByNight = 40 * 10.5
        #expect(abs(Double(night) - expectedByNight) < 2.576 * expectedByNight.squareRoot())
    }

    @Test func `end before the limit, and rates above their bound count as the bound`() throws {
        var stream = RandomStream(seed: 1, name: "limit")
        let process = try ThinnedArrivals(bounds: [(from: 0, bound: 2)]) { _ in 1e9 }
        #expect(process.next(after: 5, before: 5, from: &stream) == nil)
        #expect(process.rate(at: 1) == 2)
        let none = try ThinnedArrivals(bounds: [(from: 0, bound: 2)]) { _ in .nan }
        #expect(none.next(after: 0, before: 100, from: &stream) == nil)
        let never = try ThinnedArrivals(steps: [(from: 3, rate: 0)])
        #expect(never.next(after: 0, before: .infinity, from: &stream) == nil)
    }

    @Test func `that cannot be are refused`() {
        #expect(throws: DistributionFault.noValues) { try ThinnedArrivals(steps: []) }
        #expect(throws: DistributionFault.self) { try ThinnedArrivals(steps: [(from: 0, rate: -1)]) }
        #expect(throws: DistributionFault.self) {
            try ThinnedArrivals(knots: [(at: 2, rate: 1), (at: 2, rate: 3)])
        }
        #expect(throws: DistributionFault.self) {
            try ThinnedArrivals(steps: [(from: 5, rate: 1)], period: 5)
        }
        #expect(throws: DistributionFault.self) { try ThinnedArrivals(steps: [(from: .nan, rate: 1)]) }
    }
}
