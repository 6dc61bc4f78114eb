import Foundation
import GRDB
import Situation

extension Journal {
    /// Lines of the duty log, the newest first: by when they were known, to the millisecond.
    ///
    /// - Parameters:
    ///   - key: only what comes before this entry, for the next page.
    ///   - limit: how many at most.
    /// - Throws: ``StoreError``.
    public func search(
        _ query: LogSearch = LogSearch(), before key: FoldKey? = nil, limit: Int
    ) throws(StoreError) -> [StoredEntry] {
        guard limit > 0, !query.isUnanswerable else { return [] }
        return try Self.translating(path) {
            try pool.read { db in
                let entry = try SQLStatement(db, sql: "SELECT envelope, body, hash FROM entry WHERE seq = ?")
                return try Self.lines(db, query, before: key, limit: limit).map { seq in
                    entry.bind(1, seq)
                    defer { entry.reset() }
                    guard try entry.step() else {
                        throw DatabaseError(
                            resultCode: .SQLITE_CORRUPT, message: "a line of the log has no entry")
                    }
                    return try Self.storedEntry(
                        envelope: entry.bytes(0), body: entry.bytes(1), hash: entry.bytes(2), seq: seq)
                }
            }
        }
    }

    /// The places in the record of the lines wanted, the newest line first.
    private static func lines(
        _ db: Database, _ query: LogSearch, before key: FoldKey?, limit: Int
    ) throws -> [Int64] {
        var first = Int64.min
        var last = Int64.max
        if let from = query.from { first = LogIndex.firstID(at: from) }
        for moment in [query.to, query.moment.asKnownAt].compactMap(\.self) {
            last = min(last, LogIndex.lastID(at: moment))
        }
        if let key { last = min(last, try lastID(db, before: key)) }
        let lastSeq = try query.moment.asRecordedAt.map { try lastSequence(db, recordedBy: $0) } ?? .max
        guard lastSeq > 0 else { return [] }
        // What was recorded by then was known by then, but for the tolerance of clocks: fewer ids to look through.
        if let moment = query.moment.asRecordedAt {
            last = min(last, LogIndex.lastID(at: moment + HybridTime.tolerance))
        }
        let match = query.match
        // The order is the index's own: nothing is sorted, and what is not shown is not read.
        let statement = try SQLStatement(
            db,
            sql: match == nil
                ? """
                SELECT seq FROM log_line WHERE id BETWEEN ?1 AND ?2 AND seq <= ?3
                ORDER BY id DESC LIMIT ?4
                """
                : """
                SELECT log_line.seq FROM log_word CROSS JOIN log_line ON log_line.id = log_word.rowid
                WHERE log_word MATCH ?5 AND log_word.rowid BETWEEN ?1 AND ?2 AND log_line.seq <= ?3
                ORDER BY log_word.rowid DESC LIMIT ?4
                """)
        defer { statement.reset() }
        statement.bind(1, first)
        statement.bind(2, last)
        statement.bind(3, lastSeq)
        statement.bind(4, Int64(limit))
        if let match { statement.bind(5, match) }
        var found: [Int64] = []
        while try statement.step() { found.append(statement.integer(0)) }
        return found
    }

    /// The highest id before the entry of `key`; for one that is no line, the end of the millisecond before.
    private static func lastID(_ db: Database, before key: FoldKey) throws -> Int64 {
        let id = try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM log_line
                WHERE seq = (SELECT seq FROM entry WHERE station = ? AND number = ?)
                """,
            arguments: [key.id.station.rawValue, key.id.number])
        return (id ?? LogIndex.firstID(at: key.known.instant)) - 1
    }

    /// The last entry recorded by `moment`. Recorded never runs backwards within a file, so halving finds it.
    private static func lastSequence(_ db: Database, recordedBy moment: Instant) throws -> Int64 {
        let limit = HybridTime.last(at: moment)
        var low: Int64 = 0
        var high = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM entry") ?? 0
        while low < high {
            let middle = low + (high - low + 1) / 2
            let bytes = try Data.fetchOne(
                db, sql: "SELECT envelope FROM entry WHERE seq = ?", arguments: [middle])
            guard let envelope = bytes.flatMap({ Envelope(decoding: Array($0)) }) else { return high }
            if envelope.recorded <= limit { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The corrections of each of `entries` that the journal holds, in the order they were taken.
    ///
    /// - Throws: ``StoreError``.
    public func corrections(of entries: [EntryID]) throws(StoreError) -> [EntryID: [StoredEntry]] {
        try Self.translating(path) {
            try pool.read { db in
                var found: [EntryID: [StoredEntry]] = [:]
                for id in entries where found[id] == nil {
                    let rows = try Row.fetchAll(
                        db,
                        sql: """
                            SELECT entry.seq, envelope, body, hash
                            FROM amendment JOIN entry ON entry.seq = amendment.seq
                            WHERE target_station = ? AND target_number = ? ORDER BY entry.seq
                            """,
                        arguments: [id.station.rawValue, id.number])
                    if !rows.isEmpty { found[id] = try rows.map { try Self.storedEntry($0, seq: $0["seq"]) } }
                }
                return found
            }
        }
    }

    /// How many entries of each kind became known in a period, by the kind's stored name.
    ///
    /// - Throws: ``StoreError``.
    public func counts(from: Instant, to: Instant) throws(StoreError) -> [String: Int] {
        try Self.translating(path) {
            try pool.read { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT label.text AS kind, count(*) AS entries FROM statement
                        JOIN label ON label.id = statement.kind
                        WHERE known >= ? AND known <= ? GROUP BY label.text
                        """,
                    arguments: [HybridTime(from).bits, HybridTime.last(at: to).bits])
                return Dictionary(rows.map { ($0["kind"], $0["entries"]) }) { first, _ in first }
            }
        }
    }

    /// How many entries there are and the hash of the last one taken, of the header when there is none: what printed
    /// documents carry, and `verify --expect` holds a journal against.
    ///
    /// - Throws: ``StoreError``.
    public func head() throws(StoreError) -> (entries: Int, hash: EntryHash) {
        try Self.translating(path) {
            try pool.read { db in
                let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")
                guard let row else { return (0, header.hash) }
                return (row["seq"], EntryHash(bytes: Array(row["hash"] as Data)) ?? header.hash)
            }
        }
    }

    /// The hash the journal had when it held so many entries, of the header for none; `nil` when it never held as many.
    ///
    /// - Throws: ``StoreError``.
    public func hash(after entries: Int) throws(StoreError) -> EntryHash? {
        guard entries > 0 else { return entries == 0 ? header.hash : nil }
        return try Self.translating(path) {
            try pool.read { db in
                try Data.fetchOne(db, sql: "SELECT hash FROM entry WHERE seq = ?", arguments: [entries])
                    .flatMap { EntryHash(bytes: Array($0)) }
            }
        }
    }
}
