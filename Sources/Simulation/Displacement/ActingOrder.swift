/// The order in which people act within a day: whoever came first acts first.
///
/// Each sees the camps as full as those before have made them, so where camps fill it matters who is early.
/// The line of all people, from the first who came to the last, is cut into 16 stretches; each cohort knows how
/// its people are spread over them. Whoever comes today is a stretch of their own; to make room for it, the
/// two neighbours with the fewest people on the move are put together.
struct ActingOrder {
    /// People, or shares of them, by stretch.
    typealias Spread = SIMD16<Float>

    /// The stretches from the oldest to the newest, by their index in a spread.
    private(set) var line: [Int] = []
    /// The stretch of those who come today.
    private var today: Int?

    /// Whether there is room for another stretch, or need of none.
    var isReady: Bool { today != nil || line.count < Spread.scalarCount }

    /// A new day: whoever comes now comes after everybody else.
    mutating func passDay() { today = nil }

    /// The stretch of those who come today.
    mutating func newest() -> Int {
        if let today { return today }
        let free = (0..<Spread.scalarCount).first { !line.contains($0) } ?? 0
        line.append(free)
        today = free
        return free
    }

    /// Puts the two neighbours together that have the fewest people on the move.
    ///
    /// - Returns: the stretch that is kept and the one that joins it.
    mutating func join(moving: Spread) -> (kept: Int, joined: Int)? {
        guard line.count > 1 else { return nil }
        var best = 0
        var least = Float.infinity
        for index in 0..<(line.count - 1) {
            let both = moving[line[index]] + moving[line[index + 1]]
            if both < least { (best, least) = (index, both) }
        }
        return (line[best], line.remove(at: best + 1))
    }

    // MARK: - Pieces of the line

    /// How much of each stretch lies between two positions; a position is a number of stretches.
    func piece(from start: Double, to end: Double) -> Spread {
        var piece = Spread()
        for (index, stretch) in line.enumerated() {
            let low = max(start, Double(index))
            let high = min(end, Double(index + 1))
            if high > low { piece[stretch] = Float(high - low) }
        }
        return piece
    }

    /// The positions that cut people into equal pieces, both ends included.
    func cuts(of people: Spread, into pieces: Int) -> [Double] {
        let all = Double(people.sum())
        var cuts = [0.0]
        var before = 0.0
        for (index, stretch) in line.enumerated() {
            let size = Double(people[stretch])
            while cuts.count < pieces, size > 0 {
                let wanted = all * Double(cuts.count) / Double(pieces)
                guard wanted <= before + size else { break }
                cuts.append(Double(index) + max(0, wanted - before) / size)
            }
            before += size
        }
        while cuts.count <= pieces { cuts.append(Double(line.count)) }
        return cuts
    }

    /// How a group is dealt out to one piece of the line after another.
    struct Deal {
        /// Where the pieces begin, so that single people do not all come in one piece.
        let phase: Double
        private var level = 0.0
        private var dealt = 0

        init(phase: Double) { self.phase = phase }

        /// The people of the next piece, and how they are spread.
        mutating func next(
            of count: Int, _ spread: Spread, in piece: Spread, isLast: Bool
        ) -> (count: Int, spread: Spread) {
            let part = spread * piece
            let share = part.sum()
            level += Double(share)
            let upTo = isLast ? count : min(count, Int(Double(count) * level + phase))
            defer { dealt = upTo }
            return (upTo - dealt, share > 0 ? part / share : spread)
        }
    }
}
