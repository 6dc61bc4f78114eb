import Council
import Foundation
import Language
import Reference
import Situation
import Support
import Testing
import Wording

@testable import Briefing

struct CouncilTextTests {
    private func text(_ nature: JournalNature, _ language: Language = .en) throws -> CouncilText {
        let loader = ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources"))
        let (reference, policy) = (try loader.core(), try loader.policy())
        var build = EntryBuilder(station: "c")
        let picture = Picture.folding(
            CouncilSample.facts.enumerated().map { index, fact in
                let at = Instant(year: 2026, month: 6, day: 1) + .hours(index)
                return build.entry(fact, about: .moment(at), known: at)
            })
        let catalog = try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(
            language)
        let subject = CouncilSubject(
            reading: CouncilReading(
                picture, reference: reference, policy: policy,
                now: Instant(year: 2026, month: 7, day: 1, hour: 9)),
            policy: policy,
            position: JournalPosition(
                journal: JournalIdentity(id: "J1", nature: nature, scenario: "north"), entryCount: 12,
                head: "00ff"))
        return CouncilText(
            subject,
            EntryWords(
                speech: Speech(catalog), names: Names(reference: reference, language: language),
                policy: policy))
    }

    private func documents(_ text: CouncilText) throws -> [String] {
        let board = text.reading.board
        return [
            text.indicators(), text.indicator(try #require(text.reading.indicators.last)),
            text.measures(board.standings), text.measure(board.standings[3]), text.decisions(openOnly: false),
            text.calendar(from: nil, to: nil), text.sources(),
        ]
    }

    @Test func `what is drawn from an exercise begins and ends with its mark, live documents have none`()
        throws
    {
        for document in try documents(try text(.exercise)) {
            let lines = document.split(separator: "\n").map(String.init)
            #expect(lines.first == "*** EXERCISE · north · EXERCISE ***", "\(lines.first ?? "")")
            #expect(lines.last == lines.first)
        }
        for document in try documents(try text(.live)) { #expect(!document.contains("***")) }
    }

    @Test func `every document says where in the journal it was drawn, in three languages`() throws {
        for language in Language.allCases {
            for document in try documents(try text(.live, language)) {
                #expect(document.contains("J1") && document.contains("00ff"))
                // A key without words would be printed as itself.
                #expect(!document.contains("council."))
            }
        }
    }

    @Test func `an exercise's calendar is told from the live one by its name, texts and UIDs`() throws {
        func file(_ nature: JournalNature) throws -> String {
            try text(nature).iCalendar(from: nil, to: nil, reminderDays: 7).replacing("\r\n ", with: "")
        }
        let live = try file(.live)
        let drill = try file(.exercise)
        let uids = { (text: String) in
            Set(text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") })
        }
        #expect(uids(live).count == 213 && uids(live).isDisjoint(with: uids(drill)))
        #expect(
            drill.components(separatedBy: "\r\n").filter { $0.hasPrefix("SUMMARY") }.allSatisfy {
                $0.contains("EXERCISE")
            })
        #expect(!live.contains("EXERCISE"))
        // Done things ring no more: measure 1 is done, measure 9 of December cannot be.
        #expect(live.components(separatedBy: "BEGIN:VALARM").count - 1 == 213 - 2)
    }

    @Test func `the register reads as it was decided`() throws {
        let lines = try text(.live).decisions(openOnly: false).components(separatedBy: "\n")
        #expect(lines.contains("target-14 · decided"))
        #expect(lines.contains("  Decision No. 3 of 2026-06-25: The plan's series holds"))
        #expect(lines.contains("  1. MLSP: correct the reports · 2026-10-01 · moved to 2026-10-01"))
    }

    @Test func `JSON says the same of a measure as the text`() throws {
        let text = try text(.live)
        let json = try CouncilJSON.measures([text.reading.board.standings[3]], text.subject).text()
        #expect(json.contains("\"phase\" : \"rescheduled\"") && json.contains("\"due\" : \"2027-03-31\""))
        #expect(json.contains("\"exercise\" : false"))
    }
}
