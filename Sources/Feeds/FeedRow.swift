import Situation

/// One row of a feed, whatever its file format: the bytes of each known column.
struct FeedRow {
    let line: Int
    private var bytes: [UInt8] = []
    private var fields: [Range<Int>?]

    init(line: Int) {
        self.line = line
        fields = Array(repeating: nil, count: FeedColumn.allCases.count)
    }

    /// Keeps the bytes of a column, without blanks around them.
    mutating func set(_ column: FeedColumn, _ content: some BidirectionalCollection<UInt8>) {
        var content = content[...]
        while content.first == 0x20 || content.first == 0x09 { content = content.dropFirst() }
        while content.last == 0x20 || content.last == 0x09 { content = content.dropLast() }
        guard !content.isEmpty else { return }
        let start = bytes.count
        bytes.append(contentsOf: content)
        fields[column.ordinal] = start..<bytes.count
    }

    private func content(_ column: FeedColumn) -> ArraySlice<UInt8>? {
        fields[column.ordinal].map { bytes[$0] }
    }

    func fault(_ column: FeedColumn, _ problem: RowFault.Problem) -> RowFault {
        RowFault(line: line, column: column.rawValue, problem: problem)
    }
}

// MARK: - Reading columns

extension FeedRow {
    /// The column's text; `nil` when it is absent or blank.
    func text(_ column: FeedColumn) throws(RowFault) -> String? {
        guard let content = content(column) else { return nil }
        guard let text = String(validating: content, as: UTF8.self) else { throw fault(column, .notUTF8) }
        return text
    }

    func required(_ column: FeedColumn) throws(RowFault) -> String {
        guard let text = try text(column) else { throw fault(column, .missing) }
        return text
    }

    /// The largest count anyone can mean: more people than live in the country.
    static let countRange = 0...100_000_000

    /// A whole number; `nil` when the column is absent or blank.
    func count(_ column: FeedColumn, in range: ClosedRange<Int> = countRange) throws(RowFault) -> Int? {
        guard let content = content(column) else { return nil }
        var number = 0
        for byte in content {
            guard (0x30...0x39).contains(byte), content.count <= 12 else {
                return try slowCount(column, in: range)
            }
            number = number * 10 + Int(byte) - 0x30
        }
        guard range.contains(number) else { throw fault(column, .outOfRange(String(number), range)) }
        return number
    }

    /// Counts that are negative, grouped by blanks or no numbers at all, away from the fast path.
    private func slowCount(_ column: FeedColumn, in range: ClosedRange<Int>) throws(RowFault) -> Int {
        let text = try required(column)
        let plain = text.filter { $0 != " " && $0 != "\u{00A0}" && $0 != "\u{202F}" }
        guard let number = Int(plain) else { throw fault(column, .notANumber(text)) }
        guard range.contains(number) else { throw fault(column, .outOfRange(text, range)) }
        return number
    }

    func requiredCount(_ column: FeedColumn) throws(RowFault) -> Int {
        guard let count = try count(column) else { throw fault(column, .missing) }
        return count
    }

    /// A time; a date alone means the end of that day, month or year in Kazakhstan.
    func instant(_ column: FeedColumn) throws(RowFault) -> Instant? {
        guard let text = try text(column) else { return nil }
        guard let instant = Instant(iso8601: text) else { throw fault(column, .notATime(text)) }
        return instant
    }

    func requiredInstant(_ column: FeedColumn) throws(RowFault) -> Instant {
        guard let instant = try instant(column) else { throw fault(column, .missing) }
        return instant
    }

    /// One of a closed list of words.
    func word<Word: RawRepresentable & CaseIterable>(
        _ column: FeedColumn, _ type: Word.Type
    ) throws(RowFault) -> Word? where Word.RawValue == String {
        guard let text = try text(column) else { return nil }
        guard let word = Word(rawValue: text) ?? Word(rawValue: text.lowercased()) else {
            throw fault(column, .notOneOf(text, Word.allCases.map(\.rawValue)))
        }
        return word
    }

    func requiredWord<Word: RawRepresentable & CaseIterable>(
        _ column: FeedColumn, _ type: Word.Type
    ) throws(RowFault) -> Word where Word.RawValue == String {
        guard let word = try word(column, type) else { throw fault(column, .missing) }
        return word
    }

    /// A number with a decimal point or comma.
    func requiredNumber(_ column: FeedColumn) throws(RowFault) -> Double {
        let text = try required(column)
        let plain = text.filter { $0 != " " && $0 != "\u{00A0}" }.map { $0 == "," ? "." : $0 }
        guard let number = Double(String(plain)), number.isFinite else {
            throw fault(column, .notANumber(text))
        }
        return number
    }
}
