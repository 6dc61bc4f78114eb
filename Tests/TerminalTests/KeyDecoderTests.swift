import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
    /// The keys of one read: scalars as ncurses hands them out, then nothing more.
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        let decoded = text.unicodeScalars.flatMap { decoder.decode(.scalar($0.value)) }
        return decoded + decoder.endOfInput()
    }

    @Test func `controls are the keys that send them`() {
        #expect(keys("\r\n\t\u{7F}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace])
        #expect(keys("\u{1}\u{1A}\u{0}") == [.control("a"), .control("z"), .control(" ")])
        #expect(keys("қ") == [.character("қ")])
        #expect(keys("\u{9B}") == [])
    }

    @Test func `an escape alone is the key, before a letter too`() {
        #expect(keys("\u{1B}") == [.escape])
        #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
        #expect(keys("\u{1B}j") == [.escape, .character("j")])
    }

    @Test func `an unknown sequence runs no command`() {
        #expect(keys("\u{1B}[99;5~j") == [.character("j")])
        #expect(keys("\u{1B}[27;5;9~") == [])
        #expect(keys("\u{1B}Oqx") == [.character("x")])
        #expect(keys("\u{1B}[1;5\u{1B}") == [.escape])
    }

    @Test func `a sequence may come in two reads`() {
        var decoder = KeyDecoder()
        let first =
            "\u{1B}[99".unicodeScalars.flatMap { decoder.decode(.scalar($0.value)) } + decoder.endOfInput()
        let second =
            ";5~q".unicodeScalars.flatMap { decoder.decode(.scalar($0.value)) } + decoder.endOfInput()
        #expect(first == [])
        #expect(second == [.character("q")])
    }

    @Test func `pasted text is one key, whatever is in it`() {
        var decoder = KeyDecoder()
        var told = decoder.decode(.pasteBegin)
        for scalar in "qй\r".unicodeScalars { told += decoder.decode(.scalar(scalar.value)) }
        told += decoder.endOfInput()
        told += decoder.decode(.scalar(0x78))
        #expect(told == [])
        told += decoder.decode(.pasteEnd)
        told += decoder.decode(.scalar(0x71))
        #expect(told == [.paste("qй\nx"), .character("q")])
    }

    @Test func `an escape ends a paste whose end was lost`() {
        var decoder = KeyDecoder()
        var told = decoder.decode(.pasteBegin)
        for value: UInt32 in [0x61, 0x1B, 0x71] { told += decoder.decode(.scalar(value)) }
        #expect(told == [.paste("a"), .character("q")])
    }

    @Test func `two quick presses on one cell are a double press, a third is not`() {
        var presses = DoublePress()
        let start = ContinuousClock.now
        // Milliseconds and columns: within 400 on one cell; the third begins anew; another cell; too late.
        let told = [(0, 3), (400, 3), (500, 3), (550, 9), (951, 9)].map { time, x in
            presses.tell(Mouse(x: x, y: 4, kind: .press), at: start + .milliseconds(time)).kind
        }
        #expect(told == [.press, .double, .press, .press, .press])
    }
}
