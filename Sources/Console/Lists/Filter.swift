import Terminal

/// Narrows a list by what was typed: every word must be found, `!` in front turns the sense round.
struct Filter: Sendable {
    private let words: [String]
    private let isInverted: Bool

    init(_ text: String) {
        isInverted = text.hasPrefix("!")
        words = text.drop { $0 == "!" }.lowercased().split(separator: " ").map(String.init)
    }

    init(_ field: TextField) { self.init(field.text) }

    /// Whether it narrows anything.
    var isEmpty: Bool { words.isEmpty }

    /// Whether a row passes of which `text` can be found.
    func passes(_ text: @autoclosure () -> String) -> Bool {
        guard !words.isEmpty else { return true }
        let searched = text().lowercased()
        return words.allSatisfy { searched.contains($0) } != isInverted
    }
}
