/// Times counted in classes as wide as 1/64 of their lower end: quantiles of any number of values from a fixed
/// 30 KB, at the cost of one addition a value.
///
/// A quantile is at most 0.8 % off the value of that rank. Values from 2⁻²⁰ to 2⁴⁰ are told apart, in the caller's
/// unit; less counts as 0, more as 2⁴⁰. Merging adds counts, so the order of merging changes nothing.
public struct WaitHistogram: Hashable, Sendable {
    private static let lowest = 0x1p-20.bitPattern >> (52 - 6)
    private static let classes = 60 << 6

    /// The first class is everything too small to be told apart, 0 above all.
    private var counts: [Int]
    /// How many values.
    public private(set) var count = 0

    /// A histogram of nothing.
    public init() { counts = Array(repeating: 0, count: Self.classes + 2) }

    /// Takes in a value; one that is no number counts as 0.
    @inline(__always)
    public mutating func add(_ value: Double) {
        counts[Self.place(of: value)] += 1
        count += 1
    }

    /// Takes in what another histogram took in.
    public mutating func merge(_ other: WaitHistogram) {
        for place in counts.indices { counts[place] += other.counts[place] }
        count += other.count
    }

    /// The value that a share of all values does not exceed; `nil` of no values.
    ///
    /// - Parameter share: from 0 to 1.
    public func quantile(_ share: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = Int((min(max(share, 0), 1) * Double(count)).rounded(.up))
        var seen = 0
        for place in counts.indices {
            seen += counts[place]
            if seen >= max(rank, 1) { return Self.middle(of: place) }
        }
        return Self.middle(of: counts.count - 1)
    }

    /// How many values exceed a bound, with the class of the bound itself left out.
    public func countAbove(_ bound: Double) -> Int { counts[(Self.place(of: bound) + 1)...].reduce(0, +) }

    @inline(__always)
    private static func place(of value: Double) -> Int {
        guard value >= 0x1p-20 else { return 0 }
        return min(Int(value.bitPattern >> (52 - 6) &- lowest), classes) &+ 1
    }

    private static func middle(of place: Int) -> Double {
        guard place > 0 else { return 0 }
        guard place <= classes else { return 0x1p40 }
        return Double(bitPattern: (lowest + UInt64(place - 1)) << (52 - 6) | 1 << (51 - 6))
    }
}
