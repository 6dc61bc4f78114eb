/// A Poisson distribution, ready to be drawn from: what can be worked out once from the mean is kept.
///
/// Small means are drawn by inversion (one uniform a draw), large ones by Hörmann's transformed rejection
/// PTRS (W. Hörmann, "The transformed rejection method for generating Poisson random variables",
/// Insurance: Mathematics and Economics 12, 1993). Both follow the distribution itself, not a normal
/// approximation of it.
public struct PoissonLaw: Hashable, Sendable {
    /// How many are expected.
    public let mean: Double
    private let method: Method

    private enum Method: Hashable, Sendable {
        case inversion(chanceOfNone: Double)
        case rejection(Hat)
    }

    /// The constants of PTRS for one mean, named as in the paper.
    private struct Hat: Hashable, Sendable {
        let a, b, inverseAlpha, vr, logMean: Double
    }

    /// The means that can be drawn: above the largest, counts would lose their last digits.
    public static let means = 0.0...1e12

    /// - Parameter mean: a mean outside ``means`` is taken as the nearer end, and no number as 0, so that a
    ///   draw always ends. ``World`` refuses loads that could come near.
    public init(mean: Double) {
        let mean = mean.isNaN ? 0 : min(max(mean, Self.means.lowerBound), Self.means.upperBound)
        self.mean = mean
        if mean < 10 {
            method = .inversion(chanceOfNone: Elementary.exp(-mean))
        } else {
            let b = 0.931 + 2.53 * mean.squareRoot()
            method = .rejection(
                Hat(
                    a: -0.059 + 0.02483 * b, b: b, inverseAlpha: 1.1239 + 1.1328 / (b - 3.4),
                    vr: 0.9277 - 3.6224 / (b - 2), logMean: Elementary.log(mean)))
        }
    }

    /// The next count.
    public func draw(from stream: inout RandomStream) -> Int {
        switch method {
        case .inversion(let chanceOfNone): mean == 0 ? 0 : invert(chanceOfNone, stream.uniform())
        case .rejection(let hat): reject(hat, &stream)
        }
    }

    /// The smallest count whose distribution function reaches `u`.
    private func invert(_ chanceOfNone: Double, _ u: Double) -> Int {
        var rest = u
        var chance = chanceOfNone
        var count = 0
        // Beyond 80 the chance is below 10⁻⁴⁰ at every mean drawn this way; only rounding leads there.
        while rest > chance, count < 80 {
            rest -= chance
            count += 1
            chance *= mean / Double(count)
        }
        return count
    }

    private func reject(_ hat: Hat, _ stream: inout RandomStream) -> Int {
        while true {
            let u = stream.uniform() - 0.5
            let v = stream.uniform()
            // Never 0, because uniform() never gives an end of its range.
            let us = 0.5 - u.magnitude
            let k = ((2 * hat.a / us + hat.b) * u + mean + 0.43).rounded(.down)
            if us >= 0.07, v <= hat.vr { return Int(k) }
            // Far outside any count that could be accepted, and safe to turn into a whole number.
            guard k >= 0, k <= 4 * Self.means.upperBound, us >= 0.013 || v <= us else { continue }
            let height = Elementary.log(v * hat.inverseAlpha / (hat.a / (us * us) + hat.b))
            if height <= k * hat.logMean - mean - Elementary.logFactorial(k) { return Int(k) }
        }
    }
}
