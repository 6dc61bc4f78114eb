import Situation
import Wording

/// Where in which journal a document was drawn: what a printed page can be held against.
public struct JournalPosition: Sendable {
    public let journal: JournalIdentity
    /// How many entries there were.
    public let entryCount: Int
    /// The hash of the last one, as hexadecimal digits.
    public let head: String

    public init(journal: JournalIdentity, entryCount: Int, head: String) {
        self.journal = journal
        self.entryCount = entryCount
        self.head = head
    }

    /// The mark of an exercise; `nil` for the live watch.
    func mark(_ speech: Speech) -> String? {
        guard journal.nature == .exercise else { return nil }
        let word = speech("program.exercise")
        return "\(word) · \(journal.scenario ?? journal.id) · \(word)"
    }

    func foot(_ speech: Speech) -> String {
        speech(
            "watch.print.position",
            ["journal": .text(journal.id), "count": .number(entryCount), "hash": .text(head)])
    }
}
