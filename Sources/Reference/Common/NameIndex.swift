/// What a name that somebody wrote stands for.
public enum NameMatch<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Exactly one thing is called so.
    case one(ID)
    /// Several things are called so, in the order of the reference data.
    case ambiguous([ID])
    /// Nothing is called so.
    case none

    /// The only thing called so, or `nil`.
    public var only: ID? {
        if case .one(let id) = self { id } else { nil }
    }
}

/// Finds things by any of their names, whatever the case and the hyphens.
///
/// An identifier is certain: it wins over another thing's name that reads the same.
struct NameIndex<ID: Hashable & Sendable>: Sendable {
    private var certain: [NameKey: ID] = [:]
    private var named: [NameKey: [ID]] = [:]

    /// Enters `id`, which is found by its identifiers `codes` and by its `names`.
    mutating func enter(_ id: ID, codes: [String], names: [String]) {
        for code in codes { certain[NameKey(code)] = id }
        for name in names {
            var holders = named[NameKey(name), default: []]
            if !holders.contains(id) { holders.append(id) }
            named[NameKey(name)] = holders
        }
    }

    /// What `name` stands for.
    func match(_ name: String) -> NameMatch<ID> {
        let key = NameKey(name)
        if let id = certain[key] { return .one(id) }
        guard let holders = named[key], let first = holders.first else { return .none }
        return holders.count == 1 ? .one(first) : .ambiguous(holders)
    }
}
