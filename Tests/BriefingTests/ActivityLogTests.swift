import Language
import Reference
import Situation
import Support
import Testing
import Wording

@testable import Briefing

struct ActivityLogTests {
    private func words(_ language: Language) throws -> EntryWords {
        let reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        let catalog = try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(
            language)
        return EntryWords(
            speech: Speech(catalog), names: Names(reference: reference, language: language))
    }

    private func entry(_ number: Int64, _ fact: Fact, at: Instant, by person: PersonName) -> Entry {
        Entry(
            id: EntryID(station: "st", number: number), recorded: HybridTime(at), known: HybridTime(at),
            about: .moment(at), author: Author(person: person, seat: "duty-officer"), source: "desk",
            confidence: .reported, fact: fact)
    }

    private func lines() -> [DutyLogLine] {
        let first = entry(
            1, .note(Note(text: "Queue 300 cars\n2022-09-24  fake", place: "syrym")), at: .at(9), by: "Aliya")
        let correction = entry(
            3,
            .correction(
                Correction(
                    target: first.id, change: .supersede(.note(Note(text: "Queue 200 cars", place: "syrym"))),
                    reason: "miscounted")), at: .at(9, 30), by: "Dina")
        let second = entry(2, .note(Note(text: "Buses <ordered> & sent")), at: .at(9, 10), by: "Aliya")
        var build = EntryBuilder(station: "st")
        var picture = Picture()
        for (person, change): (PersonName, SignificanceEvent.Change) in [
            ("Aliya", .proposed(reason: "first night")), ("Dina", .confirmed),
        ] {
            let made = build.entry(
                .significance(SignificanceEvent(second.id, change)), about: .moment(.at(10)), known: .at(10))
            picture.apply(
                Entry(
                    id: made.id, recorded: made.recorded, known: made.known, about: made.about,
                    author: Author(person: person, seat: "duty-officer"), source: made.source,
                    confidence: made.confidence, fact: made.fact))
        }
        return [
            DutyLogLine(first, corrections: [correction]),
            DutyLogLine(second, significance: picture.watch.significance[second.id]),
            DutyLogLine(correction, original: first),
        ]
    }

    private func form(_ nature: JournalNature, person: PersonName? = "Aliya") throws -> ActivityLog {
        let period = try #require(Period(from: .at(8), to: .at(20)))
        return ActivityLog(
            incident: "Autumn 2022", period: period, person: person,
            agency: "Migration Service", lines: lines(), roles: ["Aliya": .dutyOfficer, "Dina": .shiftLead],
            preparedBy: "Aliya", preparedAt: .at(20),
            position: JournalPosition(
                journal: JournalIdentity(id: "j-1", nature: nature, scenario: "northern-wave"),
                entryCount: 41,
                head: "00ff"))
    }

    @Test func `ICS-214 has its fields, its lines and where the journal stood`() throws {
        #expect(
            try form(.live).text(words(.en)) == """
                ACTIVITY LOG (ICS-214)

                  1. Incident name       Autumn 2022
                  2. Operational period  2022-09-24 08:00 – 2022-09-24 20:00 (UTC+5)
                  3. Name                Aliya
                  4. Position            duty officer
                  5. Home agency         Migration Service
                  8. Prepared by         Aliya, duty officer, 2022-09-24 20:00

                7. Activity log
                  Date and time     Notable activities
                  2022-09-24 09:00  Syrym: Queue 300 cars␊2022-09-24  fake · corrected 2022-09-24 09:30 by Dina (st#3, miscounted): Syrym: Queue 200 cars
                  2022-09-24 09:10  ★ Buses <ordered> & sent · SIGNIFICANT EVENT, proposed by Aliya (first night), checked by Dina
                  2022-09-24 09:30  entry st#1 corrected: Syrym: Queue 200 cars (miscounted) · in place of st#1: Syrym: Queue 300 cars␊2022-09-24  fake

                  Signature: ____________________

                Journal j-1, entries: 41, head 00ff

                """)
    }

    @Test(arguments: [(Language.kk, "ОҚУ-ЖАТТЫҒУ"), (.ru, "УЧЕНИЕ"), (.en, "EXERCISE")])
    func `from an exercise every page is marked, and no key is missing`(language: Language, mark: String)
        throws
    {
        let words = try words(language)
        let text = try form(.exercise, person: nil).text(words)
        #expect(text.hasPrefix("*** \(mark)"))
        #expect(text.split(separator: "\n").last?.contains(mark) == true)
        let html = try form(.exercise, person: nil).html(words)
        // Head and foot of the outer table are repeated on each page.
        #expect(html.components(separatedBy: "<div class=\"mark\">\(mark)").count == 3)
        #expect(!(text + html).contains("⟨"))
        #expect(try !form(.live).html(self.words(language)).contains(mark))
    }

    @Test func `HTML stands alone, prints on A4 and holds nothing that was typed as markup`() throws {
        let html = try form(.live).html(words(.en))
        #expect(html.contains("Buses &lt;ordered&gt; &amp; sent"))
        #expect(html.contains("size: A4"))
        #expect(html.contains("<html lang=\"en\">"))
        for foreign in ["http:", "https:", "<script", "<link", "<img", "url("] {
            #expect(!html.contains(foreign))
        }
    }

    @Test func `the list shows a correction under what it corrects, and the original under the correction`()
        throws
    {
        let text = try DutyLogText(words: words(.en)).lines(
            lines().reversed(), of: JournalIdentity(id: "j", nature: .live, scenario: nil))
        #expect(text.count == 6)
        #expect(text[1].contains("in place of st#1: Syrym: Queue 300 cars"))
        #expect(text[5].contains("corrected 2022-09-24 09:30 by Dina (st#3, miscounted)"))
        #expect(text[2].contains("★"))
    }
}
