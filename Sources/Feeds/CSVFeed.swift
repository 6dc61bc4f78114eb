import DelimitedText

/// Turns CSV records into rows by the names in the first record. Columns may stand in any order; unknown ones
/// are named once and passed over.
struct CSVFeed {
    private var records: CSVRecords?
    private var head: [UInt8] = []
    private var columns: [FeedColumn?] = []
    private(set) var unknownColumns: [String] = []
    private let file: String

    init(file: String) { self.file = file }

    /// Takes in bytes and gives each row, or what is wrong with it.
    mutating func read(
        _ piece: [UInt8], _ take: (Result<FeedRow, RowFault>) -> Void
    ) throws(FeedFault) {
        var piece = piece
        if records == nil {
            // The separator can be told once the whole first line is there.
            head += piece
            guard head.contains(0x0A) || head.count > CSVRecords.longestRecord else { return }
            records = CSVRecords(separator: Self.separator(of: head))
            piece = Self.withoutByteOrderMark(head)
            head = []
        }
        try pass(piece, take)
    }

    /// Says that no more bytes come.
    mutating func finish(_ take: (Result<FeedRow, RowFault>) -> Void) throws(FeedFault) {
        if records == nil {
            records = CSVRecords(separator: Self.separator(of: head))
            try pass(Self.withoutByteOrderMark(head), take)
        }
        try pass(nil, take)
        if columns.isEmpty { throw .noHeader(file: file) }
    }

    /// Passes bytes on, or the word that no more come.
    private mutating func pass(
        _ piece: [UInt8]?, _ take: (Result<FeedRow, RowFault>) -> Void
    ) throws(FeedFault) {
        guard var records else { return }
        var columns = columns
        var unknown = unknownColumns
        var isHeaderWrong = false
        func read(_ record: borrowing CSVRecords.Record) {
            if isHeaderWrong { return }
            if columns.isEmpty {
                columns = Self.header(record, unknown: &unknown)
                isHeaderWrong = !columns.contains(.type) || !columns.contains(.source)
            } else {
                take(Self.row(record, columns))
            }
        }
        if let piece { records.read(piece, read) } else { records.finish(read) }
        self.records = records
        self.columns = columns
        unknownColumns = unknown
        if isHeaderWrong { throw .noHeader(file: file) }
    }

    private static func header(
        _ record: borrowing CSVRecords.Record, unknown: inout [String]
    ) -> [FeedColumn?] {
        record.ends.indices.map { index in
            let name = String(decoding: record.field(index), as: UTF8.self).trimmed
            let column = FeedColumn.named(name)
            if column == nil { unknown.append(name) }
            return column
        }
    }

    private static func row(
        _ record: borrowing CSVRecords.Record, _ columns: [FeedColumn?]
    ) -> Result<FeedRow, RowFault> {
        let line = record.line
        if let problem = record.problem {
            return .failure(RowFault(line: line, column: nil, problem: RowFault.Problem(problem)))
        }
        let count = record.ends.count
        guard count <= columns.count else {
            return .failure(
                RowFault(
                    line: line, column: nil, problem: .tooManyFields(expected: columns.count, found: count)))
        }
        var row = FeedRow(line: line)
        for index in 0..<count {
            if let column = columns[index] { row.set(column, record.field(index)) }
        }
        return .success(row)
    }

    /// A semicolon where the first line has one and no comma: what spreadsheets write in Kazakhstan.
    private static func separator(of head: [UInt8]) -> UInt8 {
        let line = head.prefix { $0 != 0x0A }
        let semicolon = UInt8(ascii: ";")
        return !line.contains(UInt8(ascii: ",")) && line.contains(semicolon) ? semicolon : UInt8(ascii: ",")
    }

    private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
}

extension RowFault.Problem {
    fileprivate init(_ problem: CSVRecords.Problem) {
        self =
            switch problem {
            case .openQuote: .openQuote
            case .tooLong: .tooLong
            }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
