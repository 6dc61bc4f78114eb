import Foundation
import GRDB
import Situation

/// What a walk along the chains of a journal found.
public struct Verification: Hashable, Sendable {
    /// The last link of one station's chain.
    public struct Head: Hashable, Sendable {
        public let id: EntryID
        public let hash: EntryHash
    }

    /// The first thing found wrong, in the order the journal took its entries.
    public struct Fault: Hashable, Sendable {
        /// The entry, where the fault lies in one.
        public let entry: EntryID?
        public let kind: Kind
    }

    /// The kinds of fault.
    public enum Kind: Hashable, Sendable {
        /// The header does not give the hash stored with it.
        case header
        /// The envelope cannot be read, or names another entry than its place does.
        case envelope
        /// Its number does not follow the one before.
        case number(expected: Int64)
        /// It does not name the hash of the entry before.
        case link
        /// Its bytes do not give its hash.
        case hash
        /// Its body cannot be read.
        case body(String)
        /// A derived row is missing or says something else than the record; `ahual journal rebuild` mends it.
        case derived
        /// A cached picture does not fit its digest. It is passed over when pictures are made.
        case snapshot
        /// SQLite finds the file itself damaged.
        case file(String)
        /// No entry has the hash that was expected: the chain was cut, or it is another journal.
        case missingHash(EntryHash)
    }

    public internal(set) var entryCount = 0
    /// One for each station, by name.
    public internal(set) var heads: [Head] = []
    /// The last link of the journal as a whole: the hash of the entry taken last, or of the header.
    public internal(set) var head: EntryHash
    public internal(set) var fault: Fault?

    init(head: EntryHash) { self.head = head }
}

extension Journal {
    /// Walks every chain from its first entry to its last, and holds the derived rows against the record.
    ///
    /// A chain cannot show that its tail was cut, so pass the head that was printed earlier.
    ///
    /// - Parameter expected: a hash that some entry must have.
    /// - Throws: ``StoreError`` when the file cannot be read at all.
    public func verify(
        expecting expected: EntryHash? = nil, progress: (Int) -> Void = { _ in }
    ) throws(StoreError) -> Verification {
        try Self.translating(path) {
            try pool.read { db in
                var walk = try ChainWalk(db, header: header, expected: expected)
                try walk.run(progress)
                return walk.result
            }
        }
    }
}

/// One walk along all entries in the order they were taken.
private struct ChainWalk {
    var result: Verification
    private let db: Database
    private let headerHash: EntryHash
    private var expected: EntryHash?
    private var chains: [StationID: Verification.Head] = [:]
    private var statements: StatementRow.Reader
    private let statement: SQLStatement
    private let amendment: SQLStatement
    private var amendmentCount = 0
    private let line: SQLStatement
    private var lineCount = 0

    init(_ db: Database, header: JournalHeader, expected: EntryHash?) throws {
        self.db = db
        headerHash = header.hash
        self.expected = expected
        result = Verification(head: header.hash)
        statements = try StatementRow.Reader(db)
        amendment = try SQLStatement(
            db, sql: "SELECT target_station, target_number FROM amendment WHERE seq = ?")
        line = try SQLStatement(
            db, sql: "SELECT id, words, kind, place, person FROM log_line WHERE seq = ?")
        statement = try SQLStatement(
            db,
            sql: """
                SELECT \(StatementRow.columns) FROM statement
                WHERE known = ? AND recorded = ? AND station = ? AND number = ?
                """)
    }

    mutating func run(_ progress: (Int) -> Void) throws {
        let storedHeader = try Data.fetchOne(db, sql: "SELECT hash FROM journal")
        guard storedHeader.map(Array.init) == headerHash.bytes else { return fail(nil, .header) }
        if expected == headerHash { expected = nil }
        let rows = try SQLStatement(
            db, sql: "SELECT seq, station, number, envelope, body, hash FROM entry ORDER BY seq")
        defer { rows.reset() }
        while try rows.step() {
            let id = EntryID(station: StationID(rows.text(1)), number: rows.integer(2))
            if let kind = try check(rows, id: id) { return fail(id, kind) }
            result.entryCount += 1
            if result.entryCount % 10_000 == 0 { progress(result.entryCount) }
        }
        result.heads = chains.values.sorted { $0.id < $1.id }
        try checkWhole()
    }

