import Situation

/// What one direction of a post saw in an interval of a run.
public struct PostInterval: Hashable, Sendable {
    /// Persons who came to the post, those from sister posts included.
    public var arrived = 0
    /// Persons who were let through.
    public var served = 0
    /// Vehicles that were let through.
    public var vehiclesServed = 0
    /// Persons turned away because the waiting room was full.
    public var refused = 0
    /// Persons who went on to a sister post instead of joining the line.
    public var divertedAway = 0
    /// Persons who came from a sister post.
    public var divertedHere = 0
    /// Persons who gave up waiting and turned back.
    public var gaveUp = 0
    /// Persons at the post at the interval's end: in line, at a lane, in the second line.
    public var queuePersons = 0
    /// Vehicles there at the interval's end.
    public var queueVehicles = 0
    /// ∫ persons waiting (not yet at a lane) dt over the interval, in person-minutes.
    public var personMinutesWaited = 0.0
    /// Minutes from coming to a lane's beginning, over parties whose service began in the interval; `nil` when
    /// none did.
    public var waitMean: Double?
    /// How long one who joins at the interval's end can expect to wait, minutes; `nil` while no lane works.
    public var expectedWait: Double?
    /// Lane-time used, of lane-time offered, 0 to 1; `nil` when no lane was open.
    public var utilisation: Double?
    /// Lanes and booths open at the interval's end.
    public var lanesOpen = 0

    /// An interval in which nothing happened.
    public init() {}
}

/// What a shelter saw in an interval of a run.
public struct ShelterInterval: Hashable, Sendable {
    /// Places that can be slept in at the interval's end.
    public var openBeds = 0
    /// Places not open yet, those ordered included, at the interval's end.
    public var reserveBeds = 0
    /// Persons who sleep there at the interval's end.
    public var occupied = 0
    /// Persons who came in the interval.
    public var arrived = 0
    /// Persons who left in the interval.
    public var departed = 0
    /// The standards that did not hold at the interval's end.
    public var breached: Set<ServiceLimit.Service> = []

    /// An interval in which nothing happened.
    public init() {}
}

/// What a region's reception saw in an interval of a run.
public struct RegionInterval: Hashable, Sendable {
    /// Persons let in who need a bed, in the interval.
    public var cameInNeed = 0
    /// Persons in line for registration or at a desk, at the interval's end.
    public var registering = 0
    /// Persons registered who wait for transport to a bed that is kept for them, at the interval's end.
    public var awaitingTransport = 0
    /// Persons on a bus or train, at the interval's end.
    public var inTransport = 0
    /// Persons registered for whom there is no bed, at the interval's end.
    public var withoutBed = 0
    /// ∫ persons without a bed dt, in person-minutes: those registering, in transport and waiting for
    /// transport have one coming and do not count.
    public var personMinutesWithoutBed = 0.0
    /// Persons who left a shelter to travel on, in the interval.
    public var travelledOn = 0
    /// Persons who left a shelter to go back over the border, in the interval.
    public var returned = 0

    /// An interval in which nothing happened.
    public init() {}
}

/// What a whole run looked like in one interval. The lists are in the order of the world's.
public struct IntervalRecord: Hashable, Sendable {
    /// When it ended.
    public var end: Instant
    /// For each post what came in.
    public var incoming: [PostInterval]
    /// For each post what went out.
    public var outgoing: [PostInterval]
    /// For each reception.
    public var regions: [RegionInterval]
    /// For each shelter.
    public var shelters: [ShelterInterval]

    /// A record.
    public init(
        end: Instant, incoming: [PostInterval], outgoing: [PostInterval], regions: [RegionInterval],
        shelters: [ShelterInterval]
    ) {
        self.end = end
        self.incoming = incoming
        self.outgoing = outgoing
        self.regions = regions
        self.shelters = shelters
    }
}
