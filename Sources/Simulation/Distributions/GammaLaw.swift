/// A gamma distribution, ready to be drawn from: G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma
/// Variables", ACM Transactions on Mathematical Software 26(3), 2000. Exact: rejection from a cubed normal number.
struct GammaLaw: Hashable, Sendable {
    let shape: Double
    let mean: Double
    /// d and c of the paper, for the shape or, below 1, for the shape above it.
    private let d, c: Double
    private let scale: Double

    init(shape: Double, mean: Double) {
        self.shape = shape
        self.mean = mean
        d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
        c = 1 / (9 * d).squareRoot()
        scale = mean / shape
    }

    func draw(from stream: inout RandomStream) -> Double {
        // Below a shape of 1: a draw of the shape above it times u^(1/shape), and −ln u is exponential.
        let thinning = shape < 1 ? Elementary.exp(-stream.exponential() / shape) : 1
        while true {
            let x = stream.normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let cube = root * root * root
            let u = stream.uniform()
            let square = x * x
            if u < 1 - 0.0331 * square * square
                || Elementary.log(u) < 0.5 * square + d * (1 - cube + Elementary.log(cube))
            {
                return scale * d * cube * thinning
            }
        }
    }
}
