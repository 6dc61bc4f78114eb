/// What stands on the screen for a character that must never be sent to a terminal.
public enum ControlSymbols: Sendable {
    /// Unicode control pictures (␛, ␇) and U+FFFD for what has no picture.
    case pictures
    /// A question mark for all of them.
    case questionMarks

    func symbol(for scalar: Unicode.Scalar) -> String {
        guard self == .pictures else { return "?" }
        switch scalar.value {
        case 0...0x1F: return picture(0x2400 + scalar.value)
        case 0x7F: return picture(0x2421)
        default: return "\u{FFFD}"
        }
    }

    private func picture(_ value: UInt32) -> String {
        Unicode.Scalar(value).map { String(Character($0)) } ?? "\u{FFFD}"
    }
}

/// Text cut into screen cells: a base character with the marks that combine with it, and its width.
///
/// Swift's `Character` does not serve here: terminals and ncurses go scalar by scalar.
struct TextCells: Sequence, IteratorProtocol {
    struct Piece {
        var text: String
        var width: Int
    }

    /// A cell of ncurses holds a base character and four marks (`CCHARW_MAX`).
    static let scalarLimit = 5

    /// No scalar before this one combines with another.
    private static let firstMark: UInt32 = 0x300

    private var scalars: String.UnicodeScalarView.Iterator
    private var waiting: Unicode.Scalar?
    private let symbols: ControlSymbols

    init(_ text: String, symbols: ControlSymbols = .pictures) {
        self.symbols = symbols
        scalars = text.unicodeScalars.makeIterator()
        waiting = scalars.next()
    }

    mutating func next() -> Piece? {
        guard let first = waiting else { return nil }
        waiting = scalars.next()
        if ScalarWidth.isPlain(first),
            (waiting?.value ?? 0) < Self.firstMark || waiting.map(ScalarWidth.isPlain) == true
        {
            return Piece(text: String(first), width: 1)
        }
        guard let width = ScalarWidth.of(first) else {
            return Piece(text: symbols.symbol(for: first), width: 1)
        }
        // A mark with nothing to stand on gets a blank of its own.
        var piece = Piece(text: width == 0 ? " " : "", width: width == 0 ? 1 : width)
        piece.text.unicodeScalars.append(first)
        appendMarks(to: &piece)
        return piece
    }

    private mutating func appendMarks(to piece: inout Piece) {
        while let mark = waiting, mark.value >= Self.firstMark, ScalarWidth.of(mark) == 0 {
            waiting = scalars.next()
            // U+FE0F asks for an emoji picture two cells wide, which ncurses does not count: left out.
            if mark.value != 0xFE0F, piece.text.unicodeScalars.count < Self.scalarLimit {
                piece.text.unicodeScalars.append(mark)
            }
        }
    }
}
