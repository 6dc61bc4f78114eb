import Crypto
import Foundation
import GRDB
import Situation

extension CrossingFile {
    /// What an erasure came to.
    public struct Erasure: Hashable, Sendable {
        public var days = 0
        public var rows = 0
        /// Whether the file's write-ahead log could be emptied. When another process was reading, its sealed bytes stay until
        /// the next time; the keys are gone either way.
        public var isLogEmptied = true

        public init() {}
    }

    /// Says that the days before `day` are erased from now on, and keeps their sketches. What is left to do
    /// ``finishErasing()`` does, in this process or the next.
    ///
    /// - Parameter expecting: the days that were closed and with how many crossings. When others came in meanwhile nothing
    ///   is done.
    func markErased(
        before day: CrossingDay, expecting closed: [(day: CrossingDay, rows: Int)], scopes: [CrossingScope]
    ) throws(CrossingFault) {
        try CrossingFault.translating(path) {
            try pool.write { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT day, sum(rows) AS rows FROM run
                        WHERE day < ? AND day >= (SELECT erased_before FROM crossings) GROUP BY day ORDER BY day
                        """,
                    arguments: [day.number])
                let found = rows.map { [$0["day"] as Int, $0["rows"] as Int] }
                guard found == closed.map({ [$0.day.number, $0.rows] }) else {
                    throw CrossingFault.changedMeanwhile
                }
                for (day, _) in closed { try keepSketches(of: day, scopes: scopes.filter(\.isSketched), db) }
                try db.execute(
                    sql: "UPDATE crossings SET erased_before = max(erased_before, ?)", arguments: [day.number]
                )
                guard let first = closed.first?.day, let last = closed.last?.day else { return }
                try Untold(
                    id: UUID().uuidString, kind: .erased, first: first, last: last,
                    rows: closed.reduce(0) { $0 + $1.rows }, digest: "", source: CrossingDesk.source
                ).insert(db)
            }
        }
    }

    private func keepSketches(of day: CrossingDay, scopes: [CrossingScope], _ db: Database) throws {
        let hash = SketchHash(key: try keys.keyOrNew(.sketch(year: day.year)))
        let sketches = try sketches(from: day, to: day, scopes: scopes, hash: hash, db)
        for (scope, sketch) in sketches.sorted(by: { $0.key < $1.key }) where sketch != PeopleSketch() {
            try db.execute(
                sql: "INSERT OR REPLACE INTO sketch (day, scope, registers) VALUES (?,?,?)",
                arguments: [day.number, scope, Data(sketch.packed())])
        }
    }

    /// Destroys the keys of erased days and of years that are erased whole, then deletes what they had sealed.
    ///
    /// - Returns: whether the write-ahead log could be emptied.
    /// - Throws: ``CrossingFault``; call again.
    @discardableResult
    func finishErasing() throws(CrossingFault) -> Bool {
        guard let erased = try erasedBefore() else { return true }
        for name in try keys.names() {
            switch name {
            case .day(let day) where day < erased: try keys.destroy(name)
            case .sketch(let year) where year < erased.year: try keys.destroy(name)
            default: break
            }
        }
        return try CrossingFault.translating(path) {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "DELETE FROM run WHERE day < ?", arguments: [erased.number])
                guard db.changesCount > 0 else { return true }
                do {
                    try db.checkpoint(.truncate)
                    return true
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    return false
                }
            }
        }
    }

    /// The sketches kept of one scope's days.
    func sketches(
        of scope: String, from first: CrossingDay, before end: CrossingDay
    ) throws(CrossingFault) -> [(day: CrossingDay, sketch: PeopleSketch)] {
        try CrossingFault.translating(path) {
            try pool.read { db in
                try Row.fetchAll(
                    db,
                    sql:
                        "SELECT day, registers FROM sketch WHERE scope = ? AND day >= ? AND day < ? ORDER BY day",
                    arguments: [scope, first.number, end.number]
                ).compactMap { row in
                    PeopleSketch(packed: Array(row["registers"] as Data)).map {
                        (CrossingDay(number: row["day"]), $0)
                    }
                }
            }
        }
    }
}

/// Turns a person's token into what a year's sketches are made of.
struct SketchHash {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    func hash(of record: CrossingRecord) -> UInt64 {
        withUnsafeBytes(of: (record.high.littleEndian, record.low.littleEndian)) { bytes in
            HMAC<SHA256>.authenticationCode(for: bytes, using: key).withUnsafeBytes {
                UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))
            }
        }
    }
}
