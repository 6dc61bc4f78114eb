/// The columns in which planners keep a master scenario events list, in their order.
public enum EventsListColumn: String, CaseIterable, Hashable, Sendable {
    case number, id
    /// `T+5m`, `by_hand`, or the state as the file writes it; empty for a contingency inject.
    case time
    case from, to, means
    case textKK = "text_kk"
    case textRU = "text_ru"
    case textEN = "text_en"
    /// One act on a line, as the file writes it; the lines of the next two columns belong to it.
    case expected
    case within, objective
    /// The inject whose miss sends this one.
    case contingency
    /// Ids with spaces between them.
    case after
    case change, report
    case notesKK = "notes_kk"
    case notesRU = "notes_ru"
    case notesEN = "notes_en"

    /// Without these no row can be told from another.
    static let needed: [EventsListColumn] = [.id]

    static let texts: [(column: EventsListColumn, language: PlanText.Language)] = [
        (.textKK, .kk), (.textRU, .ru), (.textEN, .en),
    ]
    static let notes: [(column: EventsListColumn, language: PlanText.Language)] = [
        (.notesKK, .kk), (.notesRU, .ru), (.notesEN, .en),
    ]
}

/// A master scenario events list as CSV after RFC 4180.
public enum EventsListText {
    /// The list, with a header and CRLF. It begins with the mark of UTF-8, without which spreadsheets garble Kazakh
    /// letters.
    public static func csv(_ injects: [Inject]) -> String {
        let header = EventsListColumn.allCases.map(\.rawValue)
        let rows = injects.map { inject in EventsListColumn.allCases.map { cell($0, of: inject) } }
        return "\u{FEFF}" + ([header] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// One inject on a line, for a director who reads through the list.
    public static func line(_ inject: Inject, in language: PlanText.Language) -> String {
        let time = inject.isContingency ? InjectWriter.timeLines(inject.when)[0] : time(inject.when)
        let from =
            switch inject.from {
            case .agency(let agency): agency.rawValue
            case .words(let words): words[language]
            }
        let head = [
            String(inject.number), inject.id.rawValue, time.replacing("\n", with: " "), from,
            InjectWriter.receiver(inject.to), inject.means.rawValue,
        ]
        return head.joined(separator: " · ") + "\n    " + inject.text[language]
    }

    private static func cell(_ column: EventsListColumn, of inject: Inject) -> String {
        switch column {
        case .number: String(inject.number)
        case .id: inject.id.rawValue
        case .time: time(inject.when)
        case .from: InjectWriter.sender(inject.from)
        case .to: InjectWriter.receiver(inject.to)
        case .means: inject.means.rawValue
        case .textKK: inject.text.exactly(in: .kk) ?? ""
        case .textRU: inject.text.exactly(in: .ru) ?? ""
        case .textEN: inject.text.exactly(in: .en) ?? ""
        case .expected: inject.expects.map { InjectWriter.act($0.act) }.joined(separator: "\n")
        case .within: inject.expects.map(\.within.written).joined(separator: "\n")
        case .objective: inject.expects.map(\.objective.rawValue).joined(separator: "\n")
        case .contingency: if case .missed(let id) = inject.when { id.rawValue } else { "" }
        case .after: inject.after.map(\.rawValue).joined(separator: " ")
        case .change: inject.change.map(InjectWriter.change) ?? ""
        case .report: inject.report.map(InjectWriter.figure) ?? ""
        case .notesKK: inject.notes?.exactly(in: .kk) ?? ""
        case .notesRU: inject.notes?.exactly(in: .ru) ?? ""
        case .notesEN: inject.notes?.exactly(in: .en) ?? ""
        }
    }

    private static func time(_ when: InjectTime) -> String {
        switch when {
        case .at(let time): InjectWriter.moment(time)
        case .byHand: "by_hand"
        case .missed: ""
        case .state: InjectWriter.timeLines(when).joined(separator: "\n")
        }
    }

    private static func field(_ text: String) -> String {
        // By scalars: as characters, CR and LF together are a third one.
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
