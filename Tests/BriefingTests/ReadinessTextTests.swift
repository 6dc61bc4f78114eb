import Language
import Planning
import Readiness
import Reference
import Situation
import Support
import Testing

@testable import Briefing

@Suite struct `Readiness in words` {
    private func text(_ language: Language) throws -> ReadinessText {
        let loader = ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources"))
        return ReadinessText(
            reference: try loader.core(), policy: try loader.policy(),
            catalog: try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(
                language),
            scenarios: ["trial": PlanText([.kk: "Сынақ", .ru: "Проба", .en: "Trial"])])
    }

    private func row(
        _ resource: ReadinessRow.Resource, _ place: String, share: Double, missing: Double?,
        basis: ReadinessBasis.Kind = .illustrative
    ) -> ReadinessRow {
        func outcome(_ share: Double, _ missing: Double?) -> ReadinessOutcome {
            ReadinessOutcome(
                share: share, hours: share > 0 ? .init(p10: 20, p50: 26, p90: 31) : nil, demand: 5,
                needed: 1200, missing: missing)
        }
        return ReadinessRow(
            scenario: "trial", agency: resource == .lanes ? "NSC" : "LEB",
            infrastructure: resource == .lanes ? .post : .shelters, place: place, resource: resource,
            capacity: 1100, reserve: resource == .beds ? 300 : nil, basis: [ReadinessBasis(basis)],
            asItStands: outcome(share, missing), withReserves: outcome(0, missing.map { _ in 0 }))
    }

    private func table(_ rows: [ReadinessRow], isExercise: Bool = false) -> ReadinessTable {
        ReadinessTable(
            made: "2026-11-24T10:00:00+05:00",
            inputs: .init(
                reference: "r",
                journal: isExercise ? .init(id: "j", isExercise: true, entries: 3, head: "abc") : nil),
            scenarios: [
                .init(id: "trial", digest: "d", seed: 77, replications: 20, replicationsAsked: 20, hours: 72)
            ], rows: rows)
    }

    private var sample: ReadinessTable {
        table([
            row(.lanes, "syrym", share: 0, missing: 0, basis: .reference),
            row(.beds, "KZ-27", share: 1, missing: 1234),
        ])
    }

    @Test(arguments: Language.allCases)
    func `every word is there, with the seed, the runs and the assumptions`(_ language: Language) throws {
        let text = try text(language)
        let comparison = ReadinessComparison(
            from: sample, to: table([row(.taps, "KZ-27", share: 0.2, missing: 3)]))
        let all = (text.lines(sample, isWhole: true) + text.lines(comparison)).joined(separator: "\n")
        #expect(all.contains("77") && all.contains("20"))
        #expect(!all.contains("⟨") && !all.contains("{"))
        #expect(all.contains(text.say("assumptions.lanes")))
    }

    @Test func `what gives out first is said before the table, what holds is counted and not listed`() throws
    {
        let lines = try text(.en).lines(sample)
        #expect(lines.contains { $0.hasPrefix("As it stands, first to give out: beds, West Kazakhstan") })
        #expect(lines.contains("With all reserves opened nothing gives out in half of the runs."))
        #expect(lines.contains { $0.contains("lanes in: nothing short in 1 of 1 places") })
        #expect(!lines.contains { $0.contains("Syrym") })
        #expect(try text(.en).lines(sample, isWhole: true).contains { $0.contains("Syrym") })
    }

    @Test func `an illustrative capacity carries its mark in the table, a sourced one does not`() throws {
        let lines = try text(.en).lines(sample, isWhole: true)
        let beds = try #require(lines.first { $0.contains("beds  ") && $0.contains("West Kazakhstan") })
        #expect(beds.contains(/~1.?100/) && beds.contains("illustrative"))
        #expect(beds.contains(/1.?234/))
        let lanes = try #require(lines.first { $0.contains("Syrym") })
        #expect(!lanes.contains("~") && lanes.contains("reference data"))
    }

    @Test func `changes name old and new, and other luck is said`() throws {
        let later = table([
            row(.lanes, "syrym", share: 0, missing: 0, basis: .reference),
            row(.beds, "KZ-27", share: 1, missing: 900),
        ])
        let lines = try text(.en).lines(ReadinessComparison(from: sample, to: later))
        #expect(lines.contains { $0.contains("Trial") && $0.contains(/missing 1.?234 → 900/) })
        #expect(
            try text(.en).lines(ReadinessComparison(from: sample, to: sample)).last == "  Nothing changed.")
    }

    @Test func `facts of an exercise carry its mark first and last`() throws {
        let lines = try text(.en).lines(table([], isExercise: true))
        #expect(lines.first == "*** EXERCISE ***")
        #expect(lines.last == "*** EXERCISE ***")
    }
}
