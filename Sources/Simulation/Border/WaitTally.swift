/// How long parties waited in an interval: their number, their mean, and quantiles from a histogram of fixed
/// size.
///
/// The classes are a thirty-second of an octave wide, so a quantile is within 1.6 % of the exact one; what is
/// below four seconds counts as no wait.
struct WaitTally: Sendable {
    private static let classesPerOctave = 32
    private static let octaves = 25
    /// The shortest wait told from none: 1/16 of a minute.
    private static let shortest = 0x1p-4

    private var counts = ContiguousArray<UInt32>(
        repeating: 0, count: WaitTally.octaves * WaitTally.classesPerOctave + 1)
    private var lowest = Int.max
    private var highest = -1
    private(set) var count = 0
    private var sum = 0.0

    /// Counts one wait, in minutes.
    @inline(__always)
    mutating func record(_ wait: Double) {
        let index = Self.index(of: wait)
        counts[index] &+= 1
        lowest = min(lowest, index)
        highest = max(highest, index)
        count &+= 1
        sum += wait
    }

    /// `nil` when nobody was counted.
    var mean: Double? { count > 0 ? sum / Double(count) : nil }

    /// The wait that a part of all did not exceed; `nil` when nobody was counted.
    func quantile(_ part: Double) -> Double? {
        guard count > 0 else { return nil }
        var rest = max(1, (part * Double(count)).rounded(.up))
        for index in lowest...highest {
            let here = Double(counts[index])
            if rest <= here { return Self.value(index, part: (rest - 0.5) / here) }
            rest -= here
        }
        return Self.value(highest, part: 1)
    }

    /// Takes over what another counted, and leaves it empty.
    mutating func take(_ other: inout WaitTally) {
        guard other.count > 0 else { return }
        for index in other.lowest...other.highest { counts[index] &+= other.counts[index] }
        lowest = min(lowest, other.lowest)
        highest = max(highest, other.highest)
        count += other.count
        sum += other.sum
        other.reset()
    }

    /// Forgets everything.
    mutating func reset() {
        if count > 0 { for index in lowest...highest { counts[index] = 0 } }
        (lowest, highest, count, sum) = (.max, -1, 0, 0)
    }

    @inline(__always)
    private static func index(of wait: Double) -> Int {
        guard wait >= shortest else { return 0 }
        // Sign, exponent and the first five bits of the significand number the classes in order.
        let first = Int(truncatingIfNeeded: shortest.bitPattern >> 47)
        let index = Int(truncatingIfNeeded: wait.bitPattern >> 47) &- first &+ 1
        return min(index, octaves * classesPerOctave)
    }

    private static func value(_ index: Int, part: Double) -> Double {
        guard index > 0 else { return 0 }
        let first = shortest.bitPattern >> 47
        let low = Double(bitPattern: (first + UInt64(index) - 1) << 47)
        let high = Double(bitPattern: (first + UInt64(index)) << 47)
        return low + (high - low) * part
    }
}
