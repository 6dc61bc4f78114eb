import Foundation
import Reference
import Simulation

/// Where a series leads by the end of the plan, if it goes on as it went; no promise.
public enum Projection: Hashable, Sendable {
    /// Too few values of one length without a gap.
    case tooLittle(values: Int, needed: Int)
    /// The year is over already.
    case over
    case value(Projected)

    /// A projected figure of a year.
    public struct Projected: Hashable, Sendable {
        public let year: Int
        public let value: Double
        /// The interval that holds the figure in ``confidence`` of cases, if the model holds.
        public let low: Double
        public let high: Double
        /// Such as 0.8.
        public let confidence: Double
        /// How many values it is reckoned from, and how many months each covers.
        public let values: Int
        public let step: Int
        /// How much of a surprise stays: 1 for a random walk with drift, 0 for a line.
        public let share: Double
        /// Whether value or interval was cut at the bounds of what the indicator can be.
        public let isBounded: Bool
    }

    /// The share of cases that intervals are to hold.
    public static let confidence = 0.8

    /// The figure of `year` that `series` leads to: of a level its value at the end of the year, of a flow the sum over
    /// it, with what is known of the year already.
    public init(of series: IndicatorSeries, to year: Int) {
        guard let run = series.run else {
            self = .tooLittle(values: 0, needed: DriftModel.fewest)
            return
        }
        guard run.endMonth < year * 12 + 12 else {
            self = .over
            return
        }
        guard let model = DriftModel(run.values) else {
            self = .tooLittle(values: run.values.count, needed: DriftModel.fewest)
            return
        }
        let last = (year * 12 + 12 - run.endMonth) / run.step
        var value: Double
        var margin: Double
        switch series.semantics.measure {
        case .level:
            (value, margin) = model.mean(ofSteps: last, to: last, confidence: Self.confidence)
        case .yearlyFlow:
            let inYear = 12 / run.step
            let known = max(0, inYear - last)
            guard known <= run.values.count else {
                // Months of the year before the run are missing.
                self = .tooLittle(values: run.values.count, needed: known)
                return
            }
            (value, margin) = model.mean(
                ofSteps: max(1, last - inYear + 1), to: last, confidence: Self.confidence)
            let rest = Double(inYear - known) / Double(inYear)
            let soFar = run.values.suffix(known).reduce(0, +) / Double(inYear)
            (value, margin) = (soFar + value * rest, margin * rest)
        }
        self = .value(
            Projected(
                year: year, value: value, low: value - margin, high: value + margin, run: run,
                share: model.share, bounds: series.semantics.bounds))
    }
}

extension Projection.Projected {
    init(
        year: Int, value: Double, low: Double, high: Double, run: SeriesRun, share: Double,
        bounds: ClosedRange<Double>?
    ) {
        func held(_ number: Double) -> Double {
            bounds.map { min(max(number, $0.lowerBound), $0.upperBound) } ?? number
        }
        self.year = year
        self.value = held(value)
        self.low = held(low)
        self.high = held(high)
        confidence = Projection.confidence
        values = run.values.count
        step = run.step
        self.share = share
        isBounded = [value, low, high].contains { held($0) != $0 }
    }
}

/// Which way a series has gone lately.
public enum Trend: Hashable, Sendable {
    /// Fewer than three values of one length.
    case tooLittle
    /// The slope, a year; its sign cannot be told from chance.
    case unclear(perYear: Double)
    case rising(perYear: Double)
    case falling(perYear: Double)

    /// How many of the last values are looked at.
    static let window = 6

    /// The slope of a line through the last values, told from chance when it is larger than nine of ten would be where
    /// nothing moves (Student's t, two-sided, 80 %).
    public init(of run: SeriesRun?) {
        guard let run, let line = Line(through: Array(run.values.suffix(Self.window))), line.freedom > 0
        else {
            self = .tooLittle
            return
        }
        let perYear = line.slope * 12 / Double(run.step)
        let limit = StudentLaw.quantile(0.9, freedom: line.freedom) * line.error
        if abs(line.slope) <= limit {
            self = .unclear(perYear: perYear)
        } else {
            self = line.slope > 0 ? .rising(perYear: perYear) : .falling(perYear: perYear)
        }
    }
}

/// A straight line by least squares through values one step apart.
struct Line {
    let slope: Double
    /// The slope's standard error; 0 for two values.
    let error: Double
    let freedom: Int

    /// - Returns: `nil` for fewer than two values.
    init?(through values: [Double]) {
        guard values.count >= 2 else { return nil }
        let count = Double(values.count)
        let middle = (count - 1) / 2
        let mean = values.reduce(0, +) / count
        let spread = values.indices.reduce(0.0) { $0 + (Double($1) - middle) * (Double($1) - middle) }
        let slope =
            values.enumerated().reduce(0.0) { $0 + (Double($1.offset) - middle) * ($1.element - mean) }
            / spread
        let rest = values.enumerated().reduce(0.0) {
            let off = $1.element - mean - slope * (Double($1.offset) - middle)
            return $0 + off * off
        }
        self.slope = slope
        freedom = values.count - 2
        error = freedom > 0 ? (rest / Double(freedom) / spread).squareRoot() : 0
    }
}
