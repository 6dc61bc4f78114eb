/// A frame with a title around an area.
public struct Pane: Widget {
    /// Said at the left end of the upper edge.
    public var title: StyledText
    /// Said at the right end of the upper edge: a count, an age.
    public var note: StyledText
    /// Whether keys go to this pane.
    public var isFocused: Bool

    /// A frame.
    public init(title: StyledText = "", note: StyledText = "", isFocused: Bool = false) {
        self.title = title
        self.note = note
        self.isFocused = isFocused
    }

    /// The area inside the frame.
    public static func inside(_ rect: Rect) -> Rect { rect.inset(by: 1) }

    /// Draws the frame; what is inside stays as it is.
    public func render(on canvas: inout Canvas) {
        let style: Style = isFocused ? .focusedBorder : .border
        drawFrame(on: &canvas, style)
        let (width, rows) = (canvas.size.columns, canvas.size.rows)
        guard rows > 0, width > 4 else { return }
        let room = width - 4
        let noteWidth = note.width > 0 ? note.width + 2 : 0
        let titleRoom = noteWidth + 4 < room ? room - noteWidth : room
        draw(title, x: 1, width: min(title.width, titleRoom), on: &canvas)
        if titleRoom < room {
            draw(note, x: width - 1 - noteWidth, width: note.width, on: &canvas)
        }
    }

    private func draw(_ text: StyledText, x: Int, width: Int, on canvas: inout Canvas) {
        guard width > 0 else { return }
        canvas.fill(Rect(x: x, y: 0, width: width + 2, height: 1))
        canvas.draw(Text(text), in: Rect(x: x + 1, y: 0, width: width, height: 1))
    }

    private func drawFrame(on canvas: inout Canvas, _ style: Style) {
        let box = canvas.glyphs.box
        let (right, bottom) = (canvas.size.columns - 1, canvas.size.rows - 1)
        guard right >= 1, bottom >= 1 else { return }
        canvas.fill(Rect(x: 1, y: 0, width: right - 1, height: 1), with: box.horizontal, style: style)
        canvas.fill(Rect(x: 1, y: bottom, width: right - 1, height: 1), with: box.horizontal, style: style)
        canvas.fill(Rect(x: 0, y: 1, width: 1, height: bottom - 1), with: box.vertical, style: style)
        canvas.fill(Rect(x: right, y: 1, width: 1, height: bottom - 1), with: box.vertical, style: style)
        canvas.write(box.topLeft, style: style)
        canvas.write(box.topRight, x: right, style: style)
        canvas.write(box.bottomLeft, y: bottom, style: style)
        canvas.write(box.bottomRight, x: right, y: bottom, style: style)
    }
}

/// A pane in the middle that covers what is under it.
public struct Popup<Content: Widget>: Widget {
    /// The frame.
    public var pane: Pane
    /// What is shown inside.
    public var content: Content
    /// The size wished for the content; less where there is less.
    public var contentSize: Size

    /// A pop-up sized for its content.
    public init(title: StyledText, contentSize: Size, content: Content) {
        pane = Pane(title: title, isFocused: true)
        self.content = content
        self.contentSize = contentSize
    }

    /// Where the pop-up stands in an area: its frame and the content inside.
    public func place(in area: Rect) -> (frame: Rect, content: Rect) {
        let wished = Size(columns: contentSize.columns + 4, rows: contentSize.rows + 2)
        let frame = area.centred(wished)
        return (frame, frame.inset(horizontal: 2, vertical: 1))
    }

    /// Clears its place and draws frame and content.
    public func render(on canvas: inout Canvas) {
        let (frame, inside) = place(in: canvas.bounds)
        canvas.fill(frame)
        canvas.draw(pane, in: frame)
        canvas.draw(content, in: inside)
    }
}
