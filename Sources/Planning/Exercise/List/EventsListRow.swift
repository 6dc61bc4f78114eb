import Situation
import StrictYAML

/// Makes an inject of one row; cells are read by the same rules as the file's values.
final class EventsListRow {
    private let row: EventsListTable.Row
    private let file: String
    /// What is wrong with the row, each with its column.
    private(set) var faults: [YAMLFault] = []

    init(row: EventsListTable.Row, file: String) {
        self.row = row
        self.file = file
    }

    /// The inject of this row; `nil` when anything in it is wrong.
    ///
    /// - Parameter existing: what stands in the columns the file does not have; `nil` for a new inject.
    func inject(changing existing: Inject?) -> Inject? {
        let inject = Inject(
            number: number(existing), id: Inject.ID(filled(.id) ?? existing?.id.rawValue ?? ""),
            when: when(existing), after: after(existing),
            from: value(.from, or: existing?.from) { try ExerciseReader.sender($0) } ?? .agency(""),
            to: value(.to, or: existing?.to) { try ExerciseReader.receiver($0) } ?? .all,
            means: value(.means, or: existing?.means) { try $0.oneOf(Inject.Means.self) } ?? .telephone,
            text: words(EventsListColumn.texts, existing?.text) ?? PlanText([:]),
            change: mapping(.change, or: existing?.change) { ExerciseReader.change($0, $1) },
            report: mapping(.report, or: existing?.report) { ExerciseReader.report($0, $1) },
            expects: expects(existing), notes: words(EventsListColumn.notes, existing?.notes))
        return faults.isEmpty ? inject : nil
    }
}

// MARK: - Columns

extension EventsListRow {
    private func number(_ existing: Inject?) -> Int {
        value(.number, or: existing?.number) { try $0.integer(in: 1...9999) } ?? 1
    }

    private func when(_ existing: Inject?) -> InjectTime {
        let time = row.cells[.time].map(Self.trimmed)
        let missed = row.cells[.contingency].map(Self.trimmed)
        if let missed, !missed.isEmpty {
            if let time, !time.isEmpty { note(.expected("none", found: "'\(time)'"), .time) }
            return .missed(Inject.ID(missed))
        }
        guard let time else {
            // Without the column the time stays, unless the row says that it is no contingency any more.
            if let existing, missed == nil || !existing.isContingency { return existing.when }
            note(.missingKey(EventsListColumn.time.rawValue), .time)
            return .byHand
        }
        if time.isEmpty {
            // Empty is what a contingency has; where that column is absent it stays one.
            if missed == nil, let existing, existing.isContingency { return existing.when }
            note(.missingKey(EventsListColumn.time.rawValue), .time)
            return .byHand
        }
        if time == "by_hand" { return .byHand }
        let written = time.contains(":") ? time : "at: \(time)"
        return form(of: written, .time) { ExerciseReader.time(&$0) } ?? .byHand
    }

    private func after(_ existing: Inject?) -> [Inject.ID] {
        guard let cell = row.cells[.after] else { return existing?.after ?? [] }
        return cell.split(whereSeparator: \.isWhitespace).map { Inject.ID(String($0)) }
    }

    private func expects(_ existing: Inject?) -> [ExpectedAction] {
        let columns: [EventsListColumn] = [.expected, .within, .objective]
        let written = columns.filter { row.cells[$0] != nil }
        guard !written.isEmpty else { return existing?.expects ?? [] }
        var acts = existing?.expects.map(\.act) ?? []
        if row.cells[.expected] != nil {
            acts = lines(.expected).compactMap { line in
                form(of: line, .expected) { ExerciseReader.act(&$0) }
            }
            guard acts.count == lines(.expected).count else { return [] }
        }
        let spans: [Span] = column(.within, existing?.expects.map(\.within), acts.count) { try $0.span() }
        let objectives: [ExerciseObjective.ID] = column(
            .objective, existing?.expects.map(\.objective), acts.count
        ) { try $0.name() }
        guard spans.count == acts.count, objectives.count == acts.count else { return [] }
        return acts.indices.map { index in
            let old = existing?.expects.first { $0.act == acts[index] }
            return ExpectedAction(
                act: acts[index], within: spans[index], objective: objectives[index], note: old?.note)
        }
    }

