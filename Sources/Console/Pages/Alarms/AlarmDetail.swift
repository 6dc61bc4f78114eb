import Planning
import Situation
import Terminal
import Wording

/// One alarm: what it is and why it matters, what to do and who does it, who has seen it, what keeps it quiet, and its
/// history.
struct AlarmDetail {
    let look: Look
    let id: AlarmID

    private var speech: Speech { look.speech }
    private var record: AlarmRecord? { look.watch.alarms[id] }

    func laidOut(in area: Rect) -> Page { look.detailPage(brief, history, in: area) }

    var document: Document {
        var all = brief
        all.append(history)
        return all
    }

    /// All but its history.
    var brief: Document {
        var document = Document()
        var title = StyledText(look.alarmName(id) + "  ", .heading)
        let state = record?.state(at: look.shownMoment) ?? .normal
        if let record { title = look.mark(AlarmRow(record: record, state: state)).appending(" ") + title }
        title = title.appending(
            speech("watch.state.\(state.key)"), state.wantsAcknowledgement ? .warning : .muted)
        document.line(title)
        addSteps(to: &document)
        if let record {
            addFinding(of: record, to: &document)
            addQuiet(of: record, to: &document)
        }
        return document
    }

    /// What to do stands before what is: that is why the page was opened.
    private func addSteps(to document: inout Document) {
        guard let rule = look.rule(id) else {
            document.text(speech("watch.alarm-page.no-rule", ["rule": .text(id.rule.rawValue)]), .muted)
            return
        }
        document.field(speech("watch.alarm-page.next-step"), look.names.text(rule.nextStep.text), .accent)
        document.field(speech("console.column.owner"), look.agency(rule.owner))
        if let step = rule.nextStep.step { document.field(speech("watch.alarm-page.step"), words(step)) }
        document.field(speech("watch.alarm-page.consequence"), look.names.text(rule.consequence))
        document.field(speech("watch.alarm-page.cause"), look.names.text(rule.cause.text))
    }

    /// The step with its code, and the state of its task where the playbook is in force.
    private func words(_ step: AlarmNextStep.PlaybookStep) -> StyledText {
        let playbook = look.model.context.playbooks.first { $0.id == step.playbook }
        var text = "\(step)"
        if let playbook, let task = playbook.task(step.task) {
            text =
                "\(look.names.text(task.code)) \(look.names.text(task.what)) (\(look.names.text(playbook.name)))"
        }
        guard case .task(let ref)? = look.destination(ofStep: id), let task = look.watch.tasks[ref] else {
            return StyledText(text)
        }
        let isLate = task.isOverdue(at: look.shownMoment)
        return StyledText(
            "\(text): \(speech("watch.task-state.\(task.state.rawValue)"))", isLate ? .warning : .normal)
    }

    private func addFinding(of record: AlarmRecord, to document: inout Document) {
        if let finding = record.finding {
            document.field(
                speech("watch.alarm-page.value-limit"),
                StyledText(look.measured(record) + "  ").appending(measure, .muted))
            document.field(speech("watch.alarm-page.priority"), look.priority(finding.priority))
        }
        if let raised = record.raised { document.field(speech("watch.alarm-page.raised"), since(raised)) }
        if let returned = record.returned {
            document.field(speech("watch.alarm-page.returned"), since(returned))
        }
        if let seen = record.acknowledgement {
            document.field(
                speech("watch.alarm-page.seen"),
                "\(speech.moment(seen.at)), \(seen.by.person) (\(seen.by.seat))")
        }
        document.field(speech("watch.alarm-page.where"), look.subject(id.subject))
    }

    /// What was measured, and what a usual value comes from.
    private var measure: String {
        let metric = look.rule(id)?.metric.map { speech("console.metric.\(Look.key($0))") }
        let basis = record?.finding?.basis.map { speech("watch.alarm-page.basis.\($0.rawValue)") }
        return [metric, basis].compactMap(\.self).joined(separator: "; ")
    }

    private func since(_ instant: Instant) -> String {
        let age = speech.span(max(look.shownMoment - instant, .zero))
        return "\(speech.moment(instant))  (\(speech("console.forecast.ago", ["age": .text(age)])))"
    }

    private func addQuiet(of record: AlarmRecord, to document: inout Document) {
        func add(_ key: String, _ shelf: AlarmRecord.Shelf) {
            var text = "\(speech.moment(shelf.since)), \(shelf.by.person): \(shelf.reason)"
            if let until = shelf.until {
                text = speech("watch.alarm-page.until", ["time": .text(speech.moment(until))]) + "; " + text
            }
            document.field(speech("watch.state.\(key)"), text, .attention)
        }
        if case .shelved(let shelf) = record.state(at: look.shownMoment) { add("shelved", shelf) }
        if let out = record.outOfService { add("out-of-service", out) }
        if let because = record.suppression {
            document.field(speech("watch.state.suppressed"), because, .attention)
        }
    }

    private var history: Document {
        var document = Document()
        let entries = look.model.log.entries.filter {
            if case .alarm(let event) = $0.fact { event.alarm == id } else { false }
        }.suffix(40)
        document.heading(speech("watch.alarm-page.history"))
        if entries.isEmpty { document.text(speech("watch.alarm-page.no-history"), .muted) }
        for entry in entries.reversed() {
            document.line(
                StyledText(" \(speech.brief(entry.known.instant, now: look.shownMoment)) ", .muted)
                    + look.sentence(entry).appending("  \(entry.author.person)", .muted))
        }
        return document
    }
}
