import Console
import Foundation
import Language
import Planning
import Reference
import Situation

/// The context of the program as it is shipped: reference data, playbooks and words of this checkout.
enum Shipped {
    private static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let loader = ReferenceLoader(
        folder: checkout.appending(path: "Sources/Reference/Resources"))
    private static let reference = Result { try loader.core() }
    private static let policyTables = Result { try loader.policy() }
    private static let catalogs = Result {
        let folder = CatalogFolder(path: checkout.appending(path: "Sources/Language/Resources").path)
        return try Language.allCases.map { try folder.catalog($0) }
    }
    private static let playbooks = PlaybookFolder.load(checkout.appending(path: "Scenarios/playbooks"))

    private static let alarmRules = AlarmRuleFolder.load(checkout.appending(path: "Scenarios/alarms"))

    /// The sources of the room under test, to read which words they ask for.
    static let wordedSources = ["Console", "Wording"].map { checkout.appending(path: "Sources/\($0)") }

    /// The posts and sites of the reference data.
    static var places: Result<Places, any Error> { reference.map(\.places) }

    static func policy() throws -> PolicyTables { try policyTables.get() }

    static func catalog(_ language: Language) throws -> Catalog {
        guard let catalog = try catalogs.get().first(where: { $0.language == language }) else {
            throw MissingCatalog(language: language)
        }
        return catalog
    }

    struct MissingCatalog: Error {
        let language: Language
    }

    static func context(
        _ nature: JournalNature = .live, language: Language = .kk, past: PastMoment? = nil
    ) throws -> ConsoleContext {
        let reference = try reference.get()
        return ConsoleContext(
            reference: reference, places: reference.places, targets: reference.targets,
            playbooks: playbooks.playbooks, playbookFaults: playbooks.faults.count,
            alarmRules: alarmRules.rules, catalogs: try catalogs.get(),
            language: language, author: "Б. Сағынов",
            journal: JournalFacts(
                nature: nature, path: "/var/lib/ahual/watch.ahual",
                scenario: nature == .exercise ? "mass-influx" : nil, id: "j-1"),
            past: past)
    }
}
