/// How far the people of each cohort have travelled lately, as a distribution.
///
/// Flee keeps for every agent `recent`, the mean of the days' ways with halving weights, in day's ways. Only
/// one rule reads it (short stints). Cohorts that differed in it alone would be as many as there are histories,
/// so a cohort keeps the *shares* of its people in 32 steps of 1/16, each step with its own mean: people with
/// one history lose nothing, and the cost is the same for ten people and for ten million.
struct TravelHistories {
    static let steps = 32
    private static let stepsPerDay = 16.0

    private var weight: [Double] = []
    private var moment: [Double] = []
    /// Running sums of the weights, once asked for.
    private var sums: [Double] = []
    private var books: [Book] = []
    private(set) var count = 0

    private struct Book {
        var low = TravelHistories.steps
        var high = -1
        var total = 0.0
        var moment = 0.0
        var isSummed = false
    }

    /// Forgets all but the first `kept`.
    mutating func forget(keeping kept: Int) { count = kept }

    /// A new history that holds nobody.
    mutating func make() -> Int {
        if count == books.count {
            weight.append(contentsOf: repeatElement(0, count: Self.steps))
            moment.append(contentsOf: repeatElement(0, count: Self.steps))
            sums.append(contentsOf: repeatElement(0, count: Self.steps))
            books.append(Book())
        } else {
            let book = books[count]
            var step = count * Self.steps + book.low
            while step <= count * Self.steps + book.high {
                weight[step] = 0
                moment[step] = 0
                step += 1
            }
            books[count] = Book()
        }
        count += 1
        return count - 1
    }

    /// Adds people with one history.
    mutating func add(_ people: Double, recent: Double, to history: Int) {
        put(people, people * recent, min(Self.steps - 1, Int(recent * Self.stepsPerDay)), history)
        books[history].total += people
        books[history].moment += people * recent
        books[history].isSummed = false
    }

    @inline(__always)
    private mutating func put(_ people: Double, _ sum: Double, _ step: Int, _ history: Int) {
        let index = history * Self.steps + step
        weight[index] += people
        moment[index] += sum
        if step < books[history].low { books[history].low = step }
        if step > books[history].high { books[history].high = step }
    }

    /// All people of a history, in its own measure.
    func total(_ history: Int) -> Double { books[history].total }

    /// Those whose recent way is below `limit`.
    mutating func sum(_ history: Int, below limit: Double) -> Double {
        let book = books[history]
        guard limit > 0, book.high >= book.low else { return 0 }
        if !book.isSummed { sumUp(history) }
        let step = Int(limit * Self.stepsPerDay)
        if step > book.high { return book.total }
        let index = history * Self.steps + step
        let isBelow = moment[index] < limit * weight[index]
        return (step > 0 ? sums[index - 1] : 0) + (isBelow ? weight[index] : 0)
    }

    private mutating func sumUp(_ history: Int) {
        let base = history * Self.steps
        var sum = 0.0
        for index in base..<(base + Self.steps) {
            sum += weight[index]
            sums[index] = sum
        }
        books[history].isSummed = true
    }

    /// Adds `people` of another history after a day's way: recent becomes (recent + way) / 2.
    ///
    /// - Parameters:
    ///   - limit: only those from this recent way on are meant; their measure is `all`.
    mutating func rest(
        _ people: Double, of other: Int, in others: borrowing TravelHistories, way: Double,
        from limit: Double, all: Double, as history: Int
    ) {
        let book = others.books[other]
        guard all > 0, book.high >= book.low else { return add(people, recent: way / 2, to: history) }
        let scale = people / all
        others.weight.withUnsafeBufferPointer { otherWeight in
            others.moment.withUnsafeBufferPointer { otherMoment in
                fill(history, adding: people) { target in
                    let base = other * Self.steps
                    for index in (base + book.low)...(base + book.high) {
                        let weight = otherWeight[index]
                        guard weight > 0 else { continue }
                        let mean = otherMoment[index] / weight
                        guard mean >= limit else { continue }
                        target.put(weight * scale, recent: (mean + way) / 2)
                    }
                }
            }
        }
    }

