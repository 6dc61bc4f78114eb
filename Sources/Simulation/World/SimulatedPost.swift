import Situation

/// A border post as the simulator sees it: in each direction lanes and booths that people queue at, and a
/// second line for those who are looked at more closely.
public struct SimulatedPost: Hashable, Sendable {
    /// The post's id, as reports give it.
    public var id: CheckpointID
    /// Where those who need a bed are taken in.
    public var region: RegionCode
    /// The border section it lies on.
    public var section: SectionID
    /// Into the country.
    public var incoming: Side
    /// Out of the country.
    public var outgoing: Side
    /// Posts that drivers may go to instead, with the way there.
    public var sisters: [Sister]

    /// A post; nothing is checked before it is part of a ``World``.
    public init(
        id: CheckpointID, region: RegionCode, section: SectionID, incoming: Side, outgoing: Side,
        sisters: [Sister] = []
    ) {
        self.id = id
        self.region = region
        self.section = section
        self.incoming = incoming
        self.outgoing = outgoing
        self.sisters = sisters
    }

    /// The side for a direction.
    public func side(_ direction: Direction) -> Side { direction == .in ? incoming : outgoing }

    /// Another post on the same stretch of border.
    public struct Sister: Hashable, Sendable {
        /// Which.
        public var post: CheckpointID
        /// The way there; at least ``World/tick``, so that posts can be played side by side.
        public var travel: Span

        /// A sister; nothing is checked before it is part of a ``World``.
        public init(post: CheckpointID, travel: Span) {
            self.post = post
            self.travel = travel
        }
    }

    /// One direction of a post.
    public struct Side: Hashable, Sendable {
        /// Persons who come on a usual day.
        public var usualPersonsPerDay: Double
        /// How they are spread over the week.
        public var profile: TrafficProfile
        /// By what means the usual people come; the shares add up to 1.
        public var mix: [ModeShare]
        /// The lanes and booths; each means of travel belongs to the first channel that takes it.
        public var channels: [Channel]
        /// Where some are looked at more closely; `nil`: nobody is.
        public var secondLine: SecondLine?
        /// How long a party waits in the line before it turns back, in minutes; `nil`: as long as it takes.
        public var patienceMinutes: Distribution?

        /// A side; nothing is checked before it is part of a ``World``.
        public init(
            usualPersonsPerDay: Double, profile: TrafficProfile = .flat,
            mix: [ModeShare] = ModeShare.illustrativeRoad, channels: [Channel], secondLine: SecondLine? = nil,
            patienceMinutes: Distribution? = nil
        ) {
            self.usualPersonsPerDay = usualPersonsPerDay
            self.profile = profile
            self.mix = mix
            self.channels = channels
            self.secondLine = secondLine
            self.patienceMinutes = patienceMinutes
        }
    }
}

/// Lanes (for vehicles) or booths (for people on foot, by rail or by air) with one line before them.
public struct Channel: Hashable, Sendable {
    /// What it lets through.
    public var modes: [TravelMode]
    /// How many lanes or booths are staffed, by the roster.
    public var roster: Roster
    /// How long a party takes.
    public var service: ServiceTime
    /// How many parties can wait; those who come when it is full are refused (turned back before the post).
    public var room: Int
    /// What becomes of work under way when a lane closes.
    public var closing: ServiceStation<Int>.Closing

    /// A channel; nothing is checked before it is part of a ``World``.
    public init(
        modes: [TravelMode], roster: Roster, service: ServiceTime, room: Int = .max,
        closing: ServiceStation<Int>.Closing = .afterService
    ) {
        self.modes = modes
        self.roster = roster
        self.service = service
        self.room = room
        self.closing = closing
    }
}

/// How many lanes or booths are staffed at which hour: a shift plan. Hours without staff are hours in which the
/// post is shut.
public struct Roster: Hashable, Sendable {
    /// For each hour of the day from 00 to 23 in Kazakhstan.
    public var lanesByHour: [Lanes]

    /// A roster; nothing is checked before it is part of a ``World``.
    public init(lanesByHour: [Lanes]) { self.lanesByHour = lanesByHour }

    /// The same number around the clock.
    public init(_ lanes: Lanes) { lanesByHour = Array(repeating: lanes, count: 24) }

    /// The lanes staffed in the hour that holds `instant`.
    func lanes(at instant: Instant) -> Lanes { lanesByHour[CivilTime(instant).hour] }

    /// The largest number of any hour.
    public var most: Lanes { lanesByHour.max() ?? 0 }
}

/// How long a party takes at a lane: something for the vehicle, something for each person, times a chance
/// factor.
public struct ServiceTime: Hashable, Sendable {
    /// Minutes for the vehicle or the party as such.
    public var minutesPerParty: Double
    /// Minutes for each person in it.
    public var minutesPerPerson: Double
    /// The chance factor; its mean is 1.
    public var factor: Distribution

    /// A service time; nothing is checked before it is part of a ``World``.
    public init(minutesPerParty: Double = 0, minutesPerPerson: Double, factor: Distribution = .constant(1)) {
        self.minutesPerParty = minutesPerParty
        self.minutesPerPerson = minutesPerPerson
        self.factor = factor
    }
}

/// Closer inspection after the first line, for those whom the risk assessment picks.
public struct SecondLine: Hashable, Sendable {
    /// Officers (teams) who inspect one party each.
    public var officers: Lanes
    /// The part of parties that is picked, by means of travel; none of those not named. 0 to 1. Parties
    /// without papers (``PeopleGroup/documents``) are all picked, whatever the means.
    public var share: [TravelMode: Double]
    /// How long an inspection takes, in minutes.
    public var minutes: Distribution

    /// A second line; nothing is checked before it is part of a ``World``.
    public init(officers: Lanes, share: [TravelMode: Double], minutes: Distribution) {
        self.officers = officers
        self.share = share
        self.minutes = minutes
    }
}
