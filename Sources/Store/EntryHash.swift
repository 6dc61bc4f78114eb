import Crypto
import Situation

/// A link of the chain: the SHA-256 of an entry's stored bytes, or of a journal's header.
public struct EntryHash: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// `nil` unless there are 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads 64 hexadecimal digits.
    public init?(hexadecimal text: String) {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64, text.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private init(_ digest: SHA256.Digest) { bytes = Array(digest) }

    /// The hash of an entry: of its envelope and its body as they are stored, each behind its length.
    static func of(envelope: [UInt8], body: [UInt8]) -> EntryHash {
        var writer = ByteWriter(capacity: envelope.count + body.count + 8)
        writer.put(envelope)
        writer.put(body)
        return EntryHash(SHA256.hash(data: writer.bytes))
    }

    /// The hash of any bytes: headers, feed files.
    static func of(_ bytes: [UInt8]) -> EntryHash { EntryHash(SHA256.hash(data: bytes)) }

    /// 64 hexadecimal digits.
    public var description: String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}

/// The digest of a feed's bytes, taken as they stream by, by which the same file is known again.
public struct FeedDigest {
    private var hash = SHA256()

    public init() {}

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// The digest of all bytes taken in.
    public func finalized() -> [UInt8] { Array(hash.finalize()) }
}
