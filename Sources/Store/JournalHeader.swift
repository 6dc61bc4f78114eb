import Situation

/// What a journal is: written once, when the file is made, and the first link of every chain in it.
public struct JournalHeader: Hashable, Sendable {
    /// A random name, so that two journals are never taken for one another.
    public let id: String
    public let nature: JournalNature
    /// The scenario an exercise plays.
    public let scenario: String?
    public let seed: UInt64?
    public let created: Instant

    public init(
        id: String, nature: JournalNature, scenario: String? = nil, seed: UInt64? = nil, created: Instant
    ) {
        self.id = id
        self.nature = nature
        self.scenario = scenario
        self.seed = seed
        self.created = created
    }

    /// The hash that the first entry of every station names as the one before it.
    public var hash: EntryHash {
        var writer = ByteWriter()
        writer.put("AHUAL-JOURNAL-1")
        writer.put(id)
        writer.put(nature.rawValue)
        writer.put(scenario ?? "")
        writer.put(seed.map(String.init) ?? "")
        writer.put(created.milliseconds)
        return EntryHash.of(writer.bytes)
    }
}
