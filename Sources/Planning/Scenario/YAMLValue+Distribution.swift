import StrictYAML

extension YAMLValue {
    /// A law of chance for a time: `36h` is always the same, `{exponential: 36h}`,
    /// `{lognormal: {mean: 4m, cv: 0.8}}`, `{triangular: [1m, 2m, 6m]}`, `{uniform: [1m, 3m]}`.
    func timeDistribution() throws(YAMLFault) -> PlannedDistribution {
        try distribution { (value: YAMLValue) throws(YAMLFault) -> Double in
            let minutes = try value.minutes()
            guard PlanLimits.minutes.contains(minutes) else { throw value.expected("at most 365d") }
            return minutes
        }
    }

    /// The same for a plain number.
    func numberDistribution() throws(YAMLFault) -> PlannedDistribution {
        try distribution { (value: YAMLValue) throws(YAMLFault) -> Double in
            try value.number(in: 0...PlanLimits.largest)
        }
    }

    private typealias Quantity = (YAMLValue) throws(YAMLFault) -> Double

    private func distribution(_ quantity: Quantity) throws(YAMLFault) -> PlannedDistribution {
        guard let pairs = try? pairs() else { return .constant(try quantity(self)) }
        guard let law = pairs.first, pairs.count == 1 else { throw expected("one law, such as exponential") }
        return try law.value.law(named: law.key, quantity)
    }

    private func law(named name: String, _ quantity: Quantity) throws(YAMLFault) -> PlannedDistribution {
        switch name {
        case "constant": return .constant(try quantity(self))
        case "exponential": return .exponential(mean: try quantity(self))
        case "uniform":
            let ends = try ordered(2, "[low, high]", quantity)
            return .uniform(low: ends[0], high: ends[1])
        case "triangular":
            let ends = try ordered(3, "[low, most likely, high]", quantity)
            return .triangular(low: ends[0], mode: ends[1], high: ends[2])
        case "one_of":
            let values = try list(quantity)
            guard !values.isEmpty else { throw expected("at least one value") }
            return .oneOf(values)
        case "lognormal", "gamma", "weibull": return try shaped(name, quantity)
        default:
            throw fault(
                .expected(
                    "one of constant, exponential, uniform, triangular, lognormal, gamma, weibull, one_of",
                    found: "'\(name)'"))
        }
    }

    private func shaped(_ name: String, _ quantity: Quantity) throws(YAMLFault) -> PlannedDistribution {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PlannedDistribution in
            switch name {
            case "lognormal":
                .lognormal(
                    mean: try quantity(try fields.require("mean")),
                    cv: try fields.require("cv").number(in: 0...10))
            case "gamma":
                .gamma(
                    shape: try fields.require("shape").number(in: 0.01...1000),
                    mean: try quantity(try fields.require("mean")))
            default:
                .weibull(
                    shape: try fields.require("shape").number(in: 0.1...100),
                    scale: try quantity(try fields.require("scale")))
            }
        }
    }

    /// Values in ascending order.
    private func ordered(_ count: Int, _ form: String, _ quantity: Quantity) throws(YAMLFault) -> [Double] {
        let values = try list(quantity)
        guard values.count == count, values == values.sorted() else { throw expected(form) }
        return values
    }
}
