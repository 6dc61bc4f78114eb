/// The form in which names are compared: two spellings of one name that differ only in case, in the kind of
/// space, hyphen or slash, in quotation marks, or in ё for е have the same key.
///
/// Letters of the Kazakh alphabet stay what they are: `Қ` is not `К`, since `Қарасу` and `Карасу` are listed
/// as two spellings and nothing is guessed beyond the list. Letters in composed and decomposed form are
/// equal, because Swift compares strings so.
struct NameKey: Hashable, Sendable {
    let text: String

    init(_ name: String) {
        var key = ""
        var gap = false
        for character in name.lowercased() {
            if character.isWhitespace || Self.separators.contains(character) {
                gap = !key.isEmpty
            } else if !Self.ignored.contains(character) {
                if gap { key.append(" ") }
                gap = false
                key.append(character == "ё" ? "е" : character)
            }
        }
        text = key
    }

    private static let separators: Set<Character> = ["-", "‐", "‑", "–", "—", "_", "/", "."]
    private static let ignored: Set<Character> = ["\"", "'", "«", "»", "“", "”", "’", "`"]
}
