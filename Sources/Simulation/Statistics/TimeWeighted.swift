/// A quantity that stays constant between changes, such as a line's length: its mean over time and its peak.
public struct TimeWeighted: Hashable, Sendable {
    /// What it is now.
    public private(set) var value: Double
    /// The greatest it has been.
    public private(set) var peak: Double
    /// When it first was that.
    public private(set) var peakTime: Double
    /// When measuring began.
    public private(set) var start: Double
    private var area = 0.0
    private var since: Double

    /// A quantity that has `value` from `time` on.
    public init(_ value: Double = 0, at time: Double = 0) {
        self.value = value
        peak = value
        peakTime = time
        start = time
        since = time
    }

    /// It becomes `value` at `time`; a time before the last change counts as that one.
    @inline(__always)
    public mutating func set(_ value: Double, at time: Double) {
        let time = max(since, time)
        area += self.value * (time - since)
        since = time
        self.value = value
        if value > peak { (peak, peakTime) = (value, time) }
    }

    /// It changes by `difference` at `time`.
    @inline(__always)
    public mutating func change(by difference: Double, at time: Double) { set(value + difference, at: time) }

    /// The area under it from the beginning to `time`.
    public func area(to time: Double) -> Double { area + value * max(0, time - since) }

    /// Its mean from the beginning to `time`; its value where no time has passed.
    public func mean(to time: Double) -> Double {
        let end = max(since, time)
        return end > start ? area(to: end) / (end - start) : value
    }

    /// Measures anew from `time` on, such as after a warm-up; the quantity keeps its value.
    public mutating func restart(at time: Double) { self = TimeWeighted(value, at: max(since, time)) }
}
