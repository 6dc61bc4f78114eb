/// What later entries say about earlier ones: which entries were superseded or retracted, as far as a given
/// set of corrections goes.
///
/// Nothing is ever changed in the journal. The picture at a moment is the fold of what *stood* at that
/// moment, and this value decides what stood.
public struct Amendments: Sendable {
    /// The corrections of each entry, in fold order.
    private var corrections: [EntryID: [Correcting]] = [:]

    private struct Correcting: Sendable {
        let key: FoldKey
        let about: About
        let correction: Correction
    }

    public init() {}

    /// Takes notice of `entry` if it is a correction; any other entry changes nothing.
    public mutating func note(_ entry: Entry) {
        guard case .correction(let correction) = entry.fact else { return }
        let correcting = Correcting(key: entry.foldKey, about: entry.about, correction: correction)
        var list = corrections[correction.target, default: []]
        let place = list.firstIndex { $0.key > correcting.key } ?? list.endIndex
        list.insert(correcting, at: place)
        corrections[correction.target] = list
    }

    /// Whether nothing at all was corrected.
    public var isEmpty: Bool { corrections.isEmpty }

    /// Entries that were corrected more than once by corrections that still stand: the later counts, and the
    /// case is shown to the officer.
    public var contested: [EntryID] {
        corrections.keys.filter { standing(on: $0, after: nil).count > 1 }.sorted()
    }

    /// The entries that were corrected after a moment: what was believed by then and is said otherwise now.
    ///
    /// - Parameters:
    ///   - known: corrections that became known later count; `nil` for none.
    ///   - recorded: likewise those that were recorded later.
    public func corrected(knownAfter known: Instant?, recordedAfter recorded: Instant? = nil) -> Set<EntryID>
    {
        var targets: [EntryID: EntryID] = [:]
        for (target, list) in corrections { for correcting in list { targets[correcting.key.id] = target } }
        var found: Set<EntryID> = []
        for (target, list) in corrections {
            let isLater = list.contains { correcting in
                known.map { correcting.key.known.instant > $0 } ?? false
                    || recorded.map { correcting.key.recorded.instant > $0 } ?? false
            }
            // A correction that was itself corrected changes what its own target says.
            var next = isLater ? target : nil
            while let id = next, found.insert(id).inserted { next = targets[id] }
        }
        return found
    }

    /// The entry as it stands: itself, with another fact in its place, or `nil` when it was retracted.
    public func standing(_ entry: Entry) -> Entry? {
        guard !corrections.isEmpty else { return entry }
        guard let last = standing(on: entry.id, after: entry.foldKey).last else { return entry }
        switch last.correction.change {
        case .retract:
            return nil
        case .supersede(let fact):
            return Entry(
                id: entry.id, recorded: entry.recorded, known: entry.known, about: last.about,
                author: entry.author, source: entry.source, confidence: entry.confidence, fact: fact)
        }
    }

    /// The corrections of `id` that stand themselves. A correction only reaches back: one that comes before
    /// its target in fold order is passed over, which also keeps this recursion finite.
    private func standing(on id: EntryID, after key: FoldKey?) -> [Correcting] {
        (corrections[id] ?? []).compactMap { correcting in
            if let key, correcting.key <= key { return nil }
            guard let later = standing(on: correcting.key.id, after: correcting.key).last else {
                return correcting
            }
            guard case .supersede(.correction(let replacement)) = later.correction.change,
                replacement.target == id
            else { return nil }
            return Correcting(key: correcting.key, about: later.about, correction: replacement)
        }
    }
}
