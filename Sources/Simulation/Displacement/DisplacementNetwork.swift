/// Where people of a scenario flee from, over which ways, and to which border posts.
///
/// The rules are those of ``FleeCase``; what differs is that nobody is taken from published counts: of the
/// people at places in conflict a share sets out each day.
public struct DisplacementNetwork: Hashable, Sendable {
    public var places: [Place]
    public var routes: [FleeRoute]
    public var closures: [FleeClosure] = []
    public var settings: FleeSettings
    /// The share of the people still at home that sets out each day from a place whose conflict has the
    /// intensity 1; illustrative unless a source is given beside it.
    public var departureShare: Double

    /// A place of the network.
    public struct Place: Hashable, Sendable {
        public var name: String
        public var role: Role

        public init(_ name: String, _ role: Role) {
            self.name = name
            self.role = role
        }
    }

    /// What a place is to people on the move.
    public enum Role: Hashable, Sendable {
        /// Where people live, with the intensity of conflict on each day; the last value goes on.
        case origin(population: Int, intensity: [Double])
        /// A place on the way.
        case town
        /// A border post: holds people until it lets them through. A queue of a day's work makes people look
        /// for another post, as a full camp does.
        case gate(personsPerDay: Int)
    }

    /// - Throws: ``DisplacementNetworkFault`` for numbers that no run can bear and ways that lead nowhere.
    public init(
        places: [Place], routes: [FleeRoute], closures: [FleeClosure] = [],
        settings: FleeSettings = .tuned, departureShare: Double
    ) throws(DisplacementNetworkFault) {
        self.places = places
        self.routes = routes
        self.closures = closures
        self.settings = settings
        self.departureShare = departureShare
        try check()
    }

    private func check() throws(DisplacementNetworkFault) {
        guard (0...1).contains(departureShare) else { throw .outOfRange(of: "departureShare") }
        guard Set(places.map(\.name)).count == places.count else { throw .repeatedPlace }
        for place in places {
            switch place.role {
            case .origin(let population, let intensity):
                let isSound = intensity.allSatisfy { (0...1000).contains($0) }
                guard (0...Int(FleeCase.largestCount)).contains(population), isSound else {
                    throw .outOfRange(of: place.name)
                }
            case .gate(let personsPerDay):
                guard (0...1_000_000_000).contains(personsPerDay) else { throw .outOfRange(of: place.name) }
            case .town: continue
            }
        }
        for route in routes {
            guard places.indices.contains(route.from), places.indices.contains(route.to),
                route.from != route.to
            else { throw .wayToNowhere(from: route.from, to: route.to) }
            guard (0...1e6).contains(route.kilometres), (0...1).contains(route.walkProbability) else {
                throw .outOfRange(of: places[route.from].name)
            }
        }
    }
}

/// Why no run can be made of a network.
public enum DisplacementNetworkFault: Error, Hashable, Sendable {
    /// A number that is no number, negative or too large, at this place or of this name.
    case outOfRange(of: String)
    /// Two places of one name.
    case repeatedPlace
    /// A way whose end is no place of the network, or its own start.
    case wayToNowhere(from: Int, to: Int)
}
