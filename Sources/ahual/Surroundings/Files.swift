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

    /// The bytes of the reference data's files, by name.
    func referenceFiles() throws -> [Data] {
        let folder = try locator.folder(named: "reference", bundle: "ahual_Reference")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
            try Data(contentsOf: folder.appendingPathComponent($0))
        }
    }

    func playbooks() throws -> PlaybookFolder {
        PlaybookFolder.load(try locator.scenarios().appendingPathComponent("playbooks"))
    }

    func alarmRules() throws -> AlarmRuleFolder {
        AlarmRuleFolder.load(try locator.scenarios().appendingPathComponent("alarms"))
    }

    /// What impact levels go by, and what they oblige to.
    func levels() throws -> ImpactLevels {
        let file = try locator.scenarios().appendingPathComponent("levels.yaml")
        return try LevelReader.read(text: try PlanFile.text(of: file), file: file.lastPathComponent)
    }

    /// Whom to call.
    func contacts() throws -> Contacts {
        let file = try locator.scenarios().appendingPathComponent("contacts.yaml")
        return try ContactsReader.read(text: try PlanFile.text(of: file), file: file.lastPathComponent)
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
