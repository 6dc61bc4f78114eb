import Situation

/// What a region does with those who need a bed: register them, drive them to a shelter, give them a place.
///
/// In a region without one nobody is taken in: who would need a bed travels on unseen, and a ``World`` refuses
/// flows whose people could need one there.
public struct RegionReception: Hashable, Sendable {
    /// Where.
    public var region: RegionCode
    /// Where arrivals are registered.
    public var registration: Registration
    /// What takes them to the shelters.
    public var fleets: [Fleet]
    /// Regions whose shelters are used when the own ones are full, the preferred first, with the way there.
    public var overflow: [Overflow]

    /// A reception; nothing is checked before it is part of a ``World``.
    public init(
        region: RegionCode, registration: Registration, fleets: [Fleet], overflow: [Overflow] = []
    ) {
        self.region = region
        self.registration = registration
        self.fleets = fleets
        self.overflow = overflow
    }

    /// Desks at which households are registered.
    public struct Registration: Hashable, Sendable {
        /// How many.
        public var desks: Int
        /// How long a household takes, in minutes.
        public var minutes: Distribution

        /// A registration; nothing is checked before it is part of a ``World``.
        public init(desks: Int, minutes: Distribution) {
            self.desks = desks
            self.minutes = minutes
        }
    }

    /// Buses or trains of one kind.
    public struct Fleet: Hashable, Sendable {
        /// What they are.
        public var kind: Kind
        /// How many.
        public var vehicles: Int
        /// Seats in each; a household of more goes in several vehicles.
        public var seats: Int
        /// From leaving to being back and ready, for a shelter at no distance; the way both ways comes on top.
        public var turnRound: Span
        /// A vehicle leaves when it is full, or when its first passenger has waited this long.
        public var longestWait: Span

        /// What carries people.
        public enum Kind: String, CaseIterable, Codable, Sendable {
            case bus, train
        }

        /// A fleet; nothing is checked before it is part of a ``World``.
        public init(kind: Kind = .bus, vehicles: Int, seats: Int, turnRound: Span, longestWait: Span) {
            self.kind = kind
            self.vehicles = vehicles
            self.seats = seats
            self.turnRound = turnRound
            self.longestWait = longestWait
        }
    }

    /// Another region that takes people in.
    public struct Overflow: Hashable, Sendable {
        /// Which.
        public var region: RegionCode
        /// The way there.
        public var travel: Span

        /// An overflow; nothing is checked before it is part of a ``World``.
        public init(region: RegionCode, travel: Span) {
            self.region = region
            self.travel = travel
        }
    }
}

/// A shelter as the simulator sees it.
public struct SimulatedShelter: Hashable, Sendable {
    /// The shelter's id, as reports give it.
    public var id: ShelterID
    /// Whose people it takes in.
    public var region: RegionCode
    /// Places that can be slept in from the beginning.
    public var openBeds: Beds
    /// Places that can be opened on order.
    public var reserveBeds: Beds
    /// Places taken at the beginning, at most the open ones.
    public var initiallyOccupied: Beds
    /// From the order to open reserve to the first night in it.
    public var reserveLeadTime: Span
    /// The way from where the region registers people.
    public var travel: Span
    /// What it can offer to those who sleep there.
    public var services: Services

    /// Standing services; `nil` where nobody has said, and then no standard is held against it.
    public struct Services: Hashable, Sendable {
        /// Drinking water, litres a day.
        public var waterLitresPerDay: Double?
        /// Water taps.
        public var taps: Int?
        /// Toilets.
        public var toilets: Int?
        /// Showers.
        public var showers: Int?
        /// Heated covered floor, m².
        public var coveredSquareMetres: Double?
        /// People who serve at one time.
        public var staff: Int?
        /// Food that can be handed out, kcal a day.
        public var foodKilocaloriesPerDay: Double?

        /// Services; nothing is checked before they are part of a ``World``.
        public init(
            waterLitresPerDay: Double? = nil, taps: Int? = nil, toilets: Int? = nil, showers: Int? = nil,
            coveredSquareMetres: Double? = nil, staff: Int? = nil, foodKilocaloriesPerDay: Double? = nil
        ) {
            self.waterLitresPerDay = waterLitresPerDay
            self.taps = taps
            self.toilets = toilets
            self.showers = showers
            self.coveredSquareMetres = coveredSquareMetres
            self.staff = staff
            self.foodKilocaloriesPerDay = foodKilocaloriesPerDay
        }
    }

    /// A shelter; nothing is checked before it is part of a ``World``.
    public init(
        id: ShelterID, region: RegionCode, openBeds: Beds, reserveBeds: Beds, initiallyOccupied: Beds = 0,
        reserveLeadTime: Span = .zero, travel: Span = .zero, services: Services = Services()
    ) {
        self.id = id
        self.region = region
        self.openBeds = openBeds
        self.reserveBeds = reserveBeds
        self.initiallyOccupied = initiallyOccupied
        self.reserveLeadTime = reserveLeadTime
        self.travel = travel
        self.services = services
    }
}

/// A humanitarian standard that shelters are held against.
public struct ServiceLimit: Hashable, Sendable {
    /// What is counted.
    public var service: Service
    /// At least so much for each person (water, floor, food), or at most so many persons on one (taps,
    /// toilets, showers, staff).
    public var value: Double

    /// What a standard speaks of.
    public enum Service: String, CaseIterable, Codable, Sendable {
        /// Litres a person and day, at least.
        case water
        /// Persons on one, at most.
        case taps, toilets, showers, staff
        /// m² a person, at least.
        case space
        /// kcal a person and day, at least.
        case food
    }

    /// A limit; nothing is checked before it is part of a ``World``.
    public init(_ service: Service, _ value: Double) {
        self.service = service
        self.value = value
    }
}
