import Planning
import Reference
import Simulation
import Situation

/// Who comes, when and where.
extension WorldBuilder {
    func groups() throws(WorldFault) -> [PeopleGroup] {
        var groups: [PeopleGroup] = []
        for group in scenario.groups {
            groups.append(
                PeopleGroup(
                    id: PeopleGroup.ID(group.id), purposes: group.purposes, documents: group.documents,
                    ages: group.ages, vulnerableShare: group.vulnerable, needsBedShare: group.needsBed,
                    stayHours: try group.stay.law(.stayHours, of: group.id, times: 1.0 / 60),
                    returnShare: group.returning))
        }
        return groups
    }

    func flows(over posts: [SimulatedPost]) throws(WorldFault) -> [Flow] {
        var flows: [Flow] = []
        for flow in scenario.flows { flows.append(try simulated(flow, over: posts)) }
        return flows
    }

    private func simulated(_ flow: ScenarioFlow, over posts: [SimulatedPost]) throws(WorldFault) -> Flow {
        let weights = weights(of: flow, over: posts)
        let perDay =
            switch flow.height {
            case .personsPerDay(let persons): persons
            case .timesUsual(let times): (times - 1) * usual(weights.map(\.id), flow.direction, posts)
            }
        return Flow(
            name: flow.name, group: PeopleGroup.ID(flow.group), direction: flow.direction, posts: weights,
            curve: RateCurve(
                flow.curve.map { RateCurve.Knot(at: $0.at, personsPerHour: perDay / 24 * $0.part) }),
            followsProfile: flow.followsHours, mix: flow.modes?.map(\.simulated),
            scale: try flow.uncertainty.law(.meanFactor, of: flow.name))
    }

    /// The posts and how they share a flow: as written, or else as they share the usual traffic.
    private func weights(
        of flow: ScenarioFlow, over posts: [SimulatedPost]
    ) -> [(id: CheckpointID, weight: Double)] {
        switch flow.place {
        case .weighted(let weights): return weights.map { ($0.post, $0.weight) }
        case .posts(let selection):
            let named = Set(chosen(selection))
            let meant = posts.filter { named.contains($0.id) }
            let able = meant.filter { Self.takes(flow.modes, $0.side(flow.direction)) }
            // Where no post can take them the world says so; here nobody is dropped unseen.
            let places = able.isEmpty ? meant : able
            let usual = places.map { $0.side(flow.direction).usualPersonsPerDay }
            let isEven = !usual.contains { $0 > 0 }
            return zip(places, usual).map { ($0.id, isEven ? 1 : $1) }
        }
    }

    /// Whether a side has lanes or booths for all of these means of travel.
    private static func takes(_ modes: [PlannedMode]?, _ side: SimulatedPost.Side) -> Bool {
        guard let modes else { return true }
        let taken = side.channels.flatMap(\.modes)
        return modes.allSatisfy { $0.share == 0 || taken.contains($0.mode) }
    }

    private func usual(_ ids: [CheckpointID], _ direction: Direction, _ posts: [SimulatedPost]) -> Double {
        posts.filter { ids.contains($0.id) }.reduce(0) { $0 + $1.side(direction).usualPersonsPerDay }
    }
}

extension PlannedDistribution {
    /// The law for the simulator, in minutes where it is a time, or in other units by a factor.
    ///
    /// - Parameters:
    ///   - quantity: what a fault names.
    ///   - name: the place a fault names.
    func law(
        _ quantity: WorldFault.Quantity, of name: String, times factor: Double = 1
    ) throws(WorldFault) -> Distribution {
        do throws(DistributionFault) {
            return try law(factor)
        } catch {
            throw .noLaw(quantity, of: name, error)
        }
    }

    private func law(_ factor: Double) throws(DistributionFault) -> Distribution {
        switch self {
        case .constant(let value): .constant(value * factor)
        case .uniform(let low, let high): try .uniform(low: low * factor, high: high * factor)
        case .exponential(let mean): try .exponential(mean: mean * factor)
        case .gamma(let shape, let mean): try .gamma(shape: shape, mean: mean * factor)
        case .lognormal(let mean, let cv): try .lognormal(mean: mean * factor, cv: cv)
        case .weibull(let shape, let scale): try .weibull(shape: shape, scale: scale * factor)
        case .triangular(let low, let mode, let high):
            try .triangular(low: low * factor, mode: mode * factor, high: high * factor)
        case .oneOf(let values): try .empirical(values.map { $0 * factor })
        }
    }
}

extension PlannedDistribution {
    /// The law for the simulator of a time written in minutes.
    ///
    /// - Throws: ``DistributionFault``.
    public func minutes() throws(DistributionFault) -> Distribution { try law(1) }
}
