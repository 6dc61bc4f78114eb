import Situation

/// Receptions, shelters, limits.
extension WorldInspection {
    func inspectReception() throws(WorldFault) {
        try refuseDuplicates(world.shelters.map(\.id.rawValue))
        try refuseDuplicates(world.receptions.map(\.region.rawValue))
        try refuseDuplicates(world.limits.map(\.service.rawValue))
        for group in world.groups {
            try require(
                .stayHours, of: group.id.rawValue, group.stayHours.mean, in: 0...10 * Self.longestHours)
        }
        for shelter in world.shelters { try inspect(shelter) }
        for reception in world.receptions { try inspect(reception) }
        for limit in world.limits {
            try require(.limit, of: limit.service.rawValue, limit.value, in: 0.001...1_000_000)
        }
        try requireReception()
    }

    private func inspect(_ shelter: SimulatedShelter) throws(WorldFault) {
        let name = shelter.id.rawValue
        let open = Double(shelter.openBeds.count)
        try require(.beds, of: name, open, in: 0...1_000_000)
        try require(.beds, of: name, Double(shelter.reserveBeds.count), in: 0...1_000_000)
        try require(.beds, of: name, Double(shelter.initiallyOccupied.count), in: 0...open)
        try require(.leadHours, of: name, shelter.reserveLeadTime.inHours, in: 0...Self.longestHours)
        try requireTravel(of: name, shelter.travel)
        for service in ServiceLimit.Service.allCases {
            guard let amount = shelter.services.amount(of: service) else { continue }
            try require(.service, of: name, amount, in: 0...1e12)
        }
    }

    private func inspect(_ reception: RegionReception) throws(WorldFault) {
        let name = reception.region.rawValue
        let registration = reception.registration
        try require(.desks, of: name, Double(registration.desks), in: 0...Self.mostDesks)
        try require(.serviceMinutes, of: name, registration.minutes.mean, in: 0...100_000)
        for fleet in reception.fleets {
            try require(.vehicles, of: name, Double(fleet.vehicles), in: 0...10_000)
            try require(.seats, of: name, Double(fleet.seats), in: 1...10_000)
            try require(.turnRoundHours, of: name, fleet.turnRound.inHours, in: 0...Self.longestHours)
            try require(.waitMinutes, of: name, fleet.longestWait.inMinutes, in: 0...60 * Self.longestHours)
        }
        try refuseDuplicates([name] + reception.overflow.map(\.region.rawValue))
        for other in reception.overflow {
            try requireRegion(other.region, of: name)
            try requireTravel(of: name, other.travel)
        }
    }

    /// As many desks as can be ordered in a run.
    static let mostDesks = Double(ReceptionRun.counts.upperBound)

    private func requireTravel(of name: String, _ travel: Span) throws(WorldFault) {
        try require(.travelMinutes, of: name, travel.inMinutes, in: 0...60 * Self.longestHours)
    }

    /// A region that receives people or has shelters.
    func requireRegion(_ region: RegionCode, of name: String) throws(WorldFault) {
        guard receives(region) || world.shelters.contains(where: { $0.region == region }) else {
            throw .unknownRegion(region, of: name)
        }
    }

    func receives(_ region: RegionCode) -> Bool { world.receptions.contains { $0.region == region } }
}

// MARK: - Who may need a bed where

extension WorldInspection {
    /// People who may need a bed must not come to a post, or to one its drivers may go on to, in a region
    /// that takes nobody in: they would vanish unseen.
    private func requireReception() throws(WorldFault) {
        let inNeed = Set(world.groups.filter { $0.needsBedShare > 0 }.map(\.id))
        guard !inNeed.isEmpty else { return }
        for flow in world.flows where flow.direction == .in && inNeed.contains(flow.group) {
            for (id, weight) in flow.posts where weight > 0 {
                try requireReception(at: id, of: flow.name)
            }
        }
        if let displacement = world.displacement, inNeed.contains(displacement.group) {
            for gate in displacement.gates { try requireReception(at: gate, of: "displacement") }
        }
        guard inNeed.contains(PeopleGroup.usual.id) else { return }
        for post in world.posts where post.incoming.usualPersonsPerDay > 0 {
            try requireReception(at: post.id, of: PeopleGroup.usual.id.rawValue)
        }
    }

    private func requireReception(at id: CheckpointID, of name: String) throws(WorldFault) {
        guard let post = world.posts.first(where: { $0.id == id }) else {
            throw .unknownPost(id, of: name)
        }
        let regions =
            [post.region]
            + post.sisters.compactMap { sister in
                world.posts.first { $0.id == sister.post }?.region
            }
        for region in regions where !receives(region) { throw .nobodyReceives(region, of: name) }
    }
}
