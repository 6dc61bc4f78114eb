import Terminal

/// Blocks one under the other, taller than the screen if need be: what a detail view consists of.
struct Document: Sendable {
    private(set) var blocks: [Block] = []

    /// A piece of a document.
    enum Block: Sendable {
        /// One line, cut where it does not fit.
        case line(StyledText)
        /// Text broken at blanks, each line moved in by `indent`.
        case text(String, Style, indent: Int)
        /// A label, and a text beside it that is broken within its own column.
        case field(label: String, labelWidth: Int, value: StyledText)
        /// A picture of a height in lines.
        case widget(any Widget, height: Int)
    }

    /// How many lines it takes at a width.
    func height(width: Int) -> Int { blocks.reduce(0) { $0 + $1.height(width: width) } }

    /// Draws the lines from `offset` on.
    func render(on canvas: inout Canvas, offset: Int) {
        let width = canvas.size.columns
        var y = -offset
        for block in blocks {
            let height = block.height(width: width)
            if y + height > 0, y < canvas.size.rows {
                canvas.within(Rect(x: 0, y: y, width: width, height: height)) { block.render(on: &$0) }
            }
            y += height
        }
    }
}

// MARK: - Writing a document

extension Document {
    mutating func line(_ text: StyledText) { blocks.append(.line(text)) }
    mutating func line(_ text: String, _ style: Style = .normal) { line(StyledText(text, style)) }
    mutating func blank() { line("") }

    mutating func heading(_ text: String) {
        if !blocks.isEmpty { blank() }
        line(text, .heading)
    }

    mutating func text(_ text: String, _ style: Style = .normal, indent: Int = 0) {
        blocks.append(.text(text, style, indent: indent))
    }

    mutating func field(_ label: String, _ value: StyledText, labelWidth: Int = 18) {
        blocks.append(.field(label: label, labelWidth: labelWidth, value: value))
    }

    mutating func field(_ label: String, _ value: String, _ style: Style = .normal, labelWidth: Int = 18) {
        field(label, StyledText(value, style), labelWidth: labelWidth)
    }

    mutating func widget(_ widget: any Widget, height: Int) { blocks.append(.widget(widget, height: height)) }

    /// Adds another document after a blank line.
    mutating func append(_ other: Document) {
        if !blocks.isEmpty, !other.blocks.isEmpty { blank() }
        blocks += other.blocks
    }
}

// MARK: - Blocks

extension Document.Block {
    func height(width: Int) -> Int {
        switch self {
        case .line: 1
        case .text(let text, _, let indent): max(1, TextWrap.lines(of: text, width: width - indent).count)
        case .field(_, let labelWidth, let value):
            Self.fitsBeside(value, labelWidth, width)
                ? 1 : max(1, TextWrap.lines(of: value.plain, width: width - labelWidth).count)
        case .widget(_, let height): height
        }
    }

    func render(on canvas: inout Canvas) {
        let width = canvas.size.columns
        switch self {
        case .line(let text): canvas.draw(Text(text))
        case .text(let text, let style, let indent):
            for (y, line) in TextWrap.lines(of: text, width: width - indent).enumerated() {
                canvas.write(line, x: indent, y: y, style: style)
            }
        case .field(let label, let labelWidth, let value):
            canvas.write(label, style: .muted, width: max(0, labelWidth - 1))
            canvas.within(Rect(x: labelWidth, y: 0, width: width - labelWidth, height: canvas.size.rows)) {
                Self.render(value, on: &$0)
            }
        case .widget(let widget, _): widget.render(on: &canvas)
        }
    }

    private static func fitsBeside(_ value: StyledText, _ labelWidth: Int, _ width: Int) -> Bool {
        value.width <= width - labelWidth
    }

    /// A value of one line keeps its styles; one that has to be broken takes the style of its beginning.
    private static func render(_ value: StyledText, on canvas: inout Canvas) {
        guard value.width > canvas.size.columns else { return canvas.draw(Text(value)) }
        let style = value.spans.first?.style ?? .normal
        for (y, line) in TextWrap.lines(of: value.plain, width: canvas.size.columns).enumerated() {
            canvas.write(line, y: y, style: style)
        }
    }
}
