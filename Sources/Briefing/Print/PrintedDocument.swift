/// A document of a headquarters before it has a form: what ICS-214 and the handover are made as, for text and HTML.
struct PrintedDocument {
    var title: String
    /// Stands on every page of what is drawn from an exercise.
    var mark: String?
    /// The head: labels and what stands behind them.
    var facts: [Fact] = []
    var sections: [Section] = []
    /// Who signs, with a line for each.
    var signatures: [String] = []
    /// Stands at the foot of every page: the journal and its head.
    var foot: String
    /// What a program reads to prove the document; see ``PackSeal``. No character in it needs escaping.
    var seal: String?

    struct Fact {
        var label: String
        var value: String
    }

    struct Section {
        var heading: String
        var body: Body
        /// How deep it stands: 0 for a part of the document, 1 for a part of that.
        var depth = 0
    }

    enum Body {
        case lines([String])
        case table([String], rows: [[String]])
        /// A drawing: lines of text, and the same as SVG.
        case drawing([String], svg: String)
        /// One after the other.
        case parts([Body])
    }
}

// MARK: - Text

extension PrintedDocument {
    /// The whole as plain text; the mark of an exercise stands first and last.
    var text: String {
        let frame = mark.map { ["*** \($0) ***"] } ?? []
        var facts = TextTable([.left, .left])
        for fact in self.facts { facts.add([fact.label, fact.value]) }
        var lines = frame + [title, ""] + facts.lines
        for section in sections { lines += ["", section.heading] + Self.lines(section.body) }
        if !signatures.isEmpty {
            lines.append("")
            for signature in signatures { lines.append("  \(signature): ____________________") }
        }
        lines += ["", foot] + [seal].compactMap(\.self) + frame
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ body: Body) -> [String] {
        switch body {
        case .lines(let texts), .drawing(let texts, _): return texts.map { "  " + $0 }
        case .table(let columns, let rows):
            var table = TextTable(columns.map { _ in .left })
            table.add(columns)
            for row in rows { table.add(row) }
            return table.lines
        case .parts(let parts): return parts.flatMap(lines)
        }
    }
}

// MARK: - HTML

