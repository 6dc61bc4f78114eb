import Situation

/// How the people who come to a post are spread over the hours of a week in Kazakhstan.
public struct TrafficProfile: Hashable, Sendable {
    /// For each hour from 00 to 23, how many times the day's mean come; the mean of the 24 is 1.
    public var hours: [Double]
    /// For each weekday from Monday, how many times the week's mean come; the mean of the 7 is 1.
    public var weekdays: [Double]

    /// A profile; nothing is checked before it is part of a ``World``.
    public init(
        hours: [Double] = Array(repeating: 1, count: 24), weekdays: [Double] = Array(repeating: 1, count: 7)
    ) {
        self.hours = hours
        self.weekdays = weekdays
    }

    /// The same at every hour of every day.
    public static let flat = TrafficProfile()

    /// *Illustrative*: quiet nights, a broad day with its height in the afternoon. No source gives the
    /// posts' hours.
    public static let daytime = TrafficProfile(
        hours: [
            0.4, 0.3, 0.3, 0.3, 0.4, 0.6, 0.8, 1.0, 1.2, 1.3, 1.4, 1.4,
            1.4, 1.4, 1.5, 1.5, 1.5, 1.4, 1.3, 1.2, 1.1, 0.9, 0.8, 0.6,
        ])

    /// The multiplier of the hour that holds `instant`; constant within an hour.
    func multiplier(at instant: Instant) -> Double {
        let civil = CivilTime(instant)
        return hours[civil.hour] * weekdays[civil.weekday - 1]
    }
}

/// One means of travel among the people who come to a post.
public struct ModeShare: Hashable, Sendable {
    /// Any but ``TravelMode/all``.
    public var mode: TravelMode
    /// The part of all persons who come by it, 0 to 1.
    public var share: Double
    /// Mean number of persons in one vehicle (or in one party on foot), 1 or more. A party is one person and a
    /// Poisson number of others.
    public var partySize: Double

    /// A share; nothing is checked before it is part of a ``World``.
    public init(_ mode: TravelMode, share: Double, partySize: Double) {
        self.mode = mode
        self.share = share
        self.partySize = partySize
    }

    /// *Illustrative*: the mix at a large road post. No source gives the shares at Kazakhstan's posts.
    public static let illustrativeRoad = [
        ModeShare(.car, share: 0.62, partySize: 2.6), ModeShare(.bus, share: 0.2, partySize: 32),
        ModeShare(.truck, share: 0.08, partySize: 1.2), ModeShare(.foot, share: 0.1, partySize: 1.5),
    ]
}

/// A rate that changes over time along straight lines.
public struct RateCurve: Hashable, Sendable {
    /// A moment of the curve and its value there.
    public struct Knot: Hashable, Sendable {
        /// Since the world's start.
        public var at: Span
        /// Persons an hour, 0 or more.
        public var personsPerHour: Double

        /// A knot; nothing is checked before it is part of a ``World``.
        public init(at: Span, personsPerHour: Double) {
            self.at = at
            self.personsPerHour = personsPerHour
        }
    }

    /// In order of time. Before the first and after the last the rate is 0; two knots of one time make a step.
    public var knots: [Knot]

    /// A curve; nothing is checked before it is part of a ``World``.
    public init(_ knots: [Knot]) { self.knots = knots }
}

/// People who come beyond the usual ones.
public struct Flow: Hashable, Sendable {
    /// The name it goes by in results, such as `mobilisation`.
    public var name: String
    /// Who they are: one of the world's groups.
    public var group: PeopleGroup.ID
    /// Which way they go.
    public var direction: Direction
    /// Where they come, and with what weight; the weights are relative to one another.
    public var posts: [(id: CheckpointID, weight: Double)] {
        get { zip(postIDs, postWeights).map { ($0, $1) } }
        set {
            postIDs = newValue.map(\.id)
            postWeights = newValue.map(\.weight)
        }
    }
    private var postIDs: [CheckpointID]
    private var postWeights: [Double]
    /// How many come in all, before the daily profile.
    public var curve: RateCurve
    /// Whether the posts' daily and weekly profile shapes it; fleeing people keep no hours.
    public var followsProfile: Bool
    /// By what means they come; `nil`: as usual at each post.
    public var mix: [ModeShare]?
    /// What the whole curve is multiplied by, drawn once a run: how unsure its height is. Mean 1 is usual.
    public var scale: Distribution

    /// A flow; nothing is checked before it is part of a ``World``.
    public init(
        name: String, group: PeopleGroup.ID, direction: Direction = .in,
        posts: [(id: CheckpointID, weight: Double)], curve: RateCurve, followsProfile: Bool = false,
        mix: [ModeShare]? = nil, scale: Distribution = .constant(1)
    ) {
        self.name = name
        self.group = group
        self.direction = direction
        postIDs = posts.map(\.id)
        postWeights = posts.map(\.weight)
        self.curve = curve
        self.followsProfile = followsProfile
        self.mix = mix
        self.scale = scale
    }
}
