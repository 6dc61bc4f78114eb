import Glibc

/// The vertical scale of a chart: its ends and the values that are labelled.
struct ChartScale {
    let low: Double
    let high: Double
    let ticks: [Double]

    /// Magnitudes beyond this are drawn at the edge, so that no sum or difference overflows.
    static let limit = 1e15

    /// A scale that holds all the values, with about `count` steps of 1, 2 or 5 times a power of ten.
    init(holding values: [Double], count: Int) {
        let low = values.min() ?? 0
        let high = max(values.max() ?? 1, low)
        let step = Self.step(for: high > low ? high - low : max(1, abs(high)), count: count)
        self.low = high > low ? low : low - step / 2
        self.high = high > low ? high : high + step / 2
        let first = (self.low / step).rounded(.up)
        let last = (self.high / step).rounded(.down)
        ticks = stride(from: first, through: last, by: 1).prefix(64).map { $0 * step }
    }

    /// How far down a value stands, 0 at the top and 1 at the bottom.
    func depth(of value: Double) -> Double {
        let share = (high - value) / (high - low)
        return share.isFinite ? min(1, max(0, share)) : 0
    }

    private static func step(for span: Double, count: Int) -> Double {
        let rough = span / Double(max(1, count))
        let power = pow(10, floor(log10(rough)))
        let nice = [1.0, 2, 5, 10].first { $0 * power >= rough } ?? 10
        let step = nice * power
        return step.isFinite && step > 0 ? step : 1
    }

    /// A value that can be drawn; nil for one that is missing or not a number.
    static func drawable(_ value: Double?) -> Double? {
        guard let value, value.isFinite else { return nil }
        return min(limit, max(-limit, value))
    }
}
