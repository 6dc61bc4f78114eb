import Foundation
import Reference
import Situation
import Support
import Testing

@testable import Watch

/// The published figures of autumn 2022. Which of them contradict one another is in the remarks of their collection:
/// "digits 147/174 transposed", "one digit; 31 shows 43 is right" (`Tests/Fixtures/README.md`).
struct Contradictions2022Tests {
    /// Reads the feed as far as its figures are compared.
    private func entries() throws -> [Entry] {
        let reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        let text = try String(contentsOf: SourceTree.folder("Tests/Fixtures/kz_2022.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(lines.first)
        var builder = EntryBuilder()
        return try lines.dropFirst().compactMap { line -> Entry? in
            let row = Dictionary(uniqueKeysWithValues: zip(names, line))
            func time(_ name: String) throws -> Instant {
                let time = Instant(iso8601: row[name] ?? "")
                return try #require(time)
            }
            let category = row["category"].flatMap { $0.isEmpty ? nil : $0 }
            let direction = Direction(rawValue: row["direction"] ?? "") ?? .in
            let persons = Persons(Int(row["persons"] ?? "") ?? 0)
            let fact: Fact
            switch row["type"] {
            case "total":
                fact = .statedTotal(
                    StatedTotal(
                        area: Area(code: row["area"] ?? ""), direction: direction, persons: persons,
                        precision: try #require(Precision(rawValue: row["precision"] ?? "")),
                        category: category))
            case "checkpoint":
                let post = try #require(reference.checkpoint(named: row["checkpoint"] ?? "").only)
                fact = .checkpointReport(
                    CheckpointReport(
                        checkpoint: post, direction: direction, mode: .all, persons: persons,
                        category: category))
            default: return nil
            }
            return builder.entry(
                fact, about: .between(try time("from"), try time("to")), known: try time("known_at"),
                source: SourceID(row["source"] ?? ""))
        }
    }

    private func findings(_ entries: [Entry]) throws -> [ContradictionEvent.Finding] {
        let reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        let picture = Picture.folding(entries)
        let reading = SituationReading(
            picture, places: reference.places, targets: [], now: Instant(year: 2022, month: 12, day: 31))
        return ContradictionWatch.findings(in: picture, reading: reading).map(\.finding)
    }

    @Test func `both contradictions are found, with the right figure named, and nothing else`() throws {
        let found = try findings(entries()).sorted { $0.first.value > $1.first.value }
        #expect(found.map { [$0.first.value, $0.second.value] } == [[147_000, 174_000], [50_928, 15_928]])
        let out = try #require(found.first)
        #expect([out.rule, out.variant, out.subject] == ["slip", "swapped", "KZ"])
        // 64,234 until the 27th and the days stated since lead to about 140 thousand.
        #expect(out.likely == out.first.entry)
        #expect(out.third?.value == 64_234)
        let west = try #require(found.last)
        #expect([west.rule, west.variant, west.subject] == ["slip", "moved", "KZ-27"])
        #expect(west.likely == west.first.entry)
        #expect(west.third?.value == 49_464)
        #expect(west.gap == 35_000)
        #expect(west.first.source != west.second.source)
    }

    @Test func `on 5 October the second number of those who left was not known, and no case of it`() throws {
        let known = try entries().filter { $0.known.instant <= Instant(year: 2022, month: 10, day: 5) }
        #expect(try findings(known).map(\.subject) == ["KZ-27"])
    }
}
