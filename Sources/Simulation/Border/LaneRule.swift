import Situation

/// How lanes are shared out and what disruptions leave of them.
enum LaneRule {
    /// The lanes left of those staffed: a share in whole lanes, at least one unless the share is 0.
    static func left(of staffed: Int, share: Double) -> Int {
        guard staffed > 0, share > 0 else { return 0 }
        return min(staffed, max(1, Int((Double(staffed) * share).rounded())))
    }

    /// Splits lanes over the channels of a side in proportion to what their rosters have at most.
    ///
    /// One to each first, the largest first, as far as they go; then one by one to the channel that is most
    /// below its part (highest averages, V. D'Hondt 1878). Channels without a roster get none unless no
    /// channel has one.
    static func split(_ lanes: Int, by most: [Int]) -> [Int] {
        let weights = most.contains { $0 > 0 } ? most : most.map { _ in 1 }
        var given = weights.map { _ in 0 }
        for _ in 0..<max(0, lanes) {
            let next = weights.indices.filter { weights[$0] > 0 }.max { left, right in
                isBehind(right, left, given, weights)
            }
            if let next { given[next] += 1 }
        }
        return given
    }

    /// Whether channel `one` is to get the next lane before channel `other`.
    private static func isBehind(_ one: Int, _ other: Int, _ given: [Int], _ weights: [Int]) -> Bool {
        if (given[one] == 0) != (given[other] == 0) { return given[one] == 0 }
        let (mine, theirs) = (weights[one] * (given[other] + 1), weights[other] * (given[one] + 1))
        return mine == theirs ? one < other : mine > theirs
    }
}
