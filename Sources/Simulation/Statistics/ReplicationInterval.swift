/// What independent replications of a run say about a mean: an interval that covers it with a stated confidence.
///
/// Replications are independent where values within a run are not, so Student's interval over the replications'
/// means is sound (A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, 9.4.1).
public struct ReplicationInterval: Hashable, Sendable {
    /// How often such an interval covers what it is about.
    public enum Confidence: Double, Hashable, Sendable, CaseIterable {
        case ninety = 0.90
        case ninetyFive = 0.95
        case ninetyNine = 0.99
    }

    /// The mean over all replications.
    public let mean: Double
    /// Half the interval's width; infinity for fewer than two replications, which say nothing of their spread.
    public let halfWidth: Double
    /// The confidence of the interval.
    public let confidence: Confidence
    /// How many replications.
    public let replications: Int

    /// The interval over one value a replication.
    public init(_ values: some Sequence<Double>, confidence: Confidence = .ninetyNine) {
        self.init(Tally(values), confidence: confidence)
    }

    /// The interval over a tally of one value a replication.
    public init(_ tally: Tally, confidence: Confidence = .ninetyNine) {
        mean = tally.mean
        replications = tally.count
        self.confidence = confidence
        if tally.count > 1 {
            let t = StudentLaw.quantile((1 + confidence.rawValue) / 2, freedom: tally.count - 1)
            halfWidth = t * (tally.variance / Double(tally.count)).squareRoot()
        } else {
            halfWidth = .infinity
        }
    }

    /// The interval of the differences between two policies, pair by pair: replications played under the same
    /// luck (common random numbers) differ by little, so a small difference shows. The longer list's rest is
    /// left out.
    public init(of first: [Double], minus second: [Double], confidence: Confidence = .ninetyNine) {
        self.init(zip(first, second).map(-), confidence: confidence)
    }

    /// The interval's lower end.
    public var low: Double { mean - halfWidth }
    /// The interval's upper end.
    public var high: Double { mean + halfWidth }

    /// Whether the interval covers a value.
    public func covers(_ value: Double) -> Bool { low <= value && value <= high }

    /// Whether the difference of two policies is told from none.
    public var excludesZero: Bool { !covers(0) }
}
