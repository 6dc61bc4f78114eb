/// Count, mean, variance and extremes of values, kept without keeping the values (B. P. Welford, "Note on a Method for
/// Calculating Corrected Sums of Squares and Products", Technometrics 4(3), 1962).
public struct Tally: Hashable, Sendable {
    /// How many values.
    public private(set) var count = 0
    /// Their mean; 0 of none.
    public private(set) var mean = 0.0
    private var squares = 0.0
    /// The least; infinity of none.
    public private(set) var least = Double.infinity
    /// The greatest; −infinity of none.
    public private(set) var greatest = -Double.infinity

    /// A tally of nothing.
    public init() {}

    /// A tally of values.
    public init(_ values: some Sequence<Double>) { for value in values { add(value) } }

    /// Takes in a value.
    @inline(__always)
    public mutating func add(_ value: Double) {
        count &+= 1
        let distance = value - mean
        mean += distance / Double(count)
        squares += distance * (value - mean)
        least = min(least, value)
        greatest = max(greatest, value)
    }

    /// Takes in what another tally took in. In which order tallies are merged can change the last digits of
    /// mean and variance, so merge in a fixed one.
    public mutating func merge(_ other: Tally) {
        guard other.count > 0 else { return }
        let total = Double(count + other.count)
        let distance = other.mean - mean
        mean += distance * Double(other.count) / total
        squares += other.squares + distance * distance * Double(count) * Double(other.count) / total
        count += other.count
        least = min(least, other.least)
        greatest = max(greatest, other.greatest)
    }

    /// The sum of all values.
    public var sum: Double { mean * Double(count) }

    /// The variance, with n − 1; 0 of fewer than two values.
    public var variance: Double { count > 1 ? max(0, squares) / Double(count - 1) : 0 }

    /// The standard deviation, with n − 1.
    public var deviation: Double { variance.squareRoot() }
}