    private mutating func fail(_ entry: EntryID?, _ kind: Verification.Kind) {
        result.fault = Verification.Fault(entry: entry, kind: kind)
        result.heads = chains.values.sorted { $0.id < $1.id }
    }

    private mutating func check(_ row: SQLStatement, id: EntryID) throws -> Verification.Kind? {
        let envelopeBytes = row.bytes(3)
        let body = row.bytes(4)
        guard row.integer(0) == Int64(result.entryCount) + 1 else { return .number(expected: id.number) }
        guard let envelope = Envelope(decoding: envelopeBytes), envelope.id == id else { return .envelope }
        let before = chains[id.station]
        guard id.number == (before?.id.number ?? 0) + 1 else {
            return .number(expected: (before?.id.number ?? 0) + 1)
        }
        guard envelope.previous == before?.hash ?? headerHash else { return .link }
        let hash = EntryHash.of(envelope: envelopeBytes, body: body)
        guard hash.bytes == row.bytes(5) else { return .hash }
        chains[id.station] = Verification.Head(id: id, hash: hash)
        result.head = hash
        if hash == expected { expected = nil }
        let entry: Entry
        do {
            entry = try envelope.entry(body: body)
        } catch {
            return .body("\(error)")
        }
        let isRight =
            try isDerivedRight(entry, seq: row.integer(0)) && isAmendmentRight(entry, seq: row.integer(0))
            && isLineRight(entry, seq: row.integer(0))
        return isRight ? nil : .derived
    }

    private mutating func isDerivedRight(_ entry: Entry, seq: Int64) throws -> Bool {
        statement.bind(1, entry.known.bits)
        statement.bind(2, entry.recorded.bits)
        statement.bind(3, entry.id.station.rawValue)
        statement.bind(4, entry.id.number)
        defer { statement.reset() }
        guard try statement.step(), statement.integer(4) == seq else { return false }
        return try statements.entry(statement) == entry && statements.agrees(statement, with: entry)
    }

    /// A correction must stand in the table of corrections with its target, anything else must not.
    private mutating func isAmendmentRight(_ entry: Entry, seq: Int64) throws -> Bool {
        amendment.bind(1, seq)
        defer { amendment.reset() }
        let isThere = try amendment.step()
        guard case .correction(let correction) = entry.fact else { return !isThere }
        amendmentCount += 1
        return isThere && amendment.text(0) == correction.target.station.rawValue
            && amendment.integer(1) == correction.target.number
    }

    /// A line of the duty log must be there for searching, with its words and at its time; anything else must not.
    private mutating func isLineRight(_ entry: Entry, seq: Int64) throws -> Bool {
        line.bind(1, seq)
        defer { line.reset() }
        let isThere = try line.step()
        guard let row = LogLineRow(entry) else { return !isThere }
        lineCount += 1
        let known = entry.known.instant
        return isThere && LogLineRow(line, from: 1) == row
            && (LogIndex.firstID(at: known)...LogIndex.lastID(at: known)).contains(line.integer(0))
    }

    /// What concerns the file as a whole: nothing too much, nothing damaged, the expected hash met.
    private mutating func checkWhole() throws {
        let derived = try Int.fetchOne(db, sql: "SELECT count(*) FROM statement") ?? 0
        let amendments = try Int.fetchOne(db, sql: "SELECT count(*) FROM amendment") ?? 0
        let lines = try Int.fetchOne(db, sql: "SELECT count(*) FROM log_line") ?? 0
        guard derived == result.entryCount, amendments == amendmentCount, lines == lineCount else {
            return fail(nil, .derived)
        }
        guard try Snapshot.allFitTheirDigests(db) else { return fail(nil, .snapshot) }
        let words = try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? ""
        guard words == "ok" else { return fail(nil, .file(words)) }
        if let expected { fail(nil, .missingHash(expected)) }
    }
}
