import Foundation
import GRDB
import Situation

extension Journal {
    /// Entries between two snapshots.
    static let snapshotInterval = 20_000

    /// The picture at `moment`, from the nearest snapshot that holds for it and the entries after.
    ///
    /// - Parameters:
    ///   - keepingSnapshots: whether to store snapshots passed on the way, which makes the next call fast.
    ///   - progress: called now and then with the entries folded so far.
    /// - Throws: ``StoreError``.
    public func picture(
        at moment: PictureMoment = .now, keepingSnapshots: Bool = true,
        progress: (Int) -> Void = { _ in }
    ) throws(StoreError) -> JournalPicture {
        try Self.translating(path) {
            var made: [Snapshot] = []
            let result = try pool.read { db in
                let count = try Self.entryCount(db)
                let corrections = try Self.corrections(db, until: moment)
                // A snapshot does not tell which positions it holds, nor what times its entries speak of.
                let isCut = moment.entries.map { $0 < count } ?? false || moment.inHindsightOf != nil
                var state =
                    isCut
                    ? JournalPicture()
                    : try Self.bestSnapshot(
                        db, for: moment,
                        // One that the moment leaves out may be in a snapshot that was made after it.
                        corrections: moment.isPast ? Self.corrections(db, until: .now) : corrections)
                for correction in corrections { state.amendments.note(correction.entry) }
                try Self.fold(db, into: &state, until: moment) { state in
                    progress(state.picture.entryCount)
                    if keepingSnapshots, !moment.isPast { made.append(Snapshot(of: state, madeAt: count)) }
                    if made.count >= 8 { try self.keep(&made) }
                }
                return state
            }
            try keep(&made)
            return result
        }
    }

    /// Takes `state`, made without limits by this journal, up to all entries there are now.
    ///
    /// - Returns: whether anything changed.
    /// - Throws: ``StoreError``.
    public func update(_ state: inout JournalPicture) throws(StoreError) -> Bool {
        let current = state
        let next: JournalPicture? = try Self.translating(path) {
            try pool.read { db in
                let count = try Self.entryCount(db)
                guard count != current.picture.entryCount else { return nil }
                var next = current
                var corrected = false
                try Self.fold(db, into: &next, until: .now, noting: { corrected = true }) { _ in }
                // A late entry stands before the head, a correction changes what stands before it: both mean
                // to fold again from further back.
                guard !corrected, next.picture.entryCount == count else { return .some(JournalPicture()) }
                return next
            }
        }
        guard let next else { return false }
        state = next.picture.head == nil ? try picture() : next
        return true
    }

    /// All corrections the journal holds: what of a moment of the past is said otherwise now.
    ///
    /// - Throws: ``StoreError``.
    public func amendments() throws(StoreError) -> Amendments {
        try Self.translating(path) {
            try pool.read { db in
                var amendments = Amendments()
                for correction in try Self.corrections(db, until: .now) { amendments.note(correction.entry) }
                return amendments
            }
        }
    }

    /// How many entries the journal holds.
    public func entryCount() throws(StoreError) -> Int {
        try Self.translating(path) { try pool.read(Self.entryCount) }
    }

    static func entryCount(_ db: Database) throws -> Int {
        // Entries are numbered without gaps, since none is ever deleted.
        try Int.fetchOne(db, sql: "SELECT max(seq) FROM entry") ?? 0
    }
}

// MARK: - Folding

