import Terminal
import Testing

@Suite struct TextFieldTests {
    @Test func `typing and editing in the middle`() {
        var field = TextField("Сыым")
        field.moveLeft()
        field.moveLeft()
        field.insert("р")
        #expect(field.text == "Сырым")
        field.delete()
        #expect(field.text == "Сырм")
        field.backspace()
        #expect(field.text == "Сым")
        #expect(field.cursor == 2)
    }

    @Test func `a combining mark joins the letter before it`() {
        var field = TextField("и")
        field.insert("\u{306}")
        #expect(field.text == "й")  // equal by canonical equivalence
        #expect(field.cursor == 1)
        field.backspace()
        #expect(field.isEmpty)
    }

    @Test func `words and halves are deleted`() {
        var field = TextField("бір екі  ")
        field.deleteWord()
        #expect(field.text == "бір ")
        field.deleteToStart()
        #expect(field.isEmpty)
        field.deleteWord()
        field.backspace()
        field.delete()
        #expect(field.isEmpty)
    }

    @Test func `pasted lines become one, controls are left out`() {
        var field = TextField()
        field.insert("a\r\nb\tc\u{1B}[0m\u{7}")
        #expect(field.text == "a b c[0m")
    }

    @Test func `keys that do not edit are left to the caller`() {
        var field = TextField("ab")
        var answers: [Bool] = []
        for key: Key in [.control("a"), .character("ә"), .control("k"), .enter, .escape, .paste("x\ny")] {
            answers.append(field.handle(key))
        }
        #expect(answers == [true, true, true, false, false, true])
        #expect(field.text == "әx y")
    }
}
