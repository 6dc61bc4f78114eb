import Foundation

/// A pack as CSV after RFC 4180, one value a line: `section,row,field,value`. Rows are counted from 1 within a section;
/// a line of text has no field. The seal comes first.
enum BriefCSV {
    static func text(_ document: PrintedDocument) -> String {
        var rows = [["section", "row", "field", "value"]]
        rows += [document.seal, document.mark].compactMap(\.self).map { ["", "0", "", $0] }
        rows.append(["", "0", "", document.title])
        rows += document.facts.map { ["", "0", $0.label, $0.value] }
        for section in document.sections {
            var number = 0
            append(section.body, of: section.heading, &number, to: &rows)
        }
        rows.append(["", "0", "", document.foot])
        rows += [document.mark].compactMap(\.self).map { ["", "0", "", $0] }
        return EnsembleCSV.text(rows)
    }

    private static func append(
        _ body: PrintedDocument.Body, of heading: String, _ number: inout Int, to rows: inout [[String]]
    ) {
        switch body {
        case .lines(let lines), .drawing(let lines, _):
            for line in lines {
                number += 1
                rows.append([heading, "\(number)", "", line])
            }
        case .table(let columns, let cells):
            for row in cells {
                number += 1
                for (column, cell) in zip(columns, row) where !cell.isEmpty {
                    rows.append([heading, "\(number)", column, cell])
                }
            }
        case .parts(let parts):
            for part in parts { append(part, of: heading, &number, to: &rows) }
        }
    }
}

/// A pack as JSON: what stands in the document, and the same figures for programs in ``council`` or ``status``. Keys
/// are only ever added.
struct BriefJSON: Encodable {
    /// The seal. Its key comes before all that feeds and people wrote.
    let ahualPack: String
    let kind = "brief"
    let version = 1
    let exercise: Bool
    let mark: String?
    let audience: String
    let language: String
    let at: String
    let title: String
    let facts: [Fact]
    let sections: [Section]
    let foot: String
    /// Of a council pack.
    let council: CouncilJSON?
    /// Of a situation report.
    let status: StatusJSON?

    struct Fact: Encodable {
        let label: String
        let value: String
    }

    struct Section: Encodable {
        let heading: String
        let depth: Int
        let blocks: [Block]
    }

    struct Block: Encodable {
        var lines: [String]?
        var columns: [String]?
        var rows: [[String]]?
    }

    init(_ brief: Brief) {
        let document = brief.document
        ahualPack = brief.seal.text
        exercise = brief.subject.journal.nature == .exercise
        mark = document.mark
        audience = brief.seal.audience.text
        language = brief.seal.language
        at = brief.view.now.iso8601
        title = document.title
        facts = document.facts.map { Fact(label: $0.label, value: $0.value) }
        sections = document.sections.map {
            Section(heading: $0.heading, depth: $0.depth, blocks: Self.blocks($0.body))
        }
        foot = document.foot
        let isCouncil = brief.seal.audience == .council
        council = isCouncil ? .pack(brief.subject.council) : nil
        status = isCouncil ? nil : StatusJSON(brief.subject.status)
    }

    private static func blocks(_ body: PrintedDocument.Body) -> [Block] {
        switch body {
        case .lines(let lines), .drawing(let lines, _): [Block(lines: lines)]
        case .table(let columns, let rows): [Block(columns: columns, rows: rows)]
        case .parts(let parts): parts.flatMap(blocks)
        }
    }
}
