import Foundation
import GRDB
import Situation

extension Journal {
    /// What became of drafts that were offered.
    public struct Intake: Hashable, Sendable {
        /// The entries stored, in order.
        public var stored: [EntryID] = []
        /// How many said again what their source had said last.
        public var duplicates = 0
        /// How many were left out because something else had been said in their thread; only where that is asked
        /// for.
        public var overtaken = 0
        /// Set when the wall clock stood more than five minutes behind the journal: the clock was not
        /// believed, and someone should look at it.
        public var clockBehind: Span?

        public init() {}
    }

    /// Appends `drafts` in one transaction. When it returns they are on the disk.
    ///
    /// - Parameter wall: now, by the clock of this journal: the wall clock for a live one, the exercise's own
    ///   time for an exercise.
    /// - Throws: ``StoreError``; nothing is stored then.
    @discardableResult
    public func append(_ drafts: [Draft], at wall: Instant) throws(StoreError) -> Intake {
        try write(drafts, skipping: .nothing) { _ in wall }
    }

    /// Appends those of `drafts` that nothing in their thread has overtaken: what the program finds by itself, which
    /// another console may have found a moment before.
    ///
    /// - Throws: ``StoreError``; nothing is stored then.
    @discardableResult
    public func appendUnlessOvertaken(_ drafts: [Draft], at wall: Instant) throws(StoreError) -> Intake {
        try write(drafts, skipping: .overtaken) { _ in wall }
    }

    /// Appends the drafts of an exercise in one transaction, each recorded at its own time in the exercise:
    /// when it became known.
    ///
    /// - Parameter now: the time for drafts that do not say when they were known.
    /// - Throws: ``StoreError``; nothing is stored then.
    @discardableResult
    public func append(playing drafts: [Draft], now: Instant) throws(StoreError) -> Intake {
        try write(drafts, skipping: .nothing) { $0.known ?? now }
    }

    /// Appends what is new in `drafts`: a draft equal to its source's latest word on the same number is a
    /// duplicate; one equal to an older word, corrected since, is stored.
    ///
    /// - Throws: ``StoreError``; nothing is stored then.
    @discardableResult
    public func takeIn(_ drafts: [Draft], at wall: Instant) throws(StoreError) -> Intake {
        try write(drafts, skipping: .duplicates) { _ in wall }
    }

    /// Which drafts are passed over instead of stored or refused.
    fileprivate enum Skipping {
        case nothing, duplicates, overtaken
    }

    private func write(
        _ drafts: [Draft], skipping: Skipping, at wall: (Draft) -> Instant
    ) throws(StoreError) -> Intake {
        guard let first = drafts.first else { return Intake() }
        return try Self.translating(path) {
            let known = labels.withLock { $0 }
            let (intake, newLabels) = try pool.write { db in
                var writer = try EntryWriter(db, journal: self, labels: known, wall: wall(first))
                for draft in drafts {
                    try writer.write(draft, at: wall(draft), skipping: skipping)
                }
                try writer.finish(db)
                return (writer.intake, writer.labels)
            }
            if newLabels.count > known.count {
                labels.withLock { $0.merge(newLabels) { first, _ in first } }
            }
            return intake
        }
    }
}

/// Writes drafts as entries within one transaction: numbers, times and hashes come from here.
private struct EntryWriter {
    var intake = Journal.Intake()
    /// All label numbers known now; worth keeping only once the transaction is committed.
    var labels: [String: Int64] { derived.labels.all }

    private let station: StationID
    private var number: Int64
    private var previous: EntryHash
    private var recorded: HybridTime?
    private var seq: Int64
    private var earliest: HybridTime?

    private let insertEntry: SQLStatement
    private var derived: DerivedWriter
    private let duplicates: DuplicateFinder
    private let threads: ThreadGuard
    private let existing: SQLStatement

    init(_ db: Database, journal: Journal, labels: [String: Int64], wall: Instant) throws {
        derived = try DerivedWriter(db, labels: labels)
        station = journal.station
        insertEntry = try SQLStatement(
            db, sql: "INSERT INTO entry (seq, station, number, envelope, body, hash) VALUES (?,?,?,?,?,?)")
        duplicates = try DuplicateFinder(db)
        threads = try ThreadGuard(db)
        existing = try SQLStatement(db, sql: "SELECT 1 FROM entry WHERE station = ? AND number = ?")

        let last = try SQLStatement(db, sql: "SELECT seq, envelope FROM entry ORDER BY seq DESC LIMIT 1")
        seq = 0
        if try last.step() {
            seq = last.integer(0)
            guard let envelope = Envelope(decoding: last.bytes(1)) else {
                last.reset()
                throw StoreError.notAJournal(path: journal.path, reason: "its last entry cannot be read")
            }
            recorded = envelope.recorded
        }
        last.reset()
        let own = try SQLStatement(
            db, sql: "SELECT number, hash FROM entry WHERE station = ? ORDER BY number DESC LIMIT 1")
        own.bind(1, station.rawValue)
        number = 0
        previous = journal.header.hash
        if try own.step() {
            number = own.integer(0)
            previous = EntryHash(bytes: own.bytes(1)) ?? previous
        }
        own.reset()
        if let recorded, recorded.instant - wall > HybridTime.tolerance {
            intake.clockBehind = recorded.instant - wall
        }
    }

