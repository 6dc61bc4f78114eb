/// How many parties a minute are expected at a place: a table by hour of the week times a curve of straight
/// lines.
struct ArrivalRate: Hashable, Sendable {
    /// A moment of the curve, minutes since the world's start, and the factor there.
    struct Knot: Hashable, Sendable {
        var at: Double
        var factor: Double
    }

    /// Parties a minute where week and curve are 1.
    let mean: Double
    /// How many times the mean come in each hour of the week from Monday 00.
    let week: ContiguousArray<Double>
    /// In order of time; before the first and after the last nobody comes.
    let knots: ContiguousArray<Knot>
    let grid: HourGrid

    /// - Parameter curve: `nil`: 1 at all times.
    init(mean: Double, week: ContiguousArray<Double>, curve: ContiguousArray<Knot>?, grid: HourGrid) {
        self.mean = mean
        self.week = week
        self.grid = grid
        knots = curve ?? [Knot(at: -Self.always, factor: 1), Knot(at: Self.always, factor: 1)]
    }

    /// More minutes than any run has.
    private static let always = 1e12

    /// A stretch of time in which the rate is a straight line.
    struct Piece: Hashable, Sendable {
        var from: Double
        var to: Double
        /// At its beginning.
        var rate: Double
        /// What the rate rises by in a minute.
        var slope: Double

        /// How many are expected in it.
        var area: Double { (rate + 0.5 * slope * (to - from)) * (to - from) }
    }

    /// The piece that begins at `minute`; `nil` when nobody comes any more.
    ///
    /// - Parameter knot: the knot last passed, or 0; brought forward.
    func piece(from minute: Double, knot: inout Int) -> Piece? {
        guard let first = knots.first, let last = knots.last, minute < last.at else { return nil }
        if minute < first.at { return Piece(from: minute, to: first.at, rate: 0, slope: 0) }
        while knot + 1 < knots.count, knots[knot + 1].at <= minute { knot += 1 }
        guard knot + 1 < knots.count else { return nil }
        let (left, right) = (knots[knot], knots[knot + 1])
        let hour = grid.hour(at: minute)
        let multiplier = week[grid.weekHour(hour)] * mean
        let slope = (right.factor - left.factor) / (right.at - left.at)
        return Piece(
            from: minute, to: min(right.at, grid.start(of: hour + 1)),
            rate: multiplier * (left.factor + slope * (minute - left.at)), slope: multiplier * slope)
    }

    /// How many parties are expected from one minute to another.
    func expected(from start: Double, to end: Double) -> Double {
        var (sum, minute, knot) = (0.0, start, 0)
        while minute < end, var piece = piece(from: minute, knot: &knot) {
            piece.to = min(piece.to, end)
            sum += piece.area
            minute = piece.to
        }
        return sum
    }
}
