/// The law of a random quantity, such as a service time. The unit is the caller's.
///
/// A distribution that exists is valid: its parameters were checked when it was made.
public struct Distribution: Hashable, Sendable {
    enum Law: Hashable, Sendable {
        case constant(Double)
        case uniform(low: Double, high: Double)
        case exponential(mean: Double)
        case gamma(shape: Double, mean: Double)
        case lognormal(mean: Double, cv: Double)
        case weibull(shape: Double, scale: Double)
        case triangular(low: Double, mode: Double, high: Double)
        case empirical([Double])
    }

    let law: Law

    /// Always the same; what is no number counts as 0.
    public static func constant(_ value: Double) -> Distribution {
        Distribution(law: .constant(value.isFinite ? value : 0))
    }
}

/// Why a distribution cannot be made.
public enum DistributionFault: Error, Hashable, Sendable {
    /// A parameter that is no number or outside what the law allows.
    case outOfRange(parameter: String, value: Double, allowed: ClosedRange<Double>)
    /// Parameters in the wrong order, such as a lower end above the upper one.
    case outOfOrder(low: Double, mode: Double, high: Double)
    /// No values to draw from.
    case noValues
}

extension Distribution {
    /// Any value from `low` to `high` alike.
    public static func uniform(low: Double, high: Double) throws(DistributionFault) -> Distribution {
        try check("low", low, in: 0...largest)
        try check("high", high, in: 0...largest)
        guard low <= high else { throw .outOfOrder(low: low, mode: low, high: high) }
        return Distribution(law: .uniform(low: low, high: high))
    }

    /// A waiting time without memory.
    public static func exponential(mean: Double) throws(DistributionFault) -> Distribution {
        try check("mean", mean, in: 0...largest)
        return Distribution(law: .exponential(mean: mean))
    }

    /// The sum of `stages` exponential times.
    public static func erlang(stages: Int, mean: Double) throws(DistributionFault) -> Distribution {
        try check("stages", Double(stages), in: 1...1000)
        return try gamma(shape: Double(stages), mean: mean)
    }

    /// The gamma law.
    public static func gamma(shape: Double, mean: Double) throws(DistributionFault) -> Distribution {
        try check("shape", shape, in: 0.01...10_000)
        try check("mean", mean, in: 0...largest)
        return Distribution(law: .gamma(shape: shape, mean: mean))
    }

    /// The lognormal law, by its mean and its coefficient of variation (standard deviation over mean).
    public static func lognormal(mean: Double, cv: Double) throws(DistributionFault) -> Distribution {
        try check("mean", mean, in: 0...largest)
        try check("cv", cv, in: 0...100)
        return Distribution(law: .lognormal(mean: mean, cv: cv))
    }

    /// The Weibull law.
    public static func weibull(shape: Double, scale: Double) throws(DistributionFault) -> Distribution {
        try check("shape", shape, in: 0.1...100)
        try check("scale", scale, in: 0...largest)
        return Distribution(law: .weibull(shape: shape, scale: scale))
    }

    /// The triangular law.
    public static func triangular(low: Double, mode: Double, high: Double) throws(DistributionFault)
        -> Distribution
    {
        try check("low", low, in: 0...largest)
        try check("high", high, in: 0...largest)
        guard low <= mode, mode <= high else { throw .outOfOrder(low: low, mode: mode, high: high) }
        return Distribution(law: .triangular(low: low, mode: mode, high: high))
    }

    /// One of the values, each with the same chance.
    public static func empirical(_ values: [Double]) throws(DistributionFault) -> Distribution {
        guard !values.isEmpty else { throw .noValues }
        for value in values { try check("value", value, in: 0...largest) }
        return Distribution(law: .empirical(values))
    }

    /// Larger parameters would lose digits in sums.
    private static let largest = 1e12

    private static func check(
        _ parameter: String, _ value: Double, in allowed: ClosedRange<Double>
    ) throws(DistributionFault) {
        guard allowed.contains(value) else {
            throw .outOfRange(parameter: parameter, value: value, allowed: allowed)
        }
    }
}
