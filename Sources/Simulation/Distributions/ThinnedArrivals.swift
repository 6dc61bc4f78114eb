/// Arrivals whose rate changes with time: a non-homogeneous Poisson process, by thinning (P. A. W. Lewis, G. S.
/// Shedler, "Simulation of Nonhomogeneous Poisson Processes by Thinning", Naval Research Logistics Quarterly 26(3),
/// 1979).
///
/// Time is cut into pieces, each with a bound that the rate does not exceed there. Candidates come at the bound's
/// rate and each is kept with the chance of rate by bound, so the times follow the rate itself and not an average
/// over steps. Where the rate is constant every candidate is kept and none is paid for.
public struct ThinnedArrivals: Sendable {
    struct Piece: Sendable {
        var end: Double
        var bound: Double
        var rate: Rate
    }

    enum Rate: Sendable {
        case constant
        /// From the rate where the piece begins to the rate where it ends.
        case straight(begin: Double, from: Double, to: Double)
        case given(@Sendable (Double) -> Double)
    }

    private let pieces: [Piece]
    /// After this time the pieces begin anew; infinity when they do not.
    public let period: Double

    /// A rate that is constant between steps. Before the first step nobody arrives.
    ///
    /// - Parameters:
    ///   - steps: times that rise from 0, and the rate from each on.
    ///   - period: when the steps begin anew, such as 24 hours; otherwise the last rate stays.
    public init(steps: [(from: Double, rate: Double)], period: Double = .infinity) throws(DistributionFault) {
        try Self.check(steps.map(\.from), steps.map(\.rate), "rate", period)
        var pieces: [Piece] = steps.first.map { [Piece(end: $0.from, bound: 0, rate: .constant)] } ?? []
        for (index, step) in steps.enumerated() {
            let end = index + 1 < steps.count ? steps[index + 1].from : period
            pieces.append(Piece(end: end, bound: step.rate, rate: .constant))
        }
        self.init(pieces, period)
    }

    /// A rate that is straight between knots; before the first and after the last it stays as it is there.
    ///
    /// - Parameters:
    ///   - knots: times that rise from 0, and the rate at each.
    ///   - period: when the knots begin anew; the rate is then straight from the last to the first again.
    public init(knots: [(at: Double, rate: Double)], period: Double = .infinity) throws(DistributionFault) {
        try Self.check(knots.map(\.at), knots.map(\.rate), "rate", period)
        var line = knots
        if let first = knots.first, let last = knots.last, period < .infinity {
            // The rate where the period ends is the one where it begins.
            let gap = first.at + period - last.at
            let atEnd = gap > 0 ? last.rate + (first.rate - last.rate) * (period - last.at) / gap : first.rate
            line = [(0, atEnd)] + knots.filter { $0.at > 0 } + [(period, atEnd)]
            if first.at == 0 {
                line[0].rate = first.rate
                line[line.count - 1].rate = first.rate
            }
        }
        var pieces = line.first.map { [Piece(end: $0.at, bound: $0.rate, rate: .constant)] } ?? []
        for (start, end) in zip(line, line.dropFirst()) {
            pieces.append(
                Piece(
                    end: end.at, bound: max(start.rate, end.rate),
                    rate: start.rate == end.rate
                        ? .constant
                        : .straight(
                            begin: start.at, from: start.rate, to: end.rate)))
        }
        if let last = line.last, period == .infinity {
            pieces.append(Piece(end: .infinity, bound: last.rate, rate: .constant))
        }
        self.init(pieces, period)
    }

    /// Any rate, under bounds.
    ///
    /// - Parameters:
    ///   - bounds: times that rise from 0, and what the rate does not exceed from each on.
    ///   - period: when bounds and rate begin anew.
    ///   - rate: the rate at a time from 0 to the period. One above its bound is taken as the bound; below 0,
    ///     or no number, as 0.
    public init(
        bounds: [(from: Double, bound: Double)], period: Double = .infinity,
        rate: @escaping @Sendable (Double) -> Double
    ) throws(DistributionFault) {
        try Self.check(bounds.map(\.from), bounds.map(\.bound), "bound", period)
        var pieces: [Piece] = bounds.first.map { [Piece(end: $0.from, bound: 0, rate: .constant)] } ?? []
        for (index, step) in bounds.enumerated() {
            let end = index + 1 < bounds.count ? bounds[index + 1].from : period
            pieces.append(Piece(end: end, bound: step.bound, rate: .given(rate)))
        }
        self.init(pieces, period)
    }

    private init(_ pieces: [Piece], _ period: Double) {
        self.pieces = pieces.filter { $0.end > 0 }
        self.period = period
    }

    private static func check(
        _ times: [Double], _ rates: [Double], _ parameter: String, _ period: Double
    ) throws(DistributionFault) {
        guard !times.isEmpty else { throw .noValues }
        for rate in rates { try Distribution.check(parameter, rate, in: Distribution.amounts) }
        var earliest = 0.0
        for time in times {
            try Distribution.check("time", time, in: earliest...latest)
            earliest = time.nextUp
        }
        if period != .infinity { try Distribution.check("period", period, in: earliest...latest.nextUp) }
    }

    private static let latest = Distribution.amounts.upperBound
}

extension ThinnedArrivals {
    /// The first arrival after `time` and before `limit`; `nil` when there is none.
    ///
    /// Asked piece by piece or at once, the arrivals of one stream are distributed alike; they are the same
    /// ones only when asked alike.
    public func next(after time: Double, before limit: Double, from stream: inout RandomStream) -> Double? {
        var time = max(0, time)
        while time < limit {
            let begin = period < .infinity ? (time / period).rounded(.down) * period : 0
            let piece = pieces[index(at: time - begin)]
            // A piece so short that rounding swallows it is passed over.
            let end = min(begin + piece.end, limit)
            let candidate = piece.bound > 0 ? time + stream.exponential(mean: 1 / piece.bound) : .infinity
            guard candidate < end else {
                guard end < limit else { return nil }
                time = max(end, time.nextUp)
                continue
            }
            time = candidate
            if isKept(piece, at: candidate - begin, &stream) { return candidate }
        }
        return nil
    }

    /// The rate at a time.
    public func rate(at time: Double) -> Double {
        let time = period < .infinity ? time - (time / period).rounded(.down) * period : time
        let piece = pieces[index(at: max(0, time))]
        return Self.rate(piece, at: max(0, time))
    }

    private func isKept(_ piece: Piece, at time: Double, _ stream: inout RandomStream) -> Bool {
        if case .constant = piece.rate { return true }
        return stream.uniform() * piece.bound < Self.rate(piece, at: time)
    }

    private static func rate(_ piece: Piece, at time: Double) -> Double {
        switch piece.rate {
        case .constant: return piece.bound
        case .straight(let begin, let from, let to):
            let part = (time - begin) / (piece.end - begin)
            return from + (to - from) * min(max(part, 0), 1)
        case .given(let rate):
            let rate = rate(time)
            return rate > 0 ? min(rate, piece.bound) : 0
        }
    }

    /// The piece in which a time lies; the last for one beyond all.
    private func index(at time: Double) -> Int {
        var (low, high) = (0, pieces.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].end > time { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
