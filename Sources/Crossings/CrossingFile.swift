import Crypto
import Foundation
import GRDB
import Situation

/// The file of single crossings beside a journal, never part of it: sealed by day, and unreadable for ever once the day's
/// key is destroyed. The design and what it protects from are in `docs/people.md`.
public final class CrossingFile: Sendable {
    public let path: String
    let keys: KeyFolder
    let pool: DatabasePool

    /// The file that belongs to the journal at `journal`.
    public static func path(besideJournal journal: String) -> String { journal + ".crossings" }

    /// Whether there is one.
    public static func exists(besideJournal journal: String) -> Bool {
        FileManager.default.fileExists(atPath: path(besideJournal: journal))
    }

    /// Opens the file at `path`, making it first when there is none; readable by its owner alone.
    ///
    /// - Parameters:
    ///   - journal: the id of the journal it belongs to. The file of another journal is refused, so that crossings of an
    ///     exercise are never counted with real ones.
    /// - Throws: ``CrossingFault``.
    public init(path: String, journal: String) throws(CrossingFault) {
        self.path = path
        (keys, pool) = try CrossingFault.translating(path) {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw CrossingFault.refused(path: path, reason: String(cString: strerror(errno)))
            }
            Foundation.close(descriptor)
            let pool = try Self.durablePool(path)
            try Self.claim(pool, path: path, journal: journal)
            return (try KeyFolder(path: path + "-keys"), pool)
        }
    }

    /// Closes the file. Any use after it throws.
    public func close() throws(CrossingFault) {
        try CrossingFault.translating(path) { try pool.close() }
    }
}

// MARK: - Opening

extension CrossingFile {
    /// "AhCr" in the file's header, by which SQLite files of others are told apart.
    private static let applicationID = 0x4168_4372

    private static func durablePool(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { db in
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard id == applicationID || (id == 0 && tables == 0) else {
                throw CrossingFault.foreign(path: path, reason: "it is a database of another program")
            }
            // What is deleted is overwritten with zeros.
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            // GRDB sets NORMAL when it turns WAL on, so FULL has to come after, and is read back.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                throw CrossingFault.refused(path: path, reason: "synchronous = FULL is not taken")
            }
        }
        return pool
    }

    private static func claim(_ pool: DatabasePool, path: String, journal: String) throws {
        let owner = try pool.write { db in
            if try !db.tableExists("crossings") {
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: tables)
                // Nothing was erased: the mark stands before all days.
                try db.execute(
                    sql: "INSERT INTO crossings (journal, form, erased_before) VALUES (?, 1, ?)",
                    arguments: [journal, Int.min])
            }
            return try Row.fetchOne(db, sql: "SELECT journal, form FROM crossings")
        }
        guard let owner, owner["form"] == 1 else {
            throw CrossingFault.foreign(path: path, reason: "it was made by a newer version of this program")
        }
        guard owner["journal"] == journal else {
            throw CrossingFault.foreign(path: path, reason: "it belongs to another journal")
        }
    }

    /// Only days, numbers of rows and names of posts are in the clear.
    private static let tables = """
        CREATE TABLE crossings (journal TEXT NOT NULL, form INTEGER NOT NULL, erased_before INTEGER NOT NULL);
        CREATE TABLE post (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
        CREATE TABLE run (
            number INTEGER PRIMARY KEY, day INTEGER NOT NULL, rows INTEGER NOT NULL, sealed BLOB NOT NULL
        );
        CREATE INDEX run_day ON run (day, number);
        CREATE TABLE sketch (
            day INTEGER NOT NULL, scope TEXT NOT NULL, registers BLOB NOT NULL, PRIMARY KEY (day, scope)
        ) WITHOUT ROWID;
        -- What the journal has still to be told.
        CREATE TABLE untold (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
            rows INTEGER NOT NULL, digest TEXT NOT NULL, source TEXT NOT NULL
        );
        """
}

// MARK: - Days

extension CrossingFile {
    /// Pseudonyms of days before this one were erased; `nil` when none were.
    public func erasedBefore() throws(CrossingFault) -> CrossingDay? {
        try CrossingFault.translating(path) { try pool.read(Self.erasedBefore) }
    }

    static func erasedBefore(_ db: Database) throws -> CrossingDay? {
        let number = try Int.fetchOne(db, sql: "SELECT erased_before FROM crossings") ?? Int.min
        return number == Int.min ? nil : CrossingDay(number: number)
    }

    /// The days that have crossings which can be counted, with how many, in order.
    public func days() throws(CrossingFault) -> [(day: CrossingDay, rows: Int)] {
        try CrossingFault.translating(path) {
            try pool.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT day, sum(rows) AS rows FROM run
                        WHERE day >= (SELECT erased_before FROM crossings) GROUP BY day ORDER BY day
                        """
                ).map { (CrossingDay(number: $0["day"]), $0["rows"]) }
            }
        }
    }

    /// What stands in place of the posts' numbers.
    static func posts(_ db: Database) throws -> [Int: CheckpointID] {
        try Row.fetchAll(db, sql: "SELECT number, id FROM post").reduce(into: [:]) { posts, row in
            posts[row["number"]] = CheckpointID(row["id"] as String)
        }
    }
}

// MARK: - Sealing

extension CrossingFile {
    /// Bound into each seal, so that a run cannot be passed off as another day's.
    static func label(_ day: CrossingDay) -> [UInt8] { Array("ahual crossings 1 \(day.number)".utf8) }

    static func seal(_ records: [CrossingRecord], of day: CrossingDay, with key: SymmetricKey) throws -> Data
    {
        let box = try AES.GCM.seal(CrossingRecord.packed(records), using: key, authenticating: label(day))
        guard let sealed = box.combined else { throw CrossingFault.sealedForEver(day) }
        return sealed
    }

    /// Calls `body` with each record of the days `first` to `last` in the order they were stored.
    func forEachRecord(
        _ db: Database, from first: CrossingDay, to last: CrossingDay, _ body: (CrossingRecord) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT day, sealed FROM run WHERE day BETWEEN ? AND ? ORDER BY day, number",
            arguments: [first.number, last.number])
        var current: (day: CrossingDay, key: SymmetricKey)?
        while let row = try rows.next() {
            let day = CrossingDay(number: row["day"])
            if current?.day != day {
                guard let key = try keys.key(.day(day)) else { throw CrossingFault.sealedForEver(day) }
                current = (day, key)
            }
            guard let key = current?.key, let box = try? AES.GCM.SealedBox(combined: row["sealed"] as Data),
                let opened = try? AES.GCM.open(box, using: key, authenticating: Self.label(day))
            else { throw CrossingFault.sealedForEver(day) }
            opened.withUnsafeBytes { CrossingRecord.forEach(in: $0, body) }
        }
    }
}
