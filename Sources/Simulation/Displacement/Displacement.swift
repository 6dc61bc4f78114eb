/// People of a scenario on the move, day by day: the border engine lets them through and learns who came.
public struct Displacement: Sendable {
    private let network: DisplacementNetwork
    private var map: DisplacementMap
    private var crowd: CohortCrowd
    private var leaving: RandomStream
    /// Where the gates are, in the network's order.
    private let gates: [Int]
    /// People still at home, by place.
    private var home: [Int]
    /// Days played.
    public private(set) var day = 0
    /// People let through the gates so far.
    public private(set) var arrived = 0

    /// - Parameter seed: the same seed gives the same run on every machine.
    public init(network: DisplacementNetwork, seed: UInt64) {
        self.network = network
        let places = network.places.map { place in
            switch place.role {
            case .origin(let population, _):
                FleePlace(place.name, country: "origin", kind: .town, population: population)
            case .town: FleePlace(place.name, country: "origin", kind: .town)
            case .gate(let personsPerDay):
                FleePlace(place.name, country: "beyond", kind: .camp, capacity: personsPerDay)
            }
        }
        map = DisplacementMap(places: places, routes: network.routes, settings: network.settings)
        home = places.map(\.population)
        var gates: [Int] = []
        for (index, place) in network.places.enumerated() {
            guard case .gate = place.role else { continue }
            gates.append(index)
            map.places[index].isGate = true
        }
        self.gates = gates
        leaving = RandomStream(seed: seed, name: "displacement/setting-out")
        crowd = CohortCrowd(map: map, stream: RandomStream(seed: seed, name: "displacement/moving"))
    }

    // MARK: - Where everybody is

    /// People who have not set out.
    public var atHome: Int { home.reduce(0, +) }
    /// People waiting at each gate, in the network's order.
    public var atGates: [Int] { gates.map { crowd.here[$0] } }
    /// People who set out and are at no gate yet.
    public var moving: Int { crowd.people - atGates.reduce(0, +) }

    // MARK: - A day

    /// Plays one day.
    ///
    /// - Parameter released: how many each gate let through since the last day, in the network's order; more
    ///   than were waiting count as all of them, missing ones as none.
    /// - Returns: how many came to each gate on this day.
    /// - Throws: ``DisplacementFault`` when the routes are too many to list.
    public mutating func advanceDay(releasedAtGates released: [Int]) throws(DisplacementFault) -> [Int] {
        for (gate, count) in zip(gates, released) { arrived += crowd.take(count, from: gate) }
        setConflicts()
        map.enact(network.closures, day: day)
        for place in home.indices where map.places[place].conflict > 0 {
            let chance = network.departureShare * map.places[place].conflict
            let count = leaving.successes(home[place], chance: chance)
            home[place] -= count
            map.places[place].population = home[place]
            try crowd.add(count, at: place, map: map)
        }
        map.updateScores(day: day)
        try crowd.passDay(map)
        day += 1
        return gates.map { crowd.arrivals[$0] }
    }

    private mutating func setConflicts() {
        for (index, place) in network.places.enumerated() {
            guard case .origin(_, let intensity) = place.role, let last = intensity.last else { continue }
            let now = day < intensity.count ? intensity[day] : last
            if (now > 0) != (map.places[index].conflict > 0) {
                map.setConflict(now, at: index, day: day)
            } else if now > 0 {
                map.places[index].conflict = now
            }
        }
    }
}
