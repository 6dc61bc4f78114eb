import Simulation
import Situation
import Terminal
import Wording

/// Fan charts of a scenario played many times.
struct ForecastCharts {
    let look: Look

    func document(_ result: EnsembleResult) -> Document {
        var document = Document()
        document.line(look.speech("console.forecast.fan"), .muted)
        for series in result.charted {
            let words = look.ensembleWords
            document.heading("\(words.name(series.key.metric)) · \(words.name(series.key.place))")
            document.widget(chart(series, result.grid), height: Self.rows)
        }
        return document
    }

    private func chart(_ series: FanSeries, _ grid: TimeGrid) -> LineChart {
        let words = look.ensembleWords
        var chart = LineChart(
            lower: series.steps.map { $0?.p10 }, middle: series.steps.map { $0?.p50 },
            upper: series.steps.map { $0?.p90 }, format: words.axis(series.key.metric))
        chart.labels = words.timeLabels(grid).map { LineChart.Label(at: $0.place, $0.text) }
        return chart
    }

    private static let rows = 8
}
