import Simulation
import Situation
import Terminal
import Wording

extension EnsembleText {
    /// Fan charts of the country, of the section that waits longest, and of the region that lacks most beds.
    func charts(_ result: EnsembleResult) -> [String] {
        let shown = Self.charted(result)
        return shown.flatMap { series in chart(series, result.grid) + [""] }.dropLast()
    }

    /// The series worth a chart: in any run something is to be seen on them.
    public static func charted(_ result: EnsembleResult) -> [FanSeries] {
        func worst(_ metric: Metric) -> FanSeries? {
            result.fans.filter { $0.key.metric == metric }.max { ($0.highest ?? 0) < ($1.highest ?? 0) }
        }
        let series = [
            result.fan(.countryArrivalsHour), result.fan(.countryQueuePersons), worst(.sectionWaitMinutes),
            result.fan(.countryBedsFree), result.fan(.countryWithoutBed), worst(.regionWithoutBed),
        ]
        return series.compactMap(\.self).filter { ($0.highest ?? 0) > 0 }
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
