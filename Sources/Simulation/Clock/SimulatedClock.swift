import Situation

/// Says what simulated time it is, from how much real time has passed: a pure value that reads no clock.
///
/// Real times are given as the time passed since any fixed beginning (the start of the program, say). A real
/// time before the last change counts as the moment of that change: simulated time never runs backwards.
public struct SimulatedClock: Hashable, Sendable {
    /// How many simulated seconds pass in a real one.
    public struct Speed: Hashable, Comparable, Sendable {
        /// 1 to 3,600.
        public let factor: Int

        /// The speeds a clock can run at.
        public static let range = 1...3600
        /// As fast as real time.
        public static let real = Speed(clamping: 1)

        /// `nil` unless `factor` is 1 to 3,600.
        public init?(_ factor: Int) {
            guard Self.range.contains(factor) else { return nil }
            self.factor = factor
        }

        /// The nearest speed to `factor` that a clock can run at.
        public init(clamping factor: Int) {
            self.factor = min(max(factor, Self.range.lowerBound), Self.range.upperBound)
        }

        /// Whether `left` is the slower.
        public static func < (left: Self, right: Self) -> Bool { left.factor < right.factor }
    }

    /// The simulated time at which the clock was first set going.
    public let start: Instant
    /// The speed it runs at, or will run at when resumed.
    public private(set) var speed: Speed
    /// Whether simulated time stands still.
    public private(set) var isPaused: Bool
    /// The real time of the last change, and the simulated time passed by then. Kept as durations, so that
    /// changing speed a thousand times loses nothing.
    private var changedAt: Duration
    private var passedBefore: Duration

    /// A clock that shows `start` at the real time `real`.
    public init(start: Instant, atReal real: Duration, speed: Speed = .real, isPaused: Bool = false) {
        self.start = start
        self.speed = speed
        self.isPaused = isPaused
        changedAt = real
        passedBefore = .zero
    }

    /// The simulated time at a real time, rounded down to the millisecond.
    public func now(atReal real: Duration) -> Instant {
        start + Span(milliseconds: passed(atReal: real).wholeMilliseconds)
    }

    /// Stops simulated time; without effect on a clock that stands.
    public mutating func pause(atReal real: Duration) {
        settle(atReal: real)
        isPaused = true
    }

    /// Lets simulated time run on from where it stood; without effect on a clock that runs.
    public mutating func resume(atReal real: Duration) {
        settle(atReal: real)
        isPaused = false
    }

    /// Runs at another speed from now on; a clock that stands goes on standing.
    public mutating func setSpeed(_ speed: Speed, atReal real: Duration) {
        settle(atReal: real)
        self.speed = speed
    }

    /// Shows another time from now on, earlier or later; speed and pause stay.
    public mutating func set(to moment: Instant, atReal real: Duration) {
        self = SimulatedClock(start: moment, atReal: max(changedAt, real), speed: speed, isPaused: isPaused)
    }

    /// How long to sleep in real time until the simulated time is `instant`: zero when it has passed, `nil`
    /// while the clock stands.
    public func realTime(until instant: Instant, atReal real: Duration) -> Duration? {
        let ahead = .milliseconds((instant - start).milliseconds) - passed(atReal: real)
        if ahead <= .zero { return .zero }
        return isPaused ? nil : ahead / speed.factor
    }

    private func passed(atReal real: Duration) -> Duration {
        guard !isPaused, real > changedAt else { return passedBefore }
        return passedBefore + (real - changedAt) * speed.factor
    }

    private mutating func settle(atReal real: Duration) {
        passedBefore = passed(atReal: real)
        changedAt = max(changedAt, real)
    }
}

extension Duration {
    /// Rounded down; never negative where it is used.
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
