/// Measuring and fitting text by screen cells, never by characters.
public enum TextWidth {
    /// How many cells the text takes on one line.
    public static func of(_ text: String) -> Int {
        // Every field of every row is measured for each frame, and nearly all text is plain.
        var cells = 0
        for scalar in text.unicodeScalars {
            guard ScalarWidth.isPlain(scalar) else { return TextCells(text).reduce(0) { $0 + $1.width } }
            cells += 1
        }
        return cells
    }

    /// The text if it fits into `width` cells, else its beginning and the ellipsis.
    ///
    /// A character two cells wide is never split: the result may be one cell short.
    public static func truncate(_ text: String, to width: Int, ellipsis: String = "…") -> String {
        guard width > 0 else { return "" }
        guard of(text) > width else { return text }
        let mark = of(ellipsis) <= width ? ellipsis : ""
        return prefix(text, cells: width - of(mark)) + mark
    }

    /// The beginning of the text that fits into `cells`.
    public static func prefix(_ text: String, cells: Int) -> String {
        var result = ""
        var left = cells
        for piece in TextCells(text) {
            left -= piece.width
            if left < 0 { break }
            result += piece.text
        }
        return result
    }

    /// The text cut or filled with blanks to exactly `width` cells.
    public static func pad(
        _ text: String, to width: Int, alignment: Alignment = .left, ellipsis: String = "…"
    ) -> String {
        let fitted = truncate(text, to: width, ellipsis: ellipsis)
        let blanks = max(0, width - of(fitted))
        switch alignment {
        case .left: return fitted + String(repeating: " ", count: blanks)
        case .right: return String(repeating: " ", count: blanks) + fitted
        case .centre:
            let before = blanks / 2
            return String(repeating: " ", count: before) + fitted
                + String(repeating: " ", count: blanks - before)
        }
    }
}

/// Where text stands in a space wider than itself.
public enum Alignment: Hashable, Sendable {
    case left, right, centre
}
