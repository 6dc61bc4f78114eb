/// Packs numbers and texts tightly: small numbers in one byte, each text once, times as steps from the time
/// before. For snapshots, which are a cache and may change their form with every version; the journal itself
/// is never stored like this.
struct SnapshotWriter {
    private var bytes: [UInt8] = []
    /// The instant put last.
    private var last = Instant(milliseconds: 0)
    private var texts: [String: Int] = [:]
    private var order: [String] = []

    /// A number of at most 63 bits, small ones in few bytes (zigzag and base 128).
    mutating func put(_ number: Int64) {
        var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(_ number: Int) { put(Int64(number)) }

    /// `nil` as 0; what is not negative moves up by one to make room for it.
    mutating func put(_ number: Int?) {
        guard let number else { return put(Int64(0)) }
        put(number >= 0 ? number &+ 1 : number)
    }

    mutating func put(_ text: String) {
        if let place = texts[text] { return put(place) }
        let place = order.count
        texts[text] = place
        order.append(text)
        put(place)
    }

    mutating func put(_ text: String?) {
        put(text == nil ? 0 : 1)
        if let text { put(text) }
    }

    /// The step from the instant before: reports come in order, so it is short.
    mutating func put(_ instant: Instant) {
        put(Span(milliseconds: instant.milliseconds &- last.milliseconds))
        last = instant
    }

    /// Whole minutes, as nearly all lengths are, or else milliseconds; the lowest bit tells which.
    mutating func put(_ span: Span) {
        let milliseconds = span.milliseconds
        put(milliseconds % 60_000 == 0 ? (milliseconds / 60_000) << 1 : milliseconds << 1 | 1)
    }

    mutating func put(_ number: Double) {
        put(Int64(bitPattern: number.bitPattern) >> 1); put(Int64(number.bitPattern & 1))
    }

    mutating func list<Elements: Collection>(
        _ elements: Elements, _ write: (inout SnapshotWriter, Elements.Element) -> Void
    ) {
        put(elements.count)
        for element in elements { write(&self, element) }
    }

    /// All bytes, the table of texts first.
    func packed() -> [UInt8] {
        var head = SnapshotWriter()
        head.put(order.count)
        for text in order {
            head.put(text.utf8.count)
            head.bytes.append(contentsOf: text.utf8)
        }
        return head.bytes + bytes
    }
}

/// Unpacks what ``SnapshotWriter`` packed. Bytes that end too soon or name no case throw ``Damaged``.
struct SnapshotReader {
    /// The bytes are no snapshot of this form. The caller folds from an earlier one instead.
    struct Damaged: Error {}

    private let bytes: [UInt8]
    private var position = 0
    private var texts: [String] = []
    /// The instant read last.
    private var last = Instant(milliseconds: 0)

    init(_ bytes: [UInt8]) throws(Damaged) {
        self.bytes = bytes
        for _ in 0..<(try count()) {
            let length = try integer()
            guard length >= 0, length <= bytes.count - position else { throw Damaged() }
            texts.append(String(decoding: bytes[position..<position + length], as: UTF8.self))
            position += length
        }
    }

    var atEnd: Bool { position == bytes.count }

    mutating func number() throws(Damaged) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.count, shift < 64 else { throw Damaged() }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func integer() throws(Damaged) -> Int { Int(try number()) }

    /// How many of something follow.
    mutating func count() throws(Damaged) -> Int {
        let count = try integer()
        guard count >= 0, count <= bytes.count else { throw Damaged() }
        return count
    }

    mutating func optionalInteger() throws(Damaged) -> Int? {
        let stored = try integer()
        if stored == 0 { return nil }
        return stored > 0 || stored == .min ? stored &- 1 : stored
    }

    mutating func text() throws(Damaged) -> String {
        let place = try integer()
        guard texts.indices.contains(place) else { throw Damaged() }
        return texts[place]
    }

    mutating func optionalText() throws(Damaged) -> String? {
        try number() == 0 ? nil : try text()
    }

    mutating func instant() throws(Damaged) -> Instant {
        last = Instant(milliseconds: last.milliseconds &+ (try span().milliseconds))
        guard Self.times.contains(last.milliseconds) else { throw Damaged() }
        return last
    }

    mutating func span() throws(Damaged) -> Span {
        let stored = try number()
        let milliseconds = stored & 1 == 0 ? (stored >> 1) &* 60_000 : stored >> 1
        guard Self.times.contains(milliseconds) else { throw Damaged() }
        return Span(milliseconds: milliseconds)
    }

    /// Numbers beyond these are no times, and reckoning with them could overflow.
    private static let times = -(Int64(1) << 61)...(Int64(1) << 61)

    mutating func double() throws(Damaged) -> Double {
        let upper = UInt64(bitPattern: try number()) << 1
        return Double(bitPattern: upper | UInt64(bitPattern: try number()) & 1)
    }

    mutating func list<Element>(
        _ read: (inout SnapshotReader) throws(Damaged) -> Element
    ) throws(Damaged) -> [Element] {
        let count = try count()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    /// A case by its stored name.
    mutating func named<Case: RawRepresentable>(_ type: Case.Type) throws(Damaged) -> Case
    where Case.RawValue == String {
        guard let value = Case(rawValue: try text()) else { throw Damaged() }
        return value
    }
}
