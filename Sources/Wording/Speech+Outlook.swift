import Council
import Language

// Where a series of an indicator goes, for screens and documents alike.

extension Speech {
    /// Which way a series went lately.
    public func words(_ trend: Trend) -> String {
        func say(_ key: String, _ slope: Double) -> String {
            self("council.trend.\(key)", ["slope": .text((slope > 0 ? "+" : "") + decimal(slope, digits: 2))])
        }
        return switch trend {
        case .tooLittle: self("council.trend.too-little")
        case .unclear(let slope): say("unclear", slope)
        case .rising(let slope): say("rising", slope)
        case .falling(let slope): say("falling", slope)
        }
    }

    /// Where a series leads with the interval, or why it is not said.
    public func words(_ projection: Projection) -> String {
        switch projection {
        case .tooLittle(let values, let needed):
            self("council.projection.too-little", ["count": .number(values), "needed": .number(needed)])
        case .over: self("council.projection.over")
        case .value(let projected):
            self(
                "council.projection.value",
                [
                    "value": .text(decimal(projected.value, digits: 2)),
                    "low": .text(decimal(projected.low, digits: 2)),
                    "high": .text(decimal(projected.high, digits: 2)),
                    "share": .text(percent(projected.confidence)),
                    "count": .number(projected.values),
                ])
        }
    }
}
