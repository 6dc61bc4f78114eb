import DelimitedText
import Situation
import StrictYAML

/// Takes a master scenario events list that planners worked on back into an exercise.
///
/// A row changes the inject of its id in the columns the file has, or adds one. Injects without a row stay. A bad row
/// changes nothing and stops no good one.
public struct EventsListImport: Sendable {
    /// The list as it is afterwards, by number.
    public let injects: [Inject]
    /// How many rows changed an inject, added one, or left it as it was.
    public let changed: Int
    public let added: Int
    public let same: Int
    /// What is wrong, by row; the way to the value is the column.
    public let faults: [YAMLFault]

    /// - Parameters:
    ///   - bytes: the CSV file.
    ///   - file: its name, for faults.
    ///   - exercise: what it is taken into.
    public init(_ bytes: [UInt8], file: String, into exercise: ExercisePlan) {
        var table = EventsListTable(file: file)
        var records = CSVRecords()
        records.read(Self.withoutMark(bytes)) { table.take($0) }
        records.finish { table.take($0) }
        table.finish()
        var merge = EventsListMerge(exercise.injects)
        var faults = table.faults
        for row in table.rows {
            let reader = EventsListRow(row: row, file: file)
            let existing = merge.injects.first { $0.id.rawValue == row.cells[.id] }
            let inject = reader.inject(changing: existing)
            faults += reader.faults
            if let inject { merge.take(inject) }
        }
        injects = merge.byNumber
        changed = merge.changed
        added = merge.added
        same = merge.same
        self.faults = faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// The text of an exercise file with this list in the place of its own. What stands before and after the list stays
    /// to the letter; comments inside it are lost.
    public func text(replacingListIn text: String) -> String {
        let list = InjectWriter.list(injects).dropLast()
        var out: [Substring] = []
        // Blank lines and comments at the margin after the list belong to what comes next.
        var pending: [Substring] = []
        var inList = false
        var replaced = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("injects:") {
                (inList, replaced) = (true, true)
                out.append(list)
            } else if inList, line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") {
                pending.append(line)
            } else if inList, line.hasPrefix(" ") || line.hasPrefix("-") {
                pending = []
            } else {
                out += pending + [line]
                (inList, pending) = (false, [])
            }
        }
        // A file without a list gets one at its end.
        if !replaced { out += [list, ""] }
        if inList, pending.isEmpty { pending = [""] }
        return (out + pending).joined(separator: "\n")
    }

    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
}

/// The list as rows are taken into it.
private struct EventsListMerge {
    private(set) var injects: [Inject]
    private(set) var changed = 0
    private(set) var added = 0
    private(set) var same = 0

    init(_ injects: [Inject]) { self.injects = injects }

    /// Those of one number stay in their order.
    var byNumber: [Inject] {
        injects.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
            .map(\.element)
    }

    mutating func take(_ inject: Inject) {
        guard let index = injects.firstIndex(where: { $0.id == inject.id }) else {
            injects.append(inject)
            return added += 1
        }
        if injects[index] == inject { same += 1 } else { changed += 1 }
        injects[index] = inject
    }
}

/// The rows of the file, with what is wrong with it as a table.
struct EventsListTable {
    /// One row: where it begins, and what stands in the columns the file has.
    struct Row {
        let line: Int
        let cells: [EventsListColumn: String]
    }

    private(set) var rows: [Row] = []
    private(set) var faults: [YAMLFault] = []
    private let file: String
    private var header: [EventsListColumn?]?
    private var ids: Set<String> = []

    init(file: String) { self.file = file }

    mutating func take(_ record: borrowing CSVRecords.Record) {
        let line = record.line
        if let problem = record.problem {
            let words = problem == .openQuote ? "an opened quotation mark" : "a record that never ends"
            return note(.expected("text", found: words), line, "")
        }
        var fields: [String] = []
        for index in record.ends.indices {
            guard let text = String(validating: record.field(index), as: UTF8.self) else {
                return note(.expected("readable UTF-8 text", found: "none"), line, "")
            }
            fields.append(text.replacing("\r\n", with: "\n"))
        }
        guard let header else { return takeHeader(fields, line) }
        var cells: [EventsListColumn: String] = [:]
        for (column, field) in zip(header, fields) {
            if let column { cells[column] = field }
        }
        // Spreadsheets leave rows of nothing behind.
        guard cells.values.contains(where: { !$0.isEmpty }) else { return }
        guard fields.count == header.count else {
            return note(.expected("\(header.count) columns", found: "\(fields.count)"), line, "")
        }
        guard let id = cells[.id], ids.insert(id).inserted else {
            return note(.repeatedKey(cells[.id] ?? ""), line, EventsListColumn.id.rawValue)
        }
        rows.append(Row(line: line, cells: cells))
    }

    mutating func finish() {
        if header == nil, faults.isEmpty {
            note(.expected("columns number, id, time and the others", found: "none"), 1, "")
        }
    }

    private mutating func takeHeader(_ fields: [String], _ line: Int) {
        var seen: Set<String> = []
        let columns = fields.map { EventsListColumn(rawValue: $0.lowercased().filter { !$0.isWhitespace }) }
        for (column, field) in zip(columns, fields) {
            // A column of the planners' own is passed over, and said to be.
            if column == nil { note(.unknownKey(field), line, field) }
            if !seen.insert(field).inserted { note(.repeatedKey(field), line, field) }
        }
        for needed in EventsListColumn.needed where !columns.contains(needed) {
            note(.missingKey(needed.rawValue), line, "")
        }
        // Without ids every row would be at fault for the same reason; that is said once.
        header = columns.contains(.id) ? columns : []
        if !columns.contains(.id) { ids = [] }
    }

    private mutating func note(_ problem: YAMLFault.Problem, _ line: Int, _ column: String) {
        faults.append(YAMLFault(file: file, line: line, path: column, problem: problem))
    }
}
