import Council
import Language
import Reference
import Situation
import Wording

extension CouncilText {
    /// Measures, a line each.
    public func measures(_ standings: [MeasureStanding]) -> String {
        document(
            speech("council.title.measures", ["count": .number(standings.count)]),
            [
                .init(
                    heading: speech("council.title.all"),
                    body: .table(measureColumns, rows: standings.map(row)))
            ]
        ).text
    }

    /// One measure with all its deadlines and what was said of it.
    public func measure(_ standing: MeasureStanding) -> String {
        let measure = standing.measure
        let facts = [
            speech("council.line.printed", ["text": .text(measure.deadlineText)]),
            speech("council.line.form", ["form": .text(names.text(measure.completion.name))]),
            speech("council.line.responsible", ["agencies": .text(agencies(measure.responsible))]),
            speech(
                "council.line.funding",
                [
                    "volume": .text(measure.funding.volumeText),
                    "source": .text(measure.funding.sourceText ?? Speech.none),
                ]),
        ]
        let columns = ["period", "due", "phase", "left", "other", "said"].map {
            speech("council.column.\($0)")
        }
        let rows = standing.occurrences.map { occurrence in
            [
                occurrence.occurrence.period.description, occurrence.due.description, phase(occurrence),
                occurrence.phase.isPending ? "\(occurrence.daysLeft)" : "", other(occurrence.occurrence),
                occurrence.last.map(said) ?? "",
            ]
        }
        var sections: [PrintedDocument.Section] = [
            .init(heading: speech("council.title.duty"), body: .lines(facts)),
            .init(heading: speech("council.title.deadlines"), body: .table(columns, rows: rows)),
        ]
        if !standing.unplaced.isEmpty {
            sections.append(
                .init(
                    heading: speech("council.title.unplaced"), body: .lines(standing.unplaced.map(said))))
        }
        return document("\(measure.number). \(names.text(measure.name))", sections).text
    }

    var measureColumns: [String] {
        ["number", "due", "phase", "left", "lead", "measure"].map { speech("council.column.\($0)") }
    }

    func row(_ standing: MeasureStanding) -> [String] {
        let current = standing.current
        return [
            "\(standing.id)",
            (current?.due.description ?? Speech.none) + (standing.isAmbiguous ? " ?" : ""),
            current.map(phase) ?? Speech.none,
            current.map { $0.phase.isPending ? "\($0.daysLeft)" : "" } ?? "",
            standing.measure.lead.map(agency) ?? Speech.none, names.text(standing.measure.name),
        ]
    }

    func phase(_ occurrence: OccurrenceStanding) -> String {
        speech(occurrence.isLate ? "council.phase.done-late" : "council.phase.\(occurrence.phase.rawValue)")
    }

    func other(_ occurrence: Occurrence) -> String {
        guard let other = occurrence.other else { return "" }
        return (other.due.map { "\($0): " } ?? "") + speech("council.reading.\(other.reading.rawValue)")
    }

    func said(_ statement: Statement<MeasureState>) -> String {
        let state = statement.body
        return [
            words.words(state.state), state.words, state.evidence.map(words.words), state.agency.map(agency),
            statement.provenance.entry.description,
        ].compactMap(\.self).joined(separator: ", ")
    }
}
