import Crossings
import Foundation
import Reference
import Situation
import Store

/// Takes a feed into a journal: good rows are stored, bad rows are told and passed over.
public struct FeedImport {
    private let journal: Journal
    private let reference: Reference
    private let author: Author
    private let now: () -> Instant
    private let crossings: (() throws -> CrossingDesk)?

    /// The most rows in one transaction. They are on the disk before more are read.
    static let batchSize = 5000

    /// - Parameters:
    ///   - now: the journal's clock, asked anew for each piece of the feed: a pipe may stay open for days.
    ///   - crossings: opens the place for single crossings beside the journal, once a feed brings one.
    public init(
        into journal: Journal, reference: Reference, author: Author, now: @escaping () -> Instant,
        crossings: (() throws -> CrossingDesk)? = nil
    ) {
        self.journal = journal
        self.reference = reference
        self.author = author
        self.now = now
        self.crossings = crossings
    }

    /// What became of a feed.
    public struct Outcome: Hashable, Sendable {
        public var rows = 0
        public var stored = 0
        /// How many of those are single crossings, kept apart from the journal.
        public var crossings = 0
        /// Whether the feed held any at all: its file then holds pseudonyms.
        public var heldCrossings = false
        /// Rows that said again what their source had said last.
        public var duplicates = 0
        public var faults = 0
        public var unknownColumns: [String] = []
        /// When the very same file was taken in before, without faults; nothing was read then.
        public var takenBefore: Instant?
        public var clockBehind: Span?

        public init() {}
    }

    /// How the rows of a feed are written down.
    public enum Format: Sendable {
        case csv, ndjson

        /// By the file's name, else by the first byte: an object's brace or anything else.
        public init(name: String, firstByte: UInt8?) {
            let name = name.lowercased()
            if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") || name.hasSuffix(".json") {
                self = .ndjson
            } else {
                self = firstByte == UInt8(ascii: "{") && !name.hasSuffix(".csv") ? .ndjson : .csv
            }
        }
    }

    /// Reads all of `source`.
    ///
    /// - Parameters:
    ///   - name: the file's name, for faults and for the record of what was taken in.
    ///   - onFault: called with each bad row as it is met.
    ///   - onProgress: called now and then with the bytes read so far.
    /// - Throws: ``FeedFault`` when the feed cannot be read at all, `StoreError` when the journal refuses.
    public func run(
        _ source: some ByteSource, name: String, onFault: (RowFault) -> Void = { _ in },
        onProgress: (Int) -> Void = { _ in }
    ) throws -> Outcome {
        var source = source
        var digest = FeedDigest()
        let facilities = try journal.subjects(of: .facility)
        let reader = RowReader(
            reference: reference, author: author, now: now(),
            reportedFacilities: Set(facilities.map(ShelterID.init(rawValue:))))
        var rows = RowIntake(journal: journal, reader: reader, crossings: CrossingIntake(open: crossings))
        var piece = try source.next()
        var csv = CSVFeed(file: name)
        var ndjson = NDJSONFeed()
        let format = Format(name: name, firstByte: piece.first)
        var bytes = 0
        while !piece.isEmpty {
            piece.withUnsafeBytes { digest.update($0) }
            bytes += piece.count
            rows.reader.now = now()
            switch format {
            case .csv: try csv.read(piece) { rows.take($0, onFault) }
            case .ndjson: ndjson.read(piece) { rows.take($0, onFault) }
            }
            // Nothing waits for rows that may come much later: a short piece is all that a pipe has to give.
            try rows.flush(all: piece.count < FileBytes.pieceSize)
            onProgress(bytes)
            piece = try source.next()
        }
        switch format {
        case .csv: try csv.finish { rows.take($0, onFault) }
        case .ndjson: ndjson.finish { rows.take($0, onFault) }
        }
        try rows.flush(all: true)
        rows.outcome.heldCrossings = rows.crossings.wasOffered
        rows.outcome.unknownColumns = csv.unknownColumns + ndjson.unknownColumns
        // The digest of a file with pseudonyms would let guesses of them be tried; its rows are known again one by one.
        if rows.outcome.faults == 0, !rows.crossings.wasOffered {
            try journal.remember(
                feed: digest.finalized(), name: name, stored: rows.outcome.stored, at: now())
        }
        return rows.outcome
    }

    /// Whether a file with these very bytes was taken in before, without faults.
    ///
    /// - Throws: ``FeedFault``, `StoreError`.
    public func takenBefore(_ source: some ByteSource) throws -> Instant? {
        var source = source
        var digest = FeedDigest()
        var piece = try source.next()
        while !piece.isEmpty {
            piece.withUnsafeBytes { digest.update($0) }
            piece = try source.next()
        }
        return try journal.taken(feed: digest.finalized())
    }
}

/// Gathers good rows into batches and stores them.
private struct RowIntake {
    let journal: Journal
    var reader: RowReader
    var crossings: CrossingIntake
    var outcome = FeedImport.Outcome()
    private var batch: [Draft] = []
    private var failure: (any Error)?

    init(journal: Journal, reader: RowReader, crossings: CrossingIntake) {
        self.journal = journal
        self.reader = reader
        self.crossings = crossings
        batch.reserveCapacity(FeedImport.batchSize)
    }

    mutating func take(_ row: Result<FeedRow, RowFault>, _ onFault: (RowFault) -> Void) {
        guard failure == nil else { return }
        outcome.rows += 1
        do {
            let row = try row.get()
            switch try reader.content(of: row) {
            case .draft(let draft): batch.append(draft)
            case .crossing(let crossing, let source): try crossings.offer(crossing, from: source, row)
            }
            if batch.count >= FeedImport.batchSize { try flushDrafts() }
            if crossings.isFull { try crossings.flush(at: reader.now, &outcome) }
        } catch let fault as RowFault {
            outcome.faults += 1
            onFault(fault)
        } catch {
            failure = error
        }
    }

    /// Tells of a journal that refused while rows were being taken.
    func check() throws { if let failure { throw failure } }

    /// - Parameter all: whether crossings too, which are sealed in larger batches.
    mutating func flush(all: Bool) throws {
        try check()
        try flushDrafts()
        if all { try crossings.flush(at: reader.now, &outcome) }
    }

    private mutating func flushDrafts() throws(StoreError) {
        guard !batch.isEmpty else { return }
        let intake = try journal.takeIn(batch, at: reader.now)
        batch.removeAll(keepingCapacity: true)
        outcome.stored += intake.stored.count
        outcome.duplicates += intake.duplicates
        if let behind = intake.clockBehind { outcome.clockBehind = behind }
    }
}
