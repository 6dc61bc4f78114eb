import Drill
import Situation
import Terminal

/// The run between its two references, over time: as text and as a drawing.
struct ReviewChart {
    let title: String
    /// What the three lines are called: the run, nothing done, the best known.
    let names: [String]
    let run: [Double]
    let nothing: [Double]
    let best: [Double]
    /// Words under the chart, from left to right.
    let labels: [LineChart.Label]
    /// What a reader who does not see the drawing is told.
    let alternative: String

    /// Whether anything ever was there to show.
    var isEmpty: Bool { (run + nothing + best).allSatisfy { $0 == 0 } }

    /// The run as a line; the range between the two references as a pattern behind it.
    func lines(width: Int, glyphs: Glyphs) -> [String] {
        var chart = LineChart(above: [LineChart.Series(run)])
        let count = min(nothing.count, best.count)
        chart.bands = [
            LineChart.Band(
                lower: (0..<count).map { min(nothing[$0], best[$0]) },
                upper: (0..<count).map { max(nothing[$0], best[$0]) })
        ]
        chart.labels = labels
        return [title] + chart.lines(Size(columns: width, rows: 10), glyphs: glyphs) + [alternative]
    }
}

// MARK: - SVG

extension ReviewChart {
    /// A drawing that needs nothing else; `id` tells it apart from others on the page.
    func svg(id: String) -> String {
        let all = [run, nothing, best]
        let lines = all.enumerated().map { index, values in
            SVGChart.Series(name: names[index], points: Self.spread(values), style: index)
        }
        return SVGChart(
            title: title, alternative: alternative, series: lines,
            range: 0...max(all.flatMap(\.self).max() ?? 0, 1),
            labels: labels.map { SVGChart.Label(x: $0.position, text: $0.text) },
            tick: { "\(Int($0.rounded()))" }
        ).svg(id: id)
    }

    private static func spread(_ values: [Double]) -> [SVGChart.Point] {
        values.enumerated().map { place, value in
            SVGChart.Point(x: values.count > 1 ? Double(place) / Double(values.count - 1) : 0, y: value)
        }
    }
}
