/// What single crossings come to in a window of time, for the country or for some posts: people beside crossings.
///
/// A *person* is one pseudonym. A *stay* begins with an entry and ends with the same person's next crossing, wherever
/// that is; it belongs to the window and the post of its entry.
public struct CrossingCounts: Hashable, Codable, Sendable {
    /// Single crossings, each counted.
    public var crossingsIn = 0
    public var crossingsOut = 0
    /// Distinct people with a crossing in either direction.
    public var people = 0
    /// Distinct people who came in. `crossingsIn == peopleIn + reentries`.
    public var peopleIn = 0
    /// Entries of people who had come in before within the window.
    public var reentries = 0
    /// Stays of which it is known whether they lasted more than two days.
    public var staysJudged = 0
    /// Those of them that lasted two days or less.
    public var staysShort = 0
    /// People whose last crossing in the window is an entry.
    public var inside = 0

    public init() {}

    /// Stays of which it cannot be told yet, or no longer, whether they lasted more than two days.
    public var staysUnjudged: Int { crossingsIn - staysJudged }

    /// The share of stays up to two days among those that can be judged; `nil` without any.
    public var shortShare: Double? {
        staysJudged == 0 ? nil : Double(staysShort) / Double(staysJudged)
    }

    /// The longest stay that counts as short.
    public static let shortStay = Span.days(2)
}
