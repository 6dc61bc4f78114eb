import Language
import Planning
import Situation
import Terminal
import Wording

/// One task: who has it, by when, what it waits for, what proves it done, what it takes, whom it tells.
struct TaskDetail {
    let look: Look
    let id: TaskRef

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page { look.detailPage(main, more, in: area) }

    var document: Document {
        var all = main
        all.append(more)
        return all
    }

    // MARK: What, who, by when

    private var main: Document {
        var document = Document()
        guard let record = look.watch.tasks[id] else {
            document.text(id.rawValue, .heading)
            document.text(speech("watch.work.task.unknown"), .muted)
            return document
        }
        let row = TaskRow(record, look)
        document.text("\(look.code(record))  \(look.what(record))", .heading)
        document.field(speech("console.column.state"), state(row))
        document.field(speech("watch.column.due"), "\(speech.moment(record.opening.due))")
        document.field(speech("console.column.owner"), agencies(record))
        if let owner = record.owner { document.field(speech("watch.work.field.owner"), owner) }
        document.field(speech("watch.work.task.of"), origin(record))
        if record.opening.round > 1 {
            document.field(speech("watch.work.task.round"), "\(record.opening.round)")
        }
        addOrder(of: record, to: &document)
        addProof(of: record, to: &document)
        addEscalation(of: record, row, to: &document)
        addAsylum(of: record, to: &document)
        return document
    }

    private func state(_ row: TaskRow) -> StyledText {
        let record = row.record
        var text = look.mark(row).appending(speech("watch.task-state.\(record.state.rawValue)") + "  ")
        text = text + look.timeLeft(row)
        return text.appending(
            "  \(speech.brief(record.since, now: look.model.now)) \(record.by.person)", .muted)
    }

    private func agencies(_ record: TaskRecord) -> StyledText {
        let support = record.opening.support.map(look.agency).joined(separator: ", ")
        return StyledText(look.agency(record.opening.lead))
            .appending(support.isEmpty ? "" : "  + \(support)", .muted)
    }

    private func origin(_ record: TaskRecord) -> String {
        switch record.opening.origin {
        case .playbook(_, let id, let phase):
            let book = look.playbook(id)
            let name = book.map { look.names.text($0.name) } ?? id.rawValue
            return "\(name), \(look.phase(phase, of: book))"
        case .level(let section, let level):
            return "\(look.names.section(section)): \(speech("watch.level.\(level.rawValue)"))"
        }
    }

    private func addOrder(of record: TaskRecord, to document: inout Document) {
        guard !record.opening.after.isEmpty else { return }
        document.heading(speech("watch.work.task.after"))
        for task in record.opening.after {
            guard let before = look.watch.tasks[task] else { continue }
            let row = TaskRow(before, look)
            document.line(
                (before.state.isPending ? look.mark(row) : StyledText(look.marks.done + " ", .muted))
                    .appending(TextWidth.pad(look.code(before), to: 6), .key)
                    .appending(speech("watch.task-state.\(before.state.rawValue)") + "  ")
                    + look.timeLeft(row))
        }
    }

    private func addProof(of record: TaskRecord, to document: inout Document) {
        if let proof = record.proof {
            document.heading(speech("watch.work.task.proved"))
            switch proof {
            case .word(let words): document.text(words, indent: 1)
            case .figure(let metric, let subject, let value):
                let known = Metric(rawValue: metric)
                let name = known.map { speech("console.metric.\(Look.key($0))") } ?? metric
                document.text(
                    "\(name), \(look.names.place(subject)): \(look.measure(value, known))", indent: 1)
            }
        }
        if let reason = record.reason, [.cannot, .dropped].contains(record.state) {
            document.heading(speech("watch.task-state.\(record.state.rawValue)"))
            document.text(reason, .attention, indent: 1)
        }
        guard let condition = look.step(of: record)?.proof else { return }
        document.heading(speech("watch.work.task.proof"))
        document.text(look.words(condition), indent: 1)
        document.field(
            " " + speech("watch.work.task.now"), look.present(condition.metric, look.affected(of: record)))
    }

    private func addEscalation(of record: TaskRecord, _ row: TaskRow, to document: inout Document) {
        if let told = record.escalatedTo {
            document.field(
                speech("watch.work.task.escalated"),
                StyledText("\(look.marks.up) \(look.agency(told))", .warning))
        } else if let escalation = look.step(of: record)?.escalation {
            document.field(
                speech("watch.work.task.escalation"),
                speech(
                    "console.playbook.escalation",
                    [
                        "time": .text(speech.span(escalation.after)),
                        "agency": .text(look.agency(escalation.to)),
                    ]))
        }
    }

