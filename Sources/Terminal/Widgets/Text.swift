/// One line of text, cut with an ellipsis where it does not fit.
public struct Text: Widget {
    /// What is written.
    public var content: StyledText
    /// Where it stands in the area.
    public var alignment: Alignment

    /// A line of several styles.
    public init(_ content: StyledText, alignment: Alignment = .left) {
        self.content = content
        self.alignment = alignment
    }

    /// A line of one style.
    public init(_ text: String, _ style: Style = .normal, alignment: Alignment = .left) {
        self.init(StyledText(text, style), alignment: alignment)
    }

    /// Writes on the first row.
    public func render(on canvas: inout Canvas) {
        let fitted = content.truncated(to: canvas.size.columns, ellipsis: canvas.glyphs.ellipsis)
        let spare = max(0, canvas.size.columns - fitted.width)
        var x =
            switch alignment {
            case .left: 0
            case .right: spare
            case .centre: spare / 2
            }
        for span in fitted.spans { x += canvas.write(span.text, x: x, style: span.style) }
    }
}

/// Text of several lines, broken at blanks.
public struct Paragraph: Widget {
    /// What is written.
    public var text: String
    /// How all of it looks.
    public var style: Style
    /// The first line shown.
    public var offset: Int

    /// Text of one style.
    public init(_ text: String, _ style: Style = .normal, offset: Int = 0) {
        self.text = text
        self.style = style
        self.offset = offset
    }

    /// How many rows the text takes at a width.
    public func height(width: Int) -> Int { TextWrap.lines(of: text, width: width).count }

    /// Writes the lines in view.
    public func render(on canvas: inout Canvas) {
        let lines = TextWrap.lines(of: text, width: canvas.size.columns)
        for (y, line) in lines.dropFirst(max(0, offset)).prefix(canvas.size.rows).enumerated() {
            canvas.write(line, y: y, style: style)
        }
    }
}

/// Lines of styled text one under the other, each cut where it does not fit.
public struct Lines: Widget {
    /// The lines, from the top.
    public var lines: [StyledText]
    /// The first line shown.
    public var offset: Int

    /// Lines.
    public init(_ lines: [StyledText], offset: Int = 0) {
        self.lines = lines
        self.offset = offset
    }

    /// Writes the lines in view.
    public func render(on canvas: inout Canvas) {
        for (y, line) in lines.dropFirst(max(0, offset)).prefix(canvas.size.rows).enumerated() {
            canvas.draw(Text(line), in: Rect(x: 0, y: y, width: canvas.size.columns, height: 1))
        }
    }
}
