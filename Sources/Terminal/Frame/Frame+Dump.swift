extension Frame {
    /// The picture as plain text, one string a row, blanks at the ends of rows left out.
    public var lines: [String] {
        (0..<size.rows).map { y in trimmed(row(y).map(\.text).joined()) }
    }

    /// The picture with its styles: a run that is not normal stands as `⟨role+flags|text⟩`.
    public var styledLines: [String] {
        (0..<size.rows).map { y in
            var line = ""
            var run = (style: Style.normal, text: "")
            for cell in row(y) {
                if cell.style != run.style {
                    line += Self.marked(run.text, run.style)
                    run = (cell.style, "")
                }
                run.text += cell.text
            }
            return trimmed(line + Self.marked(run.text, run.style))
        }
    }

    private static func marked(_ text: String, _ style: Style) -> String {
        guard style != .normal, !text.isEmpty else { return text }
        return "⟨" + ([style.role.rawValue] + style.flags.names).joined(separator: "+") + "|" + text + "⟩"
    }

    private func trimmed(_ line: String) -> String {
        guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...last])
    }
}

extension StyleFlags {
    /// The marks by name, for dumps.
    var names: [String] {
        let all: [(StyleFlags, String)] = [
            (.bold, "bold"), (.reverse, "reverse"), (.underline, "underline"), (.dim, "dim"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
