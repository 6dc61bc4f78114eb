/// Series over time, with what is usual behind them and what is to be reached across them.
///
/// Series above the axis grow upwards; those below (what goes out, say) grow downwards on the same scale.
public struct LineChart: Widget {
    /// Values at even steps of time; nil leaves a gap.
    public struct Series: Hashable, Sendable {
        /// How the values are drawn.
        public enum Shape: Hashable, Sendable {
            case line
            /// Filled down to zero.
            case area
            /// Every other dot of a line: expected, not measured.
            case dotted
        }

        /// The values, oldest first.
        public var values: [Double?]
        /// How it looks.
        public var style: Style
        /// How the values are drawn.
        public var shape: Shape

        /// A series.
        public init(_ values: [Double?], style: Style = .chartIn, shape: Shape = .line) {
            self.values = values
            self.style = style
            self.shape = shape
        }
    }

    /// A range at each step, drawn as a sparse pattern.
    public struct Band: Hashable, Sendable {
        /// The range's lower end at each step.
        public var lower: [Double?]
        /// The range's upper end at each step.
        public var upper: [Double?]
        /// How the pattern looks.
        public var style: Style

        /// A range.
        public init(lower: [Double?], upper: [Double?], style: Style = .chartBand) {
            self.lower = lower
            self.upper = upper
            self.style = style
        }
    }

    /// A value to be reached, as a dashed line with its name.
    public struct Target: Hashable, Sendable {
        /// The value to be reached.
        public var value: Double
        /// Its name, at the right end of the line.
        public var label: String
        /// How line and name look.
        public var style: Style

        /// A line across the chart.
        public init(_ value: Double, label: String = "", style: Style = .chartTarget) {
            self.value = value
            self.label = label
            self.style = style
        }
    }

    /// A word under the chart at a place from 0 (left end) to 1.
    public struct Label: Hashable, Sendable {
        /// The place, 0 to 1.
        public var position: Double
        /// The word.
        public var text: String

        /// A word at a place.
        public init(at position: Double, _ text: String) {
            self.position = position
            self.text = text
        }
    }

    /// Series that grow upwards.
    public var above: [Series]
    /// Series that grow downwards.
    public var below: [Series] = []
    /// Ranges behind the series above.
    public var bands: [Band] = []
    /// Ranges behind the series below.
    public var bandsBelow: [Band] = []
    /// Lines to be reached.
    public var targets: [Target] = []
    /// Words under the chart, from left to right.
    public var labels: [Label] = []
    /// Whether the scale begins at zero even when all values are far from it.
    public var startsAtZero = true
    /// How a value of the scale is written.
    public var format: @Sendable (Double) -> String

    /// A chart of series above the axis; the rest is set afterwards.
    public init(above: [Series], format: @escaping @Sendable (Double) -> String = { "\(Int($0.rounded()))" })
    {
        self.above = above
        self.format = format
    }

    /// Draws scale, plot and words.
    public func render(on canvas: inout Canvas) {
        let (upper, lowest) = canvas.bounds.splitBottom(labels.isEmpty || canvas.size.rows < 4 ? 0 : 1)
        let scale = ChartScale(holding: extremes(), count: max(1, upper.height / 2))
        let axis = axisWidth(scale, in: upper)
        let (left, plot) = upper.splitLeft(axis)
        canvas.within(left) { drawAxis(scale, on: &$0) }
        canvas.within(plot) { drawPlot(scale, on: &$0) }
        canvas.within(lowest.splitLeft(axis).rest) { drawLabels(on: &$0) }
    }
}

// MARK: - Scale and words

extension LineChart {
    /// The values that must be in view.
    private func extremes() -> [Double] {
        let up = above.flatMap(\.values) + bands.flatMap { $0.lower + $0.upper } + targets.map(\.value)
        let down = below.flatMap(\.values) + bandsBelow.flatMap { $0.lower + $0.upper }
        let values = up.compactMap(ChartScale.drawable) + down.compactMap(ChartScale.drawable).map { -$0 }
        return startsAtZero || !below.isEmpty ? values + [0] : values
    }

    /// What the mirrored half shows is a size, not a negative value.
    private func word(_ value: Double) -> String {
        format(below.isEmpty && bandsBelow.isEmpty ? value : abs(value))
    }

    /// The axis gives way where it would take more than a third of the width.
    private func axisWidth(_ scale: ChartScale, in area: Rect) -> Int {
        let widest = scale.ticks.map { TextWidth.of(word($0)) }.max() ?? 0
        return widest + 2 <= area.width / 3 ? widest + 2 : 0
    }

    private func drawAxis(_ scale: ChartScale, on canvas: inout Canvas) {
        let (width, rows) = (canvas.size.columns, canvas.size.rows)
        guard width > 1, rows > 0 else { return }
        let box = canvas.glyphs.box
        canvas.fill(Rect(x: width - 1, y: 0, width: 1, height: rows), with: box.vertical, style: .border)
        var free = rows
        for tick in scale.ticks {
            let y = Int((scale.depth(of: tick) * Double(rows - 1)).rounded())
            guard y < free else { continue }
            free = y
            let place = Rect(x: 0, y: y, width: width - 1, height: 1)
            canvas.draw(Text(word(tick), .muted, alignment: .right), in: place)
            canvas.write(box.teeRight, x: width - 1, y: y, style: .border)
        }
    }

    private func drawLabels(on canvas: inout Canvas) {
        let width = canvas.size.columns
        var free = 0
        for label in labels {
            let length = TextWidth.of(label.text)
            let share = label.position.isFinite ? min(1, max(0, label.position)) : 0
            let x = min(max(0, width - length), Int(share * Double(max(0, width - 1))))
            guard x >= free, length <= width else { continue }
            canvas.write(label.text, x: x, style: .muted)
            free = x + length + 1
        }
    }
}

// MARK: - Dots

extension LineChart {
    private func drawPlot(_ scale: ChartScale, on canvas: inout Canvas) {
        guard !canvas.size.isEmpty else { return }
        var plot = ChartPlot(
            grid: DotGrid(canvas.size, glyphs: canvas.glyphs), scale: scale, steps: steps)
        for band in bands { plot.draw(band, sign: 1) }
        for band in bandsBelow { plot.draw(band, sign: -1) }
        if !below.isEmpty { plot.drawLevel(0, style: .border, gap: 1) }
        for target in targets { plot.drawLevel(target.value, style: target.style, gap: 3) }
        for series in below { plot.draw(series, sign: -1) }
        for series in above { plot.draw(series, sign: 1) }
        plot.grid.draw(on: &canvas)
        for target in targets { drawName(of: target, scale, on: &canvas) }
    }

    private var steps: Int {
        let series = (above + below).map(\.values.count)
        let ranges = (bands + bandsBelow).map(\.upper.count)
        return (series + ranges).max() ?? 0
    }

    private func drawName(of target: Target, _ scale: ChartScale, on canvas: inout Canvas) {
        let length = TextWidth.of(target.label)
        guard length > 0, length <= canvas.size.columns / 2 else { return }
        let value = ChartScale.drawable(target.value) ?? 0
        let y = Int((scale.depth(of: value) * Double(canvas.size.rows - 1)).rounded())
        canvas.write(target.label, x: canvas.size.columns - length, y: y, style: target.style)
    }
}
