import Situation

/// Who is expected to come into the country beyond the usual, by what is known of their groups.
///
/// Worked out from the flows, not drawn: the simulator follows households, not ages.
public struct ExpectedPeople: Hashable, Sendable {
    /// Persons of each group that has any, in the world's order.
    public private(set) var groups: [PeopleGroup.ID: Double] = [:]
    /// By what they come for.
    public private(set) var purposes: [Purpose: Double] = [:]
    /// By age and sex.
    public private(set) var ages: [AgeSex: Double] = [:]
    /// By their papers.
    public private(set) var documents: [Documents: Double] = [:]

    /// Everyone.
    public var persons: Double {
        groups.sorted { $0.key.rawValue < $1.key.rawValue }.reduce(0) { $0 + $1.value }
    }

    init(_ world: World) {
        for flow in world.flows where flow.direction == .in {
            guard let group = world.groups.first(where: { $0.id == flow.group }) else { continue }
            let persons = flow.expectedPersons(in: world)
            groups[group.id, default: 0] += persons
            for (purpose, share) in group.purposes { purposes[purpose, default: 0] += persons * share }
            for (age, share) in group.ages { ages[age, default: 0] += persons * share }
            for (papers, share) in group.documents { documents[papers, default: 0] += persons * share }
        }
    }
}

extension Flow {
    /// How many come in the whole run.
    fileprivate func expectedPersons(in world: World) -> Double {
        let hours = (world.length.wholeMinutes + 59) / 60
        let end = world.length.inHours
        let sum = (0..<hours).reduce(0.0) { sum, hour in
            let until = min(Double(hour + 1), end)
            let multiplier = followsProfile ? multiplier(at: world.start + .hours(hour), in: world) : 1
            return sum + curve.persons(from: Double(hour), to: until) * multiplier
        }
        return sum * scale.mean
    }

    /// How the posts' hours shape the flow, by its weights.
    private func multiplier(at moment: Instant, in world: World) -> Double {
        var sum = 0.0
        var weights = 0.0
        for post in posts {
            guard let side = world.posts.first(where: { $0.id == post.id })?.side(direction) else { continue }
            sum += post.weight * side.profile.multiplier(at: moment)
            weights += post.weight
        }
        return weights > 0 ? sum / weights : 1
    }
}

extension RateCurve {
    /// The area under the curve between two times in hours since the start.
    fileprivate func persons(from: Double, to: Double) -> Double {
        zip(knots, knots.dropFirst()).reduce(0.0) { sum, pair in
            let (begin, end) = (pair.0.at.inHours, pair.1.at.inHours)
            let (low, high) = (max(begin, from), min(end, to))
            guard high > low, end > begin else { return sum }
            let slope = (pair.1.personsPerHour - pair.0.personsPerHour) / (end - begin)
            let atLow = pair.0.personsPerHour + slope * (low - begin)
            let atHigh = pair.0.personsPerHour + slope * (high - begin)
            return sum + (atLow + atHigh) / 2 * (high - low)
        }
    }
}
