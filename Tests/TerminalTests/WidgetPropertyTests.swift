import Terminal
import Testing

@Suite struct WidgetPropertyTests {
    static let widths = [0, 1, 2, 3, 4, 5, 7, 11, 20, 80, 200]
    static let heights = [0, 1, 2, 3, 4, 6, 13, 24, 60]

    @Test(arguments: WidgetSamples.all.indices, Glyphs.Repertoire.allCases)
    func `every widget stays in its area at every size`(index: Int, repertoire: Glyphs.Repertoire) {
        let sample = WidgetSamples.all[index]
        for width in Self.widths {
            for height in Self.heights where width * height <= 12_000 {
                let area = Rect(x: 1, y: 1, width: width, height: height)
                var frame = Frame(size: Size(columns: width + 2, rows: height + 2))
                frame.fill(frame.size.bounds, with: "@")
                frame.draw(glyphs: .for(repertoire), in: area) { canvas in
                    canvas.fill()
                    sample.widget.render(on: &canvas)
                }
                expectIntact(frame, around: area, "\(sample.name) at \(width)x\(height)")
            }
        }
    }

    @Test(arguments: WidgetSamples.all.indices)
    func `in ASCII nothing but ASCII is drawn except what the data say`(index: Int) {
        let sample = WidgetSamples.all[index]
        let frame = Frame.picture(of: sample.widget, size: Size(columns: 60, rows: 20), glyphs: .ascii)
        let drawn = frame.lines.joined().unicodeScalars.filter { !$0.isASCII }
        #expect(
            drawn.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.canonicalCombiningClass != .notReordered
            })
    }

    /// The margin of marks is whole, and each row's cells add up to its width.
    private func expectIntact(_ frame: Frame, around area: Rect, _ what: String) {
        for y in 0..<frame.size.rows {
            let row = Array(frame.row(y))
            #expect(row.reduce(0) { $0 + $1.width } == row.count, "\(what): cells of row \(y)")
            for x in 0..<row.count where !area.contains(Point(x: x, y: y)) {
                if row[x].text != "@" { Issue.record("\(what): drew outside at \(x),\(y): \(row[x].text)") }
            }
        }
    }
}
