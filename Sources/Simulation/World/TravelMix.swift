import Situation

/// How the people who come to a post are spread over the hours of a day in Kazakhstan.
public struct DailyProfile: Hashable, Sendable {
    /// For each hour from 00 to 23, how many times the day's mean come; the mean of the 24 is 1.
    public var multipliers: [Double]

    /// A profile; nothing is checked before it is part of a ``World``.
    public init(multipliers: [Double]) { self.multipliers = multipliers }

    /// The same at every hour.
    public static let flat = DailyProfile(multipliers: Array(repeating: 1, count: 24))

    /// *Illustrative*: quiet nights, a broad day with its height in the afternoon. No source gives the
    /// posts' hours.
    public static let daytime = DailyProfile(
        multipliers: [
            0.4, 0.3, 0.3, 0.3, 0.4, 0.6, 0.8, 1.0, 1.2, 1.3, 1.4, 1.4,
            1.4, 1.4, 1.5, 1.5, 1.5, 1.4, 1.3, 1.2, 1.1, 0.9, 0.8, 0.6,
        ])

    /// The multiplier of the hour that holds `instant`.
    func multiplier(at instant: Instant) -> Double { multipliers[CivilTime(instant).hour] }
}

/// One means of travel among the people who come to a post.
public struct ModeShare: Hashable, Sendable {
    /// Any but ``TravelMode/all``.
    public var mode: TravelMode
    /// The part of all persons who come by it, 0 to 1.
    public var share: Double
    /// Mean number of persons in one vehicle (or in one party on foot), 1 or more.
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
