import Language
import Situation
import Terminal
import Testing

@testable import Console

/// What holds for every screen at every size.
@Suite struct FrameTests {
    private static let words: [Language: String] = [.kk: "ОҚУ-ЖАТТЫҒУ", .ru: "УЧЕНИЕ", .en: "EXERCISE"]

    @Test(
        "the first and the last line of every screen of an exercise carry its word",
        arguments: ScreenCase.all, Language.allCases)
    func exerciseFrame(_ screen: ScreenCase, _ language: Language) throws {
        let word = try #require(Self.words[language])
        var sitting = try Sitting(nature: .exercise, language: language)
        try screen.open(&sitting)
        for size in [(200, 60), (120, 40), (80, 24), (60, 16), (40, 10), (30, 3)] {
            sitting.resize(size.0, size.1)
            let frame = sitting.frame
            for row in [0, size.1 - 1] {
                #expect(frame.lines[row].contains(word), "\(size) line \(row): \(frame.lines[row])")
                let framed = frame.row(row).filter { $0.style.role == .exercise }.map(\.text).joined()
                #expect(framed.contains(word), "the word is not in the look of exercises")
            }
        }
    }

    @Test("a live screen never shows the word of exercises", arguments: ScreenCase.all)
    func liveFrame(_ screen: ScreenCase) throws {
        var sitting = try Sitting()
        try screen.open(&sitting)
        #expect(!sitting.text.contains("ОҚУ-ЖАТТЫҒУ"))
    }

    @Test("every screen stands any size", arguments: ScreenCase.all)
    func anySize(_ screen: ScreenCase) throws {
        var sitting = try Sitting()
        try screen.open(&sitting)
        for columns in [0, 1, 2, 7, 20, 59, 60, 61, 79, 109, 110, 149, 150, 151, 300] {
            for rows in [0, 1, 2, 5, 15, 16, 17, 23, 33, 34, 70] {
                sitting.resize(columns, rows)
                #expect(sitting.frame.size == Size(columns: columns, rows: rows))
            }
        }
    }

    @Test("below the smallest size the screen says which one is needed")
    func tooSmall() throws {
        var sitting = try Sitting(language: .en)
        sitting.resize(50, 12)
        #expect(sitting.text.contains("60×16"))
        #expect(sitting.text.contains("50×12"))
        sitting.resize(60, 16)
        #expect(sitting.text.contains("BORDER SECTIONS"))
    }

    @Test("the footer lists only keys that work now")
    func footer() throws {
        var sitting = try Sitting(language: .en)
        let live = try #require(sitting.lines.last)
        #expect(live.contains("n note"))
        #expect(!live.contains("Esc back"))
        sitting.press(.character("2"))
        #expect(try #require(sitting.lines.last).contains("Esc back"))
        let past = try Sitting(
            language: .en, past: PastMoment(asKnownAt: Instant(year: 2026, month: 11, day: 22)))
        #expect(!(try #require(past.lines.last).contains("n note")))
    }

    @Test("data from outside cannot move the cursor or change a colour")
    func controlCharacters() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("n"))
        sitting.press(.paste("\u{1B}[31mred\u{7}\u{9B}2J"))
        for row in 0..<sitting.frame.size.rows {
            for cell in sitting.frame.row(row) {
                for scalar in cell.text.unicodeScalars {
                    #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
                }
            }
        }
    }
}
