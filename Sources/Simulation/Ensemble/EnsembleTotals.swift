import Situation

/// Takes replications together, one by one and in order, in memory that does not grow with their number.
struct EnsembleTotals: Sendable {
    let layout: EnsembleLayout
    private(set) var replications = 0
    private var cells: [Spread]
    private var measures: [Spread]
    private var work = RunWork()

    init(_ layout: EnsembleLayout) {
        self.layout = layout
        cells = Array(
            repeating: Spread(capacity: Spread.ofCell), count: layout.series.count * layout.grid.count)
        measures = Array(repeating: Spread(capacity: Spread.ofMeasure), count: layout.measures.count)
    }

    mutating func add(_ record: ReplicationRecord) {
        replications += 1
        for (index, value) in record.series.enumerated() { cells[index].add(value) }
        for (index, value) in record.measures.enumerated() { measures[index].add(value) }
        work += record.work
    }

    func result(of world: World, _ plan: EnsemblePlan) -> EnsembleResult {
        EnsembleResult(
            scenario: world.scenario, grid: layout.grid, end: world.end, seed: plan.seed,
            replicationsAsked: plan.replications, replications: replications,
            fans: layout.series.enumerated().map { FanSeries(key: $1, steps: steps(ofSeries: $0)) },
            measures: layout.measures.enumerated().map { index, key in
                measures[index].summary(of: key, runs: replications)
            },
            expected: ExpectedPeople(world), work: work)
    }

    private func steps(ofSeries series: Int) -> [Fan?] {
        let first = series * layout.grid.count
        return cells[first..<(first + layout.grid.count)].map { cell in
            cell.count * 2 >= replications ? cell.fan : nil
        }
    }
}

/// The values of one cell of a chart, or of one measure, over all replications.
struct Spread: Sendable {
    private var tally = Tally()
    private var sketch: QuantileSketch

    /// Enough for exact quantiles of 120 runs, and within half a percent of 200; there are tens of thousands.
    static let ofCell = 120
    /// Exact for a thousand runs: a measure is read closely.
    static let ofMeasure = 1000

    init(capacity: Int) { sketch = QuantileSketch(capacity: capacity) }

    var count: Int { tally.count }

    /// Takes in a value; what is no number did not happen.
    mutating func add(_ value: Double) {
        guard !value.isNaN else { return }
        tally.add(value)
        sketch.add(value)
    }

    var fan: Fan? {
        let values = sketch.quantiles([0.1, 0.5, 0.9])
        guard values.count == 3 else { return nil }
        return Fan(p10: values[0], p50: values[1], p90: values[2], mean: tally.mean)
    }

    func summary(of key: MeasureKey, runs: Int) -> MeasureSummary {
        let interval = tally.count > 1 ? ReplicationInterval(tally, confidence: .ninetyFive) : nil
        return MeasureSummary(
            key: key, runs: runs, occurred: tally.count, fan: fan, interval: interval.map { $0.low...$0.high }
        )
    }
}
