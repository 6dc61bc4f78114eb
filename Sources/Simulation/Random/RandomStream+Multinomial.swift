extension RandomStream {
    /// How many of `count` independent trials succeed, each with `chance`: the same distribution as
    /// ``binomial(_:chance:)``, at a cost that does not grow with the number of successes.
    public mutating func successes(_ count: Int, chance: Double) -> Int {
        BinomialLaw.draw(count, chance: chance, from: &self)
    }

    /// Shares `count` people out over places in proportion to `weights`: a multinomial draw, made of one
    /// binomial draw a place (L. Devroye, "Non-Uniform Random Variate Generation", 1986, XI.1.3).
    ///
    /// A weight that is negative or no number counts as 0. With no weight above 0 all shares are even.
    public mutating func multinomial(_ count: Int, weights: [Double]) -> [Int] {
        var clean = weights.map { $0 > 0 && $0.isFinite ? $0 : 0 }
        if !clean.contains(where: { $0 > 0 }) { clean = clean.map { _ in 1 } }
        // What is left from each place on, summed from the end so that the last weight meets itself exactly.
        var rest = clean
        for index in clean.indices.dropLast().reversed() { rest[index] = clean[index] + rest[index + 1] }
        var left = count
        return clean.indices.map { index in
            guard left > 0, clean[index] > 0 else { return 0 }
            let share = successes(left, chance: clean[index] / rest[index])
            left -= share
            return share
        }
    }
}
