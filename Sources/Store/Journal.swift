import Foundation
import GRDB
import Situation
import Synchronization

/// A journal file: the append-only record that everything else is computed from.
///
/// Several processes may hold one file open. Appends are durable when they return: WAL with
/// `synchronous = FULL`, one IMMEDIATE transaction each.
public final class Journal: Sendable {
    public let path: String
    public let header: JournalHeader
    /// The chain this process appends to; every process of one state folder uses the same.
    public let station: StationID
    let pool: DatabasePool
    /// Numbers of texts that are stored once: sources, persons, kinds. Only ever added to.
    let labels = Mutex<[String: Int64]>([:])

    private init(path: String, header: JournalHeader, station: StationID, pool: DatabasePool) {
        self.path = path
        self.header = header
        self.station = station
        self.pool = pool
    }

    /// Opens the journal at `path`.
    ///
    /// - Parameter expecting: refuses a journal of the other nature, so that no code path writes a live
    ///   journal from inside an exercise.
    /// - Throws: ``StoreError``.
    public static func open(
        _ path: String, station: StationID, expecting nature: JournalNature? = nil
    ) throws(StoreError) -> Journal {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        try check(station)
        return try translating(path) {
            let pool = try durablePool(path)
            guard let header = try pool.read(readHeader) else {
                throw StoreError.notAJournal(path: path, reason: "it has no header")
            }
            if let nature, header.nature != nature {
                throw StoreError.wrongNature(path: path, expected: nature, found: header.nature)
            }
            return Journal(path: path, header: header, station: station, pool: pool)
        }
    }

    /// Opens the journal at `path` so that nothing can be written to it through what this gives.
    ///
    /// - Throws: ``StoreError``.
    public static func openForReading(_ path: String) throws(StoreError) -> Journal {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        return try translating(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.maximumReaderCount = 2
            let pool = try DatabasePool(path: path, configuration: configuration)
            guard let header = try pool.read(readHeader) else {
                throw StoreError.notAJournal(path: path, reason: "it has no header")
            }
            return Journal(path: path, header: header, station: "reader", pool: pool)
        }
    }

    /// Makes a new journal at `path`, which must not exist, with its folder.
    ///
    /// - Throws: ``StoreError``.
    public static func create(
        _ path: String, header: JournalHeader, station: StationID
    ) throws(StoreError) -> Journal {
        try check(station)
        try translating(path) {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            // Made under another name and put in place whole, so that no other process sees half a journal.
            let draft = "\(path).making-\(getpid())"
            defer { unlink(draft) }
            let queue = try DatabaseQueue(path: draft)
            try JournalSchema.migrator.migrate(queue)
            try queue.write { try write(header, into: $0) }
            try queue.close()
            guard link(draft, path) == 0 else {
                throw StoreError.refused(path: path, reason: String(cString: strerror(errno)))
            }
        }
        return try open(path, station: station, expecting: header.nature)
    }

    /// Opens the journal at `path`, making it first when there is none.
    public static func openOrCreate(
        _ path: String, station: StationID, header: @autoclosure () -> JournalHeader
    ) throws(StoreError) -> Journal {
        if FileManager.default.fileExists(atPath: path) {
            return try open(path, station: station, expecting: header().nature)
        }
        do {
            return try create(path, header: header(), station: station)
        } catch .refused where FileManager.default.fileExists(atPath: path) {
            // Another process was faster.
            return try open(path, station: station)
        }
    }

    /// Closes the file. Any use after it throws.
    public func close() throws(StoreError) {
        try Self.translating(path) {
            // GRDB closes its readers last, and those cannot empty the WAL: without this, somebody who copies
            // the closed file alone would lose the last entries. Another process may hold some of it back.
            _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
            try pool.close()
        }
    }
}

// MARK: - Opening

extension Journal {
    private static func durablePool(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 3
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // Refuse to touch a database of somebody else before anything is written into it.
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard id == JournalSchema.applicationID || (id == 0 && tables == 0) else {
                throw StoreError.notAJournal(path: path, reason: "it is a database of another program")
            }
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try migrate(pool, path: path)
        try pool.writeWithoutTransaction { db in
            // GRDB sets NORMAL when it turns WAL on, so FULL has to come after, and is read back.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            let level = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            guard level == 2 else { throw StoreError.notDurable(path: path, synchronous: level) }
        }
        return pool
    }

    private static func migrate(_ pool: DatabasePool, path: String) throws {
        let migrator = JournalSchema.migrator
        let (isComplete, isNewer) = try pool.read { db in
            (try migrator.hasCompletedMigrations(db), try migrator.hasBeenSuperseded(db))
        }
        guard !isNewer else {
            throw StoreError.notAJournal(path: path, reason: "it was made by a newer version of this program")
        }
        if !isComplete { try migrator.migrate(pool) }
    }

    private static func write(_ header: JournalHeader, into db: Database) throws {
        try db.execute(
            sql: "INSERT INTO journal (id, nature, scenario, seed, created, hash) VALUES (?,?,?,?,?,?)",
            arguments: [
                header.id, header.nature.rawValue, header.scenario, header.seed.map { String($0) },
                header.created.milliseconds, Data(header.hash.bytes),
            ])
    }

    private static func readHeader(_ db: Database) throws -> JournalHeader? {
        guard let row = try Row.fetchOne(db, sql: "SELECT id, nature, scenario, seed, created FROM journal"),
            let nature = JournalNature(rawValue: row["nature"])
        else { return nil }
        let seed: String? = row["seed"]
        return JournalHeader(
            id: row["id"], nature: nature, scenario: row["scenario"], seed: seed.flatMap { UInt64($0) },
            created: Instant(milliseconds: row["created"]))
    }

    /// Station names are compared by bytes in storage and by characters in the picture; plain ASCII makes
    /// the two agree.
    private static func check(_ station: StationID) throws(StoreError) {
        let isPlain = station.rawValue.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard isPlain, !station.rawValue.isEmpty else { throw .badStationName(station.rawValue) }
    }

    /// Runs `work` and gives its errors this room's own words.
    static func translating<Result>(
        _ path: String, _ work: () throws -> Result
    ) throws(StoreError) -> Result {
        do {
            return try work()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw .notAJournal(path: path, reason: error.message ?? "\(error.resultCode)")
        } catch let error as DatabaseError {
            throw .refused(path: path, reason: error.message ?? "\(error.resultCode)")
        } catch {
            throw .refused(path: path, reason: error.localizedDescription)
        }
    }
}
