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
    private enum Box {
        static let width = 680.0
        static let height = 220.0
        static let left = 52.0
        static let right = 10.0
        static let top = 24.0
        static let bottom = 24.0
    }

    /// Lines are told apart by their dashes as well, for printers without colour.
    private static let dashes = ["", "2 3", "8 3"]
    private static let colours = ["#000", "#8a1c1c", "#1c5a8a"]

    /// A drawing that needs nothing else; `id` tells it apart from others on the page.
    func svg(id: String) -> String {
        let all = run + nothing + best
        let most = max(all.max() ?? 0, 1)
        var parts = [
            "<svg viewBox=\"0 0 \(Int(Box.width)) \(Int(Box.height))\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\">",
            "<title id=\"\(id)-t\">\(HTML.escaped(title))</title>",
            "<desc id=\"\(id)-d\">\(HTML.escaped(alternative))</desc>",
        ]
        parts += axis(most)
        for (index, values) in [run, nothing, best].enumerated() { parts.append(line(values, most, index)) }
        parts += legend + ["</svg>"]
        return parts.joined(separator: "\n")
    }

    private func axis(_ most: Double) -> [String] {
        var parts: [String] = []
        for share in [0, 0.5, 1] {
            let y = Self.text(height(share * most, most))
            parts.append(
                "<line x1=\"\(Int(Box.left))\" x2=\"\(Int(Box.width - Box.right))\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#bbb\"/>"
            )
            parts.append(
                "<text x=\"\(Int(Box.left) - 4)\" y=\"\(y)\" text-anchor=\"end\" dy=\"4\">\(Int((share * most).rounded()))</text>"
            )
        }
        for label in labels {
            let x = Self.text(Box.left + label.position * (Box.width - Box.left - Box.right))
            parts.append("<text x=\"\(x)\" y=\"\(Int(Box.height) - 6)\">\(HTML.escaped(label.text))</text>")
        }
        return parts
    }

    private func line(_ values: [Double], _ most: Double, _ index: Int) -> String {
        let points = values.enumerated().map { place, value in
            let share = values.count > 1 ? Double(place) / Double(values.count - 1) : 0
            return
                "\(Self.text(Box.left + share * (Box.width - Box.left - Box.right))),\(Self.text(height(value, most)))"
        }
        return
            "<polyline fill=\"none\" stroke=\"\(Self.colours[index])\" stroke-width=\"\(index == 0 ? "2" : "1.3")\" "
            + "stroke-dasharray=\"\(Self.dashes[index])\" points=\"\(points.joined(separator: " "))\"/>"
    }

    private var legend: [String] {
        names.prefix(3).enumerated().flatMap { index, name in
            let x = Int(Box.left) + index * 200
            return [
                "<line x1=\"\(x)\" x2=\"\(x + 28)\" y1=\"10\" y2=\"10\" stroke=\"\(Self.colours[index])\" "
                    + "stroke-width=\"2\" stroke-dasharray=\"\(Self.dashes[index])\"/>",
                "<text x=\"\(x + 34)\" y=\"14\">\(HTML.escaped(name))</text>",
            ]
        }
    }

    private func height(_ value: Double, _ most: Double) -> Double {
        Box.top + (1 - value / most) * (Box.height - Box.top - Box.bottom)
    }

    /// One decimal, with a point.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
