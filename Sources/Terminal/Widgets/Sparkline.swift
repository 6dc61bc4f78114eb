/// A series as a small filled picture, oldest at the left, from zero up.
public struct Sparkline: Widget {
    /// One value a step of time; nil where nothing is known, which leaves a gap.
    public var values: [Double?]
    /// How the picture looks.
    public var style: Style
    /// What the full height stands for; the largest value when nil.
    public var maximum: Double?

    /// A picture of values, oldest first.
    public init(_ values: [Double?], style: Style = .normal, maximum: Double? = nil) {
        self.values = values
        self.style = style
        self.maximum = maximum
    }

    /// Draws over the whole height of the area.
    public func render(on canvas: inout Canvas) {
        guard !values.isEmpty else { return }
        let top = scale()
        if canvas.glyphs.repertoire == .unicode {
            drawDots(top, on: &canvas)
        } else {
            drawLevels(top, on: &canvas)
        }
    }

    private func drawDots(_ top: Double, on canvas: inout Canvas) {
        var grid = DotGrid(canvas.size, glyphs: canvas.glyphs)
        for (x, value) in sampled(grid.columns).enumerated() {
            guard let value else { continue }
            let height = Self.height(value, top, steps: grid.rows)
            grid.setColumn(x: x, from: grid.rows - height, to: grid.rows - 1, style: style)
        }
        grid.draw(on: &canvas)
    }

    private func drawLevels(_ top: Double, on canvas: inout Canvas) {
        let levels = canvas.glyphs.levels
        for (x, value) in sampled(canvas.size.columns).enumerated() {
            guard let value else { continue }
            let height = Self.height(value, top, steps: levels.count * canvas.size.rows)
            for row in 0..<canvas.size.rows {
                let level = min(levels.count, height - row * levels.count)
                guard level > 0 else { break }
                canvas.write(levels[level - 1], x: x, y: canvas.size.rows - 1 - row, style: style)
            }
        }
    }

    private func scale() -> Double {
        let largest = values.compactMap { $0 }.filter(\.isFinite).max() ?? 0
        let top = maximum ?? largest
        return top.isFinite && top > 0 ? top : 1
    }

    /// Nothing known leaves a gap, so a known zero shows the lowest dot.
    private static func height(_ value: Double, _ top: Double, steps: Int) -> Int {
        max(1, Int((min(1, max(0, value / top)) * Double(steps)).rounded()))
    }

    /// As many values as there are columns: each the largest of its share, so that no peak is lost.
    private func sampled(_ columns: Int) -> [Double?] {
        (0..<columns).map { column in
            let first = column * values.count / columns
            let last = max(first + 1, (column + 1) * values.count / columns)
            return values[first..<min(last, values.count)].compactMap { $0 }.filter(\.isFinite).max()
        }
    }
}
