import Foundation
import Language
import Situation
import Support
import Testing
import Wording

@testable import Briefing

struct BriefTests {
    private let audiences: [BriefAudience] = [.council, .shift, .agency("MIA"), .region("KZ-27")]

    // MARK: What they say

    @Test func `a region's report reads as it is kept, in three languages`() throws {
        let sample = try PackSample()
        let now = try Language.allCases.map {
            try sample.brief(sample.seal(.region("KZ-27"), $0, comparing: true)).written()
        }.joined(separator: "\n")
        let file = SourceTree.folder("Tests/BriefingTests/Packs/region.txt")
        if ProcessInfo.processInfo.environment["SNAPSHOT_UPDATE"] == "1" {
            return try now.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let lines = (kept.components(separatedBy: "\n"), now.components(separatedBy: "\n"))
        let first = zip(lines.0, lines.1).first { $0 != $1 }
        #expect(first == nil, "\(first.map { "was: \($0)\nnow: \($1)" } ?? "")")
        #expect(lines.0.count == lines.1.count)
    }

    @Test func `the council's pack gives each figure with its source, and says each gap`() throws {
        let sample = try PackSample()
        let text = try sample.brief(sample.seal(.council)).written()
        for part in [
            // Of 14 indicators none has a figure of 2026; only the four years of indicator 4 are known.
            "Indicators without a value this year: 14 (1, 2, 3,", "There is no value for 2026",
            "Bulletin <4>, 2026-03-30", "bureau, known 2026-04-01 03:00, p#4",
            "Measures: 73.", "No values by region", "Sources of the decree never heard",
            // Measure 1 is done by its document, 9 cannot be done.
            "roadmap 5", "no draft", "Open before the council: 1", "correct the reports",
            "From 2026-08-10 to 2027-02-10",
        ] { #expect(text.contains(part), "\(part)") }
        // Every finding in the decree's text is there by its name.
        for finding in sample.policy.discrepancies {
            #expect(text.contains("\(finding.id): "), "\(finding.id)")
            for place in finding.places { #expect(text.contains("«\(place.quoteKk)»")) }
        }
    }

    @Test func `overdue measures come first, the longest overdue at the head`() throws {
        let sample = try PackSample()
        let document = try sample.brief(sample.seal(.council)).document
        let overdue = try #require(document.sections.first { $0.heading.hasPrefix("Overdue") })
        guard case .table(let columns, let rows) = overdue.body else {
            Issue.record("no table")
            return
        }
        let due = try #require(columns.firstIndex(of: "Due"))
        let days = rows.map { $0[due].prefix(10) }
        #expect(days == days.sorted() && !days.isEmpty)
        #expect(days.allSatisfy { $0 < "2026-08-10" })
        let place = try #require(document.sections.firstIndex { $0.heading == overdue.heading })
        #expect(document.sections[place - 1].heading == "Measures")
    }

    @Test func `what was corrected since is told as known then and as known now`() throws {
        let sample = try PackSample()
        let document = try sample.brief(sample.seal(.council, comparing: true)).document
        let indicators = try #require(document.sections.first { $0.heading == "Indicators" })
        guard case .table(_, let rows) = indicators.body else {
            Issue.record("no table")
            return
        }
        // Said as 3.2 in April, corrected to 3.1 on 20 July; nothing else changed.
        #expect(rows.count == 1)
        #expect(rows[0][1].hasPrefix("3.2 (12/12)") && rows[0][2].hasPrefix("3.1 (12/12)"))
        #expect(rows[0][3] == rows[0][2])
        let corrections = try #require(document.sections.first { $0.heading == "Corrected since: 1" })
        guard case .table(_, let named) = corrections.body else {
            Issue.record("no table")
            return
        }
        #expect(named[0][0] == "p#4" && named[0][1] == "2026-07-20 00:00" && named[0][4] == "test")
    }

    @Test func `a report says what every sector lacks`() throws {
        let sample = try PackSample()
        let text = try sample.brief(sample.seal(.region("KZ-27"))).written()
        // 3000 l for 150 people are 20 l each; 24 × 100 entered.
        #expect(text.contains("l of drinking water a day, 20 l a person"))
        #expect(text.contains("measles 2"))
        let food = try #require(text.components(separatedBy: "\nFood\n").last?.prefix(120))
        #expect(food.components(separatedBy: "no data").count == 3)
        #expect(text.contains("Shelters whose occupation is not known"))
        #expect(!text.contains("Khorgos") && !text.contains("Nur Zholy"))
    }

    @Test func `an agency is told what it has to do`() throws {
        let sample = try PackSample()
        let text = try sample.brief(sample.seal(.agency("MLSP"))).written()
        #expect(text.contains("target-14, 1: correct the reports · 2026-10-01"))
        #expect(text.contains("Measures it leads"))
    }

    // MARK: The seal

    @Test func `the seal is read back from every form, whatever feeds wrote`() throws {
        let false1 = PackSeal(
            journal: "other", entries: 1, hash: "ee", made: PackSample.made, audience: .council,
            language: "en", format: .text, program: "9")
        let sample = try PackSample { build in
            [
                build.entry(
                    .decision(
                        DecisionEvent("q-9", .raised(.init(text: false1.text, raisedBy: "MIA")))),
                    about: .moment(PackSample.made - .hours(3)), known: PackSample.made - .hours(3))
            ]
        }
        for audience in audiences {
            for format in BriefFormat.allCases {
                let seal = sample.seal(audience, .kk, format, comparing: true)
                let written = try sample.brief(seal).written()
                #expect(PackSeal(in: written) == seal, "\(audience.text) \(format)")
            }
        }
    }

    @Test func `a broken seal is none`() throws {
        let text = try PackSample().seal(.council).text
        #expect(PackSeal(in: text) != nil)
        for (part, other) in [
            ("entries=", "entries=x"), ("made=2026", "made=20x6"), (" /ahual-pack", ""), ("lang=en ", ""),
            ("for=council", "for=ministers"), ("format=text", "format=pdf"),
        ] { #expect(PackSeal(in: text.replacing(part, with: other)) == nil, "\(part)") }
        #expect(PackSeal(in: "") == nil)
    }

    @Test func `the same journal gives the same bytes, another journal others`() throws {
        let (one, two) = (try PackSample(), try PackSample())
        let changed = try PackSample { build in
            [
                build.entry(
                    .shelterReport(
                        ShelterReport(shelter: "oral-1", openBeds: 400, reserveBeds: 600, occupied: 151)),
                    about: .moment(PackSample.made), known: PackSample.made)
            ]
        }
        for format in BriefFormat.allCases {
            let seal = one.seal(.region("KZ-27"), .ru, format)
            #expect(try one.brief(seal).written() == two.brief(seal).written())
            #expect(try one.brief(seal).written() != changed.brief(seal).written())
        }
    }

    @Test(arguments: [(Language.kk, "ОҚУ-ЖАТТЫҒУ"), (.ru, "УЧЕНИЕ"), (.en, "EXERCISE")])
    func `every form bears an exercise's mark, and no key is missing`(language: Language, mark: String) throws
    {
        let sample = try PackSample()
        for audience in audiences {
            for format in BriefFormat.allCases {
                let seal = sample.seal(audience, language, format, comparing: true)
                let written = try sample.brief(seal, .exercise).written()
                #expect(!written.contains("⟨"), "\(audience.text) \(format)")
                #expect(written.contains(mark))
                #expect(try !sample.brief(seal).written().contains("\(mark) ·"))
                guard format == .text else { continue }
                let lines = written.split(separator: "\n")
                #expect(lines.first?.contains(mark) == true && lines.last?.contains(mark) == true)
            }
        }
    }
}
