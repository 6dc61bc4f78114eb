import Foundation
import GRDB
import Situation

extension Journal {
    /// Writes a consistent copy of the journal to `destination`, which must not exist, while others go on
    /// appending.
    ///
    /// A copy that is written to later must be opened under a new station: see ``StationFolder``.
    ///
    /// - Returns: the verification of the copy, whose head belongs on the label of the backup.
    /// - Throws: ``StoreError``.
    public func backUp(
        to destination: String, progress: @escaping (Double) -> Void = { _ in }
    ) throws(StoreError) -> Verification {
        guard !FileManager.default.fileExists(atPath: destination) else {
            throw .refused(path: destination, reason: "the file exists already")
        }
        try Self.translating(destination) {
            let copy = try DatabaseQueue(path: destination)
            try pool.backup(to: copy, pagesPerStep: 2000) { step in
                if step.totalPageCount > 0 {
                    progress(Double(step.completedPageCount) / Double(step.totalPageCount))
                }
            }
            try copy.close()
        }
        let copy = try Journal.open(destination, station: station)
        let verification = try copy.verify()
        try copy.close()
        return verification
    }

    /// Makes all derived rows anew from the record: after damage to them, or by hand at any time.
    ///
    /// - Returns: how many entries were read.
    /// - Throws: ``StoreError``.
    public func rebuildDerived() throws(StoreError) -> Int {
        try Self.translating(path) {
            let count = try pool.write { db in
                for table in ["statement", "amendment", "snapshot", "label"] {
                    try db.execute(sql: "DELETE FROM \(table)")
                }
                try LogIndex.clear(db)
                return try Self.deriveAll(db)
            }
            labels.withLock { $0 = [:] }
            return count
        }
    }

    private static func deriveAll(_ db: Database) throws -> Int {
        var derived = try DerivedWriter(db, labels: [:])
        let rows = try SQLStatement(
            db, sql: "SELECT seq, station, number, envelope, body FROM entry ORDER BY seq")
        defer { rows.reset() }
        var count = 0
        while try rows.step() {
            let id = EntryID(station: StationID(rows.text(1)), number: rows.integer(2))
            guard let envelope = Envelope(decoding: rows.bytes(3)) else {
                throw StoreError.damaged(id, reason: "its envelope cannot be read")
            }
            try derived.write(try envelope.entry(body: rows.bytes(4)), seq: rows.integer(0))
            count += 1
        }
        return count
    }
}
