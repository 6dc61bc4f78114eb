/// Rows of text in columns, for terminals without a screen and for files.
struct TextTable {
    /// Which side a column's text stands on.
    enum Side {
        case left, right
    }

    private let sides: [Side]
    private var rows: [[String]] = []

    init(_ sides: [Side]) { self.sides = sides }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines, without blanks at their ends. Our texts have one cell a character.
    var lines: [String] {
        let widths = sides.indices.map { column in rows.map { $0.cell(column).count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, side) in sides.enumerated() {
                let text = row.cell(column)
                let blanks = String(repeating: " ", count: max(0, widths[column] - text.count))
                line += side == .left ? text + blanks : blanks + text
                if column < sides.count - 1 { line += "  " }
            }
            while line.last == " " { line.removeLast() }
            return "  " + line
        }
    }
}

extension [String] {
    fileprivate func cell(_ index: Int) -> String { indices.contains(index) ? self[index] : "" }
}
