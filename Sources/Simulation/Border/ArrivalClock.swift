/// When parties come to a place: a Poisson process whose rate changes in time.
///
/// A unit exponential is spent along the rate's area until it is used up (inversion of the cumulative rate; E.
/// Çinlar, "Introduction to Stochastic Processes", 1975). Exact for pieces of straight lines, one draw a party,
/// and a higher rate brings the same people sooner, which thinning would not.
struct ArrivalClock: Sendable {
    private let rate: ArrivalRate
    /// What the rate is multiplied by.
    private let scale: Double
    private let end: Double
    private var piece: ArrivalRate.Piece
    private var knot = 0

    /// - Parameters:
    ///   - start: where it begins, minutes since the world's start.
    ///   - end: nobody comes from here on.
    init(_ rate: ArrivalRate, scale: Double, from start: Double, to end: Double) {
        self.rate = rate
        self.scale = scale
        self.end = end
        piece = ArrivalRate.Piece(from: start, to: start, rate: 0, slope: 0)
    }

    /// The next arrival after a unit exponential `share` of the area; infinity when none is to come.
    @inline(__always)
    mutating func next(_ share: Double) -> Double {
        guard scale > 0 else { return .infinity }
        // Most rates are the usual ones, which nothing scales.
        var rest = scale == 1 ? share : share / scale
        while true {
            let area = piece.area
            if rest < area { return spend(rest) }
            rest -= area
            guard piece.to < end, let next = rate.piece(from: piece.to, knot: &knot) else { break }
            piece = next
        }
        // Nothing is left of the last piece either, so that asking again gives the same.
        piece.from = piece.to
        return .infinity
    }

    /// Goes along the piece until the area `rest`, less than all of it, is used up.
    @inline(__always)
    private mutating func spend(_ rest: Double) -> Double {
        if piece.slope == 0 {
            // The same as below to the last bit, without the root.
            piece.from = min(piece.from + rest / piece.rate, piece.to)
            return piece.from < end ? piece.from : .infinity
        }
        // rate·t + ½·slope·t² = rest, in the form that loses no digits.
        let root = max(0, piece.rate * piece.rate + 2 * piece.slope * rest).squareRoot()
        let time = 2 * rest / (piece.rate + root)
        piece.from = min(piece.from + time, piece.to)
        piece.rate = max(0, piece.rate + piece.slope * time)
        return piece.from < end ? piece.from : .infinity
    }
}
