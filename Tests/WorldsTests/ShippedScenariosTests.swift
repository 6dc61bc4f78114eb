import Foundation
import Planning
import Simulation
import Situation
import Testing

@testable import Worlds

@Suite struct ShippedScenariosTests {
    @Test(arguments: WorldsFixtures.shipped)
    func `every shipped scenario is read without a fault and checks clean`(name: String) throws {
        let outcome = ScenarioReader.read(text: try WorldsFixtures.text(name), file: name)
        #expect(outcome.faults.isEmpty)
        let scenario = try #require(outcome.scenario)
        #expect(scenario.id.rawValue == name)
        #expect(try WorldsFixtures.check().findings(in: scenario).isEmpty)
    }

    @Test(arguments: WorldsFixtures.shipped)
    func `every shipped scenario makes a world that can be run`(name: String) throws {
        let scenario = try WorldsFixtures.scenario(name)
        let world = try WorldsFixtures.world(name)
        #expect(world.scenario == name)
        #expect(world.flows.count == scenario.flows.count)
        #expect(world.flows.allSatisfy { !$0.posts.isEmpty })
    }

    @Test func `every file of the folder is among the shipped scenarios`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: WorldsFixtures.folder.path)
            .filter { name in
                guard name.hasSuffix(".yaml") else { return false }
                // Other plans lie in the same folder.
                let text = try String(
                    contentsOf: WorldsFixtures.folder.appendingPathComponent(name), encoding: .utf8)
                return text.contains("kind: scenario")
            }
        #expect(Set(files) == Set(WorldsFixtures.shipped.map { "\($0).yaml" }))
    }
}
