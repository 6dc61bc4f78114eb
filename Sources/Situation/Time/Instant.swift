/// A moment, to the millisecond, counted from 1970-01-01T00:00Z.
///
/// The domain has no clock: an instant always comes in from outside.
public struct Instant: Hashable, Comparable, Codable, Sendable {
    /// Milliseconds since 1970-01-01T00:00Z; negative before it.
    public let milliseconds: Int64

    /// The moment `milliseconds` after 1970-01-01T00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment `seconds` after 1970-01-01T00:00Z.
    public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

    /// Whole seconds since 1970-01-01T00:00Z, rounded down.
    public var seconds: Int64 { milliseconds.floorDivided(by: 1000) }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `span` later.
    public static func + (instant: Self, span: Span) -> Self {
        Instant(milliseconds: instant.milliseconds + span.milliseconds)
    }

    /// The moment `span` earlier.
    public static func - (instant: Self, span: Span) -> Self {
        Instant(milliseconds: instant.milliseconds - span.milliseconds)
    }

    /// The time from `right` to `left`; negative when `right` is later.
    public static func - (left: Self, right: Self) -> Span {
        Span(milliseconds: left.milliseconds - right.milliseconds)
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A length of time, to the millisecond.
public struct Span: Hashable, Comparable, Codable, Sendable, AdditiveArithmetic {
    /// How long, in milliseconds; negative for a step back.
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static let zero = Span(milliseconds: 0)
    public static func seconds(_ count: Int) -> Span { Span(milliseconds: Int64(count) * 1000) }
    public static func minutes(_ count: Int) -> Span { Span(milliseconds: Int64(count) * 60_000) }
    public static func hours(_ count: Int) -> Span { Span(milliseconds: Int64(count) * 3_600_000) }
    public static func days(_ count: Int) -> Span { Span(milliseconds: Int64(count) * 86_400_000) }

    /// Whole minutes, rounded down.
    public var wholeMinutes: Int { Int(milliseconds.floorDivided(by: 60_000)) }

    /// Hours with their fraction.
    public var inHours: Double { Double(milliseconds) / 3_600_000 }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
    public static func + (left: Self, right: Self) -> Self {
        Span(milliseconds: left.milliseconds + right.milliseconds)
    }
    public static func - (left: Self, right: Self) -> Self {
        Span(milliseconds: left.milliseconds - right.milliseconds)
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity, so that times before 1970 fall in the right hour.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return (self % divisor != 0 && (self < 0) != (divisor < 0)) ? quotient - 1 : quotient
    }
}
