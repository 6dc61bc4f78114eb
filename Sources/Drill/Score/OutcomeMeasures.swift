import Simulation
import Situation

/// What the people in a run went through between STARTEX and its end, by the played truth.
public struct OutcomeMeasures: Hashable, Codable, Sendable {
    /// Where counting began.
    public var from: Instant
    /// Where it ended.
    public var to: Instant
    /// In the world's order.
    public var posts: [Post]
    /// In the order of the world's receptions.
    public var regions: [Region]
    /// In the world's order.
    public var shelters: [Shelter]
    /// The country at the end of every interval measured, for charts.
    public var series: [Step]

    public init(
        from: Instant, to: Instant, posts: [Post], regions: [Region], shelters: [Shelter], series: [Step]
    ) {
        self.from = from
        self.to = to
        self.posts = posts
        self.regions = regions
        self.shelters = shelters
        self.series = series
    }

    /// A post.
    public struct Post: Hashable, Codable, Sendable, Identifiable {
        public let id: CheckpointID
        public var incoming = Line()
        public var outgoing = Line()
    }

    /// One direction of a post.
    public struct Line: Hashable, Codable, Sendable {
        /// Hours that people waited before a lane, added up.
        public var personHoursWaited = 0.0
        /// The most persons at the post, by the intervals' ends.
        public var peakQueue = 0
        /// The longest time one who joined could expect to wait, minutes, by the intervals' ends; `nil` where no lane worked
        /// at any.
        public var peakWait: Double?
        /// Persons who came, those from sister posts included.
        public var arrived = 0
        /// Persons let through.
        public var served = 0
        /// Persons turned away because the waiting room was full.
        public var refused = 0
        /// Persons who gave up waiting.
        public var gaveUp = 0

        public init() {}
    }

    /// What a region's reception left people to.
    public struct Region: Hashable, Codable, Sendable, Identifiable {
        public let id: RegionCode
        /// Hours that registered people were without a bed, added up.
        public var personHoursWithoutBed = 0.0
        /// The most persons without one, by the intervals' ends.
        public var peakWithoutBed = 0
        /// Persons let in who need a bed.
        public var cameInNeed = 0
    }

    /// What a shelter kept and did not keep.
    public struct Shelter: Hashable, Codable, Sendable, Identifiable {
        public let id: ShelterID
        public let region: RegionCode
        /// Hours in which each standard did not hold; none that held all the time.
        public var breachedHours: [Breach] = []
        /// The most people who slept there, by the intervals' ends.
        public var peakOccupied = 0
        /// Beds of the reserve opened or ordered.
        public var reserveOpened = 0
    }

    /// A standard that did not hold.
    public struct Breach: Hashable, Codable, Sendable {
        public let service: ServiceLimit.Service
        public let hours: Double
    }

    /// The country at a moment.
    public struct Step: Hashable, Codable, Sendable {
        public let at: Instant
        /// Persons at posts, both ways.
        public let waiting: Int
        /// Persons registered and without a bed.
        public let withoutBed: Int
        /// Standards of shelters that do not hold.
        public let breached: Int
    }
}

// MARK: - In all

extension OutcomeMeasures {
    /// Person-hours waited on the way in.
    public var personHoursWaitedIn: Double { posts.reduce(0) { $0 + $1.incoming.personHoursWaited } }
    /// Person-hours waited on the way out.
    public var personHoursWaitedOut: Double { posts.reduce(0) { $0 + $1.outgoing.personHoursWaited } }
    /// Both ways.
    public var personHoursWaited: Double { personHoursWaitedIn + personHoursWaitedOut }
    public var personHoursWithoutBed: Double { regions.reduce(0) { $0 + $1.personHoursWithoutBed } }
    /// Hours below a standard, added up over shelters and standards.
    public var standardsBreachedHours: Double {
        shelters.reduce(0) { sum, shelter in shelter.breachedHours.reduce(sum) { $0 + $1.hours } }
    }
    /// The most persons at one side of a post.
    public var peakQueue: Int {
        posts.reduce(0) { max($0, $1.incoming.peakQueue, $1.outgoing.peakQueue) }
    }
    /// The longest expected wait at any post, minutes.
    public var peakWait: Double? {
        posts.flatMap { [$0.incoming.peakWait, $0.outgoing.peakWait] }.compactMap(\.self).max()
    }
    public var refused: Int { posts.reduce(0) { $0 + $1.incoming.refused + $1.outgoing.refused } }
    public var gaveUp: Int { posts.reduce(0) { $0 + $1.incoming.gaveUp + $1.outgoing.gaveUp } }
    /// Beds of reserves opened or ordered.
    public var reserveBedsOpened: Int { shelters.reduce(0) { $0 + $1.reserveOpened } }
}
