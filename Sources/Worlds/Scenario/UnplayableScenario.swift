import Language
import Planning
import Simulation
import Situation

/// A scenario that can be read and that no run can be made of, and where in the file that stands.
public struct UnplayableScenario: Error, Hashable, Sendable {
    /// The name the scenario was read under.
    public let file: String
    /// 1 for the first line.
    public let line: Int?
    /// The way to the value, such as `flows[3]`, as far as it can be told.
    public let key: String
    /// What the simulator refuses.
    public let fault: WorldFault

    public init(_ fault: WorldFault, in scenario: Scenario) {
        let key = fault.name.flatMap(scenario.key(of:)) ?? "id"
        file = scenario.source.file
        line = scenario.source.line(of: key)
        self.key = key
        self.fault = fault
    }
}

extension UnplayableScenario: Sayable {
    public var phrase: Phrase {
        Phrase(
            "simulation.world.at",
            [
                "place": .text(line.map { "\(file):\($0)" } ?? file), "key": .text(key),
                "problem": .phrase(fault.phrase),
            ])
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
            .nobodyReceives(_, let name), .noLaw(_, let name, _):
            name
        case .unplayableDisplacement, .unplayableNetwork: "displacement"
        }
    }
}
