/// The steps of a ziggurat: 256 parts of equal area that together cover a falling density, so that almost every
/// draw is one table look-up, one multiplication and one comparison, and the result still follows the
/// density itself (G. Marsaglia, W. W. Tsang, "The Ziggurat Method for Generating Random Variables", Journal of
/// Statistical Software 5(8), 2000).
///
/// The layer and the place in it come from different bits of a draw; the first publication took the same ones
/// (J. A. Doornik, "An Improved Ziggurat Method to Generate Normal Random Samples", 2005). The tables are worked
/// out with ``Elementary`` functions, so they have the same bits on every processor.
struct Ziggurat: Sendable {
    /// One step.
    struct Layer {
        /// Whole places below this lie under the density without looking further.
        var inside: Int64
        /// How far one place reaches.
        var place: Double
    }

    /// The base layer first, then from the widest to the narrowest.
    let layers: InlineArray<256, Layer>
    /// The density where each layer ends at the right, which is its bottom, and the next one's, its top.
    let heights: InlineArray<257, Double>
    /// Where the tail begins.
    let tail: Double

    /// Places are odd numbers below 2^53, the middles of 2^52 equal steps, so no draw is ever 0.
    static let places = 0x1p53

    /// - Parameters:
    ///   - tail: where the widest full layer ends.
    ///   - area: the area of each layer; of the base it includes the tail.
    ///   - density: falling, 1 at 0.
    ///   - inverse: where the density has a value.
    init(tail: Double, area: Double, density: (Double) -> Double, inverse: (Double) -> Double) {
        var layers = InlineArray<256, Layer>(repeating: Layer(inside: 0, place: 0))
        var heights = InlineArray<257, Double>(repeating: 1)
        var right = area / density(tail)
        var next = tail
        for index in 0..<256 {
            layers[index] = Layer(
                inside: Int64(next / right * Self.places), place: right / Self.places)
            heights[index] = index == 0 ? 0 : density(right)
            right = next
            // The last layer ends at 0, where the area it has left closes on the peak.
            next = index >= 254 ? 0 : inverse(min(1, density(right) + area / right))
        }
        self.layers = layers
        self.heights = heights
        self.tail = tail
    }

    /// e^−x. The tail's beginning is the paper's, at which 256 layers close exactly on the peak; the area is
    /// that of a rectangle below it and of the tail beyond.
    static let exponential = {
        let tail = 7.697_117_470_131_049_72
        return Ziggurat(
            tail: tail, area: (tail + 1) * Elementary.exp(-tail), density: { Elementary.exp(-$0) },
            inverse: { -Elementary.log($0) })
    }()

    /// e^(−x²/2), the half of it above 0. The area is the paper's.
    static let normal = Ziggurat(
        tail: 3.654_152_885_361_008_8, area: 0.004_928_673_233_992_34,
        density: { Elementary.exp(-0.5 * $0 * $0) },
        inverse: { (-2 * Elementary.log($0)).squareRoot() })
}

extension RandomStream {
    /// A waiting time of mean 1, strictly above 0.
    @inline(__always)
    public mutating func exponential() -> Double {
        let bits = next()
        let layer = Ziggurat.exponential.layers[Int(bits & 255)]
        let place = Int64(bitPattern: bits >> 11 | 1)
        let x = Double(place) * layer.place
        return place < layer.inside ? x : exponential(beyond: Int(bits & 255), at: x)
    }

    /// A number of the standard normal distribution: mean 0, variance 1.
    @inline(__always)
    public mutating func normal() -> Double {
        let bits = next()
        let layer = Ziggurat.normal.layers[Int(bits & 255)]
        let place = Int64(bitPattern: bits >> 11 | 1)
        let x = Double(place) * layer.place
        let size = place < layer.inside ? x : normal(beyond: Int(bits & 255), at: x)
        // The bit above the layer's decides the sign, without a branch that could not be foreseen.
        return Double(bitPattern: size.bitPattern | (bits & 256) << 55)
    }

    /// The one draw in ninety that needs the density itself.
    @inline(never)
    private mutating func exponential(beyond index: Int, at x: Double) -> Double {
        // A tail of an exponential distribution is the distribution again.
        if index == 0 { return Ziggurat.exponential.tail + exponential() }
        return isUnder(
            Elementary.exp(-x), Ziggurat.exponential.heights[index], Ziggurat.exponential.heights[index + 1])
            ? x : exponential()
    }

    @inline(never)
    private mutating func normal(beyond index: Int, at x: Double) -> Double {
        if index == 0 {
            let tail = Ziggurat.normal.tail
            while true {
                let beyond = exponential() / tail
                if 2 * exponential() >= beyond * beyond { return tail + beyond }
            }
        }
        return isUnder(
            Elementary.exp(-0.5 * x * x), Ziggurat.normal.heights[index], Ziggurat.normal.heights[index + 1])
            ? x : normal().magnitude
    }

    /// Whether a random height between the bottom and the top of a layer lies under the density.
    private mutating func isUnder(_ density: Double, _ bottom: Double, _ top: Double) -> Bool {
        bottom + uniform() * (top - bottom) < density
    }
}
