import Simulation
import Situation
import Testing

@Suite struct `Simulated clock` {
    private let start = Instant(year: 2026, month: 3, day: 2)

    private func clock(_ factor: Int) -> SimulatedClock {
        SimulatedClock(start: start, atReal: .seconds(100), speed: .init(clamping: factor))
    }

    @Test(arguments: [1, 60, 600])
    func `ten real seconds are ten times the speed in simulated seconds`(factor: Int) {
        #expect(clock(factor).now(atReal: .seconds(110)) == start + .seconds(10 * factor))
    }

    @Test func `a pause holds simulated time and a resume goes on from there`() {
        var clock = clock(60)
        clock.pause(atReal: .seconds(101))
        #expect(clock.now(atReal: .seconds(5000)) == start + .minutes(1))
        clock.resume(atReal: .seconds(5000))
        #expect(clock.now(atReal: .seconds(5002)) == start + .minutes(3))
    }

    @Test func `pausing twice and resuming twice change nothing more`() {
        var clock = clock(10)
        clock.pause(atReal: .seconds(101))
        clock.pause(atReal: .seconds(105))
        clock.resume(atReal: .seconds(110))
        clock.resume(atReal: .seconds(111))
        // 1 s before the pause, 2 s after it.
        #expect(clock.now(atReal: .seconds(112)) == start + .seconds(30))
    }

    @Test func `a change of speed counts from its moment on`() {
        var clock = clock(1)
        clock.setSpeed(.init(clamping: 600), atReal: .seconds(110))
        #expect(clock.now(atReal: .seconds(111)) == start + .seconds(10 + 600))
    }

    @Test func `a clock that stands keeps standing at another speed`() {
        var clock = clock(1)
        clock.pause(atReal: .seconds(100))
        clock.setSpeed(.init(clamping: 600), atReal: .seconds(110))
        #expect(clock.now(atReal: .seconds(200)) == start)
        clock.resume(atReal: .seconds(200))
        #expect(clock.now(atReal: .seconds(201)) == start + .minutes(10))
    }

    /// 1,000 changes a third of a millisecond apart: 1000 · ⅓ ms · 3 = 1 s, with nothing rounded away.
    @Test func `many changes of speed lose no time`() {
        var clock = clock(3)
        let third = Duration(secondsComponent: 0, attosecondsComponent: 333_333_333_333_334)
        for change in 1...1000 {
            clock.setSpeed(.init(clamping: 3), atReal: .seconds(100) + third * change)
        }
        #expect(clock.now(atReal: .seconds(100) + third * 1000) == start + .seconds(1))
    }

    @Test func `a clock that is set shows that time and keeps its speed and its pause`() {
        var clock = clock(60)
        clock.set(to: start - .hours(1), atReal: .seconds(110))
        #expect(clock.now(atReal: .seconds(111)) == start - .minutes(59))
        clock.pause(atReal: .seconds(111))
        clock.set(to: start, atReal: .seconds(120))
        #expect(clock.now(atReal: .seconds(500)) == start)
    }

    @Test func `real time that runs backwards does not take simulated time back`() {
        var clock = clock(60)
        clock.setSpeed(.init(clamping: 120), atReal: .seconds(110))
        let reached = clock.now(atReal: .seconds(110))
        #expect(clock.now(atReal: .seconds(50)) == reached)
        clock.pause(atReal: .seconds(50))
        #expect(clock.now(atReal: .seconds(120)) == reached)
    }

    @Test func `it says how long to sleep until a simulated moment`() {
        var clock = clock(60)
        #expect(clock.realTime(until: start + .minutes(10), atReal: .seconds(104)) == .seconds(6))
        #expect(clock.realTime(until: start, atReal: .seconds(104)) == .zero)
        clock.pause(atReal: .seconds(104))
        #expect(clock.realTime(until: start + .minutes(10), atReal: .seconds(104)) == nil)
    }

    @Test func `speeds are 1 to 3,600`() {
        #expect(SimulatedClock.Speed(0) == nil && SimulatedClock.Speed(3601) == nil)
        #expect(SimulatedClock.Speed(1)?.factor == 1 && SimulatedClock.Speed(3600)?.factor == 3600)
        #expect(SimulatedClock.Speed(clamping: 10_000).factor == 3600)
    }
}
