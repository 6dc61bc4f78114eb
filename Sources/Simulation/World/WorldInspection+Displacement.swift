import Situation

/// Displacement over a network: its gates, its people, its ways.
extension WorldInspection {
    /// Everyone who could set out; more people than any neighbouring region has, few enough to hold.
    private static let mostPeople = 5_000_000.0

    func inspectDisplacement() throws(WorldFault) {
        guard let displacement = world.displacement else { return }
        let name = "displacement"
        guard world.groups.contains(where: { $0.id == displacement.group }) else {
            throw .unknownGroup(displacement.group, of: name)
        }
        for post in displacement.gates { try requirePost(post, of: name) }
        try refuseDuplicates(displacement.gates.map(\.rawValue))
        let roles = displacement.network.places.map(\.role)
        guard roles.count(where: \.isGate) == displacement.gates.count else {
            throw .unplayableDisplacement
        }
        let people = roles.reduce(0.0) { $0 + Double($1.population) }
        try require(.personsInAll, of: name, people, in: 0...Self.mostPeople)
        try inspect(displacement.mix, of: name)
        for post in world.posts where displacement.gates.contains(post.id) {
            try requireChannels(post.incoming, for: displacement.mix, of: post.id.rawValue)
        }
        guard displacement.network.routesCanBeListed else { throw .unplayableDisplacement }
    }
}

extension DisplacementNetwork.Role {
    fileprivate var isGate: Bool {
        if case .gate = self { true } else { false }
    }

    fileprivate var population: Int {
        if case .origin(let population, _) = self { population } else { 0 }
    }
}

extension DisplacementNetwork {
    /// Whether everyone can choose a way when nothing is closed, which is when there are most.
    fileprivate var routesCanBeListed: Bool {
        var open = self
        open.closures = []
        open.places = places.map { place in
            guard case .origin(let population, _) = place.role else { return place }
            return Place(place.name, .origin(population: min(population, 100), intensity: [1]))
        }
        var trial = Displacement(network: open, seed: 0)
        let gates = places.count { $0.role.isGate }
        for _ in 0..<3 {
            let played: [Int]? = try? trial.advanceDay(releasedAtGates: Array(repeating: 0, count: gates))
            if played == nil { return false }
        }
        return true
    }
}
