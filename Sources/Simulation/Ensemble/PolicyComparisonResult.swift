import Situation

/// What two policies come to under the same luck.
public struct PolicyComparisonResult: Hashable, Sendable {
    public let first: EnsembleResult
    public let second: EnsembleResult
    /// For each measure that both worlds have, in the first one's order.
    public let differences: [MeasureDifference]

    /// The difference of a measure at a place; `nil` when not both worlds have it.
    public func difference(_ measure: RunMeasure, _ place: SimulatedPlace = .country) -> MeasureDifference? {
        differences.first { $0.key.measure == measure && $0.key.place == place }
    }
}

/// How a measure differs between two policies: second less first.
public struct MeasureDifference: Hashable, Sendable {
    /// What and where.
    public let key: MeasureKey
    /// The difference of values, over pairs of runs in which both have one.
    public let value: PairedDifference
    /// The difference of the share of runs in which it happens at all.
    public let share: PairedDifference

    init(_ key: MeasureKey, values: Tally, happenings: Tally) {
        self.key = key
        value = PairedDifference(values)
        share = PairedDifference(happenings)
    }
}

/// A mean difference between pairs of runs and whether it is more than luck.
public struct PairedDifference: Hashable, Sendable {
    /// Pairs it rests on.
    public let pairs: Int
    /// The mean difference; `nil` without pairs.
    public let mean: Double?
    /// The standard deviation of the differences.
    public let deviation: Double
    /// Where the expected difference lies with 95 % confidence; `nil` for fewer than two pairs.
    public let interval: ClosedRange<Double>?

    /// What can be said of a difference.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// The interval does not reach 0.
        case real
        /// It does: the runs do not show a difference, which does not say that there is none.
        case notShown = "not_shown"
        /// Every pair is the same to the last digit.
        case none
    }

    init(_ tally: Tally) {
        pairs = tally.count
        mean = tally.count > 0 ? tally.mean : nil
        deviation = tally.deviation
        let interval = ReplicationInterval(tally, confidence: .ninetyFive)
        self.interval = tally.count > 1 ? interval.low...interval.high : nil
    }

    /// What can be said of it.
    public var verdict: Verdict {
        guard pairs > 0, let mean else { return .notShown }
        if mean == 0, deviation == 0 { return .none }
        guard let interval else { return .notShown }
        return interval.contains(0) ? .notShown : .real
    }

    /// About how many more pairs would show a difference of this size, if it is as large as it looks; `nil` when
    /// it is shown already, or when no number of runs that can be asked for would do.
    ///
    /// The interval's width goes down with the root of the number.
    public var pairsMissing: Int? {
        guard verdict == .notShown, let mean, let interval, mean != 0 else { return nil }
        let half = (interval.upperBound - interval.lowerBound) / 2
        let needed = Double(pairs) * (half / mean) * (half / mean)
        guard needed.isFinite, needed <= Double(EnsemblePlan.allowedReplications.upperBound) else {
            return nil
        }
        return max(1, Int(needed.rounded(.up)) - pairs)
    }
}
