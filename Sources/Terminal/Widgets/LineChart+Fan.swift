extension LineChart {
    /// A fan: the middle as a line, what lies between the lower and the upper values as a band behind it.
    public init(
        lower: [Double?], middle: [Double?], upper: [Double?], style: Style = .chartIn,
        format: @escaping @Sendable (Double) -> String
    ) {
        self.init(above: [Series(middle, style: style)], format: format)
        bands = [Band(lower: lower, upper: upper)]
    }

    /// The chart drawn with the given characters, one text a line, for paper and pipes.
    public func lines(_ size: Size, glyphs: Glyphs) -> [String] {
        var frame = Frame(size: size)
        frame.draw(glyphs: glyphs) { render(on: &$0) }
        return frame.lines
    }
}
