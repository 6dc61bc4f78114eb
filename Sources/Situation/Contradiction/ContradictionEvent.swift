/// One case of figures that cannot both be right: the rule, and the entries it holds against one another.
public struct ContradictionID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Something that happens to a contradiction: the program finds it, an officer settles it.
public struct ContradictionEvent: Hashable, Codable, Sendable {
    public var contradiction: ContradictionID
    public var change: Change

    public init(_ contradiction: ContradictionID, _ change: Change) {
        self.contradiction = contradiction
        self.change = change
    }

    public enum Change: Hashable, Codable, Sendable {
        /// It was found, or its figures are others than when it was found before.
        case raised(Finding)
        case settled(Settlement, reason: String)
        /// A correction made the figures agree.
        case lapsed
    }

    /// How an officer settles it.
    public enum Settlement: Hashable, Codable, Sendable {
        /// This entry's figure is used.
        case prefer(EntryID)
        /// They speak of different things, or the difference is accepted.
        case bothStand
        /// Somebody is asked; it stays open.
        case ask(String)
    }
}
