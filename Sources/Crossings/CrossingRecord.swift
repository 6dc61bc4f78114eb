import Situation

/// A crossing as it is kept: a keyed token in place of the pseudonym, and the rest in eight bytes.
///
/// Records order by person and then by time. Tokens are the output of a keyed hash and so spread evenly over their
/// range, which the counting relies on.
struct CrossingRecord: Hashable, Comparable {
    /// The first and second half of the token.
    let high: UInt64
    let low: UInt64
    /// Milliseconds (44 bits), post (16), direction (1), mode (3).
    let rest: UInt64

    /// Bytes of one record in a sealed run.
    static let size = 24
    static let mostPosts = 1 << 16

    init(high: UInt64, low: UInt64, rest: UInt64) {
        (self.high, self.low, self.rest) = (high, low, rest)
    }

    /// - Parameter post: the number of the post in the file; below ``mostPosts``.
    init(token: (UInt64, UInt64), at: Instant, post: Int, direction: Direction, mode: TravelMode) {
        (high, low) = token
        let code = UInt64(Self.modes.firstIndex(of: mode) ?? 0)
        rest =
            UInt64(clamping: at.milliseconds) << 20 | UInt64(post) << 4 | (direction == .in ? 0 : 8) | code
    }

    /// The order in which modes are stored; only ever added to.
    private static let modes: [TravelMode] = [.all, .car, .bus, .truck, .foot, .rail, .air]

    var at: Instant { Instant(milliseconds: Int64(rest >> 20)) }
    var post: Int { Int(rest >> 4 & 0xFFFF) }
    var isEntry: Bool { rest & 8 == 0 }

    func isSamePerson(as other: CrossingRecord) -> Bool { high == other.high && low == other.low }

    static func < (left: Self, right: Self) -> Bool {
        if left.high != right.high { return left.high < right.high }
        if left.low != right.low { return left.low < right.low }
        return left.rest < right.rest
    }
}

extension CrossingRecord {
    /// Records one behind the other, each as three little-endian numbers.
    static func packed(_ records: [CrossingRecord]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(records.count * size)
        for record in records {
            for number in [record.high, record.low, record.rest] {
                withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        return bytes
    }

    /// Calls `body` with each record that `bytes` hold.
    static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (CrossingRecord) -> Void) {
        for start in stride(from: 0, to: bytes.count - bytes.count % size, by: size) {
            func number(_ offset: Int) -> UInt64 {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self))
            }
            body(CrossingRecord(high: number(0), low: number(8), rest: number(16)))
        }
    }
}