    /// Nobody is returned to danger: the question, the answer, and the rule that goes with it.
    private func addAsylum(of record: TaskRecord, to document: inout Document) {
        guard look.asks(record), case .playbook(_, let id, _) = record.opening.origin,
            let rule = look.playbook(id)?.noReturn
        else { return }
        document.heading(speech("console.playbook.no-return"))
        document.text(look.names.text(rule.question), indent: 1)
        let answer = record.asylum.map { speech("watch.asylum.\($0.rawValue)") }
        document.line(
            StyledText(" \(look.marks.arrow) ").appending(
                answer ?? speech("watch.work.task.unanswered"),
                record.asylum == TaskEvent.AsylumAnswer.none ? .normal : .warning))
        document.text(look.names.text(rule.rule), .attention, indent: 1)
    }

    // MARK: What it takes, whom it tells

    private var more: Document {
        var document = Document()
        guard let record = look.watch.tasks[id] else { return document }
        addReserve(of: record, to: &document)
        look.addOrders(of: .task(id), to: &document)
        addContacts(of: record, to: &document)
        addMessage(of: record, to: &document)
        addHistory(to: &document)
        return document
    }

    private func addReserve(of record: TaskRecord, to document: inout Document) {
        guard let offer = look.offer(for: id) else { return }
        document.heading(speech("watch.work.task.reserve"))
        for share in offer.shares {
            document.text(look.name(share.pool), indent: 1)
            document.text(
                speech(
                    "watch.work.task.reserve-line",
                    [
                        "committed": .number(share.held), "proposed": .number(share.amount),
                        "left": .text(speech.number(share.stock?.left)),
                    ]), share.stock == nil ? .attention : .muted, indent: 3)
        }
        if offer.short > 0 {
            document.text(
                "\(look.marks.up) \(speech("watch.work.task.short", ["count": .number(offer.short)]))",
                .warning, indent: 1)
        }
    }

    /// Whom to call about it, the first to call first.
    private func addContacts(of record: TaskRecord, to document: inout Document) {
        let called = look.whomToCall(for: record)
        guard !called.isEmpty else { return }
        document.heading(speech("watch.work.contacts.call"))
        for contact in called.prefix(6) {
            document.line(
                StyledText(" \(TextWidth.pad(contact.telephone, to: 20)) ", .key)
                    .appending(look.names.text(contact.role))
                    .appending("  \(look.agency(contact.agency)) \(look.place(of: contact))", .muted))
        }
        if look.model.context.contacts?.isIllustrative == true {
            document.text(speech("watch.work.contacts.illustrative"), .muted, indent: 1)
        }
    }

    private func addMessage(of record: TaskRecord, to document: inout Document) {
        guard look.message(of: id, in: look.model.language.rawValue) != nil else { return }
        document.heading(speech("watch.work.task.message"))
        if record.messagesSent > 0 {
            document.text(
                speech("watch.work.task.sent", ["count": .number(record.messagesSent)]), .muted, indent: 1)
        }
        // The reader's language first.
        let languages = [look.model.language] + Language.allCases.filter { $0 != look.model.language }
        for (index, language) in languages.enumerated() {
            guard let draft = look.message(of: id, in: language.rawValue) else { continue }
            if index == 0 {
                document.field(
                    " " + speech("watch.work.task.message-to"),
                    draft.to.map(look.agency).joined(separator: ", "))
            }
            document.line(StyledText(" \(speech("watch.work.language.\(language.rawValue)"))", .muted))
            if let mark = draft.mark { document.text(mark, .exercise, indent: 2) }
            document.text(draft.subject, indent: 2)
            document.text(draft.body, indent: 2)
            for note in draft.notes { document.text(note, .muted, indent: 2) }
            if let mark = draft.mark { document.text(mark, .exercise, indent: 2) }
        }
    }

    /// What the entries at hand say of it.
    private func addHistory(to document: inout Document) {
        let entries = look.model.log.entries.filter {
            if case .task(let event) = $0.fact { event.task == id } else { false }
        }
        guard !entries.isEmpty else { return }
        document.heading(speech("watch.work.task.history"))
        for entry in entries.reversed() {
            document.text(
                "\(speech.brief(entry.known.instant, now: look.model.now))  \(look.words(entry.fact)) — \(entry.author.person)",
                indent: 1)
        }
    }
}
