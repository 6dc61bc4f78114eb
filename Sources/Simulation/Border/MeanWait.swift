/// How long parties waited in an interval: their number and their mean.
struct MeanWait: Sendable {
    private var count = 0
    private var sum = 0.0

    /// Counts one wait, in minutes.
    @inline(__always)
    mutating func record(_ wait: Double) {
        count &+= 1
        sum += wait
    }

    /// Takes in what another counted.
    mutating func merge(_ other: MeanWait) {
        count += other.count
        sum += other.sum
    }

    /// `nil` when nobody was counted.
    var mean: Double? { count > 0 ? sum / Double(count) : nil }
}
