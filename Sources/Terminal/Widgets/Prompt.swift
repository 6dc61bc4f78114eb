/// A line to type in, with its label; scrolls sideways so that the cursor is always seen.
public struct Prompt: Widget {
    /// Said before the field.
    public var label: StyledText
    /// What is being typed.
    public var field: TextField
    /// Shown in place of the text while there is none.
    public var placeholder: String
    /// Whether the terminal's cursor stands here.
    public var hasCursor: Bool

    /// A line to type in.
    public init(label: StyledText, field: TextField, placeholder: String = "", hasCursor: Bool = true) {
        self.label = label
        self.field = field
        self.placeholder = placeholder
        self.hasCursor = hasCursor
    }

    /// Draws the line and puts the cursor into it.
    public func render(on canvas: inout Canvas) {
        // The label gives way before the field becomes too short to type in.
        let labelWidth = min(label.width, max(0, canvas.size.columns - 8))
        let (left, right) = canvas.bounds.splitTop(1).top.splitLeft(labelWidth)
        canvas.draw(Text(label), in: left)
        canvas.within(right) { drawField(on: &$0) }
    }

    private func drawField(on canvas: inout Canvas) {
        let width = canvas.size.columns
        guard width > 0 else { return }
        canvas.fill(style: .input)
        let cursor = TextWidth.of(field.textBeforeCursor)
        // One cell stays free for the cursor behind the last character.
        let shift = max(0, cursor - width + 1)
        if field.isEmpty {
            canvas.write(placeholder, style: Style(.input, .dim), width: width)
        } else {
            canvas.write(field.text, x: -shift, style: .input)
        }
        if hasCursor { canvas.setCursor(x: cursor - shift, y: 0) }
    }
}
