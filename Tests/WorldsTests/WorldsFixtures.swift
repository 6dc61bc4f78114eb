import Foundation
import Planning
import Reference
import Simulation
import Situation
import Support
import Testing

@testable import Worlds

/// What the tests of this room share.
enum WorldsFixtures {
    static let folder = SourceTree.folder("Scenarios")

    /// The scenarios the program is shipped with, by file name.
    static let shipped = [
        "demonstration", "northern-wave-2022", "southern-conflict", "earthquake", "water-shortage",
        "sanctions-return", "epidemic", "two-fronts",
    ]

    static let reference = Result {
        try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
    }

    static func scenario(_ name: String) throws -> Scenario {
        try ScenarioReader.load(folder.appending(path: "\(name).yaml"))
    }

    static func world(_ name: String) throws -> World {
        try WorldBuilder(scenario(name), reference: reference.get()).world()
    }

    static func check() throws -> ScenarioCheck {
        let playbooks = PlaybookFolder.load(folder.appending(path: "playbooks")).playbooks.map(\.id)
        return ScenarioCheck(places: ScenarioPlaces(try reference.get(), playbooks: playbooks))
    }
}
