import Foundation

/// How many different people there were, kept in 16,384 small numbers from which nobody can be read back:
/// HyperLogLog with Ertl's improved estimator (O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches",
/// arXiv:1702.01284, section 4).
///
/// Sketches of several days unite into that of all of them without counting anybody twice. What goes in has to be keyed
/// hashes: with the key, and only with it, a given person can be tried against a sketch.
public struct PeopleSketch: Hashable, Sendable {
    private var registers: [UInt8]

    /// The number of registers is two to this power.
    static let bits = 14
    static let count = 1 << bits
    /// The most a register can hold: all 50 further bits of a hash are zero.
    private static let most = 64 - bits + 1

    /// The standard error of an estimate as a share of it: 1.04/√16384. Two in three estimates lie within it, 95 in
    /// 100 within twice of it.
    public static let standardError = 1.04 / Double(count).squareRoot()

    /// A sketch of nobody.
    public init() { registers = Array(repeating: 0, count: Self.count) }

    /// Takes in somebody by a keyed hash of 64 bits.
    public mutating func insert(_ hash: UInt64) {
        let index = Int(hash >> UInt64(64 - Self.bits))
        // A mark behind the last bit ends the count of zeros.
        let rank = UInt8(((hash << UInt64(Self.bits)) | 1 << UInt64(Self.bits - 1)).leadingZeroBitCount + 1)
        if registers[index] < rank { registers[index] = rank }
    }

    /// Takes in everybody of `other`.
    public mutating func unite(with other: PeopleSketch) {
        for index in registers.indices where registers[index] < other.registers[index] {
            registers[index] = other.registers[index]
        }
    }

    /// About how many people; see ``standardError``.
    public var estimate: Double {
        var counts = [Int](repeating: 0, count: Self.most + 1)
        for register in registers { counts[Int(register)] += 1 }
        let total = Double(Self.count)
        var sum = total * Self.tau(1 - Double(counts[Self.most]) / total)
        for rank in stride(from: Self.most - 1, through: 1, by: -1) {
            sum = 0.5 * (sum + Double(counts[rank]))
        }
        sum += total * Self.sigma(Double(counts[0]) / total)
        return total * total / (2 * log(2) * sum)
    }

    /// What empty registers add to the sum.
    private static func sigma(_ share: Double) -> Double {
        if share == 1 { return .infinity }
        var (x, y, z) = (share, 1.0, share)
        while true {
            let before = z
            x *= x
            z += x * y
            y += y
            if z == before { return z }
        }
    }

    /// What full registers add to the sum.
    private static func tau(_ share: Double) -> Double {
        if share == 0 || share == 1 { return 0 }
        var (x, y, z) = (share, 1.0, 1 - share)
        while true {
            let before = z
            x = x.squareRoot()
            y *= 0.5
            z -= (1 - x) * (1 - x) * y
            if z == before { return z / 3 }
        }
    }
}

extension PeopleSketch {
    /// The registers as bytes; of few people only those that hold something, each with its place.
    func packed() -> [UInt8] {
        let used = registers.indices.filter { registers[$0] > 0 }
        guard used.count * 3 < Self.count else { return [1] + registers }
        return used.reduce(into: [0]) { bytes, index in
            bytes += [UInt8(index & 0xFF), UInt8(index >> 8), registers[index]]
        }
    }

    /// `nil` when the bytes are damaged.
    init?(packed bytes: [UInt8]) {
        self.init()
        switch bytes.first {
        case 1:
            guard bytes.count == Self.count + 1, bytes.dropFirst().allSatisfy({ $0 <= Self.most }) else {
                return nil
            }
            registers = Array(bytes.dropFirst())
        case 0:
            guard bytes.count % 3 == 1 else { return nil }
            for start in stride(from: 1, to: bytes.count, by: 3) {
                let index = Int(bytes[start]) | Int(bytes[start + 1]) << 8
                guard index < Self.count, bytes[start + 2] <= Self.most else { return nil }
                registers[index] = bytes[start + 2]
            }
        default: return nil
        }
    }
}
