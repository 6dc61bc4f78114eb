extension Distribution {
    /// The expected value, in closed form.
    public var mean: Double {
        switch law {
        case .constant(let value): value
        case .exponential(let mean), .stages(_, let mean): mean
        case .gamma(let law): law.mean
        case .lognormal(let mu, let sigma): Elementary.exp(mu + sigma * sigma / 2)
        case .weibull(let shape, let scale): scale * Self.gamma(1 + 1 / shape)
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .uniform(let low, let high): (low + high) / 2
        case .empirical(let values): values.reduce(0, +) / Double(values.count)
        case .table(let table): table.mean
        }
    }

    /// The expected square of the distance from the mean, in closed form.
    public var variance: Double {
        switch law {
        case .constant: return 0
        case .exponential(let mean): return mean * mean
        case .stages(let count, let mean): return mean * mean / Double(count)
        case .gamma(let law): return law.mean * law.mean / law.shape
        case .lognormal(_, let sigma): return mean * mean * (Elementary.exp(sigma * sigma) - 1)
        case .weibull(let shape, let scale):
            let first = Self.gamma(1 + 1 / shape)
            return scale * scale * (Self.gamma(1 + 2 / shape) - first * first)
        case .triangular(let low, let mode, let high):
            let (left, right) = (mode - low, high - mode)
            return (left * left + left * right + right * right) / 18
        case .uniform(let low, let high): return (high - low) * (high - low) / 12
        case .empirical(let values):
            let mean = mean
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        case .table(let table): return table.variance
        }
    }

    private static func gamma(_ x: Double) -> Double { Elementary.exp(Elementary.logGamma(x)) }
}
