import Foundation
import Language
import Planning
import Reference
import StrictYAML

/// The files the program is shipped with.
struct Files: Sendable {
    private let locator: ResourceLocator

    init(environment: [String: String]) { locator = ResourceLocator(environment: environment) }

    func catalog(_ language: Language) throws -> Catalog {
        try CatalogFolder(path: locator.folder(named: "language", bundle: "ahual_Language").path).catalog(
            language)
    }

    func reference() throws -> Reference { try ReferenceLoader(locator: locator).core() }

    func policy() throws -> PolicyTables { try ReferenceLoader(locator: locator).policy() }

    func playbooks() throws -> PlaybookFolder {
        PlaybookFolder.load(try locator.scenarios().appendingPathComponent("playbooks"))
    }

    func alarmRules() throws -> AlarmRuleFolder {
        AlarmRuleFolder.load(try locator.scenarios().appendingPathComponent("alarms"))
    }

    /// The folder of the shipped scenarios.
    func scenarios() throws -> URL { try locator.scenarios() }

    func demonstration() throws -> Scenario {
        try ScenarioReader.load(try locator.scenarios().appendingPathComponent("demonstration.yaml"))
    }

    /// Where each kind of file is, for `ahual info`.
    func places() -> [(name: String, path: String)] {
        [
            ("language", (try? locator.folder(named: "language", bundle: "ahual_Language").path) ?? "–"),
            ("reference", (try? locator.folder(named: "reference", bundle: "ahual_Reference").path) ?? "–"),
            ("scenarios", (try? locator.scenarios().path) ?? "–"),
        ]
    }
}
