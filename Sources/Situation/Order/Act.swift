/// What a headquarters can order. The one closed list of acts: officers order them, scenarios plan them, drills and
/// forecasts play them.
public enum Act: Hashable, Sendable {
    /// Staffs a number of lanes in one direction, whatever the roster says, from now on; disruptions still take
    /// their part of them. Where a side has several channels, each gets its part, at least one.
    case staffLanes(CheckpointID, Direction, Lanes)
    /// Lets the roster hold again.
    case followRoster(CheckpointID, Direction)
    /// Shuts a post in one direction: nobody is let through until it is opened again. Who comes waits.
    case closePost(CheckpointID, Direction)
    /// Opens it again.
    case openPost(CheckpointID, Direction)
    /// Sends this part of those who come to another post, 0 to 1, until told otherwise.
    case divert(from: CheckpointID, to: CheckpointID, share: Double)
    /// Opens or closes desks for registration.
    case staffRegistration(RegionCode, desks: Int)
    /// Brings more buses to a region, after the delay it takes to get them.
    case orderBuses(RegionCode, count: Int)
    /// Orders beds of a shelter's reserve; they open after its lead time.
    case openReserve(ShelterID, Beds)
    /// Lets people of a region be taken in by another one's shelters when its own are full.
    case askRegion(from: RegionCode, to: RegionCode)
}

extension Act {
    /// The kinds of act, by the names files and journals give them.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case staffLanes = "staff_lanes"
        case followRoster = "follow_roster"
        case closePost = "close_post"
        case openPost = "open_post"
        case divert
        case staffRegistration = "registration"
        case orderBuses = "order_buses"
        case openReserve = "open_reserve"
        case askRegion = "ask_region"
    }

    /// Which kind it is.
    public var kind: Kind {
        switch self {
        case .staffLanes: .staffLanes
        case .followRoster: .followRoster
        case .closePost: .closePost
        case .openPost: .openPost
        case .divert: .divert
        case .staffRegistration: .staffRegistration
        case .orderBuses: .orderBuses
        case .openReserve: .openReserve
        case .askRegion: .askRegion
        }
    }

    /// The post, shelter or region it is done at, by its id.
    public var place: String {
        switch self {
        case .staffLanes(let post, _, _), .followRoster(let post, _), .closePost(let post, _),
            .openPost(let post, _), .divert(let post, _, _):
            post.rawValue
        case .staffRegistration(let region, _), .orderBuses(let region, _), .askRegion(let region, _):
            region.rawValue
        case .openReserve(let shelter, _): shelter.rawValue
        }
    }

    /// Whether it keeps people out or sends them elsewhere, so that nobody orders it without an answer on asylum.
    public var turnsPeopleAway: Bool { kind == .closePost || kind == .divert }
}

extension Act: Codable {
    private enum CodingKeys: String, CodingKey {
        case act, post, direction, lanes, to, share, region, desks, count, shelter, beds
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func post() throws -> CheckpointID { try fields.decode(CheckpointID.self, forKey: .post) }
        func direction() throws -> Direction { try fields.decode(Direction.self, forKey: .direction) }
        func region() throws -> RegionCode { try fields.decode(RegionCode.self, forKey: .region) }
        switch try fields.decode(Kind.self, forKey: .act) {
        case .staffLanes:
            self = .staffLanes(try post(), try direction(), try fields.decode(Lanes.self, forKey: .lanes))
        case .followRoster: self = .followRoster(try post(), try direction())
        case .closePost: self = .closePost(try post(), try direction())
        case .openPost: self = .openPost(try post(), try direction())
        case .divert:
            self = .divert(
                from: try post(), to: try fields.decode(CheckpointID.self, forKey: .to),
                share: try fields.decode(Double.self, forKey: .share))
        case .staffRegistration:
            self = .staffRegistration(try region(), desks: try fields.decode(Int.self, forKey: .desks))
        case .orderBuses:
            self = .orderBuses(try region(), count: try fields.decode(Int.self, forKey: .count))
        case .openReserve:
            self = .openReserve(
                try fields.decode(ShelterID.self, forKey: .shelter),
                try fields.decode(Beds.self, forKey: .beds))
        case .askRegion:
            self = .askRegion(from: try region(), to: try fields.decode(RegionCode.self, forKey: .to))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(kind, forKey: .act)
        switch self {
        case .staffLanes(let post, let direction, let lanes):
            try fields.encode(post, forKey: .post)
            try fields.encode(direction, forKey: .direction)
            try fields.encode(lanes, forKey: .lanes)
        case .followRoster(let post, let direction), .closePost(let post, let direction),
            .openPost(let post, let direction):
            try fields.encode(post, forKey: .post)
            try fields.encode(direction, forKey: .direction)
        case .divert(let from, let to, let share):
            try fields.encode(from, forKey: .post)
            try fields.encode(to, forKey: .to)
            try fields.encode(share, forKey: .share)
        case .staffRegistration(let region, let desks):
            try fields.encode(region, forKey: .region)
            try fields.encode(desks, forKey: .desks)
        case .orderBuses(let region, let count):
            try fields.encode(region, forKey: .region)
            try fields.encode(count, forKey: .count)
        case .openReserve(let shelter, let beds):
            try fields.encode(shelter, forKey: .shelter)
            try fields.encode(beds, forKey: .beds)
        case .askRegion(let from, let to):
            try fields.encode(from, forKey: .region)
            try fields.encode(to, forKey: .to)
        }
    }
}