    /// Likewise, keeping only the mean of those who come: for places that hardly anybody leaves.
    mutating func restRoughly(
        _ people: Double, of other: Int, in others: borrowing TravelHistories, way: Double, as history: Int
    ) {
        let book = others.books[other]
        let mean = book.total > 0 ? book.moment / book.total : 0
        add(people, recent: (mean + way) / 2, to: history)
    }

    /// Adds `people` of a history of this book, unchanged.
    ///
    /// - Parameters:
    ///   - limit: the recent way below which everybody is meant.
    ///   - share: the share that is meant from there on.
    mutating func mix(_ people: Double, of other: Int, limit: Double, share: Double, into history: Int) {
        if share == 1 { return mixAll(people, of: other, into: history) }
        let book = books[other]
        let below = sum(other, below: limit)
        let all = below + (book.total - below) * share
        guard all > 0, book.high >= book.low else { return add(people, recent: 0, to: history) }
        let scale = people / all
        fill(history, adding: people) { target in
            // Both histories are in the same arrays, so many places apart.
            let distance = (other - history) * Self.steps
            for step in book.low...book.high {
                let weight = target.weight[step + distance]
                guard weight > 0 else { continue }
                let moment = target.moment[step + distance]
                let factor = scale * (moment < limit * weight ? 1 : share)
                target.put(weight * factor, moment * factor, step)
            }
        }
    }

    /// Adds `people` of a whole history of this book, unchanged. Without a branch in the loop, many steps are
    /// added at once.
    private mutating func mixAll(_ people: Double, of other: Int, into history: Int) {
        let book = books[other]
        guard book.total > 0, book.high >= book.low else { return add(people, recent: 0, to: history) }
        let scale = people / book.total
        fill(history, adding: people) { target in
            let distance = (other - history) * Self.steps
            for step in book.low...book.high {
                target.weight[step] += target.weight[step + distance] * scale
                target.moment[step] += target.moment[step + distance] * scale
            }
            target.moments = book.moment * scale
            target.low = min(target.low, book.low)
            target.high = max(target.high, book.high)
        }
    }

    // MARK: - Steps

    /// Lets `fill` put people into a history.
    ///
    /// The loops over steps are where a run spends its time; pointers keep checks out of them. Every step put
    /// in is kept below ``steps``.
    @inline(__always)
    private mutating func fill(_ history: Int, adding people: Double, _ fill: (inout Steps) -> Void) {
        let base = history * Self.steps
        let book = books[history]
        let filled = weight.withUnsafeMutableBufferPointer { weight in
            moment.withUnsafeMutableBufferPointer { moment -> Steps? in
                guard let weights = weight.baseAddress, let moments = moment.baseAddress else { return nil }
                var steps = Steps(
                    weight: weights + base, moment: moments + base, low: book.low, high: book.high)
                fill(&steps)
                return steps
            }
        }
        guard let filled else { return }
        books[history] = Book(
            low: filled.low, high: filled.high, total: book.total + people,
            moment: book.moment + filled.moments)
    }

    /// The steps of one history while they are filled.
    private struct Steps {
        var weight: UnsafeMutablePointer<Double>
        var moment: UnsafeMutablePointer<Double>
        var low, high: Int
        /// The sum of the moments put in.
        var moments = 0.0

        @inline(__always)
        mutating func put(_ people: Double, recent: Double) {
            let step = min(TravelHistories.steps - 1, Int(recent * TravelHistories.stepsPerDay))
            put(people, people * recent, step)
        }

        @inline(__always)
        mutating func put(_ people: Double, _ sum: Double, _ step: Int) {
            weight[step] += people
            moment[step] += sum
            moments += sum
            low = min(low, step)
            high = max(high, step)
        }
    }
}
