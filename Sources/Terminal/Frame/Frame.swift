/// A picture of the whole screen as a grid of cells: what is drawn, before any terminal sees it.
public struct Frame: Hashable, Sendable {
    /// How many cells the picture has.
    public let size: Size
    /// Where the cursor stands; nil hides it.
    public var cursor: Point?
    private var cells: [Cell]

    /// A blank picture.
    public init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank(.normal), count: size.columns * size.rows)
    }

    /// A stand-in while the cells are drawn on elsewhere.
    init(size: Size, cells: [Cell]) {
        self.size = size
        self.cells = cells
    }

    /// The cell at a place; nil outside the picture.
    public subscript(point: Point) -> Cell? {
        size.bounds.contains(point) ? cells[point.y * size.columns + point.x] : nil
    }

    /// The cells of one row; empty outside the picture.
    public func row(_ y: Int) -> ArraySlice<Cell> {
        guard (0..<size.rows).contains(y) else { return [] }
        return cells[y * size.columns..<(y + 1) * size.columns]
    }

    /// Writes text on one line inside `clip`; what would stand outside is left out.
    ///
    /// A wide character that the edge would cut is shown as a blank.
    /// - Returns: how many cells the text takes, drawn or not.
    @discardableResult
    public mutating func write(
        _ text: String, at point: Point, style: Style = .normal, clip: Rect? = nil,
        symbols: ControlSymbols = .pictures
    ) -> Int {
        let area = (clip ?? size.bounds).intersection(size.bounds)
        var x = point.x
        for piece in TextCells(text, symbols: symbols) {
            if x >= area.endX { break }
            if point.y >= area.y, point.y < area.endY {
                put(piece, at: Point(x: x, y: point.y), style: style, in: area)
            }
            x += piece.width
        }
        return x - point.x
    }

    /// Fills a rectangle with one character of one cell.
    public mutating func fill(_ area: Rect, with text: String = " ", style: Style = .normal) {
        let visible = area.intersection(size.bounds)
        guard let piece = TextCells(text).first(where: { _ in true }), piece.width == 1 else { return }
        for y in visible.y..<visible.endY {
            for x in visible.x..<visible.endX {
                set(Cell(text: piece.text, style: style, width: 1), x: x, y: y)
            }
        }
    }

    /// Gives the cells of a rectangle another style and keeps what stands in them.
    public mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        let visible = area.intersection(size.bounds)
        for y in visible.y..<visible.endY {
            for x in visible.x..<visible.endX {
                let cell = cells[y * size.columns + x]
                cells[y * size.columns + x] = Cell(
                    text: cell.text, style: change(cell.style), width: cell.width)
            }
        }
    }

    private mutating func put(_ piece: TextCells.Piece, at point: Point, style: Style, in area: Rect) {
        let isWhole = point.x >= area.x && point.x + piece.width <= area.endX
        guard isWhole else {
            for x in max(point.x, area.x)..<max(area.x, min(point.x + piece.width, area.endX)) {
                set(.blank(style), x: x, y: point.y)
            }
            return
        }
        set(Cell(text: piece.text, style: style, width: piece.width), x: point.x, y: point.y)
        if piece.width == 2 { set(.rightHalf(style), x: point.x + 1, y: point.y) }
    }

    /// Sets one cell; the other half of a wide character that stood there becomes a blank.
    private mutating func set(_ cell: Cell, x: Int, y: Int) {
        let index = y * size.columns + x
        let old = cells[index]
        if old.width == 2, x + 1 < size.columns { cells[index + 1] = .blank(old.style) }
        if old.width == 0, x > 0, cells[index - 1].width == 2 { cells[index - 1] = .blank(old.style) }
        cells[index] = cell
    }
}
