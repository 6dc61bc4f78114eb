import GRDB
import Situation

/// The words of the duty log, kept for searching: the derived tables `log_line` and `log_word`.
///
/// A line's id is the millisecond it was known in, and behind it a number within the millisecond, so that the newest
/// line has the highest id, and a time is a range of ids. Full-text search gives ids in order, so the first page of
/// results is there without finding the rest.
enum LogIndex {
    /// Bits of an id below the millisecond: two million lines in each.
    private static let bits: Int64 = 21
    private static let lastMillisecond: Int64 = (1 << (63 - bits)) - 1

    static let tables = """
        CREATE TABLE log_line (
            id INTEGER PRIMARY KEY,
            seq INTEGER NOT NULL UNIQUE,
            words TEXT NOT NULL,
            kind TEXT NOT NULL,
            place TEXT NOT NULL,
            person TEXT NOT NULL
        );
        CREATE VIRTUAL TABLE log_word USING fts5(
            words, kind, place, person, content='log_line', content_rowid='id', columnsize=0,
            prefix='1 2 3', tokenize="unicode61 remove_diacritics 0"
        );
        CREATE INDEX amendment_target ON amendment (target_station, target_number);
        """

    /// Empties the tables.
    static func clear(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM log_line")
        try db.execute(sql: "INSERT INTO log_word (log_word) VALUES ('delete-all')")
    }

    /// Stores the lines of a journal that was made before there was an index.
    static func fill(_ db: Database) throws {
        let writer = try LogIndexWriter(db)
        let rows = try SQLStatement(
            db, sql: "SELECT seq, station, number, envelope, body FROM entry ORDER BY seq")
        defer { rows.reset() }
        while try rows.step() {
            let id = EntryID(station: StationID(rows.text(1)), number: rows.integer(2))
            guard let envelope = Envelope(decoding: rows.bytes(3)) else {
                throw StoreError.damaged(id, reason: "its envelope cannot be read")
            }
            // Most of a journal is feeds' reports, whose bodies need not be read for this.
            guard !envelope.isFigureAlone else { continue }
            try writer.write(try envelope.entry(body: rows.bytes(4)), seq: rows.integer(0))
        }
    }

    /// The ids of lines known at `instant` or later.
    static func firstID(at instant: Instant) -> Int64 {
        min(max(instant.milliseconds, 0), lastMillisecond) << bits
    }

    /// The last id of lines known at `instant` or before.
    static func lastID(at instant: Instant) -> Int64 { firstID(at: instant) | ((1 << bits) - 1) }

    /// A name that is found whole or not at all, as one word of the index.
    static func token(_ name: String) -> String {
        name.utf8.reduce(into: "x") { token, byte in
            if byte < 16 { token += "0" }
            token += String(byte, radix: 16)
        }
    }
}

/// What is kept of one entry for searching.
struct LogLineRow: Equatable {
    let words: String
    let kind: String
    let place: String
    let person: String

    /// `nil` when the entry is no line of the duty log.
    init?(_ entry: Entry) {
        guard let text = entry.searchText else { return nil }
        words = SearchFolding.words(of: text).joined(separator: " ")
        kind = LogIndex.token(entry.fact.kindName)
        place = entry.fact.searchPlaces.map(LogIndex.token).joined(separator: " ")
        person = LogIndex.token(entry.author.person.rawValue)
    }

    /// The row that `statement` stands on, its columns beginning at `column`.
    init(_ statement: SQLStatement, from column: Int32) {
        words = statement.text(column)
        kind = statement.text(column + 1)
        place = statement.text(column + 2)
        person = statement.text(column + 3)
    }
}

/// Stores lines within one transaction.
struct LogIndexWriter {
    private let freeID: SQLStatement
    private let insertLine: SQLStatement
    private let insertWords: SQLStatement

    init(_ db: Database) throws {
        freeID = try SQLStatement(
            db, sql: "SELECT max(id) FROM log_line WHERE id BETWEEN ? AND ?")
        insertLine = try SQLStatement(
            db, sql: "INSERT INTO log_line (id, seq, words, kind, place, person) VALUES (?,?,?,?,?,?)")
        insertWords = try SQLStatement(
            db, sql: "INSERT INTO log_word (rowid, words, kind, place, person) VALUES (?,?,?,?,?)")
    }

    func write(_ entry: Entry, seq: Int64) throws {
        guard let row = LogLineRow(entry) else { return }
        let id = try id(at: entry.known.instant)
        insertLine.bind(1, id)
        insertLine.bind(2, seq)
        insertWords.bind(1, id)
        for (position, text) in [row.words, row.kind, row.place, row.person].enumerated() {
            insertLine.bind(Int32(position) + 3, text)
            insertWords.bind(Int32(position) + 2, text)
        }
        try insertLine.run()
        try insertWords.run()
    }

    private func id(at instant: Instant) throws -> Int64 {
        let first = LogIndex.firstID(at: instant)
        freeID.bind(1, first)
        freeID.bind(2, LogIndex.lastID(at: instant))
        defer { freeID.reset() }
        guard try freeID.step(), !freeID.isNull(0) else { return first }
        return freeID.integer(0) + 1
    }
}

extension Envelope {
    /// Whether the entry is no line of the log whatever its body says.
    fileprivate var isFigureAlone: Bool {
        guard source.caller == nil else { return false }
        switch FactKind(rawValue: kindName) {
        case .checkpointReport, .shelterReport, .statedTotal, .facility, .indicatorValue, .crossings, nil:
            return true
        default: return false
        }
    }
}
