import Situation

/// What is ordered when.
extension WorldInspection {
    private static let timetable = "timetable"

    func inspectTimetable() throws(WorldFault) {
        for timed in world.timetable {
            try require(.offsetHours, of: Self.timetable, timed.at.inHours, in: 0...Self.longestHours)
            try inspect(timed.act)
        }
        try inspectReserve()
    }

    private func inspect(_ act: SimulatedAct) throws(WorldFault) {
        switch act {
        case .staffLanes(let post, _, let lanes):
            try requirePost(post, of: Self.timetable)
            try require(.lanes, of: post.rawValue, Double(lanes.count), in: 0...1000)
        case .followRoster(let post, _), .closePost(let post, _), .openPost(let post, _):
            try requirePost(post, of: Self.timetable)
        case .divert(let from, let to, let share): try inspectDiversion(from: from, to: to, share: share)
        case .staffRegistration(let region, let desks):
            try requireReception(in: region)
            try require(.desks, of: region.rawValue, Double(desks), in: 0...Self.mostDesks)
        case .orderBuses(let region, let count):
            try requireReception(in: region)
            let most = Double(ReceptionRun.counts.upperBound)
            try require(.vehicles, of: region.rawValue, Double(count), in: 0...most)
        case .openReserve: break
        case .askRegion(let from, let to):
            try requireReception(in: from)
            guard from != to, world.shelters.contains(where: { $0.region == to }) else {
                throw .unknownRegion(to, of: Self.timetable)
            }
        }
    }

    /// Drivers know the way to sisters only.
    private func inspectDiversion(
        from: CheckpointID, to: CheckpointID, share: Double
    ) throws(WorldFault) {
        try requirePost(from, of: Self.timetable)
        try require(.share, of: from.rawValue, share, in: 0...1)
        let isSister = world.posts.contains { post in
            post.id == from && post.sisters.contains { $0.post == to }
        }
        guard isSister else { throw .unknownPost(to, of: from.rawValue) }
    }

    /// All orders for a shelter together must not be more than its reserve.
    private func inspectReserve() throws(WorldFault) {
        var ordered: [ShelterID: Int] = [:]
        for timed in world.timetable {
            guard case .openReserve(let id, let beds) = timed.act else { continue }
            guard let shelter = world.shelters.first(where: { $0.id == id }) else {
                throw .unknownShelter(id, of: Self.timetable)
            }
            let left = Double(shelter.reserveBeds.count - ordered[id, default: 0])
            try require(.beds, of: id.rawValue, Double(beds.count), in: 1...1_000_000)
            try require(.beds, of: id.rawValue, Double(beds.count), in: 0...max(0, left))
            ordered[id, default: 0] += beds.count
        }
    }

    private func requireReception(in region: RegionCode) throws(WorldFault) {
        guard receives(region) else { throw .unknownRegion(region, of: Self.timetable) }
    }
}
