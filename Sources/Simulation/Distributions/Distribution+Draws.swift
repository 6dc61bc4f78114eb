extension Distribution {
    /// The next value.
    @inline(__always)
    public func draw(from stream: inout RandomStream) -> Double {
        switch law {
        case .exponential(let mean): mean * stream.exponential()
        case .lognormal(let mu, let sigma): Elementary.exp(mu + sigma * stream.normal())
        default: drawOther(from: &stream)
        }
    }

    private func drawOther(from stream: inout RandomStream) -> Double {
        switch law {
        case .constant(let value): value
        case .exponential(let mean): mean * stream.exponential()
        case .stages(let count, let mean):
            (0..<count).reduce(0) { sum, _ in sum + stream.exponential() } * (mean / Double(count))
        case .gamma(let law): law.draw(from: &stream)
        case .lognormal(let mu, let sigma): Elementary.exp(mu + sigma * stream.normal())
        case .weibull(let shape, let scale):
            scale * Elementary.exp(Elementary.log(stream.exponential()) / shape)
        case .triangular(let low, let mode, let high): Self.triangle(low, mode, high, stream.uniform())
        case .uniform(let low, let high): low + (high - low) * stream.uniform()
        case .empirical(let values): values[stream.index(below: values.count)]
        case .table(let table): table.value(at: stream.uniform())
        }
    }

    /// The inverse of a triangular distribution function.
    private static func triangle(_ low: Double, _ mode: Double, _ high: Double, _ share: Double) -> Double {
        let width = high - low
        guard width > 0 else { return low }
        return share * width < mode - low
            ? low + (share * width * (mode - low)).squareRoot()
            : high - ((1 - share) * width * (high - mode)).squareRoot()
    }
}

extension RandomStream {
    /// A whole number from 0 to below `count`, each as likely as the others to 2⁻⁶⁴ of its share (D. Lemire, "Fast
    /// Random Integer Generation in an Interval", ACM TOMACS 29(1), 2019, without the rejection); 0 for a count below 2.
    public mutating func index(below count: Int) -> Int {
        guard count > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
