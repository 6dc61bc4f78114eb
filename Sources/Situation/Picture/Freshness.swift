/// Whether what was last heard can still be believed to be so.
public enum Freshness: Hashable, Sendable {
    /// Nothing was ever heard.
    case silent
    /// Heard within three times the source's own rhythm.
    case fresh(age: Span)
    /// Overdue.
    case stale(age: Span)

    /// - Parameters:
    ///   - lastHeard: the last moment spoken of.
    ///   - rhythm: how far apart reports usually are; `nil` when that is not known yet.
    public init(lastHeard: Instant?, rhythm: Span?, now: Instant) {
        guard let lastHeard else {
            self = .silent
            return
        }
        let age = max(now - lastHeard, .zero)
        let patience = rhythm.map { max(Span(milliseconds: $0.milliseconds * 3), Self.shortestPatience) }
        self = age <= patience ?? Self.usualPatience ? .fresh(age: age) : .stale(age: age)
    }

    /// Nobody is called silent sooner than after half an hour, however fast their rhythm.
    static let shortestPatience = Span.minutes(30)
    /// For sources whose rhythm is not known.
    static let usualPatience = Span.hours(3)

    /// How old the word is; `nil` when there is none.
    public var age: Span? {
        switch self {
        case .silent: nil
        case .fresh(let age), .stale(let age): age
        }
    }

    public var isFresh: Bool { if case .fresh = self { true } else { false } }
}
