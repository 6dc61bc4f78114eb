/// Breaking text into lines of a width in cells.
public enum TextWrap {
    /// The lines, broken at blanks where possible; a word longer than a line is cut by cells.
    ///
    /// Line ends in the text are kept. No lines for a width of zero.
    public static func lines(of text: String, width: Int) -> [String] {
        guard width > 0 else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrap(String($0), width: width) }
    }

    private static func wrap(_ paragraph: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ").map(String.init) {
            let length = TextWidth.of(word)
            if used > 0, used + 1 + length <= width {
                line += " " + word
                used += 1 + length
                continue
            }
            if used > 0 { lines.append(line) }
            let pieces = cut(word, width: width)
            lines += pieces.dropLast()
            line = pieces.last ?? ""
            used = TextWidth.of(line)
        }
        return lines + [line]
    }

    private static func cut(_ word: String, width: Int) -> [String] {
        var pieces: [String] = [""]
        var used = 0
        for cell in TextCells(word) {
            if used + cell.width > width, used > 0 {
                pieces.append("")
                used = 0
            }
            pieces[pieces.count - 1] += cell.text
            used += cell.width
        }
        return pieces
    }
}