extension PrintedDocument {
    /// The whole as one HTML file that needs nothing else and prints on A4. Head and foot of the outer table are
    /// repeated by browsers on every printed page.
    ///
    /// - Parameter language: its code.
    func html(language: String) -> String {
        let mark = self.mark.map { "<div class=\"mark\">\(HTML.escaped($0))</div>" } ?? ""
        var body = "<h1>\(HTML.escaped(title))</h1>\n<table class=\"facts\">\n"
        for fact in facts {
            body += "<tr><th>\(HTML.escaped(fact.label))</th><td>\(HTML.escaped(fact.value))</td></tr>\n"
        }
        body += "</table>\n"
        for section in sections { body += Self.html(section) }
        let sealed = seal.map { "<meta name=\"ahual-pack\" content=\"\($0)\">\n" } ?? ""
        if !signatures.isEmpty {
            body += "<table class=\"signatures\">\n"
            for signature in signatures {
                body += "<tr><th>\(HTML.escaped(signature))</th><td></td></tr>\n"
            }
            body += "</table>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            \(sealed)<title>\(HTML.escaped(self.mark.map { "\($0) · \(title)" } ?? title))</title>
            <style>
            \(HTML.style)
            </style>
            </head>
            <body>
            <table class="sheet">
            <thead><tr><td>\(mark)</td></tr></thead>
            <tfoot><tr><td><div class="foot">\(HTML.escaped(foot))</div>\(mark)</td></tr></tfoot>
            <tbody><tr><td>
            \(body)</td></tr></tbody>
            </table>
            </body>
            </html>

            """
    }

    private static func html(_ section: Section) -> String {
        let name = "h\(min(section.depth, 2) + 2)"
        return "<\(name)>\(HTML.escaped(section.heading))</\(name)>\n" + html(section.body)
    }

    private static func html(_ body: Body) -> String {
        switch body {
        case .lines(let lines): lines.map { "<p>\(HTML.escaped($0))</p>\n" }.joined()
        case .drawing(_, let svg): "<div class=\"drawing\">\(svg)</div>\n"
        case .table(let columns, let rows): table(columns, rows)
        case .parts(let parts): parts.map(html).joined()
        }
    }

    /// A table whose cells carry the name of their column, for screens too narrow for the table as such.
    private static func table(_ columns: [String], _ rows: [[String]]) -> String {
        var text = "<table class=\"rows\">\n<thead><tr>"
        for column in columns { text += "<th scope=\"col\">\(HTML.escaped(column))</th>" }
        text += "</tr></thead>\n<tbody>\n"
        for row in rows {
            let cells = row.enumerated().map { place, cell in
                let label = columns.indices.contains(place) ? columns[place] : ""
                return "<td data-label=\"\(HTML.escaped(label))\">\(HTML.escaped(cell))</td>"
            }
            text += "<tr>" + cells.joined() + "</tr>\n"
        }
        return text + "</tbody>\n</table>\n"
    }
}

/// What every HTML document of the program needs.
enum HTML {
    /// `text` as it may stand in an element or an attribute: nothing a feed or a person wrote is markup, and control
    /// characters and marks of direction are shown, not obeyed.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\n": escaped += "<br>"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: escaped += "\u{FFFD}"
                default: escaped.unicodeScalars.append(scalar)
                }
            }
        }
    }

    /// Black on white, for paper.
    static let style = """
        @page { size: A4; margin: 15mm; }
        body { font: 10.5pt/1.35 "Liberation Sans", "Noto Sans", Arial, sans-serif; color: #000; background: #fff;
          max-width: 180mm; margin: 0 auto; }
        h1 { font-size: 15pt; margin: 4mm 0; }
        h2 { font-size: 11.5pt; margin: 5mm 0 2mm; break-after: avoid; }
        h3 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; }
        p { margin: 1mm 0; }
        table { border-collapse: collapse; width: 100%; }
        table.sheet > thead td, table.sheet > tfoot td, table.sheet > tbody > tr > td { padding: 0; }
        table.sheet > tbody > tr > td { padding: 0 0.5mm; }
        .facts th { text-align: left; font-weight: normal; color: #444; width: 45mm; vertical-align: top; }
        .rows th, .rows td { border: 0.3pt solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
        .rows th { background: #eee; }
        .rows tr { break-inside: avoid; }
        .signatures { margin-top: 8mm; break-inside: avoid; }
        .signatures th { text-align: left; font-weight: normal; padding: 5mm 2mm 1mm 0; width: 60mm; }
        .signatures td { border-bottom: 0.5pt solid #000; }
        .mark { border: 1.5pt solid #000; text-align: center; font-weight: bold; padding: 1mm; margin: 1mm 0; }
        .drawing { break-inside: avoid; }
        .drawing svg { width: 100%; font: 9pt "Liberation Sans", "Noto Sans", Arial, sans-serif; }
        .foot { font-size: 8pt; color: #444; margin-top: 3mm; overflow-wrap: anywhere; }
        .rows td { overflow-wrap: break-word; }
        .rows thead { display: table-header-group; }
        @media screen and (max-width: 45em) {
          body { margin: 0 3mm; }
          table.sheet, table.sheet > thead, table.sheet > tbody, table.sheet > tfoot, table.sheet > * > tr,
          table.sheet > * > tr > td, .facts, .facts tbody, .facts tr, .facts th, .facts td,
          .rows, .rows tbody, .rows tr, .rows td { display: block; width: auto; }
          table.sheet { display: flex; flex-direction: column; }
          table.sheet > tfoot { order: 1; }
          .rows thead { display: none; }
          .rows tr { border: 0.3pt solid #666; margin: 2mm 0; }
          .rows td { border: 0; padding: 0.5mm 1.5mm; }
          .rows td:empty { display: none; }
          .rows td::before { content: attr(data-label) ": "; color: #444; }
        }
        """
}
