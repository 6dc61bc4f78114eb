/// The law of a random quantity that is not negative, such as a service time. The unit is the caller's.
///
/// A distribution that exists is valid: its parameters were checked when it was made. What can be worked out
/// once is worked out then, so a value is also the prepared form for busy loops.
public struct Distribution: Hashable, Sendable {
    enum Law: Hashable, Sendable {
        case constant(Double)
        case uniform(low: Double, high: Double)
        case exponential(mean: Double)
        /// An Erlang law of so few stages that they are quicker drawn one by one.
        case stages(Int, mean: Double)
        case gamma(GammaLaw)
        /// By mean and standard deviation of the logarithm.
        case lognormal(mu: Double, sigma: Double)
        case weibull(shape: Double, scale: Double)
        case triangular(low: Double, mode: Double, high: Double)
        case empirical([Double])
        case table(QuantileTable)
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

// MARK: - Making

extension Distribution {
    /// Any value from `low` to `high` alike.
    public static func uniform(low: Double, high: Double) throws(DistributionFault) -> Distribution {
        try check("low", low, in: amounts)
        try check("high", high, in: amounts)
        guard low <= high else { throw .outOfOrder(low: low, mode: low, high: high) }
        return Distribution(law: .uniform(low: low, high: high))
    }

    /// A waiting time without memory: the time until the next of events that come one at a time and
    /// independently, Kendall's M.
    public static func exponential(mean: Double) throws(DistributionFault) -> Distribution {
        try check("mean", mean, in: amounts)
        return Distribution(law: .exponential(mean: mean))
    }

    /// The sum of `stages` exponential times of one mean, with the mean given for all of them together: Kendall's
    /// E_k. Its variance is mean²/stages.
    public static func erlang(stages: Int, mean: Double) throws(DistributionFault) -> Distribution {
        try check("stages", Double(stages), in: 1...1000)
        if stages > 4 { return try gamma(shape: Double(stages), mean: mean) }
        try check("mean", mean, in: amounts)
        return Distribution(law: .stages(stages, mean: mean))
    }

    /// The gamma law: Erlang's with a number of stages, the shape, that need not be whole.
    public static func gamma(shape: Double, mean: Double) throws(DistributionFault) -> Distribution {
        try check("shape", shape, in: 0.01...10_000)
        try check("mean", mean, in: amounts)
        return Distribution(law: .gamma(GammaLaw(shape: shape, mean: mean)))
    }

    /// The lognormal law, by its mean and its coefficient of variation (standard deviation over mean).
    public static func lognormal(mean: Double, cv: Double) throws(DistributionFault) -> Distribution {
        try check("mean", mean, in: amounts)
        try check("cv", cv, in: 0...100)
        guard mean > 0 else { return .constant(0) }
        let square = Elementary.log(1 + cv * cv)
        return Distribution(
            law: .lognormal(mu: Elementary.log(mean) - square / 2, sigma: square.squareRoot()))
    }

    /// The lognormal law, by its median and the standard deviation of its logarithm.
    public static func lognormal(median: Double, sigma: Double) throws(DistributionFault) -> Distribution {
        try check("median", median, in: amounts)
        try check("sigma", sigma, in: 0...10)
        guard median > 0 else { return .constant(0) }
        return Distribution(law: .lognormal(mu: Elementary.log(median), sigma: sigma))
    }

    /// The Weibull law: a rate of ending that falls with age below a shape of 1 and rises above it. A value is
    /// below the scale with the chance 1 − 1/e.
    public static func weibull(shape: Double, scale: Double) throws(DistributionFault) -> Distribution {
        try check("shape", shape, in: 0.1...100)
        try check("scale", scale, in: amounts)
        return Distribution(law: .weibull(shape: shape, scale: scale))
    }

    /// The triangular law, for what experts say where nothing was measured: the least, the likeliest, the most.
    public static func triangular(low: Double, mode: Double, high: Double) throws(DistributionFault)
        -> Distribution
    {
        try check("low", low, in: amounts)
        try check("high", high, in: amounts)
        guard low <= mode, mode <= high else { throw .outOfOrder(low: low, mode: mode, high: high) }
        return Distribution(law: .triangular(low: low, mode: mode, high: high))
    }

    /// One of the values, each with the same chance.
    public static func empirical(_ values: [Double]) throws(DistributionFault) -> Distribution {
        guard !values.isEmpty else { throw .noValues }
        for value in values { try check("value", value, in: amounts) }
        return Distribution(law: .empirical(values))
    }

    /// A measured distribution function, straight between its points: rows of a share and the value which that
    /// share does not exceed. Shares rise from 0 to 1; values do not fall.
    public static func empirical(quantiles rows: [(share: Double, value: Double)]) throws(DistributionFault)
        -> Distribution
    {
        Distribution(law: .table(try QuantileTable(rows)))
    }

    /// Larger parameters would lose digits in sums.
    static let amounts = 0...1e12

    static func check(
        _ parameter: String, _ value: Double, in allowed: ClosedRange<Double>
    ) throws(DistributionFault) {
        guard allowed.contains(value) else {
            throw .outOfRange(parameter: parameter, value: value, allowed: allowed)
        }
    }
}
