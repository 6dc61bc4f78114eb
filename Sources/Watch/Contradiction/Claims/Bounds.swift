import Situation

/// The numbers that a stated one allows.
///
/// - exact *n*: *n* alone.
/// - rounded *n*: half a unit of its last figure that is not a zero to either side, and never more than two figures
///   are taken for rounded away: 98,000 is 97,500 to 98,500; 200,000 is 195,000 to 205,000.
/// - at least *n*, at most *n*: everything above, everything below; the bound itself is taken as rounded.
///
/// Two numbers agree when what they allow overlaps.
struct Bounds: Hashable, Sendable {
    var low: Double
    var high: Double

    init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    init(_ value: Double, _ precision: Precision) {
        let slack = Self.halfUnit(of: value)
        switch precision {
        case .exact: self.init(low: value, high: value)
        case .rounded: self.init(low: value - slack, high: value + slack)
        case .atLeast: self.init(low: value - slack, high: .infinity)
        case .atMost: self.init(low: -.infinity, high: value + slack)
        }
    }

    func agrees(with other: Bounds) -> Bool { low <= other.high && other.low <= high }

    static func + (left: Bounds, right: Bounds) -> Bounds {
        Bounds(low: left.low + right.low, high: left.high + right.high)
    }

    static func - (left: Bounds, right: Bounds) -> Bounds {
        Bounds(low: left.low - right.high, high: left.high - right.low)
    }

    /// Widened by `share` of its numbers to either side.
    func widened(by share: Double) -> Bounds {
        Bounds(low: low - abs(low) * share, high: high + abs(high) * share)
    }

    /// Half of the unit that `value` may be rounded to; zero for a number that is not whole.
    static func halfUnit(of value: Double) -> Double {
        guard value.isFinite, value.rounded() == value, abs(value) >= 10, abs(value) < 1e15 else { return 0 }
        var number = Int64(abs(value))
        var unit: Int64 = 1
        while number % 10 == 0, number >= 100 {
            number /= 10
            unit *= 10
        }
        return unit == 1 ? 0 : Double(unit) / 2
    }
}
