extension Elementary {
    /// `base` to the power of `exponent`, for a base of 0 or more; 1 for the exponent 0.
    ///
    /// The powers that need no logarithm are exact: 1, 2 and ½ round as IEEE 754 says.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 { return 1 }
        if exponent == 1 { return base }
        if exponent == 2 { return base * base }
        if exponent == 0.5 { return base.squareRoot() }
        guard base > 0 else { return exponent > 0 ? 0 : .infinity }
        guard base.isFinite else { return exponent > 0 ? .infinity : 0 }
        return exp(exponent * log(base))
    }
}
