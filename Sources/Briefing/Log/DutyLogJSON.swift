import Foundation
import Situation
import Wording

/// The duty log for programs: one JSON object a line.
public struct DutyLogJSON {
    private let words: EntryWords
    private let journal: JournalIdentity

    public init(words: EntryWords, journal: JournalIdentity) {
        self.words = words
        self.journal = journal
    }

    /// One line of the log, with a line break behind it.
    public func text(_ line: DutyLogLine) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Row(line, words, journal)), as: UTF8.self) + "\n"
    }

    private struct Row: Encodable {
        let id: String
        let exercise: Bool
        let known: String
        let kind: String
        let person: String
        let seat: String
        let source: String
        let places: [String]
        let words: String
        let corrections: [String]
        let corrects: String?
        let originalWords: String?
        let significance: String?

        init(_ line: DutyLogLine, _ words: EntryWords, _ journal: JournalIdentity) {
            let entry = line.entry
            id = entry.id.description
            exercise = journal.nature == .exercise
            known = entry.known.instant.iso8601
            kind = entry.fact.kindName
            person = entry.author.person.rawValue
            seat = entry.author.seat.rawValue
            source = entry.source.rawValue
            places = entry.fact.searchPlaces
            self.words = words.words(entry.fact)
            corrections = line.corrections.map(\.id.description)
            corrects = line.original?.id.description
            originalWords = line.original.map { words.words($0.fact) }
            significance = line.significance?.state.rawValue
        }
    }
}
