import Council
import Language
import Reference
import Situation
import Wording

/// What documents of the council are made from.
public struct CouncilSubject: Sendable {
    public let reading: CouncilReading
    public let policy: PolicyTables
    public let position: JournalPosition

    public init(reading: CouncilReading, policy: PolicyTables, position: JournalPosition) {
        self.reading = reading
        self.policy = policy
        self.position = position
    }
}

/// The council's documents as text, in a reader's words. Each carries the mark of an exercise and, at its foot, where in
/// the journal it was drawn.
public struct CouncilText: Sendable {
    let subject: CouncilSubject
    let words: EntryWords

    public init(_ subject: CouncilSubject, _ words: EntryWords) {
        self.subject = subject
        self.words = words
    }

    var speech: Speech { words.speech }
    var names: Names { words.names }
    var reading: CouncilReading { subject.reading }

    func document(_ title: String, _ sections: [PrintedDocument.Section]) -> PrintedDocument {
        PrintedDocument(
            title: "\(title) · \(speech.moment(reading.now))", mark: subject.position.mark(speech),
            sections: sections, foot: subject.position.foot(speech))
    }

    func agency(_ key: AgencyKey) -> String { names.agency(key, subject.policy) }

    func agencies(_ responsible: [Responsible]) -> String {
        responsible.map {
            agency($0.agency) + ($0.isByAgreement ? " (\(speech("council.word.by-agreement")))" : "")
        }.joined(separator: ", ")
    }

    func number(_ value: Double?) -> String { speech.decimal(value, digits: 2) }
}
