/// Binomial numbers at a cost that does not grow with the number of trials.
///
/// Few expected successes are drawn by inversion, many by Hörmann's transformed rejection BTRS
/// (W. Hörmann, "The generation of binomial random variates", Journal of Statistical Computation and
/// Simulation 46, 1993). Both follow the distribution itself, not a normal approximation of it.
enum BinomialLaw {
    /// How many of `count` independent trials succeed, each with `chance`; a chance outside 0 to 1 is taken as
    /// the nearer end, and no number as 0.
    static func draw(_ count: Int, chance: Double, from stream: inout RandomStream) -> Int {
        guard count > 0, chance > 0 else { return 0 }
        guard chance < 1 else { return count }
        if count == 1 { return stream.uniform() < chance ? 1 : 0 }
        if chance > 0.5 { return count - rarer(count, 1 - chance, &stream) }
        return rarer(count, chance, &stream)
    }

    /// For a chance of at most ½.
    private static func rarer(_ count: Int, _ chance: Double, _ stream: inout RandomStream) -> Int {
        Double(count) * chance < 10 ? invert(count, chance, &stream) : reject(count, chance, &stream)
    }

    /// The smallest number whose distribution function reaches a uniform one.
    private static func invert(_ count: Int, _ chance: Double, _ stream: inout RandomStream) -> Int {
        let odds = chance / (1 - chance)
        let start = failureOfAll(count, 1 - chance)
        // Beyond this the chance is below 10⁻⁴⁰; only rounding leads there.
        let most = min(count, 110)
        var rest = stream.uniform()
        var term = start
        var successes = 0
        while rest > term, successes < most {
            rest -= term
            term *= odds * Double(count - successes) / Double(successes + 1)
            successes += 1
        }
        return successes
    }

    /// A number of at most 1 to a whole power, by squaring: no logarithm for the many small crowds.
    private static func failureOfAll(_ count: Int, _ failure: Double) -> Double {
        guard count < 4096 else { return Elementary.exp(Double(count) * Elementary.log(failure)) }
        var result = 1.0
        var square = failure
        var rest = count
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }

    /// BTRS, its constants named as in the paper.
    private static func reject(_ count: Int, _ chance: Double, _ stream: inout RandomStream) -> Int {
        let n = Double(count)
        let deviation = (n * chance * (1 - chance)).squareRoot()
        let b = 1.15 + 2.53 * deviation
        let a = -0.0873 + 0.0248 * b + 0.01 * chance
        let c = n * chance + 0.5
        let vr = 0.92 - 4.2 / b
        while true {
            let u = stream.uniform() - 0.5
            var v = stream.uniform()
            // Never 0, because uniform() never gives an end of its range.
            let us = 0.5 - u.magnitude
            let k = ((2 * a / us + b) * u + c).rounded(.down)
            if us >= 0.07, v <= vr { return Int(k) }
            guard k >= 0, k <= n else { continue }
            let alpha = (2.83 + 5.1 / b) * deviation
            v = Elementary.log(v * alpha / (a / (us * us) + b))
            let mode = ((n + 1) * chance).rounded(.down)
            let height =
                Elementary.logFactorial(mode) + Elementary.logFactorial(n - mode)
                - Elementary.logFactorial(k) - Elementary.logFactorial(n - k)
                + (k - mode) * Elementary.log(chance / (1 - chance))
            if v <= height { return Int(k) }
        }
    }
}
