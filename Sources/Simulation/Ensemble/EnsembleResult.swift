import Situation

/// What many runs of a world come to.
public struct EnsembleResult: Hashable, Sendable {
    /// The scenario's name, as the world gives it.
    public let scenario: String
    /// The steps of time the fans have values for.
    public let grid: TimeGrid
    /// The moment the runs are over.
    public let end: Instant
    /// The base seed.
    public let seed: UInt64
    /// Replications asked for.
    public let replicationsAsked: Int
    /// Replications the result rests on: the first so many.
    public let replications: Int
    /// Metrics over time.
    public let fans: [FanSeries]
    /// What whole runs come to.
    public let measures: [MeasureSummary]
    /// Who is expected to come beyond the usual, worked out and not drawn.
    public let expected: ExpectedPeople
    /// Parties and events of all runs together.
    public let work: RunWork

    /// Whether everything asked for was done.
    public var isComplete: Bool { replications == replicationsAsked }

    /// A metric over time at a place; `nil` when the world has none.
    public func fan(_ metric: Metric, _ place: SimulatedPlace = .country) -> FanSeries? {
        fans.first { $0.key.metric == metric && $0.key.place == place }
    }

    /// A measure at a place; `nil` when the world has none.
    public func measure(_ measure: RunMeasure, _ place: SimulatedPlace = .country) -> MeasureSummary? {
        measures.first { $0.key.measure == measure && $0.key.place == place }
    }

    /// A measure at every place of a kind, in the world's order.
    public func measures(_ measure: RunMeasure, at scope: Metric.Scope) -> [MeasureSummary] {
        measures.filter { $0.key.measure == measure && $0.key.place.scope == scope }
    }
}

/// Where most runs lie: 10 %, half and 90 % of them are at or below, and their mean.
public struct Fan: Hashable, Sendable {
    public var p10: Double
    public var p50: Double
    public var p90: Double
    public var mean: Double
}

/// A metric over time as many runs show it.
public struct FanSeries: Hashable, Sendable {
    /// What and where.
    public let key: SeriesKey
    /// For each step of the grid; `nil` where fewer than half of the runs have a value, as a wait has none
    /// while a post is shut.
    public let steps: [Fan?]

    /// The largest 90 % quantile.
    public var highest: Double? { steps.compactMap { $0?.p90 }.max() }
}

/// A measure as many runs show it.
public struct MeasureSummary: Hashable, Sendable {
    /// What and where.
    public let key: MeasureKey
    /// Runs in all.
    public let runs: Int
    /// Runs in which it has a value.
    public let occurred: Int
    /// Over the runs in which it has a value; `nil` when there is none.
    public let fan: Fan?
    /// Where the expected value lies with 95 % confidence, by Student's t; `nil` for fewer than two values.
    public let interval: ClosedRange<Double>?

    /// The part of the runs in which it happens.
    public var share: Double { runs > 0 ? Double(occurred) / Double(runs) : 0 }
}
