/// A distribution function that is straight between given points.
struct QuantileTable: Hashable, Sendable {
    private let shares: [Double]
    private let values: [Double]

    init(_ rows: [(share: Double, value: Double)]) throws(DistributionFault) {
        guard let first = rows.first, let last = rows.last else { throw .noValues }
        // Each row is held against the one before it.
        try Distribution.check("share", first.share, in: 0...0)
        try Distribution.check("value", first.value, in: Distribution.amounts)
        for (before, row) in zip(rows, rows.dropFirst()) {
            try Distribution.check("share", row.share, in: before.share.nextUp...max(1, before.share.nextUp))
            try Distribution.check(
                "value", row.value, in: before.value...Distribution.amounts.upperBound)
        }
        try Distribution.check("share", last.share, in: 1...1)
        shares = rows.map(\.share)
        values = rows.map(\.value)
    }

    /// The value that `share`, between 0 and 1, does not exceed.
    func value(at share: Double) -> Double {
        var (low, high) = (0, shares.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if shares[middle] <= share { low = middle } else { high = middle }
        }
        let part = (share - shares[low]) / (shares[high] - shares[low])
        return values[low] + part * (values[high] - values[low])
    }

    var mean: Double { pieces.reduce(0) { $0 + $1.share * ($1.low + $1.high) / 2 } }

    var variance: Double {
        let mean = mean
        // Of each piece: the square of its middle's distance from the mean, and its own variance.
        return pieces.reduce(0) { sum, piece in
            let distance = (piece.low + piece.high) / 2 - mean
            let width = piece.high - piece.low
            return sum + piece.share * (distance * distance + width * width / 12)
        }
    }

    private var pieces: [(share: Double, low: Double, high: Double)] {
        (1..<shares.count).map { (shares[$0] - shares[$0 - 1], values[$0 - 1], values[$0]) }
    }
}
