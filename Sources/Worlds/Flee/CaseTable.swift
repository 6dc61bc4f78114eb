import DelimitedText
import Foundation

/// One CSV file of a case: its rows as trimmed texts, with their lines.
struct CaseTable {
    let file: String
    /// The first row that begins with `#`.
    private(set) var header: [String] = []
    private(set) var rows: [CaseRow] = []

    /// - Parameters:
    ///   - path: where the file is.
    ///   - file: what faults call it.
    ///   - hasPlainHeader: whether the first row is a header whatever it begins with.
    init(path: String, file: String, hasPlainHeader: Bool = false) throws(FleeCaseFault) {
        self.file = file
        let bytes = try Self.bytes(path: path, file: file)
        var found: [CaseRow] = []
        var fault: FleeCaseFault?
        var records = CSVRecords()
        func take(_ record: borrowing CSVRecords.Record) {
            guard fault == nil else { return }
            switch Self.row(record, file) {
            case .success(let row): found.append(row)
            case .failure(let wrong): fault = wrong
            }
        }
        records.read(bytes, take)
        records.finish(take)
        if let fault { throw fault }
        sort(found, hasPlainHeader: hasPlainHeader)
    }

    private static func bytes(path: String, file: String) throws(FleeCaseFault) -> [UInt8] {
        do {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        } catch {
            throw FleeCaseFault(file: file, .unreadable(reason: error.localizedDescription))
        }
    }

    private static func row(
        _ record: borrowing CSVRecords.Record, _ file: String
    ) -> Result<CaseRow, FleeCaseFault> {
        let line = record.line
        switch record.problem {
        case .openQuote: return .failure(FleeCaseFault(file: file, line: line, .openQuote))
        case .tooLong: return .failure(FleeCaseFault(file: file, line: line, .tooLong))
        case nil: break
        }
        var fields: [String] = []
        fields.reserveCapacity(record.ends.count)
        for index in 0..<record.ends.count {
            guard let text = String(validating: record.field(index), as: UTF8.self) else {
                return .failure(FleeCaseFault(file: file, line: line, .notUTF8))
            }
            fields.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return .success(CaseRow(file: file, line: line, fields: fields))
    }

    private mutating func sort(_ found: [CaseRow], hasPlainHeader: Bool) {
        for (index, row) in found.enumerated() where row.fields.contains(where: { !$0.isEmpty }) {
            let isHeader = row.fields[0].hasPrefix("#") || (hasPlainHeader && index == 0)
            if !isHeader {
                rows.append(row)
            } else if header.isEmpty {
                header = row.fields
            }
        }
    }
}

/// One row, whose texts become numbers, dates and places or faults that say where.
struct CaseRow {
    let file: String
    let line: Int
    let fields: [String]

    func fault(_ column: String? = nil, _ problem: FleeCaseFault.Problem) -> FleeCaseFault {
        FleeCaseFault(file: file, line: line, column: column, problem)
    }

    /// A field that may be empty or not there.
    func optional(_ index: Int) -> String? {
        guard index < fields.count, !fields[index].isEmpty else { return nil }
        return fields[index]
    }

    func text(_ index: Int, _ column: String) throws(FleeCaseFault) -> String {
        guard let text = optional(index) else { throw fault(column, .missing) }
        return text
    }

    func whole(
        _ index: Int, _ column: String, in range: ClosedRange<Int>, empty: Int? = nil
    ) throws(FleeCaseFault) -> Int {
        guard let text = optional(index) else {
            if let empty { return empty }
            throw fault(column, .missing)
        }
        guard let value = Int(text) else {
            // Digits beyond any integer are a number all the same: say what is wrong with it.
            guard let large = Double(text), large.rounded() == large, text.allSatisfy({ $0 != "." }) else {
                throw fault(column, .notAWholeNumber(text))
            }
            throw fault(column, .outOfRange(text, low: "\(range.lowerBound)", high: "\(range.upperBound)"))
        }
        guard range.contains(value) else {
            throw fault(column, .outOfRange(text, low: "\(range.lowerBound)", high: "\(range.upperBound)"))
        }
        return value
    }

    func number(
        _ index: Int, _ column: String, in range: ClosedRange<Double>, empty: Double? = nil
    ) throws(FleeCaseFault) -> Double {
        guard let text = optional(index) else {
            if let empty { return empty }
            throw fault(column, .missing)
        }
        guard let value = Double(text), value.isFinite else { throw fault(column, .notANumber(text)) }
        guard range.contains(value) else {
            throw fault(
                column,
                .outOfRange(text, low: "\(Int(range.lowerBound))", high: "\(Int(range.upperBound))"))
        }
        return value
    }

    func date(_ index: Int, _ column: String) throws(FleeCaseFault) -> Int {
        let text = try text(index, column)
        guard let day = CaseDate.day(text) else { throw fault(column, .notADate(text)) }
        return day
    }

    func place(
        _ index: Int, _ column: String, _ places: [String: Int]
    ) throws(FleeCaseFault) -> Int {
        let name = try text(index, column)
        guard let place = places[name] else { throw fault(column, .unknownPlace(name)) }
        return place
    }
}
