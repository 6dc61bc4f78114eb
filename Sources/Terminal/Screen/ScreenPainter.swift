import CNcurses

/// Puts pictures into ncurses' window: the rows that changed, in the terminal's attributes.
@MainActor
struct ScreenPainter {
    /// How ncurses is told a style.
    private struct Look {
        var attributes: attr_t
        var pair: Int16
    }

    private struct ColourPair: Hashable {
        var text: Int32
        var ground: Int32
    }

    private let palette: Palette
    private let isUnicode: Bool
    private var last: Frame?
    private var looks: [Style: Look] = [:]
    private var pairs: [ColourPair: Int16] = [:]
    /// Where the cursor was put last.
    var cursor: Point?

    init(palette: Palette, isUnicode: Bool) {
        self.palette = palette
        self.isUnicode = isUnicode
    }

    /// The window may show anything: the next picture is painted whole.
    mutating func forget() {
        last = nil
        werase(nc_stdscr())
    }

    /// - Returns: whether anything differs from the last picture.
    mutating func paint(_ frame: Frame) -> Bool {
        if let last, last.size != frame.size { forget() }
        var hasChanged = last == nil
        for y in 0..<frame.size.rows {
            let row = frame.row(y)
            if let last, last.row(y) == row { continue }
            hasChanged = true
            paint(row, y: y)
        }
        last = frame
        return hasChanged
    }

    private mutating func paint(_ row: ArraySlice<Cell>, y: Int) {
        let cells = row.filter { $0.width > 0 }.map { complex($0) }
        mvwadd_wchnstr(nc_stdscr(), Int32(y), 0, cells, Int32(cells.count))
    }

    private mutating func complex(_ cell: Cell) -> cchar_t {
        let look = look(of: cell.style)
        var scalars = cell.text.unicodeScalars.map {
            wchar_t(bitPattern: isUnicode || $0.isASCII ? $0.value : 0x3F)
        }
        if !isUnicode { scalars = Array(scalars.prefix(1)) }
        scalars.append(0)
        var result = cchar_t()
        setcchar(&result, scalars, look.attributes, look.pair, nil)
        return result
    }

    private mutating func look(of style: Style) -> Look {
        if let known = looks[style] { return known }
        let attributes = palette.attributes(for: style)
        let made = Look(
            attributes: Self.bits(attributes.flags),
            pair: pair(ColourPair(text: number(attributes.foreground), ground: number(attributes.background)))
        )
        looks[style] = made
        return made
    }

    private mutating func pair(_ colours: ColourPair) -> Int16 {
        if colours.text < 0, colours.ground < 0 { return 0 }
        if let known = pairs[colours] { return known }
        let next = pairs.count + 1
        // A terminal with few pairs shows the rest without colour; the marks remain.
        guard next < min(Int(nc_color_pairs()), Int(Int16.max)),
            init_extended_pair(Int32(next), colours.text, colours.ground) == OK
        else { return 0 }
        pairs[colours] = Int16(next)
        return Int16(next)
    }

    /// The terminal's own colour is -1. Where colours are direct, ncurses takes the RGB value as the number.
    private func number(_ colour: Colour?) -> Int32 {
        switch colour {
        case nil: -1
        case .basic(let index), .indexed(let index): Int32(index)
        case .rgb(let red, let green, let blue): Int32(red << 16 | green << 8 | blue)
        }
    }

    private static func bits(_ flags: StyleFlags) -> attr_t {
        var bits: attr_t = 0
        if flags.contains(.bold) { bits |= nc_bold() }
        if flags.contains(.dim) { bits |= nc_dim() }
        if flags.contains(.reverse) { bits |= nc_reverse() }
        if flags.contains(.underline) { bits |= nc_underline() }
        return bits
    }
}
