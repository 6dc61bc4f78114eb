import Foundation
import Language
import Planning
import Reference
import Simulation
import StrictYAML
import Worlds

/// The scenarios the program is shipped with, and scenario files anywhere.
struct ScenarioShelf: Sendable {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// A scenario and the world that is made of it.
    struct Loaded: Sendable {
        let scenario: Scenario
        let world: World
    }

    /// Every shipped scenario that can be read, by id, and how many files cannot.
    func shipped() throws -> (scenarios: [Scenario], faults: Int) {
        let folder = try surroundings.files.scenarios()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
        var scenarios: [Scenario] = []
        var faults = 0
        for name in names {
            let file = folder.appendingPathComponent(name)
            if let scenario = try? ScenarioReader.load(file) {
                scenarios.append(scenario)
            } else if !Self.isOtherPlan(file) {
                faults += 1
            }
        }
        return (scenarios, faults)
    }

    /// Whether a file says that it is another kind of plan: levels, contacts and rules lie in the same folder.
    private static func isOtherPlan(_ file: URL) -> Bool {
        guard let text = try? PlanFile.text(of: file),
            let value = try? YAMLValue(parsing: text, file: file.lastPathComponent),
            let kind = try? value.pairs().first(where: { $0.key == "kind" })?.value.text()
        else { return false }
        return kind != "scenario"
    }

    /// The scenario that a file path or the id of a shipped scenario names.
    ///
    /// - Throws: a ``Failure`` that says what is wrong and where.
    func load(_ name: String) throws -> Loaded {
        let scenario = try read(name)
        let reference = try surroundings.files.reference()
        do throws(WorldFault) {
            return Loaded(scenario: scenario, world: try WorldBuilder(scenario, reference: reference).world())
        } catch {
            let unplayable = UnplayableScenario(error, in: scenario)
            throw Failure.found(Output.oneLine(surroundings.catalog.say(unplayable.phrase)))
        }
    }

    private func read(_ name: String) throws -> Scenario {
        let shipped = try surroundings.files.scenarios().appendingPathComponent("\(name).yaml")
        let isID = !name.contains("/") && !name.hasPrefix(".")
        let places = [URL(fileURLWithPath: name)] + (isID ? [shipped] : [])
        guard let file = places.first(where: { Self.isFile($0.path) }) else {
            throw Failure.wrongUse(say("unknown-scenario", ["name": .text(name)]))
        }
        let outcome = ScenarioReader.read(text: try PlanFile.text(of: file, named: name), file: name)
        if let scenario = outcome.scenario { return scenario }
        throw Failure.found(outcome.faults.map(line).joined(separator: "\n"))
    }

    private func line(_ fault: YAMLFault) -> String { Output.oneLine(surroundings.catalog.say(fault.phrase)) }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    private func say(_ key: String, _ arguments: [String: Phrase.Argument]) -> String {
        surroundings.catalog.say("simulation.run.cli.\(key)", arguments)
    }
}
