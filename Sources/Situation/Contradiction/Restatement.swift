/// A number a source gave for a time that was over, and the other number the same source gave for it later without
/// correcting the first. The later word is used; this keeps the earlier one in sight.
///
/// The statement that holds it has the later word's time and provenance.
public struct Restatement: Hashable, Sendable {
    /// What the number is of.
    public let series: Series
    public let earlier: StatedNumber
    /// Where the earlier number comes from.
    public let origin: Provenance
    public let later: StatedNumber

    public init(series: Series, earlier: StatedNumber, origin: Provenance, later: StatedNumber) {
        self.series = series
        self.earlier = earlier
        self.origin = origin
        self.later = later
    }

    /// `nil` when the numbers are the same, or when the first was given before its time was over and so could not
    /// be the last word.
    static func between<Body>(
        _ earlier: Statement<Body>, _ later: Statement<Body>, as fact: (Body) -> Fact
    ) -> Statement<Restatement>? {
        guard let before = fact(earlier.body).number, let after = fact(later.body).number, before != after,
            earlier.provenance.known >= earlier.at, earlier.provenance.entry != later.provenance.entry,
            let series = fact(later.body).series
        else { return nil }
        let restated = Restatement(series: series, earlier: before, origin: earlier.provenance, later: after)
        return Statement(restated, about: later.about, provenance: later.provenance)
    }
}

/// A number with how exactly it is meant.
public struct StatedNumber: Hashable, Sendable {
    public let value: Double
    public let precision: Precision

    public init(value: Double, precision: Precision = .exact) {
        self.value = value
        self.precision = precision
    }
}

extension Fact {
    /// The one number the fact is about; `nil` for facts of many numbers or none.
    var number: StatedNumber? {
        switch self {
        case .checkpointReport(let report): StatedNumber(value: Double(report.persons.count))
        case .statedTotal(let total):
            StatedNumber(value: Double(total.persons.count), precision: total.precision)
        case .shelterReport(let report): StatedNumber(value: Double(report.occupied.count))
        case .resource(let report): StatedNumber(value: Double(report.count))
        case .indicatorValue(let value): StatedNumber(value: value.value)
        default: nil
        }
    }
}
