import Situation

/// Counts the crossings of one person after another.
struct CrossingCounter {
    private let from: UInt64
    private let to: UInt64
    /// Up to when crossings are known: only stays that began two days before can be judged by silence.
    private let horizon: UInt64
    /// For each number of a post, the places in ``counts`` it counts in.
    private let places: [[Int]]
    private(set) var counts: [CrossingCounts]
    private var seen: [Seen]

    /// What one person did so far in one scope.
    private struct Seen {
        var person = 0
        var entries = 0
    }

    private var person = 0

    init(window: Period, horizon: Instant, scopes: [CrossingScope], posts: [Int: CheckpointID]) {
        from = UInt64(clamping: window.from.milliseconds)
        to = UInt64(clamping: window.to.milliseconds)
        self.horizon = UInt64(clamping: horizon.milliseconds)
        counts = Array(repeating: CrossingCounts(), count: scopes.count)
        seen = Array(repeating: Seen(), count: scopes.count)
        places = (0...(posts.keys.max() ?? 0)).map { number in
            guard let post = posts[number] else { return [] }
            return scopes.indices.filter { scopes[$0].posts?.contains(post) ?? true }
        }
    }

    /// Takes in all crossings of one person from the window's beginning to two days after its end, in order.
    mutating func count(_ crossings: Slice<UnsafeMutableBufferPointer<CrossingRecord>>) {
        person += 1
        var last: CrossingRecord?
        for index in crossings.indices {
            let crossing = crossings[index]
            let at = crossing.rest >> 20
            guard at >= from, at < to else { continue }
            last = crossing
            let next = index + 1 < crossings.endIndex ? crossings[index + 1] : nil
            let stay = crossing.isEntry ? judge(at, next) : nil
            for place in places[crossing.post] { count(crossing.isEntry, stay, in: place) }
        }
        guard let last, last.isEntry else { return }
        for place in places[last.post] { counts[place].inside += 1 }
    }

    private mutating func count(_ isEntry: Bool, _ stay: Stay?, in place: Int) {
        if seen[place].person != person {
            seen[place] = Seen(person: person)
            counts[place].people += 1
        }
        guard isEntry else {
            counts[place].crossingsOut += 1
            return
        }
        counts[place].crossingsIn += 1
        seen[place].entries += 1
        if seen[place].entries == 1 { counts[place].peopleIn += 1 } else { counts[place].reentries += 1 }
        switch stay {
        case .short:
            counts[place].staysJudged += 1
            counts[place].staysShort += 1
        case .long: counts[place].staysJudged += 1
        case nil: break
        }
    }

    private enum Stay { case short, long }

    /// How long the stay that began at `entry` lasted, by the same person's next crossing anywhere: long when none came
    /// within two days; `nil` while those are not over.
    private func judge(_ entry: UInt64, _ next: CrossingRecord?) -> Stay? {
        let limit = entry + UInt64(CrossingCounts.shortStay.milliseconds)
        // Whoever comes in anew has left before, seen or not.
        if let next, next.rest >> 20 <= limit { return .short }
        return limit <= horizon ? .long : nil
    }
}
