/// The law of a random quantity as a planner wrote it. Times are in minutes.
public enum PlannedDistribution: Hashable, Sendable {
    case constant(Double)
    case uniform(low: Double, high: Double)
    case exponential(mean: Double)
    case gamma(shape: Double, mean: Double)
    case lognormal(mean: Double, cv: Double)
    case weibull(shape: Double, scale: Double)
    case triangular(low: Double, mode: Double, high: Double)
    case oneOf([Double])

    /// The expected value, where it has a simple form.
    public var mean: Double? {
        switch self {
        case .constant(let value): value
        case .uniform(let low, let high): (low + high) / 2
        case .exponential(let mean), .gamma(_, let mean), .lognormal(let mean, _): mean
        case .weibull: nil
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .oneOf(let values): values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
    }
}
