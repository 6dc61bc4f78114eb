import Situation

/// The entries at hand, in fold order, and what later ones say of them.
struct LogBook: Sendable {
    /// Oldest first.
    private(set) var entries: [Entry] = []
    /// The corrections at hand of each entry, in fold order.
    private(set) var corrections: [EntryID: [EntryID]] = [:]
    /// Whether nothing comes before the first entry at hand.
    var hasReachedStart = false
    /// Whether older entries were asked for and have not come yet.
    var isLoading = false

    /// Takes in entries in any order; those at hand already are passed over.
    mutating func take(_ more: [Entry]) {
        let known = Set(entries.map(\.id))
        let new = more.filter { !known.contains($0.id) }
        guard !new.isEmpty else { return }
        let sorted = new.sorted { $0.foldKey < $1.foldKey }
        if let last = entries.last, let first = sorted.first, first.foldKey < last.foldKey {
            entries = (entries + sorted).sorted { $0.foldKey < $1.foldKey }
        } else {
            entries += sorted
        }
        note(sorted)
    }

    /// The entry of that name, if it is at hand.
    func entry(_ id: EntryID) -> Entry? { entries.first { $0.id == id } }

    private mutating func note(_ new: [Entry]) {
        for entry in new {
            guard case .correction(let correction) = entry.fact else { continue }
            corrections[correction.target, default: []].append(entry.id)
        }
    }
}
