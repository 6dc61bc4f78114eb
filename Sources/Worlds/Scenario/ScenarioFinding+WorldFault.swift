import Planning
import Simulation
import Situation

extension ScenarioFinding {
    /// What the simulator refuses, at the key of the scenario that it comes from, as far as that can be told.
    public init(_ fault: WorldFault, in scenario: Scenario) {
        let key = fault.name.flatMap(scenario.key(of:)) ?? "id"
        self.init(
            file: scenario.source.file, line: scenario.source.line(of: key), key: key,
            problem: .unplayable(fault.words))
    }
}

extension Scenario {
    /// Where a name that the world's faults give is written.
    fileprivate func key(of name: String) -> String? {
        if let index = flows.firstIndex(where: { $0.name == name }) { return "flows[\(index)]" }
        if let index = groups.firstIndex(where: { $0.id == name }) { return "groups[\(index)]" }
        if let index = reception.firstIndex(where: { $0.region.rawValue == name }) {
            return "reception[\(index)]"
        }
        if let index = disruptions.firstIndex(where: { $0.posts.base == .posts([CheckpointID(name)]) }) {
            return "disruptions[\(index)]"
        }
        if let index = shelterChanges.firstIndex(where: { $0.place == .shelter(ShelterID(name)) }) {
            return "shelters[\(index)]"
        }
        if let index = postChanges.firstIndex(where: { $0.names(CheckpointID(name)) }) {
            return "post_changes[\(index)]"
        }
        if name == "displacement", source.has(name) { return name }
        if name == "timetable" { return "decisions" }
        if name == id.rawValue { return "start" }
        return source.has("posts") ? "posts" : nil
    }
}

extension PostChange {
    fileprivate func names(_ post: CheckpointID) -> Bool {
        if case .posts(let ids) = posts.base { return ids.contains(post) }
        return true
    }
}

extension WorldFault {
    /// The name of the place the fault belongs to.
    var name: String? {
        switch self {
        case .outOfRange(_, let name, _, _), .duplicate(let name), .unknownPost(_, let name),
            .unknownRegion(_, let name), .unknownShelter(_, let name), .unknownGroup(_, let name),
            .endsBeforeItBegins(let name, _, _), .outOfOrder(let name), .wrongLength(let name, _, _),
            .sharesDoNotAddUp(let name, _), .notAMeansOfTravel(let name), .noChannel(let name, _),
            .nobodyReceives(_, let name):
            name
        case .unplayableDisplacement: "displacement"
        }
    }

    /// What is wrong, in English words for a technical reader.
    var words: String {
        switch self {
        case .outOfRange(let quantity, let name, let value, let allowed):
            "\(name): \(quantity.rawValue) \(value) is not between \(allowed.lowerBound) and "
                + "\(allowed.upperBound)"
        case .duplicate(let name): "\(name) is there twice"
        case .unknownPost(let post, let name): "\(name): no post \(post)"
        case .unknownRegion(let region, let name): "\(name): no region \(region)"
        case .unknownShelter(let shelter, let name): "\(name): no shelter \(shelter)"
        case .unknownGroup(let group, let name): "\(name): no group \(group)"
        case .endsBeforeItBegins(let name, _, _): "\(name) ends before it begins"
        case .outOfOrder(let name): "\(name): times are not in order"
        case .wrongLength(let name, let expected, let found):
            "\(name): \(found) values instead of \(expected)"
        case .sharesDoNotAddUp(let name, let sum): "\(name): shares add up to \(sum)"
        case .notAMeansOfTravel(let name): "\(name): not a means of travel"
        case .noChannel(let name, let mode): "\(name): no lane or booth for \(mode.rawValue)"
        case .unplayableDisplacement: "the ways of the displacement are too many or lead nowhere"
        case .nobodyReceives(let region, let name): "\(name): nobody takes people in in \(region)"
        }
    }
}
