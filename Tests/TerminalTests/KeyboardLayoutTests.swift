import Testing

@testable import Terminal

@Suite struct KeyboardLayoutTests {
    /// Pairs read off a keyboard, not off the table: the Kazakh layout's keys in the order of the issue.
    @Test(arguments: zip(Array("ойлкшЖ№әіңғүұқӨһ"), Array("jqkri:/2345890_=")))
    func `Kazakh letters mean the key they stand on`(typed: Character, key: Character) {
        #expect(KeyboardLayout.commandCharacter(for: typed) == key)
    }

    @Test(arguments: zip(Array("ойвыёЁХъЭбюПШ"), Array("jqds`~{]\",.GI")))
    func `Russian letters mean the key they stand on`(typed: Character, key: Character) {
        #expect(KeyboardLayout.commandCharacter(for: typed) == key)
    }

    @Test func `ASCII passes unchanged`() {
        for value in UInt8(0)...127 {
            let character = Character(Unicode.Scalar(value))
            #expect(KeyboardLayout.commandCharacter(for: character) == character)
        }
    }

    @Test func `what no key gives means nothing`() {
        for character in Array("日é€ßĞ") { #expect(KeyboardLayout.commandCharacter(for: character) == nil) }
    }

    @Test func `the layouts disagree on one character only, and that is decided`() {
        let ambiguous = KeyboardLayout.meanings.filter { $0.value.count > 1 }
        #expect(ambiguous == ["№": ["/", "#"]])
        #expect(Set(ambiguous.keys) == Set(KeyboardLayout.chosen.keys))
        #expect(KeyboardLayout.commandCharacter(for: "№") == "/")
        #expect(KeyboardLayout.unbindable.contains("#"))
    }

    @Test func `the rows of the layouts are of one length and no key stands twice`() {
        for row in KeyboardLayout.rows {
            #expect(row.english.count == row.kazakh.count)
            #expect(row.english.count == row.russian.count)
        }
        let keys = KeyboardLayout.rows.flatMap { Array($0.english) }
        #expect(keys.count == Set(keys).count)
        #expect(keys.count == 94)  // all printing ASCII characters but the blank
    }

    /// The plain letters and digits a program may bind can all be typed in the Kazakh layout.
    @Test func `every letter and the digits but 1, 6 and 7 can be meant from the Kazakh layout`() {
        let reached = Set(
            KeyboardLayout.rows.flatMap { Array($0.kazakh) }.compactMap(KeyboardLayout.commandCharacter))
        for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ2345890/:?" {
            #expect(reached.contains(letter), "\(letter)")
        }
        #expect(reached.isDisjoint(with: ["1", "6", "7"]))
    }
}
