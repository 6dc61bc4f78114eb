import Simulation
import Situation
import Terminal
import Wording

extension EnsembleText {
    /// Fan charts of the country, of the section that waits longest, and of the region that lacks most beds.
    func charts(_ result: EnsembleResult) -> [String] {
        result.charted.flatMap { chart($0, result.grid) + [""] }.dropLast()
    }

    private func chart(_ series: FanSeries, _ grid: TimeGrid) -> [String] {
        var chart = LineChart(
            lower: series.steps.map { $0?.p10 }, middle: series.steps.map { $0?.p50 },
            upper: series.steps.map { $0?.p90 }, format: words.axis(series.key.metric))
        chart.labels = words.timeLabels(grid).map { LineChart.Label(at: $0.place, $0.text) }
        let title = "\(words.name(series.key.metric)) · \(words.name(series.key.place))"
        let size = Size(columns: width - 2, rows: Self.rows)
        return [title] + chart.lines(size, glyphs: glyphs).map { "  " + $0 }
    }

    private static let rows = 10
}
