/// Chooses, among statements about overlapping periods, those that are counted so that no time is counted
/// twice.
///
/// Finer statements count over a coarser one when together they cover it whole; where they leave gaps the
/// coarser one counts, since it says more. What does not count is kept as a check on what does.
enum FinestCover {
    /// The positions in `periods` that count.
    ///
    /// - Parameter periods: in fold order, so that of two equally fine the later counts.
    /// - Returns: positions in order of time, and the positions of the checks in any order.
    static func choose(_ periods: [Period]) -> (counted: [Int], checks: [Int]) {
        let byTime = periods.indices.sorted {
            (periods[$0].from, periods[$0].to, $0) < (periods[$1].from, periods[$1].to, $1)
        }
        let disjoint = zip(byTime, byTime.dropFirst()).allSatisfy { periods[$0].to <= periods[$1].from }
        if disjoint { return (byTime, []) }
        return chooseOverlapping(periods)
    }

    private static func chooseOverlapping(_ periods: [Period]) -> (counted: [Int], checks: [Int]) {
        let finestFirst = periods.indices.sorted {
            (periods[$0].length, -$0) < (periods[$1].length, -$1)
        }
        var counted: [Int] = []
        var checks: [Int] = []
        for candidate in finestFirst {
            let rivals = counted.filter { periods[$0].overlaps(periods[candidate]) }
            if rivals.isEmpty {
                counted.append(candidate)
            } else if leavesGaps(rivals.map { periods[$0] }, in: periods[candidate]) {
                counted.removeAll(where: rivals.contains)
                counted.append(candidate)
                checks.append(contentsOf: rivals)
            } else {
                checks.append(candidate)
            }
        }
        return (counted.sorted { periods[$0].from < periods[$1].from }, checks)
    }

    /// Whether `parts`, which do not overlap, all lie inside `whole` and leave some of it uncovered.
    private static func leavesGaps(_ parts: [Period], in whole: Period) -> Bool {
        guard parts.allSatisfy(whole.contains) else { return false }
        return parts.reduce(Span.zero) { $0 + $1.length } < whole.length
    }
}
