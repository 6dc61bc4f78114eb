import Situation

/// A time in which a post cannot work as it should.
public struct Disruption: Hashable, Sendable {
    /// Where.
    public var post: CheckpointID
    /// Which way; `nil`: both.
    public var direction: Direction?
    /// When it begins, counted from the world's start.
    public var from: Span
    /// When it is over, counted from the world's start.
    public var to: Span
    /// What it does.
    public var effect: Effect
    /// What the post says of it, in the words of whoever wrote the scenario.
    public var reason: String?

    /// What a disruption does.
    public enum Effect: Hashable, Sendable {
        /// This part of the staffed lanes stays open, 0 to 1; 0 shuts the post: who comes waits before it.
        case lanesLeft(share: Double)
        /// The information system is down: service by hand takes this many times as long, 1 or more.
        case slowService(factor: Double)
    }

    /// A disruption; nothing is checked before it is part of a ``World``.
    public init(
        post: CheckpointID, direction: Direction? = nil, from: Span, to: Span, effect: Effect,
        reason: String? = nil
    ) {
        self.post = post
        self.direction = direction
        self.from = from
        self.to = to
        self.effect = effect
        self.reason = reason
    }

    /// Whether it holds at a time since the world's start.
    func holds(at offset: Span) -> Bool { from <= offset && offset < to }
}

/// How drivers choose between a post and its sisters.
public struct Diversion: Hashable, Sendable {
    /// The part of parties that know the waits and would go elsewhere, 0 to 1.
    public var informedShare: Double
    /// How much sooner they must be through at the sister, the way there counted, to go.
    public var worthwhile: Span

    /// A rule; nothing is checked before it is part of a ``World``.
    public init(informedShare: Double, worthwhile: Span) {
        self.informedShare = informedShare
        self.worthwhile = worthwhile
    }

    /// Nobody goes elsewhere.
    public static let none = Diversion(informedShare: 0, worthwhile: .zero)
}
