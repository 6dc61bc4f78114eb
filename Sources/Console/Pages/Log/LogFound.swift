import Language
import Reference
import Situation
import Wording

/// What the journal found for a filter so far, beyond the entries at hand.
struct LogFound: Hashable, Sendable {
    let query: LogQuery
    /// The newest first.
    var entries: [Entry] = []
    /// Whether there are no more.
    var isAll = false
    /// Whether an answer is on its way.
    var isAsked = true
}

extension Look {
    /// What the log's filter asks the journal; `nil` when it asks for nothing, or turns the sense round, which only the
    /// entries at hand can.
    var logQuery: LogQuery? {
        let typed = model.view.filter.text
        guard !typed.allSatisfy(\.isWhitespace), typed.first != "!" else { return nil }
        let words = FilterWords(typed)
        var query = LogQuery(text: words.text)
        for (key, value) in words.asked {
            switch key {
            case .kind: query.kinds.formUnion(kinds(named: value))
            case .place:
                let found = PlaceFinder(reference: reference).find(value, among: Place.Kind.allCases)
                query.place = found.first?.id ?? value
            case .by: query.person = PersonName(value)
            case .from: query.from = TypedMoment(now: model.present).moment(value)
            case .to: query.to = TypedMoment(now: model.present).moment(value)
            }
        }
        return query
    }

    /// Kinds of entry whose name in the reader's language, or whose stored name, begins so.
    private func kinds(named text: String) -> [String] {
        let typed = text.lowercased()
        let kinds = FactKind.allCases.filter { kind in
            let names = ["console.kind.\(kind.rawValue)", "console.kind-short.\(kind.rawValue)"].map {
                speech($0)
            }
            return ([kind.rawValue] + names).contains { $0.lowercased().hasPrefix(typed) }
        }
        // A kind nobody knows finds nothing, and not everything.
        return kinds.isEmpty ? [text] : kinds.map(\.rawValue)
    }
}

extension Model {
    /// What has to be asked of the journal for the filter as it is typed, or for the end of what was found.
    mutating func searchedEffects() -> [Effect] {
        guard let query = Look(self).logQuery else {
            found = nil
            return []
        }
        guard let known = found, known.query == query else {
            found = LogFound(query: query)
            return [.searchLog(query, before: nil)]
        }
        let list = view.lists[.main]
        let isNearEnd = (list?.offset ?? 0) + 40 > known.entries.count
        guard isNearEnd, !known.isAsked, !known.isAll, let last = known.entries.last else { return [] }
        found?.isAsked = true
        return [.searchLog(query, before: last.foldKey)]
    }

    /// The entry of that name, if it is at hand.
    func entry(_ id: EntryID) -> Entry? { log.entry(id) ?? found?.entries.first { $0.id == id } }

    /// An answer to an older filter is passed over.
    mutating func take(_ query: LogQuery, _ entries: [Entry], isAll: Bool) {
        guard found?.query == query else { return }
        let known = Set(found?.entries.map(\.id) ?? [])
        found?.entries += entries.filter { !known.contains($0.id) }
        found?.isAll = isAll
        found?.isAsked = false
    }
}
