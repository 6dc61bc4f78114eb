extension Distribution {
    /// The expected value.
    public var mean: Double {
        switch law {
        case .constant(let value): value
        case .uniform(let low, let high): (low + high) / 2
        case .exponential(let mean), .gamma(_, let mean), .lognormal(let mean, _): mean
        case .weibull(_, let scale): scale
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .empirical(let values): values.reduce(0, +) / Double(values.count)
        }
    }

    /// The next value.
    public func draw(from stream: inout RandomStream) -> Double {
        // The kernel's author writes the real draws; until then everything random is exponential.
        switch law {
        case .constant(let value): value
        case .uniform(let low, let high): low + (high - low) * stream.uniform()
        default: stream.exponential(mean: mean)
        }
    }
}
