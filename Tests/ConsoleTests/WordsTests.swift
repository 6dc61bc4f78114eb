import Foundation
import Language
import Planning
import Reference
import Situation
import Terminal
import Testing

@testable import Console

/// The console's words: complete in three languages, and asked for only where they are.
@Suite struct WordsTests {
    @Test("the three catalogs have the same keys")
    func sameKeys() throws {
        let keys = try Language.allCases.map { Set(try Shipped.catalog($0).entries.keys.filter(Self.isOurs)) }
        #expect(keys[0].count > 300)
        #expect(keys[1].symmetricDifference(keys[0]).sorted() == [])
        #expect(keys[2].symmetricDifference(keys[0]).sorted() == [])
    }

    @Test("each key has the same placeholders in the three languages")
    func samePlaceholders() throws {
        let catalogs = try Language.allCases.map { try Shipped.catalog($0) }
        for key in catalogs[0].entries.keys.filter(Self.isOurs) {
            let sets = catalogs.map { Self.placeholders(of: $0.entries[key]) }
            #expect(Set(sets).count == 1, "\(key): \(sets)")
        }
    }

    @Test("every key the sources name is in the catalogs, and no key stands there unused")
    func usedKeys() throws {
        let catalog = try Shipped.catalog(.kk)
        let (whole, beginnings) = try Self.keysInSources()
        #expect(whole.count > 150)
        for key in whole { #expect(catalog.entries[key] != nil, "the catalogs lack \(key)") }
        for beginning in beginnings {
            #expect(
                catalog.entries.keys.contains { $0.hasPrefix(beginning) }, "the catalogs lack \(beginning)…")
        }
        for key in catalog.entries.keys where key.hasPrefix("console.") {
            #expect(
                whole.contains(key) || beginnings.contains { key.hasPrefix($0) }, "nothing asks for \(key)")
        }
    }

    @Test(
        "what is put together from an enumeration has a word for each of its cases",
        arguments: Language.allCases)
    func families(_ language: Language) throws {
        let catalog = try Shipped.catalog(language)
        for key in Self.familyKeys { #expect(catalog.entries[key] != nil, "\(language): \(key)") }
    }

    @Test("no screen shows a missing word", arguments: ScreenCase.all, Language.allCases)
    func nothingMissing(_ screen: ScreenCase, _ language: Language) throws {
        var sitting = try Sitting(language: language, size: Size(columns: 200, rows: 60))
        try screen.open(&sitting)
        #expect(!sitting.text.contains("⟨"))
        #expect(!sitting.text.contains("{"))
    }

    private static func isOurs(_ key: String) -> Bool {
        key.hasPrefix("console.") || key.hasPrefix("words.") || key.hasPrefix("program.")
    }

    private static func placeholders(of entry: Catalog.Entry?) -> Set<String> {
        switch entry {
        case .plain(let template): template.placeholders
        case .plural(let forms): forms.values.reduce(into: []) { $0.formUnion($1.placeholders) }
        case nil: []
        }
    }

    /// Keys written out in the sources, and the beginnings of those put together.
    private static func keysInSources() throws -> (whole: Set<String>, beginnings: Set<String>) {
        var whole: Set<String> = []
        var beginnings: Set<String> = []
        let files = FileManager.default.enumerator(
            at: Shipped.consoleSources, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /"((?:console|words|program)\.[A-Za-z0-9._-]*)(\\\()?/) {
                if match.output.2 == nil {
                    whole.insert(String(match.output.1))
                } else {
                    beginnings.insert(String(match.output.1))
                }
            }
        }
        return (whole, beginnings)
    }

    private static var familyKeys: [String] {
        func keys<Member: CaseIterable & RawRepresentable>(
            _ family: String, _ type: Member.Type
        ) -> [String] where Member.RawValue == String {
            type.allCases.map { "\(family).\($0.rawValue)" }
        }
        return keys("words.direction", Direction.self) + keys("console.mode", TravelMode.self)
            + keys("words.status", CheckpointStatus.self) + keys("words.precision", Precision.self)
            + keys("words.confidence", Confidence.self) + keys("console.kind", FactKind.self)
            + keys("console.kind-short", FactKind.self)
            + keys("console.exercise-turn", ExerciseEvent.Turn.self)
            + keys("console.tab", Tab.self) + keys("console.post-kind", Checkpoint.Kind.self)
            + keys("console.neighbour", Neighbour.self) + keys("console.opening", Checkpoint.Opening.self)
            + keys("console.traffic", Checkpoint.Traffic.self)
            + keys("console.modernisation", Modernisation.Status.self)
            + keys("console.programme", Modernisation.Programme.self)
            + keys("console.existence", Checkpoint.Existence.self)
            + keys("console.region-origin", Checkpoint.RegionOrigin.self)
            + keys("console.name-origin", Checkpoint.NameOrigin.self)
            + keys("console.better", IndicatorTargets.Better.self)
            + keys("console.discrepancy", Discrepancy.Kind.self)
            + keys("console.crisis", Playbook.Crisis.self)
            + keys("console.comparison", Comparison.self)
            + Metric.allCases.map { "console.metric.\(Look.key($0))" } + (1...7).map { "words.weekday.\($0)" }
            + WelcomeChoice.allCases.flatMap {
                ["console.welcome.\($0.rawValue)", "console.welcome.\($0.rawValue)-text"]
            }
            + Bindings.all.map(\.description) + Bindings.all.filter { $0.hintRank != nil }.map(\.hint)
    }
}
