/// Reads CSV after RFC 4180 from pieces of bytes, in memory that does not grow with the file: quoted fields
/// with commas, quotes and line breaks in them, LF or CRLF, with or without a line end at the end.
///
/// SwiftCSV, the library at hand, loads whole files; a feed can be larger than memory.
public struct CSVRecords {
    /// One record: where each field's bytes lie in ``bytes``.
    public struct Record {
        /// The line it begins on, 1 for the first of the file.
        public internal(set) var line = 1
        /// The bytes of all fields, without separators and quotes.
        public internal(set) var bytes: [UInt8] = []
        /// Where each field ends in ``bytes``.
        public internal(set) var ends: [Int] = []
        /// What is wrong with the record as a whole.
        public internal(set) var problem: Problem?

        /// The bytes of a field, by its place from 0; it must be one of ``ends``.
        @inlinable public func field(_ index: Int) -> ArraySlice<UInt8> {
            bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
        }

        fileprivate var isBlank: Bool { ends.count == 1 && bytes.isEmpty && problem == nil }
    }

    /// What can be wrong with a record as a whole.
    public enum Problem: Hashable, Sendable {
        /// A quotation mark is opened and never closed.
        case openQuote
        /// The record is longer than ``longestRecord``.
        case tooLong
    }

    /// A record longer than this is no record: most likely a quote was never closed. In bytes.
    public static let longestRecord = 1 << 18

    private let separator: UInt8
    private var line = 1
    private var record = Record()
    private var state = State.fieldStart

    private enum State {
        case fieldStart, plain, quoted, quoteInQuoted
        /// Passing over the rest of a line whose record is at fault.
        case skipping
    }

    /// - Parameter separator: the byte between fields.
    public init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

    /// Takes in bytes and gives each record that ends in them to `take`.
    public mutating func read(_ piece: [UInt8], _ take: (borrowing Record) -> Void) {
        piece.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if state == .plain {
                    // Most bytes of a file are plain ones between separators: take them in runs.
                    let start = index
                    while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A,
                        bytes[index] != 0x0D
                    { index += 1 }
                    record.bytes.append(contentsOf: bytes[start..<index])
                    giveUpIfTooLong()
                    if index == bytes.count { break }
                }
                step(bytes[index], take)
                index += 1
            }
        }
    }

    /// Says that no more bytes come.
    public mutating func finish(_ take: (borrowing Record) -> Void) {
        if state == .quoted { record.problem = .openQuote }
        if state != .fieldStart || !record.ends.isEmpty || record.problem != nil {
            if state != .skipping { record.ends.append(record.bytes.count) }
            emit(take)
        }
    }

    private mutating func step(_ byte: UInt8, _ take: (borrowing Record) -> Void) {
        switch (state, byte) {
        case (.quoted, 0x22):
            state = .quoteInQuoted
        case (.quoted, _):
            if byte == 0x0A { line += 1 }
            record.bytes.append(byte)
            giveUpIfTooLong()
        case (.quoteInQuoted, 0x22):
            record.bytes.append(byte)
            state = .quoted
        case (.skipping, 0x0A):
            line += 1
            emit(take)
        case (.skipping, _):
            break
        case (_, separator):
            record.ends.append(record.bytes.count)
            state = .fieldStart
        case (_, 0x0A):
            record.ends.append(record.bytes.count)
            line += 1
            emit(take)
        case (_, 0x0D):
            break
        case (.fieldStart, 0x22):
            state = .quoted
        default:
            record.bytes.append(byte)
            state = .plain
        }
    }

    private mutating func giveUpIfTooLong() {
        guard record.bytes.count > Self.longestRecord else { return }
        record.problem = .tooLong
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        state = .skipping
    }

    private mutating func emit(_ take: (borrowing Record) -> Void) {
        if !record.isBlank { take(record) }
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        record.problem = nil
        record.line = line
        state = .fieldStart
    }
}
