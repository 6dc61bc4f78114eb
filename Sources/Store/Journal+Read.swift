import Foundation
import GRDB
import Situation

/// Which entries to read.
public struct EntryFilter: Hashable, Sendable {
    /// Names of kinds; empty for all.
    public var kinds: Set<String> = []
    /// The checkpoint, shelter, area or indicator spoken of, as ``Series/subject`` names it.
    public var subject: String?
    public var source: SourceID?
    public var person: PersonName?
    /// Known from then on.
    public var from: Instant?
    /// Known by then.
    public var to: Instant?
    /// The last so many in fold order; `nil` for all.
    public var last: Int?
    /// Only the first so many entries the journal took; `nil` for all.
    public var entries: Int?
    /// Only what comes before this entry in fold order: for reading on backwards.
    public var before: FoldKey?

    public init() {}
}

/// An entry with its link of the chain.
public struct StoredEntry: Hashable, Sendable {
    public let entry: Entry
    public let previous: EntryHash
    public let hash: EntryHash
    /// The body as stored, JSON in UTF-8.
    public let body: [UInt8]
}

extension StoredEntry {
    /// The entry's fact with the members of the JSON object `changes` in place of its own, for a correction.
    ///
    /// - Throws: when that is no object or gives no fact of the kind.
    public func fact(changing changes: [UInt8]) throws -> Fact {
        var object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
        guard let new = try JSONSerialization.jsonObject(with: Data(changes)) as? [String: Any] else {
            throw CocoaError(.propertyListReadCorrupt)
        }
        let unknown = Set(new.keys).subtracting(FactBody.keys(of: entry.fact.kindName))
        guard unknown.isEmpty else { throw UnknownKeys(keys: unknown.sorted()) }
        object.merge(new) { $1 }
        let bytes = Array(try JSONSerialization.data(withJSONObject: object))
        return try FactBody.decode(bytes, kindName: entry.fact.kindName, version: entry.fact.bodyVersion)
    }

    /// Members that the kind does not have.
    struct UnknownKeys: Error, CustomStringConvertible {
        let keys: [String]
        var description: String { keys.joined(separator: ", ") + "?" }
    }
}

extension Journal {
    /// Reads the entries that `filter` lets through, in fold order, one after the other.
    ///
    /// - Throws: ``StoreError``, or what `body` throws.
    public func forEach(_ filter: EntryFilter = EntryFilter(), _ body: (StoredEntry) throws -> Void) throws {
        try pool.read { db in
            for seq in try Self.sequence(db, filter) {
                guard
                    let row = try Row.fetchOne(
                        db, sql: "SELECT envelope, body, hash FROM entry WHERE seq = ?", arguments: [seq])
                else { continue }
                try body(try Self.storedEntry(row, seq: seq))
            }
        }
    }

    /// The entries that `filter` lets through, in fold order.
    ///
    /// - Throws: ``StoreError``.
    public func entries(_ filter: EntryFilter = EntryFilter()) throws(StoreError) -> [StoredEntry] {
        try Self.translating(path) {
            var entries: [StoredEntry] = []
            try forEach(filter) { entries.append($0) }
            return entries
        }
    }

    /// One entry by its name; `nil` when the journal has none.
    public func entry(_ id: EntryID) throws(StoreError) -> StoredEntry? {
        try Self.translating(path) {
            try pool.read { db in
                try Row.fetchOne(
                    db, sql: "SELECT seq, envelope, body, hash FROM entry WHERE station = ? AND number = ?",
                    arguments: [id.station.rawValue, id.number]
                ).map { try Self.storedEntry($0, seq: $0["seq"]) }
            }
        }
    }

    static func storedEntry(_ row: Row, seq: Int64) throws -> StoredEntry {
        try storedEntry(
            envelope: Array(row["envelope"] as Data), body: Array(row["body"] as Data),
            hash: Array(row["hash"] as Data), seq: seq)
    }

    static func storedEntry(
        envelope: [UInt8], body: [UInt8], hash: [UInt8], seq: Int64
    ) throws -> StoredEntry {
        guard let envelope = Envelope(decoding: envelope), let hash = EntryHash(bytes: hash) else {
            throw StoreError.damaged(
                EntryID(station: "?", number: seq), reason: "its envelope cannot be read")
        }
        return StoredEntry(
            entry: try envelope.entry(body: body), previous: envelope.previous, hash: hash, body: body)
    }

