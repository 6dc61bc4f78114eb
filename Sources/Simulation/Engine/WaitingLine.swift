/// People in the order in which they came, in batches of those who came at about the same time.
///
/// Within a batch all are alike: whoever is let through is a cross-section of it. That keeps the line short
/// however many wait in it, and makes its cost independent of the number of people.
struct WaitingLine: Hashable, Sendable {
    private struct Batch: Hashable, Sendable {
        var slot: Int64
        var whole: Crowd
        /// Persons still waiting.
        var remaining: Int

        /// Those still waiting: vehicles stay until the last person in them is through.
        var crowd: Crowd {
            let surging = share(of: whole.surging)
            return Crowd(usual: remaining - surging, surging: surging, vehicles: share(of: whole.vehicles))
        }

        /// The part of `count` that goes with those remaining, rounded up.
        private func share(of count: Int) -> Int {
            // A world's loads keep a batch under 10⁹ persons, so the product fits.
            (count * remaining + whole.persons - 1) / whole.persons
        }
    }

    private var batches: [Batch] = []
    /// Batches before this one are through; they are dropped many at a time.
    private var head = 0

    /// Everyone waiting, counted anew.
    var crowd: Crowd { batches[head...].reduce(into: Crowd()) { $0 += $1.crowd } }

    var isEmpty: Bool { head == batches.count }

    /// People join at the end. Those of one slot make one batch, as long as none of it is through.
    mutating func join(_ crowd: Crowd, slot: Int64) {
        guard crowd.persons > 0 else { return }
        if let last = batches.indices.last, last >= head, batches[last].slot == slot,
            batches[last].remaining == batches[last].whole.persons
        {
            batches[last].whole += crowd
            batches[last].remaining += crowd.persons
        } else {
            batches.append(Batch(slot: slot, whole: crowd, remaining: crowd.persons))
        }
    }

    /// Lets through the first `count` persons, or all if there are fewer.
    mutating func release(_ count: Int) -> Crowd {
        var released = Crowd()
        var left = count
        while left > 0, !isEmpty {
            let before = batches[head].crowd
            let through = min(left, batches[head].remaining)
            batches[head].remaining -= through
            left -= through
            released += before - batches[head].crowd
            if batches[head].remaining == 0 { head += 1 }
        }
        if head > 64, head * 2 > batches.count {
            batches.removeFirst(head)
            head = 0
        }
        return released
    }
}
