import Language
import Situation
import Wording

/// An activity log after form ICS-214 of the US Incident Command System: who did what and when, over one operational
/// period; for one person or for everybody who wrote.
public struct ActivityLog: Sendable {
    /// Field 1.
    public let incident: String
    /// Field 2.
    public let period: Period
    /// Field 3; `nil` for the log of the whole seat.
    public let person: PersonName?
    /// Field 5.
    public let agency: String
    /// Field 7, the oldest first.
    public let lines: [DutyLogLine]
    /// As what each person was signed on, for fields 4, 6 and 8.
    public let roles: [PersonName: Role]
    /// Field 8.
    public let preparedBy: PersonName
    public let preparedAt: Instant
    public let position: JournalPosition

    public init(
        incident: String, period: Period, person: PersonName?, agency: String, lines: [DutyLogLine],
        roles: [PersonName: Role], preparedBy: PersonName, preparedAt: Instant, position: JournalPosition
    ) {
        self.incident = incident
        self.period = period
        self.person = person
        self.agency = agency
        self.lines = lines
        self.roles = roles
        self.preparedBy = preparedBy
        self.preparedAt = preparedAt
        self.position = position
    }

    /// The form as plain text.
    public func text(_ words: EntryWords) -> String { document(words).text }

    /// The form as one HTML file that prints on A4.
    public func html(_ words: EntryWords) -> String {
        document(words).html(language: words.speech.language.rawValue)
    }
}

extension ActivityLog {
    private func document(_ words: EntryWords) -> PrintedDocument {
        let speech = words.speech
        func fact(_ key: String, _ value: String) -> PrintedDocument.Fact {
            PrintedDocument.Fact(label: speech("watch.ics214.\(key)"), value: value)
        }
        let prepared = "\(preparedBy), \(position(of: preparedBy, speech)), \(speech.moment(preparedAt))"
        var sections: [PrintedDocument.Section] = []
        if person == nil { sections.append(resources(speech)) }
        sections.append(activities(words))
        return PrintedDocument(
            title: speech("watch.ics214.title"), mark: position.mark(speech),
            facts: [
                fact("incident", incident),
                fact("period", "\(speech.moment(period.from)) – \(speech.moment(period.to)) (UTC+5)"),
                fact("name", person?.rawValue ?? speech("watch.ics214.everybody")),
                fact("position", person.map { position(of: $0, speech) } ?? Speech.none),
                fact("agency", agency.isEmpty ? Speech.none : agency), fact("prepared", prepared),
            ], sections: sections, signatures: [speech("watch.ics214.signature")],
            foot: position.foot(speech))
    }

    private func position(of person: PersonName, _ speech: Speech) -> String {
        roles[person].map { speech("watch.role.\($0.rawValue)") } ?? Speech.none
    }

    /// Field 6: who wrote, and as what.
    private func resources(_ speech: Speech) -> PrintedDocument.Section {
        let people = Set(lines.map(\.entry.author.person)).sorted()
        return PrintedDocument.Section(
            heading: speech("watch.ics214.resources"),
            body: .table(
                ["name-column", "position-column", "agency-column"].map { speech("watch.ics214.\($0)") },
                rows: people.map { [$0.rawValue, position(of: $0, speech), agency.isEmpty ? Speech.none : agency] }))
    }

    /// Field 7.
    private func activities(_ words: EntryWords) -> PrintedDocument.Section {
        let speech = words.speech
        let text = DutyLogText(words: words)
        let rows = lines.map { line in
            let mark = line.significance?.state == .confirmed ? "★ " : ""
            let said = ([mark + words.words(line.entry.fact)] + text.notes(line)).map(DutyLogText.oneLine)
            let author = person == nil ? "\(line.entry.author.person): " : ""
            return [speech.moment(line.entry.known.instant), author + said.joined(separator: " · ")]
        }
        return PrintedDocument.Section(
            heading: speech("watch.ics214.log"),
            body: rows.isEmpty
                ? .lines([speech("watch.log.nothing")])
                : .table(["time-column", "activity-column"].map { speech("watch.ics214.\($0)") }, rows: rows))
    }
}
