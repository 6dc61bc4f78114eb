/// Which command key was meant when the keyboard stood in the Kazakh or the Russian layout.
///
/// A terminal sends the character, not the key: with the Kazakh layout the key `j` arrives as `о`. Ask here
/// on the way to a command only, never for text that is typed.
///
/// Source: xkeyboard-config, `symbols/kz` (basic, after RST KazSSR 903-90) and `symbols/ru` (winkeys).
public enum KeyboardLayout {
    /// One row of keys as each layout labels it; characters at the same place are on the same key.
    struct Row {
        let english, kazakh, russian: String
    }

    static let rows = [
        Row(english: "`1234567890-=", kazakh: "(\"әіңғ,.үұқөһ", russian: "ё1234567890-="),
        Row(english: "~!@#$%^&*()_+", kazakh: ")!ӘІҢҒ;:ҮҰҚӨҺ", russian: "Ё!\"№;%:?*()_+"),
        Row(english: "qwertyuiop[]\\", kazakh: "йцукенгшщзхъ\\", russian: "йцукенгшщзхъ\\"),
        Row(english: "QWERTYUIOP{}|", kazakh: "ЙЦУКЕНГШЩЗХЪ/", russian: "ЙЦУКЕНГШЩЗХЪ/"),
        Row(english: "asdfghjkl;'", kazakh: "фывапролджэ", russian: "фывапролджэ"),
        Row(english: "ASDFGHJKL:\"", kazakh: "ФЫВАПРОЛДЖЭ", russian: "ФЫВАПРОЛДЖЭ"),
        Row(english: "zxcvbnm,./", kazakh: "ячсмитьбю№", russian: "ячсмитьбю."),
        Row(english: "ZXCVBNM<>?", kazakh: "ЯЧСМИТЬБЮ?", russian: "ЯЧСМИТЬБЮ,"),
    ]

    /// Where the layouts disagree and one key was chosen.
    ///
    /// `№` is the key `/` in the Kazakh layout and Shift+3 in the Russian one: `/` is worth more than `#`, to
    /// which nothing is bound.
    static let chosen: [Character: Character] = ["№": "/"]

    /// Characters no command may be bound to: some layout cannot type them, or means another key by them.
    ///
    /// `.` and `,` are 7 and 6 in the Kazakh layout and the key `/` in the Russian one; 6 and 7 cannot be
    /// typed in the Kazakh layout; `#` arrives as `№` from the Russian one.
    public static let unbindable: Set<Character> = [".", ",", "6", "7", "#"]

    /// The same key's character in the English layout; ASCII passes unchanged, nil for what no key gives.
    public static func commandCharacter(for typed: Character) -> Character? {
        typed.isASCII ? typed : table[typed]
    }

    /// All meanings each non-ASCII character has in the layouts.
    static let meanings: [Character: Set<Character>] = {
        var found: [Character: Set<Character>] = [:]
        for row in rows {
            for layout in [row.kazakh, row.russian] {
                for (key, typed) in zip(row.english, layout) where !typed.isASCII {
                    found[typed, default: []].insert(key)
                }
            }
        }
        return found
    }()

    /// Characters with one meaning, and those that were decided.
    private static let table: [Character: Character] =
        meanings.compactMapValues { $0.count == 1 ? $0.first : nil }
        .merging(chosen) { _, decided in decided }
}
