/// Which way a crossing goes, seen from Kazakhstan.
public enum Direction: String, CaseIterable, Codable, Sendable {
    case `in`, out
}

/// By what means people cross.
public enum TravelMode: String, CaseIterable, Codable, Sendable {
    case car, bus, truck, foot, rail, air
    /// Not told apart: the figure covers every means.
    case all
}

/// Whether a checkpoint lets people through.
public enum CheckpointStatus: String, CaseIterable, Codable, Sendable {
    case open
    /// Open with restrictions: fewer lanes, some modes, some hours.
    case limited
    case closed
    /// Closed for construction works.
    case works
}

/// What a post reports about one direction and mode over a period (the period is the entry's `about`).
public struct CheckpointReport: Hashable, Codable, Sendable {
    public var checkpoint: CheckpointID
    public var direction: Direction
    public var mode: TravelMode
    /// Persons who crossed in the period.
    public var persons: Persons
    public var vehicles: Vehicles?
    /// Persons in the queue at the end of the period.
    public var waitingPersons: Persons?
    /// Vehicles in the queue at the end of the period.
    public var waitingVehicles: Vehicles?
    /// How long one who joins the queue at the end of the period waits.
    public var wait: Minutes?
    public var lanesOpen: Lanes?
    /// A part of all who crossed, such as `RU citizens`; `nil` means everyone. A part never counts as the
    /// whole.
    public var category: String?

    public init(
        checkpoint: CheckpointID, direction: Direction, mode: TravelMode, persons: Persons,
        vehicles: Vehicles? = nil, waitingPersons: Persons? = nil, waitingVehicles: Vehicles? = nil,
        wait: Minutes? = nil, lanesOpen: Lanes? = nil, category: String? = nil
    ) {
        self.checkpoint = checkpoint
        self.direction = direction
        self.mode = mode
        self.persons = persons
        self.vehicles = vehicles
        self.waitingPersons = waitingPersons
        self.waitingVehicles = waitingVehicles
        self.wait = wait
        self.lanesOpen = lanesOpen
        self.category = category
    }
}

/// The state a post is in from a moment on; what is `nil` is not said and stays as it was.
public struct CheckpointState: Hashable, Codable, Sendable {
    public var checkpoint: CheckpointID
    public var status: CheckpointStatus?
    public var reason: String?
    public var lanesIn: Lanes?
    public var lanesOut: Lanes?
    public var booths: Int?
    public var staff: Int?
    /// Until when the state is meant to last.
    public var until: Instant?

    public init(
        checkpoint: CheckpointID, status: CheckpointStatus? = nil, reason: String? = nil,
        lanesIn: Lanes? = nil, lanesOut: Lanes? = nil, booths: Int? = nil, staff: Int? = nil,
        until: Instant? = nil
    ) {
        self.checkpoint = checkpoint
        self.status = status
        self.reason = reason
        self.lanesIn = lanesIn
        self.lanesOut = lanesOut
        self.booths = booths
        self.staff = staff
        self.until = until
    }
}

/// An area that totals are stated for.
public enum Area: Hashable, Sendable, Comparable {
    case country
    case region(RegionCode)
    case section(SectionID)

    /// The form feeds and journals use: `KZ`, a region code, or a section's id.
    public var code: String {
        switch self {
        case .country: "KZ"
        case .region(let code): code.rawValue
        case .section(let id): id.rawValue
        }
    }

    /// The area `code` names: `KZ`, `KZ-..`, or else a border section.
    public init(code: String) {
        if code == "KZ" {
            self = .country
        } else if code.hasPrefix("KZ-") {
            self = .region(RegionCode(code))
        } else {
            self = .section(SectionID(code))
        }
    }

    public static func < (left: Area, right: Area) -> Bool { left.code < right.code }
}

extension Area: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(code: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// How exactly a stated number is meant.
public enum Precision: String, CaseIterable, Codable, Sendable {
    case exact, rounded
    case atLeast = "at_least"
    case atMost = "at_most"
}

/// What an authority states for an area over a period. It stands beside the sum of the posts and never
/// replaces it.
public struct StatedTotal: Hashable, Codable, Sendable {
    public var area: Area
    public var direction: Direction
    public var mode: TravelMode
    public var persons: Persons
    public var precision: Precision
    /// A part of all who crossed, such as `RU citizens`; `nil` means everyone.
    public var category: String?

    public init(
        area: Area, direction: Direction, mode: TravelMode = .all, persons: Persons,
        precision: Precision = .exact, category: String? = nil
    ) {
        self.area = area
        self.direction = direction
        self.mode = mode
        self.persons = persons
        self.precision = precision
        self.category = category
    }
}
