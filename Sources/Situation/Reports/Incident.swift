/// Something that happened at or between posts.
public struct Incident: Hashable, Codable, Sendable {
    /// A checkpoint, section, shelter or region, by its id.
    public var place: String
    public var kind: Kind
    public var persons: Persons?
    public var text: String

    public enum Kind: String, CaseIterable, Codable, Sendable {
        case refusal
        case crossingBetweenPosts = "between_posts"
        case seizure, sensor, other
    }

    public init(place: String, kind: Kind, persons: Persons? = nil, text: String) {
        self.place = place
        self.kind = kind
        self.persons = persons
        self.text = text
    }
}
