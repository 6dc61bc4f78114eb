import Planning
import Simulation
import Situation

/// People on their way to the border.
extension WorldBuilder {
    func displacement(over posts: [SimulatedPost]) throws(WorldFault) -> GateDisplacement? {
        guard let planned = scenario.displacement else { return nil }
        let gates = planned.places.compactMap(\.checkpoint)
        let first = posts.first { $0.id == gates.first }
        return GateDisplacement(
            network: try NetworkBuilder(planned, horizon: scenario.horizon, posts: posts).network(),
            gates: gates, group: PeopleGroup.ID(planned.group),
            mix: planned.modes?.map(\.simulated) ?? first?.incoming.mix ?? ModeShare.illustrativeRoad)
    }
}

/// Makes the simulator's network of a scenario's places and ways. Its time goes by whole days.
private struct NetworkBuilder {
    private let planned: ScenarioDisplacement
    private let horizon: Span
    private let posts: [SimulatedPost]
    private var places: [DisplacementNetwork.Place] = []
    private var routes: [FleeRoute] = []
    private var closures: [FleeClosure] = []

    init(_ planned: ScenarioDisplacement, horizon: Span, posts: [SimulatedPost]) {
        self.planned = planned
        self.horizon = horizon
        self.posts = posts
        places = planned.places.map(place)
        for route in planned.routes { add(route) }
        for closure in planned.closures {
            guard case .place(let name) = closure.subject, let index = index(of: name) else { continue }
            closures.append(self.closure(of: index, closure))
        }
    }

    func network() throws(WorldFault) -> DisplacementNetwork {
        var settings = FleeSettings.tuned
        if let kilometres = planned.kilometresPerDay { settings.maxMoveSpeed = kilometres }
        do throws(DisplacementNetworkFault) {
            return try DisplacementNetwork(
                places: places, routes: routes, closures: closures, settings: settings,
                departureShare: planned.departuresPerDay)
        } catch {
            throw .unplayableNetwork(error)
        }
    }

    private func index(of name: String) -> Int? { planned.places.firstIndex { $0.id == name } }

    // MARK: - Places

    private func place(_ place: ScenarioDisplacement.Place) -> DisplacementNetwork.Place {
        switch place.kind {
        case .origin:
            DisplacementNetwork.Place(
                place.id, .origin(population: place.population, intensity: intensity(at: place.id)))
        case .town: DisplacementNetwork.Place(place.id, .town)
        case .gate: DisplacementNetwork.Place(place.id, .gate(personsPerDay: capacity(place.checkpoint)))
        }
    }

    /// What the post's lanes can let in on a day; a line of that length makes people look for another post.
    private func capacity(_ post: CheckpointID?) -> Int {
        let channels = posts.first { $0.id == post }?.incoming.channels ?? []
        let persons = channels.reduce(0.0) { sum, channel in
            let lanes = channel.roster.lanesByHour.reduce(0) { $0 + $1.count }
            return sum + Double(lanes) * 60 / max(channel.service.minutesPerPerson, 0.01)
        }
        return Int(min(persons, 1e8))
    }

    /// The worst of each day; quiet after the last.
    private func intensity(at name: String) -> [Double] {
        let days = min(max(Self.day(horizon), 1), 401)
        return (0...days).map { day in
            planned.conflicts.filter { conflict in
                conflict.place == name && Self.day(conflict.from) <= day
                    && conflict.to.map { day < max(Self.day($0), Self.day(conflict.from) + 1) } ?? true
            }
            .map(\.intensity).max() ?? 0
        }
    }

    private static func day(_ span: Span) -> Int { span.wholeMinutes / 1440 }

    // MARK: - Ways

    /// The rules close places, not ways: a way that will be shut gets a place in its middle that can be.
    private mutating func add(_ route: ScenarioDisplacement.Route) {
        guard let from = index(of: route.from), let to = index(of: route.to), from != to else { return }
        let shut = planned.closures.filter { closure in
            closure.subject == .route(route.from, route.to) || closure.subject == .route(route.to, route.from)
        }
        guard !shut.isEmpty else {
            return routes.append(FleeRoute(from, to, kilometres: route.kilometres))
        }
        let middle = places.count
        places.append(DisplacementNetwork.Place("\(route.from)–\(route.to) \(middle)", .town))
        routes.append(FleeRoute(from, middle, kilometres: route.kilometres / 2))
        routes.append(FleeRoute(middle, to, kilometres: route.kilometres / 2))
        closures += shut.map { closure(of: middle, $0) }
    }

    private func closure(of place: Int, _ closure: ScenarioDisplacement.Closure) -> FleeClosure {
        // A negative day never comes.
        FleeClosure(.place(place), from: Self.day(closure.from), to: closure.to.map(Self.day) ?? -1)
    }
}
