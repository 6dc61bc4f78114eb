/// A picture of dots finer than cells: braille where the font has it, half blocks or ASCII elsewhere.
struct DotGrid {
    /// Dots across and down.
    let columns: Int
    let rows: Int
    private let cells: Size
    private let alphabet: Alphabet
    private var bits: [UInt8]
    private var styles: [Style]

    /// How dots are put into a cell.
    private struct Alphabet {
        let across: Int
        let down: Int
        let glyph: @Sendable (UInt8) -> String
    }

    init(_ cells: Size, glyphs: Glyphs) {
        self.cells = cells
        alphabet = Self.alphabet(glyphs.repertoire)
        columns = cells.columns * alphabet.across
        rows = cells.rows * alphabet.down
        bits = Array(repeating: 0, count: cells.columns * cells.rows)
        styles = Array(repeating: .normal, count: cells.columns * cells.rows)
    }

    /// Sets a dot, from the top left; outside the grid nothing happens. The last style of a cell wins.
    mutating func set(x: Int, y: Int, style: Style) {
        guard x >= 0, x < columns, y >= 0, y < rows else { return }
        let cell = (y / alphabet.down) * cells.columns + x / alphabet.across
        bits[cell] |= 1 << UInt8((y % alphabet.down) * alphabet.across + x % alphabet.across)
        styles[cell] = style
    }

    /// Sets the dots of a column between two heights, both included.
    mutating func setColumn(x: Int, from first: Int, to last: Int, style: Style) {
        let low = max(0, min(first, last))
        let high = min(rows - 1, max(first, last))
        guard low <= high else { return }
        for y in low...high { set(x: x, y: y, style: style) }
    }

    /// Draws the dots; cells without dots keep what stands in them.
    func draw(on canvas: inout Canvas) {
        for y in 0..<cells.rows {
            for x in 0..<cells.columns where bits[y * cells.columns + x] != 0 {
                let cell = y * cells.columns + x
                canvas.write(alphabet.glyph(bits[cell]), x: x, y: y, style: styles[cell])
            }
        }
    }

    private static func alphabet(_ repertoire: Glyphs.Repertoire) -> Alphabet {
        switch repertoire {
        case .unicode: Alphabet(across: 2, down: 4, glyph: braille)
        case .blocks: Alphabet(across: 1, down: 2) { ["▀", "▄", "█"][Int($0) - 1] }
        case .ascii: Alphabet(across: 1, down: 2) { ["'", ".", ":"][Int($0) - 1] }
        }
    }

    /// Our bits go row by row; Unicode counts the left three dots, the right three, then the last row.
    @Sendable private static func braille(_ bits: UInt8) -> String {
        let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
        let pattern = order.enumerated().reduce(UInt32(0)) { sum, dot in
            bits & (1 << UInt8(dot.offset)) == 0 ? sum : sum | dot.element
        }
        return Unicode.Scalar(0x2800 + pattern).map { String(Character($0)) } ?? " "
    }
}
