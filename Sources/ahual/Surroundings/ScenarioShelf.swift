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

    /// Every shipped scenario and every one in the user's own folder that can be read, by id, and how many files
    /// cannot. One of the user's own takes the place of a shipped one of its name.
    func all() throws -> (scenarios: [Scenario], faults: Int) {
        var scenarios: [Scenario.ID: Scenario] = [:]
        var faults = 0
        for folder in [try surroundings.files.scenarios().path, surroundings.folders.scenarios] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names where name.hasSuffix(".yaml") {
                let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
                guard Self.isScenario(file) else { continue }
                if let scenario = try? ScenarioReader.load(file) {
                    scenarios[scenario.id] = scenario
                } else {
                    faults += 1
                }
            }
        }
        return (scenarios.values.sorted { $0.id < $1.id }, faults)
    }

    /// Whether a plan file says it is a scenario: other plans lie in the same folder.
    private static func isScenario(_ file: URL) -> Bool {
        guard let text = try? PlanFile.text(of: file),
            let kind = try? PlanFile.kind(of: text, named: file.lastPathComponent)
        else { return true }
        return kind == "scenario"
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

    /// The text of the scenario that a file path or the id of a shipped scenario names, checked.
    ///
    /// - Throws: a ``Failure`` that says what is wrong and where.
    func text(of name: String) throws -> String {
        _ = try read(name)
        return try PlanFile.text(of: try file(named: name), named: name)
    }

    private func file(named name: String) throws -> URL {
        let isID = !name.contains("/") && !name.hasPrefix(".")
        let folders = [surroundings.folders.scenarios, try surroundings.files.scenarios().path]
        let named = folders.map { URL(fileURLWithPath: $0).appendingPathComponent("\(name).yaml") }
        let places = [URL(fileURLWithPath: name)] + (isID ? named : [])
        guard let file = places.first(where: { Self.isFile($0.path) }) else {
            if FileManager.default.fileExists(atPath: name) {
                throw Failure.wrongUse(say("folder", ["name": .text(name)]))
            }
            throw Failure.wrongUse(say("unknown-scenario", ["name": .text(name)]))
        }
        return file
    }

    private func read(_ name: String) throws -> Scenario {
        let file = try file(named: name)
        let outcome = ScenarioReader.read(text: try PlanFile.text(of: file, named: name), file: name)
        if let scenario = outcome.scenario {
            let found = try check.findings(in: scenario)
            guard found.isEmpty else {
                throw Failure.found(
                    found.map { PlanFinding($0).line(surroundings.catalog) }.joined(separator: "\n"))
            }
            return scenario
        }
        throw Failure.found(outcome.faults.map(line).joined(separator: "\n"))
    }

    private var check: ScenarioCheck {
        get throws {
            let known = try surroundings.files.playbooks().playbooks.map(\.id)
            return ScenarioCheck(
                places: ScenarioPlaces(try surroundings.files.reference(), playbooks: known))
        }
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
