import Situation
import Testing

@testable import Simulation

struct BorderArrivalTests {
    private let grid = HourGrid(start: Instant(milliseconds: 1_772_478_000_000))

    @Test func `a steady rate brings as many as it says`() {
        let rate = ArrivalRate(weekly: ContiguousArray(repeating: 0.5, count: 168), curve: nil, grid: grid)
        var stream = RandomStream(seed: 1, name: "a")
        var clock = ArrivalClock(rate, scale: 1, from: 0, to: 100_000)
        var count = 0
        while clock.next(stream.exponential(mean: 1)) < .infinity { count += 1 }
        // 50,000 expected, standard deviation 224.
        #expect((count - 50_000).magnitude < 900)
    }
}
