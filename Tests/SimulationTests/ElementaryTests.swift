import Foundation
import Testing

@testable import Simulation

/// The C library is the other witness here; it may differ in the last place, which is why the engine does
/// not use it.
@Suite struct `Elementary functions` {
    @Test func `the logarithm agrees with the C library to three units in the last place`() {
        var x = 1e-300
        while x < 1e300 {
            #expect(abs(Elementary.log(x) - Foundation.log(x)) <= 3 * max(Foundation.log(x).ulp, 0x1p-54))
            x *= 1.37
        }
    }

    @Test func `the exponential agrees with the C library to three units in the last place`() {
        var x = -707.0
        while x < 708 {
            #expect(abs(Elementary.exp(x) - Foundation.exp(x)) <= 3 * Foundation.exp(x).ulp)
            x += 0.613
        }
    }

    @Test func `near one and near nothing they are exact`() {
        #expect(Elementary.log(1) == 0)
        #expect(Elementary.exp(0) == 1)
        let small = 0x1p-40
        // ln(1 + ε) = ε − ε²/2 + …
        #expect(abs(Elementary.log(1 + small) - (small - small * small / 2)) < 1e-27)
    }

    @Test func `outside their range they say so instead of failing`() {
        #expect(Elementary.log(0).isNaN && Elementary.log(-1).isNaN && Elementary.log(.infinity).isNaN)
        #expect(Elementary.exp(-1e9) == 0 && Elementary.exp(1e9) == .infinity && Elementary.exp(.nan).isNaN)
    }

    @Test func `logarithms of factorials agree with sums of logarithms`() {
        var sum = 0.0
        for k in 1...2000 {
            sum += Foundation.log(Double(k))
            #expect(abs(Elementary.logFactorial(Double(k)) - sum) < 1e-11 * max(1, sum))
        }
        #expect(Elementary.logFactorial(0) == 0)
    }
}
