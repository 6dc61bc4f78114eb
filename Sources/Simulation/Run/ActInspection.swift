import Situation

/// Checks an act against the world before anything is changed by it.
struct ActInspection {
    let world: World

    private static let lanes: ClosedRange<Lanes> = 0...1000
    private static let counts = 0...10_000

    func inspect(_ act: SimulatedAct) throws(ActFault) {
        switch act {
        case .staffLanes(let post, _, let lanes):
            try require(post)
            guard Self.lanes.contains(lanes) else { throw .lanesOutOfRange(lanes, allowed: Self.lanes) }
        case .followRoster(let post, _), .closePost(let post, _), .openPost(let post, _):
            try require(post)
        case .divert(let from, let to, let share):
            try inspectDiversion(from: from, to: to, share: share)
        case .staffRegistration(let region, let count), .orderBuses(let region, let count):
            try require(region)
            guard Self.counts.contains(count) else { throw .countOutOfRange(count, allowed: Self.counts) }
        case .openReserve(let shelter, _):
            guard world.shelters.contains(where: { $0.id == shelter }) else {
                throw .unknownShelter(shelter)
            }
        case .askRegion(let from, let to):
            try require(from)
            guard world.shelters.contains(where: { $0.region == to }) else { throw .unknownRegion(to) }
        }
    }

    private func inspectDiversion(
        from: CheckpointID, to: CheckpointID, share: Double
    ) throws(ActFault) {
        try require(to)
        guard let post = world.posts.first(where: { $0.id == from }) else { throw .unknownPost(from) }
        guard (0...1).contains(share) else { throw .shareOutOfRange(share) }
        guard post.sisters.contains(where: { $0.post == to }) else { throw .noSister(of: from, to) }
    }

    private func require(_ post: CheckpointID) throws(ActFault) {
        guard world.posts.contains(where: { $0.id == post }) else { throw .unknownPost(post) }
    }

    private func require(_ region: RegionCode) throws(ActFault) {
        guard world.receptions.contains(where: { $0.region == region }) else { throw .unknownRegion(region) }
    }
}
