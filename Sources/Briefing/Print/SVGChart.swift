/// A drawing of lines over a common axis, as SVG that needs nothing else and says in words what it shows.
struct SVGChart {
    let title: String
    /// What a reader who does not see the drawing is told.
    let alternative: String
    let series: [Series]
    /// What the axis shows, from bottom to top.
    let range: ClosedRange<Double>
    /// Words under the chart.
    let labels: [Label]
    /// How the axis writes its numbers.
    let tick: (Double) -> String
    /// Ranges drawn as bars with ends, such as what a projection may come to.
    var intervals: [Interval] = []

    /// A line; told apart from the others by its dashes as well, for printers without colour.
    struct Series {
        let name: String
        /// From left to right, ``Point/x`` 0 to 1.
        let points: [Point]
        /// 0 to 3.
        let style: Int
        /// Whether each point is drawn as a dot, so that a single one is seen.
        var hasDots = false
    }

    struct Point {
        let x: Double
        let y: Double
    }

    struct Interval {
        let x: Double
        let low: Double
        let high: Double
    }

    struct Label {
        let x: Double
        let text: String
    }

    private enum Box {
        static let width = 680.0
        static let height = 220.0
        static let left = 52.0
        static let right = 10.0
        static let top = 24.0
        static let legendRow = 16.0
        static let bottom = 24.0
    }

    private static let dashes = ["", "2 3", "8 3", "8 3 2 3"]
    private static let colours = ["#000", "#8a1c1c", "#1c5a8a", "#2f5d1a"]

    /// The drawing; `id` tells it apart from others on the page.
    func svg(id: String) -> String {
        let parts =
            [
                "<svg viewBox=\"0 0 \(Int(Box.width)) \(Int(Box.height))\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\">",
                "<title id=\"\(id)-t\">\(HTML.escaped(title))</title>",
                "<desc id=\"\(id)-d\">\(HTML.escaped(alternative))</desc>",
            ] + axis + intervals.map(bar) + series.flatMap(line) + legend + ["</svg>"]
        return parts.joined(separator: "\n")
    }

    private var axis: [String] {
        let lines = [0, 0.5, 1].flatMap { share -> [String] in
            let value = range.lowerBound + share * (range.upperBound - range.lowerBound)
            let y = Self.text(height(value))
            return [
                "<line x1=\"\(Int(Box.left))\" x2=\"\(Int(Box.width - Box.right))\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#bbb\"/>",
                "<text x=\"\(Int(Box.left) - 4)\" y=\"\(y)\" text-anchor=\"end\" dy=\"4\">\(HTML.escaped(tick(value)))</text>",
            ]
        }
        return lines
            + labels.map { label in
                let anchor = label.x > 0.97 ? " text-anchor=\"end\"" : ""
                return
                    "<text x=\"\(Self.text(place(label.x)))\" y=\"\(Int(Box.height) - 6)\"\(anchor)>\(HTML.escaped(label.text))</text>"
            }
    }

    private func line(_ series: Series) -> [String] {
        let colour = Self.colours[series.style]
        let points = series.points.map { "\(Self.text(place($0.x))),\(Self.text(height($0.y)))" }
        let drawn =
            "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(series.style == 0 ? "2" : "1.3")\" "
            + "stroke-dasharray=\"\(Self.dashes[series.style])\" points=\"\(points.joined(separator: " "))\"/>"
        let dots = series.points.map {
            "<circle cx=\"\(Self.text(place($0.x)))\" cy=\"\(Self.text(height($0.y)))\" r=\"3\" fill=\"\(colour)\"/>"
        }
        return [drawn] + (series.hasDots ? dots : [])
    }

    private func bar(_ interval: Interval) -> String {
        let (x, low, high) = (place(interval.x), height(interval.low), height(interval.high))
        let (left, right) = (Self.text(x - 4), Self.text(x + 4))
        let (middle, bottom, top) = (Self.text(x), Self.text(low), Self.text(high))
        return
            "<path fill=\"none\" stroke=\"#000\" d=\"M\(left) \(bottom)H\(right)M\(middle) \(bottom)V\(top)M\(left) \(top)H\(right)\"/>"
    }

    /// Long names need room: three stand in a row, more in rows of two.
    private var legendColumns: Int { series.count > 3 ? 2 : 3 }

    private var top: Double {
        let rows = max(0, series.count - 1) / legendColumns
        return Box.top + Double(rows) * Box.legendRow
    }

    private var legend: [String] {
        series.enumerated().flatMap { index, series in
            let x = Int(Box.left) + index % legendColumns * (600 / legendColumns)
            let y = 10 + index / legendColumns * Int(Box.legendRow)
            return [
                "<line x1=\"\(x)\" x2=\"\(x + 28)\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"\(Self.colours[series.style])\" "
                    + "stroke-width=\"2\" stroke-dasharray=\"\(Self.dashes[series.style])\"/>",
                "<text x=\"\(x + 34)\" y=\"\(y + 4)\">\(HTML.escaped(series.name))</text>",
            ]
        }
    }

    private func place(_ x: Double) -> Double { Box.left + x * (Box.width - Box.left - Box.right) }

    private func height(_ value: Double) -> Double {
        let extent = max(range.upperBound - range.lowerBound, .leastNonzeroMagnitude)
        return top + (1 - (value - range.lowerBound) / extent) * (Box.height - top - Box.bottom)
    }

    /// One decimal, with a point; of what lies on the sheet.
    private static func text(_ value: Double) -> String {
        let tenths = Int((min(max(value, 0), 9999) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