    /// The positions of the entries wanted, in fold order. Positions are small, so that a journal of millions
    /// still reads in little memory.
    private static func sequence(_ db: Database, _ filter: EntryFilter) throws -> [Int64] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        func want(_ condition: String, _ values: any DatabaseValueConvertible...) {
            conditions.append(condition)
            arguments += StatementArguments(values)
        }
        if !filter.kinds.isEmpty {
            let kinds = filter.kinds.sorted()
            conditions.append(
                "kind IN (SELECT id FROM label WHERE text IN (\(kinds.map { _ in "?" }.joined(separator: ","))))"
            )
            arguments += StatementArguments(kinds)
        }
        if let subject = filter.subject { want("subject = ?", subject) }
        if let source = filter.source {
            want("source = (SELECT id FROM label WHERE text = ?)", source.rawValue)
        }
        if let person = filter.person {
            want("person = (SELECT id FROM label WHERE text = ?)", person.rawValue)
        }
        if let from = filter.from { want("known >= ?", HybridTime(from).bits) }
        if let to = filter.to { want("known <= ?", HybridTime.last(at: to).bits) }
        if let entries = filter.entries { want("seq <= ?", entries) }
        if let key = filter.before {
            want(
                "(known, recorded, station, number) < (?, ?, ?, ?)", key.known.bits, key.recorded.bits,
                key.id.station.rawValue, key.id.number)
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let limit = filter.last.map { "LIMIT \(max(0, $0))" } ?? ""
        let newestFirst = try Int64.fetchAll(
            db,
            sql: """
                SELECT seq FROM statement \(condition)
                ORDER BY known DESC, recorded DESC, station DESC, number DESC \(limit)
                """,
            arguments: arguments)
        return newestFirst.reversed()
    }
}

extension Journal {
    /// The things that entries of one kind speak of, by name; of one of the rarer kinds, whose bodies are no
    /// columns.
    ///
    /// - Throws: ``StoreError``.
    public func subjects(of kind: FactKind) throws(StoreError) -> [String] {
        try Self.translating(path) {
            try pool.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT subject FROM statement
                        WHERE typed = 0 AND kind = (SELECT id FROM label WHERE text = ?) AND subject IS NOT NULL
                        ORDER BY subject
                        """,
                    arguments: [kind.rawValue])
            }
        }
    }

    /// Now, by this journal's own clock: `wall` for a live journal; for an exercise the time of its last entry,
    /// since the exercise's time is the clock of its entries.
    ///
    /// - Throws: ``StoreError``.
    public func now(wall: Instant) throws(StoreError) -> Instant {
        guard header.nature == .exercise else { return wall }
        let last = try Self.translating(path) {
            try pool.read { db in
                try Data.fetchOne(db, sql: "SELECT envelope FROM entry ORDER BY seq DESC LIMIT 1")
            }
        }
        return last.flatMap { Envelope(decoding: Array($0)) }?.recorded.instant ?? header.created
    }
}

// MARK: - Feed files

extension Journal {
    /// When a feed file with these bytes was taken in; `nil` when it never was.
    public func taken(feed digest: [UInt8]) throws(StoreError) -> Instant? {
        try Self.translating(path) {
            try pool.read { db in
                try Int64.fetchOne(
                    db, sql: "SELECT taken FROM intake_file WHERE digest = ?", arguments: [Data(digest)])
            }.map(Instant.init(milliseconds:))
        }
    }

    /// Remembers that the feed file with these bytes was taken in whole.
    public func remember(feed digest: [UInt8], name: String, stored: Int, at now: Instant) throws(StoreError)
    {
        try Self.translating(path) {
            try pool.write { db in
                try db.execute(
                    sql: "INSERT OR IGNORE INTO intake_file (digest, name, taken, stored) VALUES (?,?,?,?)",
                    arguments: [Data(digest), name, now.milliseconds, stored])
            }
        }
    }
}

extension Journal {
    /// Whether any feed file was remembered: only then is it worth reading a file twice to know it again.
    ///
    /// - Throws: ``StoreError``.
    public func hasTakenFeeds() throws(StoreError) -> Bool {
        try Self.translating(path) {
            try pool.read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM intake_file)") ?? false }
        }
    }
}
