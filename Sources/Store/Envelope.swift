import Situation

/// An entry's stored form without its body: everything the hash must cover besides what is said.
///
/// The layout is described field by field in `docs/journal.md`, so that an inspector can verify a journal
/// with other tools.
struct Envelope: Hashable {
    var id: EntryID
    var recorded: HybridTime
    var known: HybridTime
    var about: About
    var author: Author
    var source: SourceID
    var confidence: Confidence
    var kindName: String
    var bodyVersion: Int
    var previous: EntryHash

    private static let mark = "AHUAL-ENTRY-1"

    /// The bytes that are stored and hashed.
    func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 256)
        writer.put(Self.mark)
        writer.put(id.station.rawValue)
        writer.put(id.number)
        writer.put(recorded.bits)
        writer.put(known.bits)
        switch about {
        case .moment(let instant):
            writer.put(byte: UInt8(ascii: "m"))
            writer.put(instant.milliseconds)
            writer.put(instant.milliseconds)
        case .period(let period):
            writer.put(byte: UInt8(ascii: "p"))
            writer.put(period.from.milliseconds)
            writer.put(period.to.milliseconds)
        }
        writer.put(author.person.rawValue)
        writer.put(author.seat.rawValue)
        writer.put(source.rawValue)
        writer.put(confidence.rawValue)
        writer.put(kindName)
        writer.put(Int64(bodyVersion))
        writer.put(previous.bytes)
        return writer.bytes
    }
}

extension Envelope {
    /// Reads stored bytes; `nil` when they are no envelope of a form this program knows.
    init?(decoding bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.text() == Self.mark, let station = reader.text(), let number = reader.number(),
            let recorded = reader.number(), let known = reader.number(),
            let about = Self.about(&reader), let person = reader.text(), let seat = reader.text(),
            let source = reader.text(), let confidence = reader.text().flatMap(Confidence.init(rawValue:)),
            let kindName = reader.text(), let version = reader.number(),
            let previous = reader.content().flatMap(EntryHash.init(bytes:)), reader.atEnd
        else { return nil }
        self.init(
            id: EntryID(station: StationID(station), number: number), recorded: HybridTime(bits: recorded),
            known: HybridTime(bits: known), about: about,
            author: Author(person: PersonName(person), seat: SeatName(seat)), source: SourceID(source),
            confidence: confidence, kindName: kindName, bodyVersion: Int(version), previous: previous)
    }

    private static func about(_ reader: inout ByteReader) -> About? {
        guard let form = reader.byte(), let from = reader.number(), let to = reader.number() else {
            return nil
        }
        switch form {
        case UInt8(ascii: "m"):
            return from == to ? .moment(Instant(milliseconds: from)) : nil
        case UInt8(ascii: "p"):
            return Period(from: Instant(milliseconds: from), to: Instant(milliseconds: to)).map(About.period)
        default:
            return nil
        }
    }

    /// The entry these bytes and `body` make together.
    func entry(body: [UInt8]) throws(StoreError) -> Entry {
        let fact: Fact
        do {
            fact = try FactBody.decode(body, kindName: kindName, version: bodyVersion)
        } catch {
            throw .damaged(id, reason: "\(error)")
        }
        return Entry(
            id: id, recorded: recorded, known: known, about: about, author: author, source: source,
            confidence: confidence, fact: fact)
    }
}
