import Foundation
import Simulation

/// Simple exponential smoothing with drift, which is what the Theta method comes to (Hyndman and Billah, "Unmasking the
/// Theta method", International Journal of Forecasting 19, 2003): a level that takes in a share of each surprise, and a
/// constant step.
///
/// With share 1 it is the random walk with drift, with share 0 the straight line through all points; in between, the
/// level follows the data as fast as they show. Intervals take in the error of the estimated level and drift.
struct DriftModel {
    /// The share of a surprise that stays in the level.
    let share: Double
    /// The standard deviation of one step's surprise.
    let deviation: Double
    let freedom: Int
    /// The level after the last value.
    let level: Double
    /// The change in one step.
    let drift: Double
    private let covariance: (start: Double, both: Double, drift: Double)
    /// How the level after the last value follows the two estimated parameters.
    private let pull: (start: Double, drift: Double)

    /// The fewest values that leave two degrees of freedom for the spread.
    static let fewest = 4
    /// From so many values on the share is estimated; fewer say too little of it, and 1 is taken, whose interval is the
    /// widest of all.
    static let fewestForShare = 12

    /// The quantile 0.8 of the chi-squared distribution with one degree of freedom.
    private static let contradiction = 1.642

    /// - Returns: `nil` for fewer than ``fewest`` values.
    init?(_ values: [Double]) {
        guard values.count >= Self.fewest else { return nil }
        let shares = values.count < Self.fewestForShare ? [1] : (1...20).map { Double($0) / 20 }
        let fits = shares.compactMap { share in Fit(values, share: share) }
        // The restricted likelihood: without its last term the number of parameters would favour a stiff line. Of the
        // shares that the data do not contradict (likelihood ratio, 80 %) the largest, whose interval is the widest: the
        // likeliest one alone makes intervals that hold too seldom.
        guard let least = fits.map(\.unlikelihood).min(),
            let best = fits.last(where: { $0.unlikelihood <= least + Self.contradiction })
        else { return nil }
        share = best.share
        freedom = values.count - 2
        let variance = best.squares / Double(freedom)
        deviation = variance.squareRoot()
        level = best.level
        drift = best.drift
        covariance = (
            best.inverse.start * variance, best.inverse.both * variance, best.inverse.drift * variance
        )
        pull = best.pull
    }

    /// What the mean of the values from the `first` to the `last` step after the end comes to.
    ///
    /// - Parameter confidence: the share of cases that the interval should hold, such as 0.8.
    func mean(ofSteps first: Int, to last: Int, confidence: Double) -> (value: Double, margin: Double) {
        let count = Double(last - first + 1)
        let step = Double(first + last) / 2
        let value = level + drift * step
        // What each surprise to come adds to the mean: itself in its own step, its share in all later ones.
        var surprise = 0.0
        for place in 1...last {
            let own = place >= first ? 1.0 : 0
            let later = Double(last - max(place, first - 1))
            let weight = (own + share * later) / count
            surprise += weight * weight
        }
        let (a, b) = (pull.start, pull.drift + step)
        let estimated = a * a * covariance.start + 2 * a * b * covariance.both + b * b * covariance.drift
        let spread = (deviation * deviation * surprise + estimated).squareRoot()
        return (value, StudentLaw.quantile((1 + confidence) / 2, freedom: freedom) * spread)
    }

    /// The least squares of one share.
    ///
    /// The surprises are linear in the two parameters (the level before the first value, and the drift), so the same
    /// recursion gives the surprises of the data and of each parameter, and least squares does the rest.
    private struct Fit {
        let share: Double
        let squares: Double
        let unlikelihood: Double
        let level: Double
        let drift: Double
        let inverse: (start: Double, both: Double, drift: Double)
        let pull: (start: Double, drift: Double)

        init?(_ values: [Double], share: Double) {
            let mean = values.reduce(0, +) / Double(values.count)
            let data = Self.filter(values.map { $0 - mean }, start: 0, drift: 0, share)
            let zeros = [Double](repeating: 0, count: values.count)
            let start = Self.filter(zeros, start: 1, drift: 0, share)
            let slope = Self.filter(zeros, start: 0, drift: 1, share)
            func product(_ left: [Double], _ right: [Double]) -> Double {
                zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
            }
            // A parameter lowers the surprise by what it foresees, hence the signs.
            let ss = product(start.surprises, start.surprises)
            let sd = product(start.surprises, slope.surprises)
            let dd = product(slope.surprises, slope.surprises)
            let determinant = ss * dd - sd * sd
            guard determinant > 0 else { return nil }
            let (ys, yd) = (
                -product(start.surprises, data.surprises), -product(slope.surprises, data.surprises)
            )
            let first = (dd * ys - sd * yd) / determinant
            let drift = (ss * yd - sd * ys) / determinant
            let rest = data.surprises.indices.map {
                data.surprises[$0] + first * start.surprises[$0] + drift * slope.surprises[$0]
            }
            self.share = share
            self.drift = drift
            let scale = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
            let squares = product(rest, rest)
            // Points on one line leave no surprise but what rounding makes.
            self.squares = squares <= scale * 1e-24 ? 0 : squares
            unlikelihood =
                Double(values.count - 2) * log(max(squares, scale * 1e-24, 1e-300)) + log(determinant)
            level = mean + data.level + first * start.level + drift * slope.level
            inverse = (dd / determinant, -sd / determinant, ss / determinant)
            pull = (start.level, slope.level)
        }

        private static func filter(
            _ values: [Double], start: Double, drift: Double, _ share: Double
        ) -> (surprises: [Double], level: Double) {
            var level = start
            var surprises: [Double] = []
            for value in values {
                let surprise = value - level - drift
                surprises.append(surprise)
                level += drift + share * surprise
            }
            return (surprises, level)
        }
    }
}
