import Crypto
import Foundation
import GRDB
import Situation

extension CrossingFile {
    /// What became of crossings that were offered.
    public struct Intake: Hashable, Sendable {
        public var stored = 0
        /// Crossings that were there already: the same person at the same post and moment, in the same direction and by the
        /// same means.
        public var duplicates = 0
        /// Crossings of days whose pseudonyms were erased. They cannot be counted with the others any more.
        public var tooLate = 0

        public init() {}
    }

    /// Stores what is new in `crossings`, in one transaction. When it returns they are on the disk; what the journal has to
    /// be told of them is kept until ``CrossingDesk/tell(at:)`` has told it.
    ///
    /// - Throws: ``CrossingFault``; nothing is stored then.
    public func take(_ crossings: [Crossing], from source: SourceID) throws(CrossingFault) -> Intake {
        guard !crossings.isEmpty else { return Intake() }
        return try CrossingFault.translating(path) {
            let tokens = Tokens(key: try keys.keyOrNew(.link))
            return try pool.write { db in
                var intake = Intake()
                let erasedBefore = try Self.erasedBefore(db)
                var byDay = try Self.records(of: crossings, tokens, db)
                for (day, records) in byDay where erasedBefore.map({ day < $0 }) ?? false {
                    intake.tooLate += records.count
                    byDay[day] = nil
                }
                let offered = byDay.values.reduce(0) { $0 + $1.count }
                var digest = SHA256()
                var days: [CrossingDay] = []
                for (day, records) in byDay.sorted(by: { $0.key < $1.key }) {
                    let new = try unknown(records, on: day, db)
                    guard !new.isEmpty else { continue }
                    let sealed = try Self.seal(new, of: day, with: try keys.keyOrNew(.day(day)))
                    try db.execute(
                        sql: "INSERT INTO run (day, rows, sealed) VALUES (?,?,?)",
                        arguments: [day.number, new.count, sealed])
                    digest.update(data: sealed)
                    days.append(day)
                    intake.stored += new.count
                }
                intake.duplicates = offered - intake.stored
                if let first = days.first, let last = days.last {
                    try Untold(
                        id: UUID().uuidString, kind: .taken, first: first, last: last, rows: intake.stored,
                        digest: Self.hexadecimal(digest.finalize()), source: source
                    ).insert(db)
                }
                return intake
            }
        }
    }

    private static func records(
        of crossings: [Crossing], _ tokens: Tokens, _ db: Database
    ) throws -> [CrossingDay: [CrossingRecord]] {
        var posts: [CheckpointID: Int] = [:]
        for (number, post) in try Self.posts(db) { posts[post] = number }
        var records: [CrossingDay: [CrossingRecord]] = [:]
        for crossing in crossings {
            if posts[crossing.post] == nil {
                let number = posts.count
                guard number < CrossingRecord.mostPosts else { throw CrossingFault.tooManyPosts }
                try db.execute(
                    sql: "INSERT INTO post (number, id) VALUES (?,?)",
                    arguments: [number, crossing.post.rawValue])
                posts[crossing.post] = number
            }
            let record = CrossingRecord(
                token: tokens.token(of: crossing.pseudonym), at: crossing.at, post: posts[crossing.post] ?? 0,
                direction: crossing.direction, mode: crossing.mode)
            records[CrossingDay(of: crossing.at), default: []].append(record)
        }
        return records
    }

    /// Those of `records` that are neither stored nor said twice, in the order of people and times.
    private func unknown(
        _ records: [CrossingRecord], on day: CrossingDay, _ db: Database
    ) throws -> [CrossingRecord] {
        var new = Set(records)
        // A small table of bits spares most of what is stored a look into the set.
        var marks = [Bool](repeating: false, count: 1 << 16)
        for record in new { marks[Int(record.low & 0xFFFF)] = true }
        try forEachRecord(db, from: day, to: day) { stored in
            if marks[Int(stored.low & 0xFFFF)] { new.remove(stored) }
        }
        return new.sorted()
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// Turns pseudonyms into tokens: the first half of an HMAC-SHA256 under the link key. Two of 100 million people share a
/// token with a chance below one in 10²².
struct Tokens {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    func token(of pseudonym: String) -> (UInt64, UInt64) {
        var pseudonym = pseudonym
        let code = pseudonym.withUTF8 { bytes in
            HMAC<SHA256>.authenticationCode(for: UnsafeRawBufferPointer(bytes), using: key)
        }
        return code.withUnsafeBytes { bytes in
            (
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }
}

/// Something that was stored here and has to be told to the journal. It is stored in the same transaction as what it
/// tells of, and forgotten when the journal has it, so that a process killed between the two files loses nothing and
/// tells nothing twice.
struct Untold {
    enum Kind: String { case taken, erased }

    let id: String
    let kind: Kind
    let first: CrossingDay
    let last: CrossingDay
    let rows: Int
    let digest: String
    let source: SourceID

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO untold (id, kind, first_day, last_day, rows, digest, source) VALUES (?,?,?,?,?,?,?)
                """,
            arguments: [id, kind.rawValue, first.number, last.number, rows, digest, source.rawValue])
    }

    static func all(_ db: Database) throws -> [Untold] {
        try Row.fetchAll(db, sql: "SELECT * FROM untold ORDER BY rowid").compactMap { row in
            guard let kind = Kind(rawValue: row["kind"]) else { return nil }
            return Untold(
                id: row["id"], kind: kind, first: CrossingDay(number: row["first_day"]),
                last: CrossingDay(number: row["last_day"]), rows: row["rows"], digest: row["digest"],
                source: SourceID(row["source"] as String))
        }
    }
}
