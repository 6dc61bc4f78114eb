import Simulation
import Situation

/// The clock of an exercise: one that can also be set.
struct ExerciseClock {
    private var clock: SimulatedClock

    init(at moment: Instant, speed: Int, isRunning: Bool, real: Duration) {
        clock = SimulatedClock(
            start: moment, atReal: real, speed: SimulatedClock.Speed(clamping: speed), isPaused: !isRunning)
    }

    var speed: Int { clock.speed.factor }
    var isPaused: Bool { clock.isPaused }

    func now(_ real: Duration) -> Instant { clock.now(atReal: real) }

    mutating func set(to moment: Instant, real: Duration) {
        clock = SimulatedClock(start: moment, atReal: real, speed: clock.speed, isPaused: clock.isPaused)
    }

    mutating func pause(_ real: Duration) { clock.pause(atReal: real) }
    mutating func resume(_ real: Duration) { clock.resume(atReal: real) }

    mutating func setSpeed(_ factor: Int, _ real: Duration) {
        clock.setSpeed(SimulatedClock.Speed(clamping: factor), atReal: real)
    }
}

extension Instant {
    /// The whole minute that holds it.
    var wholeMinute: Instant {
        self - Span(milliseconds: (self - startOfHour).milliseconds % 60_000)
    }
}
