/// A line of text being typed: a value that editing keys change. It shows nothing by itself.
public struct TextField: Hashable, Sendable {
    private var characters: [Character]
    /// How many characters stand before the cursor.
    public private(set) var cursor: Int

    /// A line with the cursor at its end.
    public init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    /// All of the line.
    public var text: String { String(characters) }
    /// Whether nothing was typed.
    public var isEmpty: Bool { characters.isEmpty }
    /// What stands before the cursor.
    public var textBeforeCursor: String { String(characters[..<cursor]) }

    /// Inserts text at the cursor. Line ends and tabs become blanks; other controls are left out.
    public mutating func insert(_ text: String) {
        let before = textBeforeCursor + Self.oneLine(text)
        let rest = String(characters[cursor...])
        characters = Array(before + rest)
        // A combining mark joins the character before it, so characters are counted again.
        cursor = min(Array(before).count, characters.count)
    }

    /// Takes away the character before the cursor.
    public mutating func backspace() {
        guard cursor > 0 else { return }
        characters.remove(at: cursor - 1)
        cursor -= 1
    }

    /// Takes away the character under the cursor.
    public mutating func delete() {
        if cursor < characters.count { characters.remove(at: cursor) }
    }

    /// Takes away the word before the cursor and the blanks after it (Ctrl-W).
    public mutating func deleteWord() {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    /// Takes away everything before the cursor (Ctrl-U).
    public mutating func deleteToStart() {
        characters.removeSubrange(..<cursor)
        cursor = 0
    }

    /// Takes away everything from the cursor on (Ctrl-K).
    public mutating func deleteToEnd() { characters.removeSubrange(cursor...) }

    /// Moves the cursor before the character at its left.
    public mutating func moveLeft() { cursor = max(0, cursor - 1) }
    /// Moves the cursor behind the character under it.
    public mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
    /// Moves the cursor before the first character.
    public mutating func moveToStart() { cursor = 0 }
    /// Moves the cursor behind the last character.
    public mutating func moveToEnd() { cursor = characters.count }

    private static func oneLine(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": continue
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": scalars.append(" ")
            default: if scalar.properties.generalCategory != .control { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }
}

extension TextField {
    /// Does what an editing key does.
    /// - Returns: false for a key that does not edit, which the caller answers.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let text): insert(text)
        case .backspace, .control("h"): backspace()
        case .delete, .control("d"): delete()
        case .left, .control("b"): moveLeft()
        case .right, .control("f"): moveRight()
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        case .control("w"): deleteWord()
        case .control("u"): deleteToStart()
        case .control("k"): deleteToEnd()
        default: return false
        }
        return true
    }
}
