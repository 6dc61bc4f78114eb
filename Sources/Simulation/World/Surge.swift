import Situation

/// People who come to some posts on top of the usual ones: a rise, a plateau and a fall.
public struct Surge: Hashable, Sendable {
    /// Where they come.
    public var posts: [CheckpointID]
    /// Which way they go.
    public var direction: Direction
    /// When it begins, counted from the world's start.
    public var from: Span
    /// When it is over, counted from the world's start.
    public var to: Span
    /// How many times the usual number come on the plateau, the usual ones included: 1 or more.
    public var peakFactor: Double
    /// How long it rises after `from`; rise and fall together are no longer than the surge.
    public var rampUp: Span
    /// How long it falls before `to`.
    public var rampDown: Span

    /// A surge; nothing is checked before it is part of a ``World``.
    public init(
        posts: [CheckpointID], direction: Direction = .in, from: Span, to: Span, peakFactor: Double,
        rampUp: Span = .zero, rampDown: Span = .zero
    ) {
        self.posts = posts
        self.direction = direction
        self.from = from
        self.to = to
        self.peakFactor = peakFactor
        self.rampUp = rampUp
        self.rampDown = rampDown
    }

    /// How many times the usual number come *beyond* the usual ones, at a time since the world's start.
    func excess(at offset: Span) -> Double {
        guard from <= offset, offset < to else { return 0 }
        let rising = rampUp > .zero ? (offset - from).inHours / rampUp.inHours : 1
        let falling = rampDown > .zero ? (to - offset).inHours / rampDown.inHours : 1
        return (peakFactor - 1) * min(1, rising, falling)
    }
}

/// A time in which a post works with fewer lanes in both directions, or with none.
public struct Disruption: Hashable, Sendable {
    /// Where.
    public var post: CheckpointID
    /// When it begins, counted from the world's start.
    public var from: Span
    /// When it is over, counted from the world's start.
    public var to: Span
    /// The part of the lanes that stays open, 0 to 1.
    public var laneShareLeft: Double
    /// What the post says of it, in the words of whoever wrote the scenario.
    public var reason: String?

    /// A disruption; nothing is checked before it is part of a ``World``.
    public init(
        post: CheckpointID, from: Span, to: Span, laneShareLeft: Double, reason: String? = nil
    ) {
        self.post = post
        self.from = from
        self.to = to
        self.laneShareLeft = laneShareLeft
        self.reason = reason
    }

    func holds(at offset: Span) -> Bool { from <= offset && offset < to }

    /// The lanes left of those staffed: rounded to whole lanes, but a post that is not shut keeps one.
    func lanesLeft(of staffed: Lanes) -> Lanes {
        guard laneShareLeft > 0, staffed > 0 else { return 0 }
        return max(1, Lanes(Int((Double(staffed.count) * laneShareLeft).rounded())))
    }
}
