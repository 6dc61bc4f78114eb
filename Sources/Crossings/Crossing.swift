import Situation

/// One person crossing once, as a source tells it.
public struct Crossing: Hashable, Sendable {
    public var post: CheckpointID
    public var direction: Direction
    public var mode: TravelMode
    public var at: Instant
    /// An opaque name for the person, made at the source from something this program never sees. It must be the same
    /// for the same person at every post and on every day.
    public var pseudonym: String

    public init(
        post: CheckpointID, direction: Direction, mode: TravelMode, at: Instant, pseudonym: String
    ) {
        self.post = post
        self.direction = direction
        self.mode = mode
        self.at = at
        self.pseudonym = pseudonym
    }
}

/// A day in Kazakhstan, by which pseudonyms are kept and erased.
public struct CrossingDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// The day that holds `instant`.
    public init(of instant: Instant) {
        let local = CivilTime(instant)
        number = Int(CivilTime.days(year: local.year, month: local.month, day: local.day))
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    public var start: Instant { Instant(seconds: Int64(number) * 86_400) - CivilTime.offset }
    public var end: Instant { CrossingDay(number: number + 1).start }
    public var year: Int { CivilTime(start).year }

    /// ISO 8601: `2026-09-21`.
    public var description: String {
        let date = CivilTime(start)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(date.year)-\(two(date.month))-\(two(date.day))"
    }
}

/// Posts that are counted together.
public struct CrossingScope: Hashable, Sendable {
    /// `KZ`, the id of a border section, or of a post.
    public let name: String
    /// `nil` for every post.
    public let posts: Set<CheckpointID>?
    /// Whether a sketch is kept of each day once its pseudonyms are erased. Not for single posts: a sketch of few
    /// people is nearly a list of them.
    public let isSketched: Bool

    private init(name: String, posts: Set<CheckpointID>?, isSketched: Bool) {
        self.name = name
        self.posts = posts
        self.isSketched = isSketched
    }

    /// Every post.
    public static let country = CrossingScope(
        name: CrossingEvent.Closed.country, posts: nil, isSketched: true)

    /// The posts of a border section.
    public static func section(_ id: SectionID, posts: some Sequence<CheckpointID>) -> CrossingScope {
        CrossingScope(name: id.rawValue, posts: Set(posts), isSketched: true)
    }

    /// One post.
    public static func post(_ id: CheckpointID) -> CrossingScope {
        CrossingScope(name: id.rawValue, posts: [id], isSketched: false)
    }
}
