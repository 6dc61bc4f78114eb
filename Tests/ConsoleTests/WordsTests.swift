import Foundation
import Language
import Planning
import Reference
import Situation
import Support
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
        let files = Shipped.wordedSources.flatMap { folder in
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        }
        for case let file as URL in files where file.pathExtension == "swift" {
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
            + keys("console.exercise-turn", ExerciseTurn.Turn.self)
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

/// What calls for the officer, and what does not.
struct AttentionTests {
    private func reading(_ status: CheckpointStatus?) -> Attention {
        var build = EntryBuilder()
        var entries = [build.report(40, from: .at(10), to: .at(11))]
        if let status {
            let state = CheckpointState(checkpoint: "syrym", status: status)
            entries.append(build.entry(.checkpointState(state), about: .moment(.at(11)), known: .at(11)))
        }
        let post = Places.Post(
            id: "syrym", section: "ru-west", region: "KZ-27", lanesIn: Figure(3, .illustrative),
            lanesOut: Figure(3, .illustrative), personsPerLaneHour: Figure(60, .illustrative),
            usualIn: Figure(1000, .illustrative))
        let picture = Picture.folding(entries).checkpoints["syrym"]
        return Attention(CheckpointReading(of: post, in: picture, now: .at(11)))
    }

    @Test func `a post that is closed or limited is marked, an open one and one under works is not`() {
        #expect(reading(nil) == .calm)
        #expect(reading(.open) == .calm)
        #expect(reading(.works) == .calm)
        #expect(reading(.limited) == .raised)
        #expect(reading(.closed) == .raised)
    }

    @Test func `a region is marked when one of its shelters is full, though others have beds`() {
        func shelter(_ id: ShelterID, taken: Int) -> ShelterReading {
            var build = EntryBuilder()
            let reports = [9, 10, 11].map { hour in
                build.entry(
                    .shelterReport(
                        ShelterReport(shelter: id, openBeds: 100, reserveBeds: 0, occupied: Beds(taken))),
                    about: .moment(.at(hour)), known: .at(hour))
            }
            let site = Places.Site(
                id: id, region: "KZ-27", openBeds: Figure(100, .illustrative),
                reserveBeds: Figure(0, .illustrative), leadHours: Figure(24, .illustrative))
            return ShelterReading(of: site, in: Picture.folding(reports).shelters[id], now: .at(11))
        }
        let calm = [shelter("a", taken: 10), shelter("b", taken: 20)]
        let full = [shelter("a", taken: 100), shelter("b", taken: 20)]
        #expect(Attention(RegionReading(of: "KZ-27", shelters: calm, stated: [])) == .calm)
        #expect(Attention(RegionReading(of: "KZ-27", shelters: full, stated: [])) == .raised)
    }
}
