/// Something that can be drawn into whatever area it is given, however small.
public protocol Widget: Sendable {
    /// Draws into the canvas's area.
    func render(on canvas: inout Canvas)
}

/// An area of a picture to draw in. Coordinates begin at its top left; nothing can be drawn outside it.
public struct Canvas: ~Copyable {
    /// The picture so far.
    public private(set) var frame: Frame
    /// The characters to draw with.
    public let glyphs: Glyphs
    /// The part of the picture that may be drawn on, in the picture's coordinates.
    private var clip: Rect
    /// The area as asked for, which may reach outside the clip; its corner is the origin.
    private var area: Rect

    init(_ frame: Frame, area: Rect, glyphs: Glyphs) {
        self.frame = frame
        self.glyphs = glyphs
        self.area = area
        clip = area.intersection(frame.size.bounds)
    }

    /// The size of the area.
    public var size: Size { area.size }
    /// The area in its own coordinates.
    public var bounds: Rect { size.bounds }

    /// Writes text on one line.
    ///
    /// - Parameter width: the most cells it may take; longer text ends in an ellipsis.
    /// - Returns: the cells used.
    @discardableResult
    public mutating func write(
        _ text: String, x: Int = 0, y: Int = 0, style: Style = .normal, width: Int? = nil
    ) -> Int {
        let fitted =
            width.map { TextWidth.truncate(text, to: $0, ellipsis: glyphs.ellipsis) } ?? text
        return frame.write(
            fitted, at: Point(x: area.x + x, y: area.y + y), style: style, clip: clip, symbols: glyphs.symbols
        )
    }

    /// Fills a rectangle, or all of the area.
    public mutating func fill(_ rect: Rect? = nil, with text: String = " ", style: Style = .normal) {
        frame.fill(visible(rect ?? bounds), with: text, style: style)
    }

    /// Changes the style of what is already drawn.
    public mutating func restyle(_ rect: Rect? = nil, _ change: (Style) -> Style) {
        frame.restyle(visible(rect ?? bounds), change)
    }

    /// Draws a widget in a part of the area.
    public mutating func draw(_ widget: some Widget, in rect: Rect? = nil) {
        within(rect ?? bounds) { $0.draw(any: widget) }
    }

    /// Draws in a part of the area, in that part's own coordinates.
    public mutating func within(_ rect: Rect, _ body: (inout Canvas) -> Void) {
        let outer = (area, clip)
        area = rect.moved(byX: area.x, y: area.y)
        clip = area.intersection(clip)
        body(&self)
        (area, clip) = outer
    }

    /// Puts the cursor into the area; outside it the cursor is left as it was.
    public mutating func setCursor(x: Int, y: Int) {
        let point = Point(x: area.x + x, y: area.y + y)
        if clip.contains(point) { frame.cursor = point }
    }

    private mutating func draw(any widget: some Widget) {
        if !clip.isEmpty { widget.render(on: &self) }
    }

    private func visible(_ rect: Rect) -> Rect {
        rect.moved(byX: area.x, y: area.y).intersection(clip)
    }

    consuming func finished() -> Frame { frame }
}

extension Frame {
    /// Draws into the picture, or into a part of it.
    public mutating func draw(
        glyphs: Glyphs = .unicode, in area: Rect? = nil, _ body: (inout Canvas) -> Void
    ) {
        var canvas = Canvas(take(), area: area ?? size.bounds, glyphs: glyphs)
        body(&canvas)
        self = canvas.finished()
    }

    /// Moves the picture out, so that drawing on it does not copy it.
    private mutating func take() -> Frame {
        let whole = self
        self = Frame(size: size, cells: [])
        return whole
    }

    /// A picture of one widget.
    public static func picture(
        of widget: some Widget, size: Size, glyphs: Glyphs = .unicode
    ) -> Frame {
        var frame = Frame(size: size)
        frame.draw(glyphs: glyphs) { $0.draw(widget) }
        return frame
    }
}
