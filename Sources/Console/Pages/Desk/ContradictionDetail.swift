import Situation
import Terminal
import Wording

/// One contradiction: both figures with their entries and sources, the rule, the gap, how it was settled.
struct ContradictionDetail {
    let look: Look
    let id: ContradictionID

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page {
        guard let record = look.watch.contradictions[id] else {
            return look.detailPage(head, Document(), in: area)
        }
        return look.detailPage(head, entries(record), in: area)
    }

    var document: Document {
        var all = head
        if let record = look.watch.contradictions[id] { all.append(entries(record)) }
        return all
    }

    private var head: Document {
        var document = Document()
        guard let record = look.watch.contradictions[id] else {
            document.text(id.rawValue, .muted)
            return document
        }
        let finding = record.finding
        document.text("\(look.subject(finding)): \(look.ruleName(finding.rule))", .heading)
        document.field(
            speech("console.column.state"),
            StyledText(
                (record.isOpen ? "\(look.marks.diamond) " : "") + look.settlementWord(record),
                record.isOpen ? .warning : .normal))
        document.field(speech("console.column.known"), speech.moment(record.raised))
        document.field("1", figure(finding.first))
        document.field("2", figure(finding.second))
        document.field(speech("watch.work.column.gap"), speech.decimal(finding.gap, digits: 1))
        if let text = look.ruleExplanation(finding) {
            document.heading(speech("watch.work.desk.rule"))
            document.text(text, indent: 1)
        }
        document.heading(speech("watch.work.desk.use"))
        document.text(use(record), indent: 1)
        if let decision = record.settled {
            document.heading(look.settlementWord(record))
            if case .ask(let whom)? = record.settlement {
                document.text(speech("watch.work.desk.asked", ["whom": .text(whom)]), indent: 1)
            }
            document.text(
                "\(speech.moment(decision.at))  \(decision.by.person): \(decision.reason)", indent: 1)
        }
        return document
    }

    private func figure(_ figure: ContradictionEvent.Figure) -> StyledText {
        StyledText(TextWidth.pad(speech.decimal(figure.value, digits: 2), to: 12), .heading)
            .appending("\(figure.source) · \(figure.entry)", .muted)
    }

    /// What the screens count with.
    private func use(_ record: ContradictionRecord) -> String {
        switch record.settlement {
        case .prefer(let entry):
            let figure = entry == record.finding.first.entry ? record.finding.first : record.finding.second
            return speech(
                "watch.work.desk.uses-preferred",
                [
                    "value": .text(speech.decimal(figure.value, digits: 2)),
                    "source": .text(figure.source.rawValue),
                ])
        case .bothStand: return speech("watch.work.desk.uses-both")
        case .ask, nil:
            return speech(record.hasLapsed ? "watch.work.desk.lapsed" : "watch.work.desk.uses-open")
        }
    }

    // MARK: The two entries in full

    private func entries(_ record: ContradictionRecord) -> Document {
        var document = Document()
        for (number, figure) in [record.finding.first, record.finding.second].enumerated() {
            document.heading("\(number + 1)  \(figure.entry)")
            guard let entry = look.model.entry(figure.entry) else {
                document.text(
                    speech("console.log.not-at-hand", ["entry": .text(figure.entry.description)]), .muted,
                    indent: 1)
                continue
            }
            document.text(look.words(entry.fact), indent: 1)
            document.field(" " + speech("console.column.about"), speech.about(entry.about))
            document.field(" " + speech("console.log.known"), speech.moment(entry.known.instant))
            document.field(" " + speech("console.column.source"), entry.source.rawValue)
            document.field(
                " " + speech("console.log.confidence"),
                speech("words.confidence.\(entry.confidence.rawValue)"))
            document.field(
                " " + speech("console.column.author"), "\(entry.author.person) (\(entry.author.seat))")
        }
        return document
    }
}
