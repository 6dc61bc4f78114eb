import Council
import Language
import Reference
import Situation
import Terminal
import Wording

/// One measure: its duty as printed, every deadline with both readings where the words leave it open, what was said and
/// shown of it, and what is found in the decree's text about it.
struct MeasureDetail {
    let look: Look
    let standing: MeasureStanding

    private var speech: Speech { look.speech }
    private var measure: Measure { standing.measure }

    func laidOut(in area: Rect) -> Page { look.detailPage(duty, course, in: area) }

    var document: Document {
        var all = duty
        all.append(course)
        return all
    }

    // MARK: The duty

    private var duty: Document {
        var document = Document()
        document.text("\(standing.id). \(look.names.text(measure.name))", .heading)
        document.field(
            speech("council.column.phase"), look.mark(standing).appending(" ") + look.phase(standing))
        if let current = standing.current { addDeadline(current, to: &document) }
        document.field(speech("policy.measure.printed"), measure.deadlineText)
        document.field(speech("policy.measure.form"), look.names.text(measure.completion.name))
        document.field(speech("council.column.lead"), measure.lead.map(look.agency) ?? Speech.none)
        document.field(speech("policy.measure.with"), others)
        addFunding(to: &document)
        document.field(speech("policy.measure.direction"), direction)
        for number in measure.indicators {
            document.field(
                speech("policy.measure.indicator"), "\(number). \(look.names.indicator(number))")
        }
        if let note = measure.note { document.field(speech("policy.measure.note"), note, .muted) }
        return document
    }

    /// The day in force, how it was read, and the other reading.
    private func addDeadline(_ current: OccurrenceStanding, to document: inout Document) {
        var day = StyledText(current.due.description)
        if current.phase.isPending { day = day.appending(" · \(look.distance(current.daysLeft))", .muted) }
        document.field(speech("council.column.due"), day)
        let occurrence = current.occurrence
        if current.due != occurrence.due {
            document.field(speech("policy.measure.first-day"), occurrence.due.description, .muted)
        }
        if let reading = occurrence.reading {
            document.field(
                speech("policy.measure.read-as"),
                "\(occurrence.due): \(speech("council.reading.\(reading.rawValue)"))")
        }
        if let other = occurrence.other {
            document.field(
                speech("council.column.other"), StyledText(words(other), .attention))
        }
    }

    private func words(_ other: Occurrence.OtherReading) -> String {
        (other.due.map { "\($0): " } ?? "") + speech("council.reading.\(other.reading.rawValue)")
    }

    /// As printed for readers of Kazakh, else as the printed words were read.
    private func addFunding(to document: inout Document) {
        let funding = measure.funding
        let isPrinted = speech.language == .kk
        let sources = funding.sources.map { speech("policy.money.\($0.rawValue)") }
        document.field(
            speech("policy.measure.funding"),
            isPrinted ? funding.volumeText : speech("policy.money.\(funding.volume.rawValue)"))
        document.field(
            speech("policy.measure.money-from"),
            isPrinted
                ? funding.sourceText ?? Speech.none
                : sources.isEmpty ? Speech.none : sources.joined(separator: ", "))
    }

    /// The agencies after the first, with those whose consent is printed.
    private var others: String {
        let words = measure.responsible.dropFirst().map {
            look.agency($0.agency)
                + ($0.isByAgreement ? " (\(speech("council.word.by-agreement")))" : "")
        }
        return words.isEmpty ? Speech.none : words.joined(separator: ", ")
    }

    private var direction: String {
        guard let direction = look.policy?.direction(measure.direction) else { return "\(measure.direction)" }
        return "\(direction.number). \(look.names.text(direction.name))"
    }

    // MARK: How it goes

    private var course: Document {
        var document = Document()
        addOccurrences(to: &document)
        addStatements(to: &document)
        addFindings(to: &document)
        return document
    }

    private func addOccurrences(to document: inout Document) {
        document.heading(speech("council.title.deadlines") + " (\(standing.occurrences.count))")
        let columns = [
            TableColumn(speech("council.column.period"), minimum: 8),
            TableColumn(speech("council.column.due"), minimum: 10),
            TableColumn(speech("council.column.phase"), minimum: 12, isFlexible: true),
            TableColumn(speech("policy.measures.left"), alignment: .right, minimum: 6),
            TableColumn(speech("council.column.other"), minimum: 16),
        ]
        let rows = standing.occurrences.map { occurrence in
            let other = occurrence.occurrence.other
            return TableRow([
                TableCell(occurrence.occurrence.period.description, .muted),
                TableCell(occurrence.due.description),
                TableCell(look.phase(occurrence)),
                TableCell(occurrence.phase.isPending ? speech.number(occurrence.daysLeft) : ""),
                TableCell(
                    other.map { $0.due?.description ?? speech("policy.measure.no-day") } ?? "", .attention),
            ])
        }
        document.widget(Table(columns: columns, rows: rows), height: rows.count + 1)
    }

    /// Everything that was said, deadline by deadline, with the documents that show it.
    private func addStatements(to document: inout Document) {
        let spoken = standing.occurrences.filter { !$0.history.isEmpty }
        document.heading(speech("policy.measure.said"))
        if spoken.isEmpty, standing.unplaced.isEmpty {
            document.line(speech("council.line.not-begun"), .muted)
        }
        for occurrence in spoken {
            for statement in occurrence.history {
                add(statement, under: occurrence.occurrence.period.description, to: &document)
            }
        }
        guard !standing.unplaced.isEmpty else { return }
        document.text(speech("council.title.unplaced"), .muted)
        for statement in standing.unplaced {
            add(statement, under: statement.body.period?.description ?? Speech.none, to: &document)
        }
    }

    private func add(
        _ statement: Statement<MeasureState>, under period: String, to document: inout Document
    ) {
        let state = statement.body
        let said = [look.entryWords.words(state.state), state.words, state.agency.map(look.agency)]
        document.field(period, said.compactMap(\.self).joined(separator: " · "))
        if let evidence = state.evidence {
            document.field("", "\(look.marks.done) \(look.entryWords.words(evidence))")
        }
        document.field(
            "",
            look.source(statement.provenance, at: statement.provenance.known)
                .appending(", \(statement.provenance.entry)", .muted))
    }

    private func addFindings(to document: inout Document) {
        let found = look.policy?.discrepancies(about: standing.id) ?? []
        guard !found.isEmpty else { return }
        document.heading(speech("console.indicator.discrepancies"))
        for discrepancy in found {
            look.add(
                discrepancy, settledBy: look.council?.register.settling(discrepancy: discrepancy.id),
                to: &document)
        }
    }
}
