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
    ///
    /// The reduction and the polynomial of FDLIBM's `e_log.c` (K. C. Ng, Sun Microsystems, 1993), with an error
    /// below one unit in the last place.
    static func log(_ x: Double) -> Double {
        guard x > 0, x < .infinity else { return .nan }
        // Numbers too small for a full significand are made larger first; 2^54 moves no bit of it.
        let isSmall = x < .leastNormalMagnitude
        let bits = (isSmall ? x * 0x1p54 : x).bitPattern
        // x = (1 + f) · 2^exponent with 1 + f between √½ and √2, where the series is shortest.
        let shifted = bits &+ 0x0009_5f61_9980_c433
        let exponent = Double(Int64(shifted >> 52) - (isSmall ? 1077 : 1023))
        let scaled = (shifted & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd
        let f = Double(bitPattern: scaled) - 1
        // ln(1 + f) = f − s (f − R) with s = f/(2 + f) and R a polynomial in s².
        let s = f / (2 + f)
        let square = s * s
        let fourth = square * square
        let odd = square * (L.first + fourth * (L.third + fourth * (L.fifth + fourth * L.seventh)))
        let even = fourth * (L.second + fourth * (L.fourth + fourth * L.sixth))
        let half = 0.5 * f * f
        return exponent * ln2High - ((half - (s * (half + odd + even) + exponent * ln2Low)) - f)
    }

    /// FDLIBM's coefficients Lg1 to Lg7.
    private enum L {
        static let first = 6.666666666666735130e-01
        static let second = 3.999999999940941908e-01
        static let third = 2.857142874366239149e-01
        static let fourth = 2.222219843214978396e-01
        static let fifth = 1.818357216161805012e-01
        static let sixth = 1.531383769920937332e-01
        static let seventh = 1.479819860511658591e-01
    }

    /// 1/2! to 1/13!.
    private enum E {
        static let second = 0.5
        static let third = 1 / 6.0
        static let fourth = 1 / 24.0
        static let fifth = 1 / 120.0
        static let sixth = 1 / 720.0
        static let seventh = 1 / 5_040.0
        static let eighth = 1 / 40_320.0
        static let ninth = 1 / 362_880.0
        static let tenth = 1 / 3_628_800.0
        static let eleventh = 1 / 39_916_800.0
        static let twelfth = 1 / 479_001_600.0
        static let thirteenth = 1 / 6_227_020_800.0
    }

    /// The exponential of `x`; 0 below the smallest normal result, infinity above the largest.
    static func exp(_ x: Double) -> Double {
        guard x > -708 else { return x.isNaN ? .nan : 0 }
        guard x < 709 else { return .infinity }
        // x = doublings · ln 2 + r with |r| ≤ ½ ln 2, and e^r by its Taylor series to r¹³/13!.
        // Adding and taking away 1.5 · 2^52 rounds to a whole number.
        let doublings = (x * 0x1.71547652b82fep0 + 0x1.8p52) - 0x1.8p52
        let r = (x - doublings * ln2High) - doublings * ln2Low
        // The terms from r²/2! on, paired (G. Estrin, 1960) so that few have to wait for one another.
        let square = r * r
        let fourth = square * square
        let low = (E.second + E.third * r) + square * (E.fourth + E.fifth * r)
        let middle = (E.sixth + E.seventh * r) + square * (E.eighth + E.ninth * r)
        let high = (E.tenth + E.eleventh * r) + square * (E.twelfth + E.thirteenth * r)
        let series = low + fourth * (middle + fourth * high)
        let power = 1 + (r + square * series)
        // 2^doublings is a normal number: the bounds above see to it.
        return power * Double(bitPattern: UInt64(bitPattern: Int64(doublings) &+ 1023) << 52)
    }

    /// ln(k!) for a whole number k of 0 or more: exactly summed below 10, by Stirling's series above, where
    /// the first term left out is under 10⁻¹³.
    static func logFactorial(_ k: Double) -> Double { logFactorial(k, bySeries: false) }

    private static func logFactorial(_ k: Double, bySeries: Bool) -> Double {
        if !bySeries, k < Double(smallLogFactorials.count) { return smallLogFactorials[Int(max(k, 0))] }
        let x = k + 1
        let inverse = 1 / x
        let square = inverse * inverse
        let correction =
            inverse
            * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
        return (x - 0.5) * log(x) - x + halfLogTwoPi + correction
    }

    /// ln Γ(x) for x above 0: Stirling's series from 10 on, below by Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)).
    static func logGamma(_ x: Double) -> Double {
        guard x > 0, x < .infinity else { return x == .infinity ? .infinity : .nan }
        var (shifted, product) = (x, 1.0)
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        return logFactorial(shifted - 1, bySeries: true) - log(product)
    }

    private static let halfLogTwoPi = 0.918_938_533_204_672_8

    /// ln 0! to ln 9!.
    private static let smallLogFactorials = [1, 1, 2, 6, 24, 120, 720, 5040, 40_320, 362_880].map(log)
}
