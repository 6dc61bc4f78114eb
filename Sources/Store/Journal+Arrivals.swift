import Foundation
import GRDB
import Situation

extension Journal {
    /// An entry and the place at which this journal took it.
    public struct Arrival: Sendable {
        /// 1 for the first entry the journal took.
        public let sequence: Int64
        public let entry: Entry
    }

    /// The entries this journal took after the one at `sequence`, in the order in which it took them.
    ///
    /// - Parameter sequence: 0 for all.
    /// - Throws: ``StoreError``.
    public func arrivals(after sequence: Int64) throws(StoreError) -> [Arrival] {
        try Self.translating(path) {
            try pool.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT seq, envelope, body, hash FROM entry WHERE seq > ? ORDER BY seq",
                    arguments: [sequence]
                ).map { row in
                    Arrival(
                        sequence: row["seq"], entry: try Self.storedEntry(row, seq: row["seq"]).entry)
                }
            }
        }
    }
}

extension Journal {
    /// What a new playing of a simulation makes of this journal.
    public struct Reproduction: Hashable, Sendable {
        /// Entries of the simulation that are here.
        public var found = 0
        /// The first entry that comes out otherwise; `nil` when all come out the same.
        public var difference: EntryID?
        /// What the new playing gives more than is here.
        public var surplus = 0
        /// The hash of the last entry of all, made anew; that of the header for an empty journal.
        public var head: EntryHash

        /// Whether every hash comes out the same.
        public var isExact: Bool { difference == nil && surplus == 0 }
    }

    /// Puts `drafts` in the place of all that came from `source` and makes every hash of every chain anew.
    ///
    /// - Parameter drafts: in the order in which they were appended.
    /// - Throws: ``StoreError``.
    public func reproduce(_ drafts: [Draft], from source: SourceID) throws(StoreError) -> Reproduction {
        try Self.translating(path) {
            var result = Reproduction(head: header.hash)
            var heads: [StationID: EntryHash] = [:]
            var next = drafts.makeIterator()
            try pool.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT seq, envelope, body, hash FROM entry ORDER BY seq")
                while let row = try rows.next() {
                    var body = Array(row["body"] as Data)
                    guard var envelope = Envelope(decoding: Array(row["envelope"] as Data)) else { continue }
                    if envelope.source == source {
                        result.found += 1
                        if let draft = next.next() {
                            body = try FactBody.encode(draft.fact)
                            envelope.take(draft)
                        } else {
                            body = []
                        }
                    }
                    envelope.previous = heads[envelope.id.station] ?? header.hash
                    let hash = EntryHash.of(envelope: envelope.encoded(), body: body)
                    heads[envelope.id.station] = hash
                    result.head = hash
                    if hash.bytes != Array(row["hash"] as Data), result.difference == nil {
                        result.difference = envelope.id
                    }
                }
            }
            while next.next() != nil { result.surplus += 1 }
            return result
        }
    }
}

extension Envelope {
    /// Takes over what a draft says; the counter of the known time stays, since a draft has none.
    fileprivate mutating func take(_ draft: Draft) {
        if let moment = draft.known, moment != known.instant { known = HybridTime(moment) }
        about = draft.about
        author = draft.author
        source = draft.source
        confidence = draft.confidence
        kindName = draft.fact.kindName
        bodyVersion = draft.fact.bodyVersion
    }
}

extension Journal {
    /// Makes a new journal that begins with all this one had taken by a moment: the exercise is played on from there,
    /// and this journal stays as it is. Entries keep their names, times and words; the chain is made anew from the new
    /// header.
    ///
    /// - Parameters:
    ///   - path: where nothing is yet.
    ///   - moment: entries recorded by then are copied.
    /// - Throws: ``StoreError``.
    public func fork(
        to path: String, header newHeader: JournalHeader, until moment: Instant
    ) throws(StoreError) -> Journal {
        let other = try Journal.create(path, header: newHeader, station: station)
        let kept = try arrivalsStored(until: moment)
        try Self.translating(path) {
            try other.pool.write { db in
                var derived = try DerivedWriter(db, labels: [:])
                let insert = try SQLStatement(
                    db,
                    sql: "INSERT INTO entry (seq, station, number, envelope, body, hash) VALUES (?,?,?,?,?,?)"
                )
                var heads: [StationID: EntryHash] = [:]
                for (sequence, envelopeBytes, body) in kept {
                    guard var envelope = Envelope(decoding: envelopeBytes) else { continue }
                    envelope.previous = heads[envelope.id.station] ?? newHeader.hash
                    let bytes = envelope.encoded()
                    let hash = EntryHash.of(envelope: bytes, body: body)
                    heads[envelope.id.station] = hash
                    insert.bind(1, sequence)
                    insert.bind(2, envelope.id.station.rawValue)
                    insert.bind(3, envelope.id.number)
                    insert.bind(4, bytes)
                    insert.bind(5, body)
                    insert.bind(6, hash.bytes)
                    try insert.run()
                    try derived.write(try envelope.entry(body: body), seq: sequence)
                }
            }
        }
        return other
    }

    private func arrivalsStored(
        until moment: Instant
    ) throws(StoreError) -> [(sequence: Int64, envelope: [UInt8], body: [UInt8])] {
        try Self.translating(path) {
            try pool.read { db in
                var kept: [(Int64, [UInt8], [UInt8])] = []
                let rows = try Row.fetchCursor(db, sql: "SELECT seq, envelope, body FROM entry ORDER BY seq")
                while let row = try rows.next() {
                    let bytes = Array(row["envelope"] as Data)
                    // Times of recording rise along a journal, so what is kept is its beginning.
                    guard let envelope = Envelope(decoding: bytes), envelope.recorded.instant <= moment else {
                        break
                    }
                    kept.append((row["seq"], bytes, Array(row["body"] as Data)))
                }
                return kept
            }
        }
    }
}