    /// One value a line, as many as there are acts.
    private func column<Value>(
        _ column: EventsListColumn, _ existing: [Value]?, _ count: Int, _ read: (YAMLValue) throws -> Value
    ) -> [Value] {
        let values: [Value] =
            row.cells[column] == nil
            ? existing ?? [] : lines(column).compactMap { parsed($0, column, read) }
        let found = row.cells[column] == nil ? values.count : lines(column).count
        if found != count {
            note(.expected("as many lines as in the expected column", found: "\(found)"), column)
        }
        return values
    }

    /// The texts of the languages whose columns are there, over those there were.
    private func words(
        _ columns: [(column: EventsListColumn, language: PlanText.Language)], _ existing: PlanText?
    ) -> PlanText? {
        var written: [PlanText.Language: String] = [:]
        for (column, language) in columns {
            written[language] = row.cells[column] ?? existing?.exactly(in: language)
        }
        let text = PlanText(written)
        return text.missing.count == PlanText.Language.allCases.count ? nil : text
    }
}

// MARK: - Cells

extension EventsListRow {
    private func lines(_ column: EventsListColumn) -> [String] {
        (row.cells[column] ?? "").split(separator: "\n").map { Self.trimmed(String($0)) }.filter {
            !$0.isEmpty
        }
    }

    /// A cell that must have something in it.
    private func filled(_ column: EventsListColumn) -> String? {
        guard let cell = row.cells[column] else { return nil }
        let text = Self.trimmed(cell)
        if text.isEmpty { note(.missingKey(column.rawValue), column) }
        return text
    }

    private func value<Value>(
        _ column: EventsListColumn, or existing: Value?, _ read: (YAMLValue) throws -> Value
    ) -> Value? {
        guard row.cells[column] != nil else {
            if existing == nil { note(.missingKey(column.rawValue), column) }
            return existing
        }
        guard let text = filled(column), !text.isEmpty else { return existing }
        return parsed(text, column, read)
    }

    /// A mapping in a cell; an empty cell is none.
    private func mapping<Value>(
        _ column: EventsListColumn, or existing: Value?, _ read: (YAMLValue, YAMLFaults) -> Value?
    ) -> Value? {
        guard let cell = row.cells[column] else { return existing }
        let text = Self.trimmed(cell)
        guard !text.isEmpty else { return nil }
        let found = YAMLFaults()
        let value = parsed(text, column) { read($0, found) } ?? nil
        note(found, column)
        return value
    }

    private func form<Value>(
        of text: String, _ column: EventsListColumn, _ read: (inout YAMLForm) -> Value?
    ) -> Value? {
        let found = YAMLFaults()
        let value: Value? =
            parsed(text, column) { value in
                var form = YAMLForm(value, found)
                defer { form.finish() }
                return read(&form)
            } ?? nil
        note(found, column)
        return found.all.isEmpty ? value : nil
    }

    private func parsed<Value>(
        _ text: String, _ column: EventsListColumn, _ read: (YAMLValue) throws -> Value
    ) -> Value? {
        do {
            return try read(try YAMLValue(parsing: text, file: file))
        } catch let fault as YAMLFault {
            note(fault.problem, column)
        } catch {
            note(.syntax("\(error)"), column)
        }
        return nil
    }

    /// A cell is complained of once: what follows from its first fault helps nobody.
    private func note(_ found: YAMLFaults, _ column: EventsListColumn) {
        if let fault = found.all.first { note(fault.problem, column) }
    }

    private func note(_ problem: YAMLFault.Problem, _ column: EventsListColumn) {
        faults.append(YAMLFault(file: file, line: row.line, path: column.rawValue, problem: problem))
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
