import Terminal
import Testing

@Suite struct TextWidthTests {
    @Test(arguments: Array("ӘәҒғҚқҢңӨөҰұҮүҺһІі№ё"))
    func `letters of Kazakh and Russian take one cell`(letter: Character) {
        #expect(TextWidth.of(String(letter)) == 1)
    }

    @Test func `wide characters take two cells, combining marks none`() {
        #expect(TextWidth.of("日本") == 4)
        #expect(TextWidth.of("e\u{301}") == 1)
        #expect(TextWidth.of("и\u{306}") == 1)
        #expect(TextWidth.of("\u{301}") == 1)  // a mark alone stands on a blank
        #expect(TextWidth.of("") == 0)
    }

    @Test(arguments: [
        "\u{1B}", "\u{7}", "\n", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}",
    ])
    func `a control takes the one cell of its symbol`(control: String) {
        #expect(TextWidth.of(control) == 1)
    }

    @Test func `truncating counts cells and never splits a wide character`() {
        #expect(TextWidth.truncate("Қорғас бекеті", to: 7) == "Қорғас…")
        #expect(TextWidth.truncate("Қорғас", to: 6) == "Қорғас")
        #expect(TextWidth.truncate("日本語", to: 4) == "日…")  // 2 + 1: the next one would be the fifth cell
        #expect(TextWidth.truncate("日本", to: 1) == "…")
        #expect(TextWidth.truncate("abc", to: 0) == "")
        #expect(TextWidth.truncate("abc", to: -1) == "")
    }

    @Test func `padding fills to the width exactly`() {
        #expect(TextWidth.pad("日", to: 4) == "日  ")
        #expect(TextWidth.pad("日", to: 4, alignment: .right) == "  日")
        #expect(TextWidth.pad("аб", to: 5, alignment: .centre) == " аб  ")
        #expect(TextWidth.of(TextWidth.pad("日本語", to: 4)) == 4)
    }

    @Test func `wrapping breaks at blanks, cuts long words, keeps line ends`() {
        #expect(TextWrap.lines(of: "бір екі үш", width: 7) == ["бір екі", "үш"])
        #expect(TextWrap.lines(of: "abcdefg hi", width: 3) == ["abc", "def", "g", "hi"])
        #expect(TextWrap.lines(of: "a\n\nb", width: 5) == ["a", "", "b"])
        #expect(TextWrap.lines(of: "日本語", width: 3) == ["日", "本", "語"])
        #expect(TextWrap.lines(of: "日", width: 1) == ["日"])  // nothing narrower can hold it
        #expect(TextWrap.lines(of: "abc", width: 0).isEmpty)
    }
}
