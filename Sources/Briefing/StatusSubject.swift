import Situation

/// What a status is made from: the picture, how it was read, and which journal and moment it shows.
public struct StatusSubject: Sendable {
    public let picture: Picture
    public let reading: SituationReading
    public let journal: JournalIdentity
    /// Entries corrected more than once, where the later correction was taken.
    public let contested: [EntryID]
    /// The moment of the past that is shown; `nil` for the present.
    public let asKnownAt: Instant?
    public let asRecordedAt: Instant?

    public init(
        picture: Picture, reading: SituationReading, journal: JournalIdentity, contested: [EntryID],
        asKnownAt: Instant?, asRecordedAt: Instant?
    ) {
        self.picture = picture
        self.reading = reading
        self.journal = journal
        self.contested = contested
        self.asKnownAt = asKnownAt
        self.asRecordedAt = asRecordedAt
    }
}

/// Which journal a document is drawn from.
public struct JournalIdentity: Sendable {
    public let id: String
    public let nature: JournalNature
    public let scenario: String?

    public init(id: String, nature: JournalNature, scenario: String?) {
        self.id = id
        self.nature = nature
        self.scenario = scenario
    }
}
