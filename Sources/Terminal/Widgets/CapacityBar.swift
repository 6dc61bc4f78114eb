/// How full something is, as a bar along the width of its area.
public struct CapacityBar: Widget {
    /// The part that is used, 0 to 1; more is shown as full, nil as no value.
    public var fraction: Double?
    /// How the used part looks.
    public var style: Style
    /// Whether the unused part is marked.
    public var showsTrack: Bool

    /// A bar.
    public init(fraction: Double?, style: Style = .normal, showsTrack: Bool = true) {
        self.fraction = fraction
        self.style = style
        self.showsTrack = showsTrack
    }

    /// Draws the bar on the first row.
    public func render(on canvas: inout Canvas) {
        let width = canvas.size.columns
        guard let fraction, fraction.isFinite else {
            canvas.write(canvas.glyphs.marks.none, style: .muted)
            return
        }
        let steps = canvas.glyphs.barSteps
        let filled = Self.steps(fraction, of: width * steps.count)
        let (whole, part) = filled.quotientAndRemainder(dividingBy: steps.count)
        let row = Rect(x: 0, y: 0, width: width, height: 1)
        if showsTrack { canvas.fill(row, with: canvas.glyphs.barEmpty, style: .muted) }
        canvas.fill(row.splitLeft(whole).left, with: steps[steps.count - 1], style: style)
        if part > 0 { canvas.write(steps[part - 1], x: whole, style: style) }
    }

    /// Rounded, but something is never shown as nothing and not quite full never as full.
    private static func steps(_ fraction: Double, of count: Int) -> Int {
        guard count > 0, fraction > 0 else { return 0 }
        if fraction >= 1 { return count }
        return max(1, min(count - 1, Int((fraction * Double(count)).rounded())))
    }
}
