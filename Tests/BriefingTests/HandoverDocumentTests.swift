import Language
import Reference
import Situation
import Support
import Testing
import Watch
import Wording

@testable import Briefing

struct HandoverDocumentTests {
    /// A shift in which everything happened that can, with a handover half done.
    private func document(_ nature: JournalNature) throws -> (HandoverDocument, Reference) {
        let reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        var build = EntryBuilder(station: "w")
        var facts = WatchSample.facts.filter { if case .shift = $0 { false } else { true } }
        facts.insert(.shift(ShiftEvent("duty-officer", .signedOn("Aliya", .dutyOfficer, .pin))), at: 0)
        var entries = facts.enumerated().map { index, fact in
            build.entry(fact, about: .moment(.at(8, index)), known: .at(8, index))
        }
        entries.append(
            build.entry(
                .checkpointState(CheckpointState(checkpoint: "syrym", status: .closed)),
                about: .moment(.at(9)),
                known: .at(9)))
        entries.append(
            build.entry(
                .level(LevelEvent("ru-west", .proposed(.critical, because: []))), about: .moment(.at(9)),
                known: .at(9, 1)))
        var picture = Picture.folding(entries)
        func reading(_ now: Instant) -> SituationReading {
            SituationReading(picture, places: reference.places, targets: [], now: now)
        }
        let first = HandoverDraft(picture, reading: reading(.at(10)), seat: "duty-officer", now: .at(10))
        let item = try #require(first.items.first)
        let last = try #require(first.items.last)
        let changes: [ShiftEvent.Change] = [
            .handoverBegun(
                first.handover(to: "Dina", words: "Watch Syrym.\nCall Oral.", entryCount: 41, head: "00ff")),
            .itemAccepted(item.id), .itemReturned(last.id, question: "since when?"),
        ]
        for change in changes {
            picture.apply(
                build.entry(
                    .shift(ShiftEvent("duty-officer", change)), about: .moment(.at(10)), known: .at(10)))
        }
        let document = HandoverDocument(
            draft: HandoverDraft(
                picture, reading: reading(.at(10)), seat: "duty-officer", now: .at(10),
                counts: ["note": 3, "alarm": 11]),
            picture: picture, reading: reading(.at(10)),
            progress: picture.watch.seats["duty-officer"]?.handover, closing: nil,
            position: JournalPosition(
                journal: JournalIdentity(id: "j-1", nature: nature, scenario: "northern-wave"),
                entryCount: 41,
                head: "00ff"))
        return (document, reference)
    }

    private func text(_ language: Language, _ nature: JournalNature = .live, html: Bool = false) throws
        -> String
    {
        let (document, reference) = try document(nature)
        let catalog = try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(
            language)
        let words = EntryWords(
            speech: Speech(catalog), names: Names(reference: reference, language: language))
        return html ? document.html(words) : document.text(words)
    }

    @Test func `the document says what is open, who accepted it, and where the journal stood`() throws {
        let text = try text(.en)
        for part in [
            "HANDOVER OF THE SHIFT", "Watch Syrym.", "Call Oral.", "since when?", "accepted", "OPEN",
            "Entries: alarm", "closed", "head 00ff", "entries: 41", "CRITICAL proposed",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test(arguments: Language.allCases)
    func `no key is missing in any language, as text or as HTML`(language: Language) throws {
        #expect(try !text(language).contains("⟨"))
        let html = try text(language, .exercise, html: true)
        #expect(!html.contains("⟨"))
        #expect(html.components(separatedBy: "<div class=\"mark\">").count == 3)
    }
}
