import Language
import Situation
import Wording

/// The duty log as plain text, the newest line first.
public struct DutyLogText {
    private let words: EntryWords
    private var speech: Speech { words.speech }

    public init(words: EntryWords) { self.words = words }

    /// The whole text, a line an element. What is drawn from an exercise begins and ends with its mark.
    public func lines(_ log: [DutyLogLine], of journal: JournalIdentity) -> [String] {
        let position = JournalPosition(journal: journal, entryCount: 0, head: "")
        let frame = position.mark(speech).map { ["*** \($0) ***"] } ?? []
        guard !log.isEmpty else { return frame + [speech("watch.log.nothing")] + frame }
        return frame + log.flatMap(lines) + frame
    }

    private func lines(_ line: DutyLogLine) -> [String] {
        let entry = line.entry
        let mark = line.significance?.state == .confirmed ? "★ " : ""
        let main = [
            speech.moment(entry.known.instant), words.kind(entry.fact), author(entry),
            mark + words.words(entry.fact), "[\(entry.id)]",
        ].map(Self.oneLine).joined(separator: "  ")
        return [main] + notes(line).map { "    " + Self.oneLine($0) }
    }

    private func author(_ entry: Entry) -> String {
        entry.source.caller.map {
            speech("watch.log.by-telephone", ["person": .text(entry.author.person.rawValue), "caller": .text($0)])
        } ?? entry.author.person.rawValue
    }

    /// What stands under a line: its original, its corrections, its promotion.
    func notes(_ line: DutyLogLine) -> [String] {
        var notes: [String] = []
        if let original = line.original {
            notes.append(
                speech(
                    "watch.log.instead-of",
                    ["entry": .text(original.id.description), "words": .text(words.words(original.fact))]))
        }
        for correction in line.corrections {
            notes.append(
                speech(
                    "watch.log.corrected",
                    [
                        "entry": .text(correction.id.description),
                        "person": .text(correction.author.person.rawValue),
                        "time": .text(speech.moment(correction.known.instant)),
                        "words": .text(words.words(correction.fact)),
                    ]))
        }
        if let record = line.significance { notes.append(promotion(record)) }
        return notes
    }

    private func promotion(_ record: SignificanceRecord) -> String {
        let first: Phrase.Argument = .text(record.proposed?.by.person.rawValue ?? Speech.none)
        let second: Phrase.Argument = .text(record.decided?.by.person.rawValue ?? Speech.none)
        let reason: Phrase.Argument = .text(record.proposed?.reason ?? "")
        return switch record.state {
        case .proposed: speech("watch.log.proposed", ["first": first, "reason": reason])
        case .confirmed:
            speech("watch.log.confirmed", ["first": first, "second": second, "reason": reason])
        case .declined:
            speech("watch.log.declined", ["second": second, "reason": .text(record.decided?.reason ?? "")])
        }
    }

    /// One line of the log is one line of text: a line break in a note must not look like a line of its own.
    static func oneLine(_ text: String) -> String {
        text.replacing("\r\n", with: "␍␊").replacing("\n", with: "␊").replacing("\t", with: "␉")
    }
}
