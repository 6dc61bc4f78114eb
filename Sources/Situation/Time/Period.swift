/// A stretch of time from one moment up to, and not including, another.
public struct Period: Hashable, Codable, Sendable {
    public let from: Instant
    public let to: Instant

    /// `nil` unless `from` is before `to`.
    public init?(from: Instant, to: Instant) {
        guard from < to else { return nil }
        self.from = from
        self.to = to
    }

    /// A period whose order the caller has shown.
    init(ordered from: Instant, _ to: Instant) {
        self.from = from
        self.to = to
    }

    public var length: Span { to - from }

    /// Whether `other` lies wholly inside.
    public func contains(_ other: Period) -> Bool { from <= other.from && other.to <= to }

    /// Whether `instant` lies inside.
    public func contains(_ instant: Instant) -> Bool { from <= instant && instant < to }

    /// Whether the two share any time.
    public func overlaps(_ other: Period) -> Bool { from < other.to && other.from < to }
}

/// What time a fact speaks of.
public enum About: Hashable, Sendable {
    case moment(Instant)
    case period(Period)

    /// The last moment spoken of: what a figure's age is counted from.
    public var end: Instant {
        switch self {
        case .moment(let instant): instant
        case .period(let period): period.to
        }
    }

    /// The first moment spoken of.
    public var start: Instant {
        switch self {
        case .moment(let instant): instant
        case .period(let period): period.from
        }
    }
}
