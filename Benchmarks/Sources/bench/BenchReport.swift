import Foundation

/// All lines, as a table for people and as JSON.
struct BenchReport {
    var lines: [BenchLine] = []
    let isQuick: Bool

    /// A table in plain text, its columns as wide as their widest cell.
    var table: String {
        let rows = [["what", "ours", "theirs", "ratio", "goal", "met?", "note"]] + lines.map(cells)
        let widths = (0..<7).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let texts = rows.map { row in
            zip(row, widths).enumerated().map { index, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return (1...3).contains(index) ? blanks + cell.0 : cell.0 + blanks
            }.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        let head = isQuick ? ["A quick run: figures are less sure than those of a whole one.", ""] : []
        return (head + [texts[0], rule] + texts.dropFirst()).joined(separator: "\n")
    }

    /// The lines with their numbers as they were measured.
    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(lines)
        }
    }

    private func cells(_ line: BenchLine) -> [String] {
        [
            line.what,
            "\(Self.short(line.ours)) \(line.unit.rawValue)",
            line.theirs.map { "\(Self.short($0)) \(line.unit.rawValue)" } ?? "",
            line.ratio.map { Self.decimal($0, places: 2) } ?? "",
            goal(line),
            line.isMet.map { $0 ? "yes" : "NO" } ?? "",
            line.note,
        ]
    }

    private func goal(_ line: BenchLine) -> String {
        switch line.goal {
        case .ratioAtLeast(let least): "ratio ≥ \(Self.decimal(least, places: 2))"
        case .atLeast(let least): "≥ \(Self.short(least)) \(line.unit.rawValue)"
        case .atMost(let most): "≤ \(Self.short(most)) \(line.unit.rawValue)"
        case nil: ""
        }
    }

    /// Three digits or so: what was measured is no surer than that.
    private static func short(_ number: Double) -> String {
        if number >= 100 { return decimal(number, places: 0) }
        return decimal(number, places: number >= 10 ? 1 : 2)
    }

    private static func decimal(_ number: Double, places: Int) -> String {
        String(format: "%.\(places)f", number)
    }
}
