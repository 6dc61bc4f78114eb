import Language
import Planning
import Reference
import Simulation
import Situation
import Support
import Terminal
import Testing

@testable import Briefing

struct EnsembleTextTests {
    private static let name = PlanText([.kk: "Сынақ", .ru: "Проба", .en: "Trial"])

    private func reference() throws -> Reference {
        try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
    }

    private func catalog(_ language: Language) throws -> Catalog {
        try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(language)
    }

    private func lines(
        _ language: Language, isConflict: Bool = false, _ repertoire: Glyphs.Repertoire = .unicode
    ) async throws -> [String] {
        let subject = EnsembleSubject(
            name: Self.name, notes: Self.name, isConflict: isConflict,
            result: try await SampleEnsemble.result())
        return EnsembleText(
            reference: try reference(), catalog: try catalog(language), repertoire: repertoire, width: 80
        ).lines(subject)
    }

    @Test(arguments: Language.allCases)
    func `the text says that it was simulated, how often and with which seed`(_ language: Language)
        async throws
    {
        let text = try await lines(language).joined(separator: "\n")
        #expect(text.contains(try catalog(language).say("simulation.run.note.simulated")))
        #expect(text.contains("20"))
        #expect(text.contains("77"))
        #expect(!text.contains("⟨"))
        #expect(!text.contains("{"))
    }

    @Test func `a conflict is no statement on any state, and only a conflict has to say so`() async throws {
        let note = try catalog(.en).say("simulation.run.note.conflict")
        #expect(try await lines(.en, isConflict: true).contains(note))
        #expect(try await !lines(.en).contains(note))
    }

    @Test func `figures, posts, regions and services are there by name`() async throws {
        let text = try await lines(.en).joined(separator: "\n")
        // 40 persons come to Syrym in each of six hours of every run.
        #expect(text.contains(/arrivals +240 +240 +240/))
        #expect(text.contains("Syrym"))
        #expect(text.contains(/West Kazakhstan.*100/))
        #expect(text.contains(/water +1 h/))
    }

    @Test func `charts are braille, and ASCII where nothing else can be shown`() async throws {
        let braille: ClosedRange<Unicode.Scalar> = "\u{2800}"..."\u{28FF}"
        let rich = try await lines(.en).joined()
        #expect(rich.unicodeScalars.contains { braille.contains($0) })
        let plain = try await lines(.en, .ascii).joined()
        #expect(!plain.unicodeScalars.contains { braille.contains($0) })
    }

    @Test func `no text moves the cursor`() async throws {
        let text = try await lines(.kk).joined()
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
    }

    @Test func `JSON is the same bytes for the same seed, and says that it is simulated`() async throws {
        let first = try EnsembleJSON(try await SampleEnsemble.result(threads: 1)).text()
        let second = try EnsembleJSON(try await SampleEnsemble.result(threads: 3)).text()
        #expect(first == second)
        #expect(first.contains("\"simulated\" : true"))
        #expect(first.contains("\"seed\" : \"77\""))
        #expect(first.contains("region.without_bed"))
    }

    @Test func `tables have one value a row, times with their offset`() async throws {
        let tables = EnsembleCSV(try await SampleEnsemble.result()).tables
        #expect(tables.map(\.file) == ["series.csv", "measures.csv", "expected.csv"])
        let rows = tables[0].text.split(separator: "\r\n")
        #expect(rows.first == "metric,scope,place,unit,time,p10,p50,p90,mean")
        #expect(
            rows.contains(
                "country.arrivals_hour,country,KZ,persons,2026-09-21T19:00:00+05:00,40.0,40.0,40.0,40.0")
        )
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 9 })
    }

    @Test(arguments: Language.allCases)
    func `a comparison names both and says what is real`(_ language: Language) async throws {
        let text = ComparisonText(reference: try reference(), catalog: try catalog(language)).lines(
            Self.name, Self.name, try await SampleEnsemble.comparison())
        let all = text.joined(separator: "\n")
        #expect(all.contains(try catalog(language).say("simulation.run.verdict.real")))
        #expect(!all.contains("⟨"))
        #expect(!all.contains("{"))
    }
}