extension Journal {
    /// Folds the entries after the head of `state`, up to `moment`.
    ///
    /// - Parameters:
    ///   - noting: called when a correction is met that was not known beforehand.
    ///   - atInterval: called whenever a snapshot would be due.
    private static func fold(
        _ db: Database, into state: inout JournalPicture, until moment: PictureMoment,
        noting: () -> Void = {}, atInterval: (JournalPicture) throws -> Void
    ) throws {
        let head = state.picture.head
        let rows = try SQLStatement(
            db,
            sql: """
                SELECT \(StatementRow.columns) FROM statement
                WHERE (known, recorded, station, number) > (?, ?, ?, ?) AND known <= ? AND recorded <= ?
                    AND seq <= ?
                ORDER BY known, recorded, station, number
                """)
        rows.bind(1, head?.known.bits ?? -1)
        rows.bind(2, head?.recorded.bits ?? -1)
        rows.bind(3, head?.id.station.rawValue ?? "")
        rows.bind(4, head?.id.number ?? 0)
        rows.bind(5, moment.knownLimit.bits)
        rows.bind(6, moment.recordedLimit.bits)
        rows.bind(7, moment.positionLimit)
        defer { rows.reset() }
        var reader = try StatementRow.Reader(db)
        while try rows.step() {
            let entry = try reader.entry(rows)
            guard moment.takesIn(entry) else { continue }
            if case .correction = entry.fact { noting() }
            state.picture.apply(entry, state.amendments)
            state.lastRecorded = max(state.lastRecorded, entry.recorded)
            if state.picture.entryCount % snapshotInterval == 0 { try atInterval(state) }
        }
    }

    /// A correction and where its target stands in fold order.
    private struct Correcting {
        let entry: Entry
        let target: FoldKey?
    }

    /// All corrections that `moment` takes in.
    private static func corrections(_ db: Database, until moment: PictureMoment) throws -> [Correcting] {
        let rows = try Row.fetchAll(db, sql: "SELECT seq, target_station, target_number FROM amendment")
        guard !rows.isEmpty else { return [] }
        var reader = try StatementRow.Reader(db)
        return try rows.compactMap { row in
            let seq: Int64 = row["seq"]
            guard seq <= moment.positionLimit else { return nil }
            let entry = try reader.storedEntry(seq: seq, id: EntryID(station: "?", number: seq))
            guard entry.known <= moment.knownLimit, entry.recorded <= moment.recordedLimit else { return nil }
            let target = try Row.fetchOne(
                db, sql: "SELECT envelope FROM entry WHERE station = ? AND number = ?",
                arguments: [row["target_station"], row["target_number"]]
            ).flatMap { Envelope(decoding: Array($0["envelope"] as Data)) }
            return Correcting(
                entry: entry,
                target: target.map { FoldKey(known: $0.known, recorded: $0.recorded, id: $0.id) })
        }
    }

    /// The newest snapshot that holds for `moment`: it took in nothing recorded later, and no correction that
    /// came after it reaches back into it.
    private static func bestSnapshot(
        _ db: Database, for moment: PictureMoment, corrections: [Correcting]
    ) throws -> JournalPicture {
        let candidates = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, known, recorded, station, number FROM snapshot
                WHERE known <= ? AND last_recorded <= ? AND form = ?
                ORDER BY known DESC, recorded DESC, station DESC, number DESC
                """,
            arguments: [moment.knownLimit.bits, moment.recordedLimit.bits, Picture.snapshotForm])
        while let row = try candidates.next() {
            let key = FoldKey(
                known: HybridTime(bits: row["known"]), recorded: HybridTime(bits: row["recorded"]),
                id: EntryID(station: StationID(row["station"] as String), number: row["number"]))
            let isReachedBack = corrections.contains { correcting in
                guard let target = correcting.target else { return false }
                return correcting.entry.foldKey > key && target <= key
            }
            if !isReachedBack, let state = try Snapshot.load(db, id: row["id"]) { return state }
        }
        return JournalPicture()
    }

    private func keep(_ snapshots: inout [Snapshot]) throws {
        guard !snapshots.isEmpty else { return }
        let made = snapshots
        snapshots = []
        do {
            try pool.write { db in for snapshot in made { try snapshot.store(db) } }
        } catch let error as DatabaseError
            where [.SQLITE_READONLY, .SQLITE_BUSY, .SQLITE_FULL].contains(error.resultCode.primaryResultCode)
        {
            // Only the cache could not be written; the picture itself is whole.
        }
    }
}
