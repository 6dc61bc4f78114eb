import Language
import Situation
import Terminal
import Testing

@testable import Console

/// The duty log's filter: what was typed, and what the journal is asked.
@Suite struct LogFilterTests {
    @Test("words with a colon ask for a kind, a place, a person or a time, in three languages")
    func words() {
        let words = FilterWords(#"kind:note орын:"Сырым өткелі" кто:Сағынов с:22.11 кезек өсті"#)
        #expect(words.text == "кезек өсті")
        #expect(words.asked.map(\.key) == [.kind, .place, .by, .from])
        #expect(words.asked.map(\.value) == ["note", "Сырым өткелі", "Сағынов", "22.11"])
    }

    @Test("a word with an unknown name before its colon is text, and so is a time of day")
    func unknown() {
        #expect(FilterWords("https://x 03:14").text == "https://x 03:14")
        #expect(FilterWords("kind:").asked.isEmpty)
    }

    @Test(
        "moments are read as people write them",
        arguments: [
            ("03:00", Instant(year: 2026, month: 11, day: 23, hour: 3)),
            ("04:00", Instant(year: 2026, month: 11, day: 22, hour: 4)),
            ("22.11", Instant(year: 2026, month: 11, day: 22)),
            ("2025-01-31", Instant(year: 2025, month: 1, day: 31)),
            ("6h", Instant(year: 2026, month: 11, day: 22, hour: 21, minute: 14)),
        ])
    func moments(_ text: String, _ wanted: Instant) {
        let now = Instant(year: 2026, month: 11, day: 23, hour: 3, minute: 14)
        #expect(TypedMoment(now: now).moment(text) == wanted)
    }

    @Test("nonsense is no moment", arguments: ["", "x", "25:00", "99.99", "1-2", "-3h", "h"])
    func noMoment(_ text: String) {
        #expect(TypedMoment(now: Instant(year: 2026, month: 11, day: 23)).moment(text) == nil)
    }

    @Test("the filter asks the whole journal, and what it finds is shown newest first")
    func search() throws {
        var sitting = try WorkNight.sitting()
        sitting.press(.character("8"), .character("/"))
        _ = sitting.takeEffects()
        sitting.type("кезек")
        guard case .searchLog(let query, before: nil)? = sitting.takeEffects().last else {
            Issue.record("the journal was not asked")
            return
        }
        #expect(query.text == "кезек")
        let known = sitting.model.log.entries
        let answer = [known[known.count - 1], known[0]]
        sitting.tell(.logFound(LogQuery(text: "else"), known, isAll: true))
        #expect(sitting.items.count != known.count)
        sitting.tell(.logFound(query, answer, isAll: true))
        #expect(sitting.items == answer.map { .entry($0.id) })
        sitting.press(.escape)
        #expect(sitting.items.count == known.count)
    }
}
