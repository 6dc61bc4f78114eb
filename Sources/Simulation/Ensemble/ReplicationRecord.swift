import Situation

/// What one replication leaves behind: values in the order of an ``EnsembleLayout``. What has no value is not a
/// number.
struct ReplicationRecord: Sendable {
    /// Step by step for each series in turn.
    var series: [Double]
    var measures: [Double]
    var work = RunWork()

    init(_ layout: EnsembleLayout) {
        series = Array(repeating: .nan, count: layout.series.count * layout.grid.count)
        measures = Array(repeating: .nan, count: layout.measures.count)
    }
}
