/// What a number of people need of one service by a standard, against what there is.
public struct ServiceNeed: Hashable, Sendable {
    /// The standard.
    public let limit: ServiceLimit
    /// How many are served.
    public let persons: Int
    /// What there is, in the service's unit (litres a day, taps, m², …); `nil` where nobody has said.
    public let available: Double?

    /// The need of `persons` in a place with these services.
    public init(_ limit: ServiceLimit, persons: Int, services: SimulatedShelter.Services) {
        self.limit = limit
        self.persons = max(0, persons)
        available = services.amount(of: limit.service)
    }

    /// What the people need, in the service's unit; whole taps, toilets, showers, staff.
    public var need: Double {
        limit.service.isPerPerson
            ? Double(persons) * limit.value : (Double(persons) / limit.value).rounded(.up)
    }

    /// What is missing, in the service's unit; `nil` where nobody has said what there is.
    public var gap: Double? { available.map { max(0, need - $0) } }

    /// How many people what there is would do for; `nil` where nobody has said.
    public var capacity: Int? {
        guard let available else { return nil }
        let persons = limit.service.isPerPerson ? available / limit.value : available * limit.value
        // A hair more, so that 15 litres for each of 7 people do for 7 whatever the division rounds to.
        return Int(min(max(0, persons * (1 + 1e-12)), 1e15))
    }

    /// Whether the standard is broken; an empty place breaks none.
    public var isBreached: Bool { capacity.map { persons > $0 } ?? false }

    /// In how many hours the standard is broken if the place gains this many people an hour: 0 when it is
    /// already, `nil` when it never will be or nobody has said what there is.
    public func hoursUntilBreach(gaining personsPerHour: Double) -> Double? {
        guard let capacity else { return nil }
        if persons > capacity { return 0 }
        guard personsPerHour > 0 else { return nil }
        return Double(capacity + 1 - persons) / personsPerHour
    }
}

extension ServiceLimit.Service {
    /// Whether a standard of it is so much for each person; else it is so many persons on one.
    public var isPerPerson: Bool {
        switch self {
        case .water, .space, .food: true
        case .taps, .toilets, .showers, .staff: false
        }
    }
}

extension SimulatedShelter.Services {
    /// How much there is of a service, in its unit; `nil` where nobody has said.
    public func amount(of service: ServiceLimit.Service) -> Double? {
        switch service {
        case .water: waterLitresPerDay
        case .taps: taps.map(Double.init)
        case .toilets: toilets.map(Double.init)
        case .showers: showers.map(Double.init)
        case .staff: staff.map(Double.init)
        case .space: coveredSquareMetres
        case .food: foodKilocaloriesPerDay
        }
    }
}
