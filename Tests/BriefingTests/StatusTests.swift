import Foundation
import Language
import Reference
import Situation
import Support
import Testing

@testable import Briefing

struct StatusTests {
    private func subject(_ nature: JournalNature) throws -> (StatusSubject, Reference) {
        let reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        var build = EntryBuilder()
        let entries = (0..<24).map { build.report(100, from: .at($0), to: .at($0 + 1)) }
        let picture = Picture.folding(entries)
        let subject = StatusSubject(
            picture: picture,
            reading: SituationReading(
                picture, places: reference.places, targets: reference.targets, now: .at(23, 59)),
            journal: JournalIdentity(id: "j", nature: nature, scenario: "demonstration"), contested: [],
            asKnownAt: .at(24), asRecordedAt: nil)
        return (subject, reference)
    }

    private func lines(_ nature: JournalNature, _ language: Language) throws -> [String] {
        let (subject, reference) = try subject(nature)
        let catalog = try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(
            language)
        return StatusText(reference: reference, catalog: catalog).lines(subject)
    }

    @Test(arguments: [(Language.kk, "ОҚУ-ЖАТТЫҒУ"), (.ru, "УЧЕНИЕ"), (.en, "EXERCISE")])
    func `a status from an exercise begins and ends with its mark`(language: Language, mark: String) throws {
        let text = try lines(.exercise, language)
        #expect(text.first?.contains(mark) == true)
        #expect(text.last?.contains(mark) == true)
        #expect(try !lines(.live, language).contains { $0.contains(mark) })
    }

    @Test func `the figures of the day are in the text, and what is not known is a dash`() throws {
        let text = try lines(.live, .en)
        let syrym = try #require(text.first { $0.contains("Syrym") })
        #expect(syrym.contains("2400"))
        let china = try #require(text.first { $0.contains("China") })
        #expect(china.contains("–") && china.contains("silent") && !china.contains(" 0 "))
        #expect(text.contains { $0.contains("AS KNOWN AT 2022-09-25 00:00") })
    }

    @Test func `no text has a key that the catalogs lack`() throws {
        for language in Language.allCases {
            #expect(try !lines(.exercise, language).contains { $0.contains("⟨") })
        }
    }

    @Test func `the JSON says the same and where it is from`() throws {
        let text = try StatusJSON(subject(.exercise).0).text()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["exercise"] as? Bool == true)
        #expect(object["asKnownAt"] as? String == "2022-09-25T00:00:00+05:00")
        let posts = try #require(object["checkpoints"] as? [[String: Any]])
        let syrym = try #require(posts.first { $0["id"] as? String == "syrym" })
        let day = try #require(syrym["inflow24h"] as? [String: Any])
        #expect(day["persons"] as? Int == 2400)
        #expect(day["coveredMinutes"] as? Int == 1440)
        let lanes = try #require(syrym["lanes"] as? [String: Any])
        #expect(lanes["basis"] as? String == "illustrative")
    }
}
