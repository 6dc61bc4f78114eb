import Foundation
import GRDB
import Situation

/// A stored picture.
struct Snapshot {
    let key: FoldKey?
    let lastRecorded: HybridTime
    let entryCount: Int
    /// How many entries the journal held when the picture was made.
    let journalCount: Int
    let bytes: [UInt8]

    init(of state: JournalPicture, madeAt journalCount: Int) {
        self.journalCount = journalCount
        key = state.picture.head
        lastRecorded = state.lastRecorded
        entryCount = state.picture.entryCount
        bytes = state.picture.packed()
    }

    /// Stores the snapshot unless a late entry has come in since it was made, which would void it at once.
    func store(_ db: Database) throws {
        guard let key, try !isOvertaken(db, key: key) else { return }
        try db.execute(
            sql: """
                INSERT INTO snapshot
                    (known, recorded, station, number, last_recorded, entry_count, form, digest, picture)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
                WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE entry_count = ? AND form = ?)
                """,
            arguments: [
                key.known.bits, key.recorded.bits, key.id.station.rawValue, key.id.number, lastRecorded.bits,
                entryCount, Picture.snapshotForm, Data(EntryHash.of(bytes).bytes), Data(bytes), entryCount,
                Picture.snapshotForm,
            ])
    }

    private func isOvertaken(_ db: Database, key: FoldKey) throws -> Bool {
        let since = try Row.fetchCursor(
            db, sql: "SELECT envelope FROM entry WHERE seq > ?", arguments: [journalCount])
        while let row = try since.next() {
            guard let envelope = Envelope(decoding: Array(row["envelope"] as Data)) else { return true }
            if FoldKey(known: envelope.known, recorded: envelope.recorded, id: envelope.id) <= key {
                return true
            }
        }
        return false
    }

    /// Reads one snapshot; `nil` when its bytes are not what was stored.
    static func load(_ db: Database, id: Int64) throws -> JournalPicture? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT last_recorded, digest, picture FROM snapshot WHERE id = ?", arguments: [id])
        else { return nil }
        let bytes = Array(row["picture"] as Data)
        guard EntryHash.of(bytes).bytes == Array(row["digest"] as Data), let picture = Picture(packed: bytes)
        else { return nil }
        var state = JournalPicture()
        state.picture = picture
        state.lastRecorded = HybridTime(bits: row["last_recorded"])
        return state
    }

    /// Whether the bytes of every stored picture are what was stored.
    static func allFitTheirDigests(_ db: Database) throws -> Bool {
        let rows = try Row.fetchCursor(db, sql: "SELECT digest, picture FROM snapshot")
        while let row = try rows.next() {
            guard EntryHash.of(Array(row["picture"] as Data)).bytes == Array(row["digest"] as Data) else {
                return false
            }
        }
        return true
    }
}
