/// Puts numbers and texts one behind the other into bytes: big-endian and length-prefixed, so that every
/// field has one form and none can be mistaken for part of its neighbour.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func put(byte: UInt8) { bytes.append(byte) }

    mutating func put(_ number: Int64) { putBigEndian(UInt64(bitPattern: number)) }

    mutating func put(length: Int) { putBigEndian(UInt32(truncatingIfNeeded: length)) }

    /// A length of four bytes, then the bytes.
    mutating func put(_ content: some Collection<UInt8>) {
        put(length: content.count)
        bytes.append(contentsOf: content)
    }

    /// A length of four bytes, then UTF-8.
    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            put(length: utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    private mutating func putBigEndian(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Takes numbers and texts off the front of bytes; `nil` where the bytes end too soon or hold no UTF-8.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var atEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() -> Int64? { bigEndian(UInt64.self).map(Int64.init(bitPattern:)) }

    mutating func content() -> ArraySlice<UInt8>? {
        guard let length = bigEndian(UInt32.self), Int(length) <= bytes.count - position else { return nil }
        defer { position += Int(length) }
        return bytes[position..<position + Int(length)]
    }

    mutating func text() -> String? {
        content().flatMap { String(validating: $0, as: UTF8.self) }
    }

    private mutating func bigEndian<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        let width = Number.bitWidth / 8
        guard bytes.count - position >= width else { return nil }
        defer { position += width }
        return bytes[position..<position + width].reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }
}