    mutating func write(_ draft: Draft, at wall: Instant, skipping: Journal.Skipping) throws {
        if let (thread, last) = try threads.overtaking(draft) {
            guard skipping == .overtaken else { throw StoreError.overtaken(thread, by: last) }
            intake.overtaken += 1
            return
        }
        try requireTarget(of: draft.fact)
        let time = HybridTime.next(after: recorded, wall: wall)
        if let known = draft.known, known - time.instant > HybridTime.tolerance {
            throw StoreError.knownInFuture(known: known, now: time.instant)
        }
        let known = draft.known.map { HybridTime($0) } ?? time
        let body = try FactBody.encode(draft.fact)
        if skipping == .duplicates, let series = draft.fact.series,
            try duplicates.isRepeated(
                body, series: series, seriesLabel: derived.labels.number(of: series.name), about: draft.about,
                sourceLabel: derived.labels.number(of: draft.source.rawValue),
                knownBy: draft.known.map(HybridTime.last))
        {
            intake.duplicates += 1
            return
        }
        let envelope = Envelope(
            id: EntryID(station: station, number: number + 1), recorded: time, known: known,
            about: draft.about, author: draft.author, source: draft.source, confidence: draft.confidence,
            kindName: draft.fact.kindName, bodyVersion: draft.fact.bodyVersion, previous: previous)
        try store(envelope, body: body, fact: draft.fact)
    }

    /// Only what is in the journal can be promoted to a significant event.
    private func requireTarget(of fact: Fact) throws {
        guard case .significance(let event) = fact else { return }
        existing.bind(1, event.entry.station.rawValue)
        existing.bind(2, event.entry.number)
        defer { existing.reset() }
        guard try existing.step() else { throw StoreError.noSuchEntry(event.entry) }
    }

    private mutating func store(_ envelope: Envelope, body: [UInt8], fact: Fact) throws {
        let bytes = envelope.encoded()
        let hash = EntryHash.of(envelope: bytes, body: body)
        number += 1
        seq += 1
        insertEntry.bind(1, seq)
        insertEntry.bind(2, station.rawValue)
        insertEntry.bind(3, number)
        insertEntry.bind(4, bytes)
        insertEntry.bind(5, body)
        insertEntry.bind(6, hash.bytes)
        try insertEntry.run()
        let entry = Entry(
            id: envelope.id, recorded: envelope.recorded, known: envelope.known, about: envelope.about,
            author: envelope.author, source: envelope.source, confidence: envelope.confidence, fact: fact)
        try derived.write(entry, seq: seq)
        previous = hash
        recorded = envelope.recorded
        earliest = min(earliest ?? envelope.known, envelope.known)
        intake.stored.append(envelope.id)
    }

    /// Voids the snapshots that a late entry has overtaken.
    mutating func finish(_ db: Database) throws {
        guard let earliest else { return }
        let void = try SQLStatement(db, sql: "DELETE FROM snapshot WHERE known >= ?")
        void.bind(1, earliest.bits)
        try void.run()
    }
}

/// Finds whether a source says again what it said last.
private struct DuplicateFinder {
    private let latest: SQLStatement

    init(_ db: Database) throws {
        latest = try SQLStatement(
            db,
            sql: """
                SELECT entry.body FROM statement JOIN entry ON entry.seq = statement.seq
                WHERE statement.subject = ? AND statement.about_to = ? AND statement.about_from = ?
                    AND statement.series = ? AND statement.source = ? AND statement.known <= ?
                ORDER BY statement.known DESC, statement.recorded DESC, statement.station DESC,
                    statement.number DESC
                LIMIT 1
                """)
    }

    /// - Parameter knownBy: looks at what was known then, so that a history loaded a second time finds
    ///   itself; `nil` looks at all.
    func isRepeated(
        _ body: [UInt8], series: Series, seriesLabel: Int64, about: About, sourceLabel: Int64,
        knownBy: HybridTime?
    ) throws -> Bool {
        latest.bind(1, series.subject)
        latest.bind(2, about.end.milliseconds)
        latest.bind(3, about.start.milliseconds)
        latest.bind(4, seriesLabel)
        latest.bind(5, sourceLabel)
        latest.bind(6, knownBy?.bits ?? .max)
        let isRepeated = try latest.step() && latest.bytes(0) == body
        latest.reset()
        return isRepeated
    }
}
