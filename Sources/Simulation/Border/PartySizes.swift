/// How many travel together: one person and a Poisson number of others, drawn from a table with one random
/// number (A. J. Walker, "An Efficient Method for Generating Discrete Random Variables with General
/// Distributions", ACM Transactions on Mathematical Software 3(3), 1977).
struct PartySizes: Hashable, Sendable {
    private struct Column: Hashable, Sendable {
        /// Below this part of the column it stands for itself, above for another.
        var own: UInt64
        var other: Int32
    }

    private let columns: ContiguousArray<Column>

    /// - Parameter mean: persons in a party, 1 or more.
    init(mean: Double) {
        columns = Self.columns(Self.chances(others: max(0, mean - 1)))
    }

    /// The size of the next party.
    @inline(__always)
    func draw(from stream: inout RandomStream) -> Int32 {
        let (index, part) = UInt64(columns.count).multipliedFullWidth(by: stream.next())
        let column = columns[Int(index)]
        return 1 &+ (part < column.own ? Int32(index) : column.other)
    }

    /// Poisson probabilities of 0, 1, 2, …; what is left out is below 10⁻¹⁵.
    static func chances(others mean: Double) -> [Double] {
        guard mean > 0 else { return [1] }
        let most = Int(mean + 9 * mean.squareRoot() + 25)
        let logMean = Elementary.log(mean)
        // Upwards and downwards from the most likely number, so that nothing underflows at the start.
        let mode = Int(mean)
        var chances = Array(repeating: 0.0, count: most + 1)
        chances[mode] = Elementary.exp(
            Double(mode) * logMean - mean - Elementary.logFactorial(Double(mode)))
        for count in stride(from: mode + 1, through: most, by: 1) {
            chances[count] = chances[count - 1] * mean / Double(count)
        }
        for count in stride(from: mode, to: 0, by: -1) {
            chances[count - 1] = chances[count] * Double(count) / mean
        }
        return chances
    }

    /// Fills every column to the same height: what lies too high is put on what lies too low.
    private static func columns(_ chances: [Double]) -> ContiguousArray<Column> {
        let height = chances.reduce(0, +) / Double(chances.count)
        var parts = chances.map { $0 / height }
        var columns = ContiguousArray(
            chances.indices.map { Column(own: .max, other: Int32($0)) })
        var low = parts.indices.filter { parts[$0] < 1 }
        var high = parts.indices.filter { parts[$0] >= 1 }
        while let small = low.popLast(), let large = high.last {
            columns[small] = Column(own: UInt64(parts[small] * 0x1p63) << 1, other: Int32(large))
            parts[large] -= 1 - parts[small]
            if parts[large] < 1 {
                high.removeLast()
                low.append(large)
            }
        }
        return columns
    }
}
