/// Student's t distribution: how far the mean of a sample can lie from the mean it stands for, in standard errors
/// ("Student", "The Probable Error of a Mean", Biometrika 6(1), 1908).
public enum StudentLaw {
    /// The value that is exceeded with the chance 1 − `share`, to about 10⁻¹².
    ///
    /// - Parameters:
    ///   - share: between 0 and 1, both left out; otherwise the result is no number.
    ///   - freedom: degrees of freedom, at least 1.
    public static func quantile(_ share: Double, freedom: Int) -> Double {
        guard share > 0, share < 1, freedom >= 1 else { return .nan }
        if share == 0.5 { return 0 }
        if share < 0.5 { return -quantile(1 - share, freedom: freedom) }
        // Halved until nothing lies between: slow and certain, and asked for a few times a run.
        var (low, high) = (0.0, 2.0)
        while chance(of: high, freedom: freedom) < share, high < 1e300 { (low, high) = (high, high * 2) }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return middle }
            if chance(of: middle, freedom: freedom) < share { low = middle } else { high = middle }
        }
    }

    /// The distribution function.
    public static func chance(of t: Double, freedom: Int) -> Double {
        let nu = Double(freedom)
        let tail = Beta(nu / 2, 0.5).share(below: nu / (nu + t * t)) / 2
        return t > 0 ? 1 - tail : tail
    }
}

/// The regularised incomplete beta function by its continued fraction (NIST Digital Library of Mathematical Functions,
/// 8.17.22), evaluated by Lentz's method.
struct Beta {
    private let a, b: Double
    private let logOfBeta: Double

    init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
        logOfBeta = Elementary.logGamma(a) + Elementary.logGamma(b) - Elementary.logGamma(a + b)
    }

    /// I_x(a, b) for x from 0 to 1.
    func share(below x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        // The fraction converges fast only on this side; the other follows by symmetry.
        if x > (a + 1) / (a + b + 2) { return 1 - Beta(b, a).share(below: 1 - x) }
        let front = Elementary.exp(a * Elementary.log(x) + b * Elementary.log(1 - x) - logOfBeta) / a
        return front / fraction(x)
    }

    private func fraction(_ x: Double) -> Double {
        let tiny = 1e-300
        var (result, c, d) = (1.0, 1.0, 0.0)
        for step in 1...400 {
            let m = Double(step / 2)
            let numerator =
                step % 2 == 0
                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 + numerator * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + numerator / c
            if abs(c) < tiny { c = tiny }
            result *= c * d
            if abs(c * d - 1) < 1e-16 { break }
        }
        return result
    }
}
