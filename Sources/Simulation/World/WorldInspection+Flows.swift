import Situation

/// Flows, disruptions, and how drivers choose.
extension WorldInspection {
    func inspectFlows() throws(WorldFault) {
        try refuseDuplicates(world.flows.map { "flow \($0.name)" })
        for flow in world.flows {
            try inspectPeople(of: flow)
            try inspect(flow.curve, of: flow.name)
        }
        try inspectPersonsInAll()
        for disruption in world.disruptions { try inspect(disruption) }
        try requireShare(world.diversion.informedShare, of: "diversion")
        try require(
            .travelMinutes, of: "diversion", world.diversion.worthwhile.inMinutes, in: 0...1_000_000)
    }

    private func inspectPeople(of flow: Flow) throws(WorldFault) {
        guard world.groups.contains(where: { $0.id == flow.group }) else {
            throw .unknownGroup(flow.group, of: flow.name)
        }
        try refuseDuplicates(flow.posts.map { "\(flow.name)/\($0.id.rawValue)" })
        if let mix = flow.mix { try inspect(mix, of: flow.name) }
        for (id, weight) in flow.posts {
            try require(.weight, of: "\(flow.name)/\(id.rawValue)", weight, in: 0...1_000_000)
            guard let post = world.posts.first(where: { $0.id == id }) else {
                throw .unknownPost(id, of: flow.name)
            }
            guard weight > 0 else { continue }
            let side = post.side(flow.direction)
            try requireChannels(
                side, for: flow.mix ?? side.mix, of: "\(flow.name)/\(id.rawValue)")
        }
        let total = flow.posts.reduce(0) { $0 + $1.weight }
        try require(.weight, of: flow.name, total, in: 0.000_001...1_000_000_000)
        try require(.meanFactor, of: flow.name, flow.scale.mean, in: 0...1000)
    }

    private func inspect(_ curve: RateCurve, of name: String) throws(WorldFault) {
        for knot in curve.knots {
            try require(.offsetHours, of: name, knot.at.inHours, in: 0...2 * Self.longestHours)
            try require(.personsPerHour, of: name, knot.personsPerHour, in: 0...10_000_000)
        }
        for (left, right) in zip(curve.knots, curve.knots.dropFirst()) where right.at < left.at {
            throw .outOfOrder(of: name)
        }
    }

    /// The usual people of every post and the whole of every flow, at the height it is expected to have.
    private func inspectPersonsInAll() throws(WorldFault) {
        // A warm-up of at most 31 days comes before the start.
        let days = world.length.inHours / 24 + 31
        var sum = 0.0
        for post in world.posts {
            sum += (post.incoming.usualPersonsPerDay + post.outgoing.usualPersonsPerDay) * days
        }
        for flow in world.flows {
            let expected = world.mostPersons(of: flow) * max(1, flow.scale.mean)
            try require(.personsInAll, of: flow.name, expected, in: 0...Self.mostPersons)
            sum += expected
        }
        try require(.personsInAll, of: world.scenario, sum, in: 0...Self.mostPersons)
    }

    private func inspect(_ disruption: Disruption) throws(WorldFault) {
        let name = disruption.post.rawValue
        try requirePost(disruption.post, of: "disruption")
        try requireTime(of: name, from: disruption.from, to: disruption.to)
        switch disruption.effect {
        case .lanesLeft(let share): try require(.laneShareLeft, of: name, share, in: 0...1)
        case .slowService(let factor): try require(.slowFactor, of: name, factor, in: 1...1000)
        }
    }
}

extension World {
    /// How many persons are expected of a flow when it comes in the busiest hours of its posts and its scale
    /// is 1.
    func mostPersons(of flow: Flow) -> Double {
        guard flow.followsProfile else { return flow.curve.personsInAll }
        let peaks = posts.filter { post in flow.posts.contains { $0.id == post.id } }.map { post in
            let profile = post.side(flow.direction).profile
            return (profile.hours.max() ?? 1) * (profile.weekdays.max() ?? 1)
        }
        return flow.curve.personsInAll * (peaks.max() ?? 1)
    }
}
