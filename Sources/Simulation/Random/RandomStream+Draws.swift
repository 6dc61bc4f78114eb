extension RandomStream {
    /// A number strictly between 0 and 1: the middle of one of 2⁵³ equal steps, so that neither end is drawn
    /// and logarithms of it are always finite.
    @inline(__always)
    public mutating func uniform() -> Double {
        (Double(next() >> 11) + 0.5) * 0x1p-53
    }

    /// A waiting time with the given mean, in the mean's unit; 0 for a mean that is not above 0.
    @inline(__always)
    public mutating func exponential(mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        return mean * exponential()
    }

    /// How many of `count` independent trials succeed, each with `chance`.
    ///
    /// Failures between successes are geometric, so the draw jumps from success to success and costs as
    /// much as there are successes (L. Devroye, "Non-Uniform Random Variate Generation", 1986, X.4.3).
    /// A chance outside 0 to 1 is taken as the nearer end.
    public mutating func binomial(_ count: Int, chance: Double) -> Int {
        guard count > 0, chance > 0 else { return 0 }
        guard chance < 1 else { return count }
        if chance > 0.5 { return count - binomial(count, chance: 1 - chance) }
        let logOfFailure = Elementary.log(1 - chance)
        // A chance too small to tell 1 − chance from 1 never succeeds.
        guard logOfFailure < 0 else { return 0 }
        var successes = 0
        var remaining = Double(count)
        while true {
            remaining -= (Elementary.log(uniform()) / logOfFailure).rounded(.down) + 1
            if remaining < 0 { return successes }
            successes += 1
        }
    }
}
