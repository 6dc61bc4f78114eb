/// Quantiles of any number of values in bounded memory, without random numbers: exact while few, then by
/// compaction of sorted buffers (G. S. Manku, S. Rajagopalan, B. G. Lindsay, "Approximate Medians and other Quantiles in
/// One Pass and with Limited Memory", SIGMOD 1998; in the form of Z. Karnin, K. Lang, E. Liberty, "Optimal
/// Quantile Approximation in Streams", FOCS 2016).
///
/// A full buffer is sorted and every second value goes up to the next one with twice the weight; which half
/// goes up alternates. Each compaction shifts a rank by at most the weight, in a known direction, so ``rankError``
/// is a bound and no estimate: some ½ log₂(n/k)/k of all, k being the capacity.
public struct QuantileSketch: Hashable, Sendable {
    private struct Level: Hashable, Sendable {
        var values: [Double] = []
        /// Whether the next compaction keeps the first of each two.
        var keepsFirst = false
    }

    private var levels = [Level()]
    private let capacity: Int
    /// How many values.
    public private(set) var count = 0
    /// By how much ranks may have come out too high, and too low.
    private var above = 0, below = 0

    /// - Parameter capacity: the values a buffer holds; while there are no more, quantiles are exact.
    public init(capacity: Int = 4096) { self.capacity = max(8, capacity + capacity % 2) }

    /// Takes in a value; what is no number is passed over.
    public mutating func add(_ value: Double) {
        guard !value.isNaN else { return }
        count += 1
        levels[0].values.append(value)
        if levels[0].values.count > capacity { compact(from: 0) }
    }

    /// Takes in what another sketch took in. The outcome depends on the order of merging, so merge in a fixed
    /// one; the bound holds in any.
    public mutating func merge(_ other: QuantileSketch) {
        count += other.count
        above += other.above
        below += other.below
        while levels.count < other.levels.count { levels.append(Level()) }
        for level in other.levels.indices { levels[level].values += other.levels[level].values }
        for level in other.levels.indices where levels[level].values.count > capacity {
            compact(from: level)
        }
    }

    /// The value that a share of all values does not exceed; `nil` of no values.
    ///
    /// - Parameter share: from 0 to 1.
    public func quantile(_ share: Double) -> Double? { quantiles([share]).first }

    /// The values at several shares, for the price of one sort; none of no values.
    public func quantiles(_ shares: [Double]) -> [Double] {
        let held = levels.enumerated().flatMap { level, held in
            held.values.map { (value: $0, weight: 1 << level) }
        }.sorted { $0.value < $1.value }
        guard let greatest = held.last else { return [] }
        return shares.map { share in
            let rank = max(1, Int((min(max(share, 0), 1) * Double(count)).rounded(.up)))
            var seen = 0
            for (value, weight) in held {
                seen += weight
                if seen >= rank { return value }
            }
            return greatest.value
        }
    }

    /// By how many ranks a quantile can be off at most; 0 while it is exact.
    public var rankError: Int { max(above, below) }

    private mutating func compact(from start: Int) {
        var level = start
        while level < levels.count, levels[level].values.count > capacity {
            if level + 1 == levels.count { levels.append(Level()) }
            var values = levels[level].values.sorted()
            // An odd one out stays where it is, with its weight.
            let odd = values.count % 2 == 1 ? values.popLast() : nil
            let keepsFirst = levels[level].keepsFirst
            levels[level + 1].values += stride(from: keepsFirst ? 0 : 1, to: values.count, by: 2).map {
                values[$0]
            }
            if keepsFirst { above += 1 << level } else { below += 1 << level }
            levels[level].keepsFirst.toggle()
            levels[level].values = odd.map { [$0] } ?? []
            level += 1
        }
    }
}
