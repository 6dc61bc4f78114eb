/// A line a person writes into the duty log. Notes are never taken for duplicates of one another.
public struct Note: Hashable, Codable, Sendable {
    public var text: String
    /// What the line is about, when it is about a place: a checkpoint, shelter, region or section id.
    public var place: String?
    public var kind: Kind?
    /// What the line belongs to.
    public var link: Link?

    public init(text: String, place: String? = nil, kind: Kind? = nil, link: Link? = nil) {
        self.text = text
        self.place = place
        self.kind = kind
        self.link = link
    }

    /// What kind of line it is.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case observation, call, order, report, request, decision, other
    }

    /// Another thing in the journal.
    public enum Link: Hashable, Codable, Sendable {
        case entry(EntryID)
        case alarm(AlarmID)
        case task(TaskRef)
    }
}
