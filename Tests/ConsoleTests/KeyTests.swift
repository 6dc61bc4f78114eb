import Language
import Situation
import Terminal
import Testing

@testable import Console

/// Keys by script: what is pressed, and what becomes of the model.
@Suite struct KeyTests {
    /// The same five keys of the keyboard, as the three layouts send them: down, checkpoints, filter, help.
    @Test(
        "commands work in the English, the Kazakh and the Russian layout",
        arguments: [["j", "2", "/", "?"], ["о", "ә", "№", "?"], ["о", "2", "№", "?"]])
    func layouts(_ keys: [String]) throws {
        let typed = keys.compactMap(\.first)
        var sitting = try Sitting()
        let first = sitting.selected
        sitting.press(.character(typed[0]))
        #expect(sitting.selected != first)
        sitting.press(.character(typed[1]))
        #expect(sitting.model.view.destination == .tab(.checkpoints))
        sitting.press(.character(typed[2]))
        #expect(sitting.model.input == .filter)
        sitting.press(.escape, .character(typed[3]))
        guard case .help = sitting.model.overlay else {
            Issue.record("no list of keys")
            return
        }
    }

    @Test("text takes Kazakh letters as they are")
    func literalText() throws {
        var sitting = try Sitting()
        sitting.press(.character("n"))
        sitting.type("Әжім, ОҢҒАР: өтү № 2; ҰҚК-қа һІ. q")
        #expect(sitting.model.note.field.text == "Әжім, ОҢҒАР: өтү № 2; ҰҚК-қа һІ. q")
    }

    @Test("no command is bound to a character some layout cannot type")
    func unbindable() {
        for binding in Bindings.all {
            for case .character(let character) in binding.keys {
                #expect(!KeyboardLayout.unbindable.contains(character), "\(binding.action)")
            }
        }
    }

    @Test("no two commands share a key where both mean something")
    func noClash() throws {
        for screen in ScreenCase.all.prefix(12) {
            var sitting = try Sitting(nature: .exercise)
            try screen.open(&sitting)
            var owner: [Key: Action] = [:]
            for binding in Bindings.offered(in: sitting.model) {
                for key in binding.keys {
                    #expect(owner[key] == nil, "\(key) on \(screen): \(binding.action)")
                    owner[key] = binding.action
                }
            }
        }
    }

    @Test("quitting asks, and only yes quits", arguments: ["y", "н"])
    func quit(_ yes: String) throws {
        var sitting = try Sitting()
        sitting.press(.character("q"), .enter)
        #expect(!sitting.takeEffects().contains(.quit))
        #expect(sitting.model.overlay == nil)
        sitting.press(.character("q"))
        sitting.type(yes)
        #expect(sitting.takeEffects().contains(.quit))
    }

    @Test("Esc never quits and never loses the typed line")
    func escape() throws {
        var sitting = try Sitting()
        sitting.press(.escape, .escape)
        #expect(!sitting.takeEffects().contains(.quit))
        sitting.press(.character("n"))
        sitting.type("жол жабық")
        sitting.press(.escape)
        #expect(sitting.model.input == nil)
        sitting.press(.character("n"))
        #expect(sitting.model.note.field.text == "жол жабық")
    }

    @Test("the list of keys is searched by typing, and Enter runs what is marked")
    func help() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("?"))
        sitting.type("playb")
        sitting.press(.enter)
        #expect(sitting.model.overlay == nil)
        #expect(sitting.model.view.destination == .tab(.playbooks))
    }

    @Test("the list of keys says why a command cannot be done now")
    func reason() throws {
        var sitting = try Sitting(
            language: .en, past: PastMoment(asKnownAt: Instant(year: 2026, month: 11, day: 22)))
        sitting.press(.character("n"))
        #expect(sitting.model.input == nil)
        #expect(sitting.text.contains("Nothing can be written in the past"))
        sitting.press(.character("?"))
        sitting.type("duty log")
        #expect(sitting.text.contains("Nothing can be written in the past"))
        sitting.press(.enter)
        #expect(sitting.model.input == nil)
    }

    @Test("the list of keys finds a command by its key too")
    func helpByKey() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("2"), .character("?"))
        sitting.type("Esc")
        sitting.press(.enter)
        #expect(sitting.model.view.destination == .tab(.overview))
    }

    @Test("the palette leads to a place by its name in any language")
    func palette() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character(":"))
        sitting.type("Сырым")
        sitting.press(.enter)
        #expect(sitting.model.view.destination == .checkpoint("syrym"))
    }

    @Test("the language turns from Kazakh to Russian to English and round")
    func language() throws {
        var sitting = try Sitting()
        var heads: [String] = []
        for _ in 0..<4 {
            heads.append(sitting.lines[0])
            sitting.press(.character("L"))
        }
        #expect(heads[0].contains("Жалпы көрініс"))
        #expect(heads[1].contains("Общая картина"))
        #expect(heads[2].contains("Overview"))
        #expect(heads[3] == heads[0])
    }

    @Test("the documentation names every command with its keys")
    func documentation() throws {
        let text = KeyDocumentation.markdown(try Shipped.catalog(.en))
        for binding in Bindings.all {
            for key in binding.keys { #expect(text.contains("`\(key.label)`")) }
        }
        #expect(text.split(separator: "\n").count == Bindings.all.count + 2)
    }
}
