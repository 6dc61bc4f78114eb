/// Elementary functions whose bits do not depend on the processor or the C library.
///
/// IEEE 754 fixes the result of `+ − × ÷ √` everywhere, but not of logarithm and exponential: libraries
/// choose other roundings on other processors, and one differing bit would give a run other people. These
/// use only the fixed operations (Swift never fuses them by itself), to about one unit in the last place.
enum Elementary {
    /// ln 2 in two parts; the first has few bits, so that its product with an exponent is exact.
    private static let ln2High = 0x1.62e42feep-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// The natural logarithm of a finite number above 0; not a number for anything else.
    static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return .nan }
        // x = fraction · 2^exponent with the fraction between √½ and √2, where the series is shortest.
        var fraction = x.significand
        var exponent = Double(x.exponent)
        if fraction > 1.414_213_562_373_095_1 {
            fraction /= 2
            exponent += 1
        }
        // ln f = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …) with s = (f − 1)/(f + 1), |s| < 0.172.
        let s = (fraction - 1) / (fraction + 1)
        let square = s * s
        var series = 0.0
        var odd = 23.0
        while odd >= 3 {
            series = (series + 1 / odd) * square
            odd -= 2
        }
        return exponent * ln2High + (2 * s + (2 * s * series + exponent * ln2Low))
    }

    /// The exponential of `x`; 0 below the smallest normal result, infinity above the largest.
    static func exp(_ x: Double) -> Double {
        guard x > -708 else { return x.isNaN ? .nan : 0 }
        guard x < 709 else { return .infinity }
        // x = doublings · ln 2 + rest with |rest| ≤ ½ ln 2, and e^rest by its Taylor series.
        let doublings = (x / (ln2High + ln2Low)).rounded()
        let rest = (x - doublings * ln2High) - doublings * ln2Low
        var series = 1.0
        var order = 14.0
        while order >= 1 {
            series = 1 + series * rest / order
            order -= 1
        }
        return Double(sign: .plus, exponent: Int(doublings), significand: series)
    }

    /// ln(k!) for a whole number k of 0 or more: exactly summed below 10, by Stirling's series above, where
    /// the first term left out is under 10⁻¹².
    static func logFactorial(_ k: Double) -> Double {
        if k < Double(smallLogFactorials.count) { return smallLogFactorials[Int(max(k, 0))] }
        let x = k + 1
        let inverse = 1 / x
        let square = inverse * inverse
        let correction = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
        return (x - 0.5) * log(x) - x + halfLogTwoPi + correction
    }

    private static let halfLogTwoPi = 0.918_938_533_204_672_8

    /// ln 0! to ln 9!.
    private static let smallLogFactorials = [1, 1, 2, 6, 24, 120, 720, 5040, 40_320, 362_880].map(log)
}
