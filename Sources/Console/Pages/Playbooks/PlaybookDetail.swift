import Planning
import Situation
import Terminal
import Wording

/// One playbook to read: what it rests on, when to start it, who does what by when, when it ends.
struct PlaybookDetail {
    let look: Look
    let playbook: Playbook
    /// The one time it is proposed or in force that is looked at; `nil` for all of them.
    var run: PlaybookRunID?

    private var speech: Speech { look.speech }
    private func text(_ words: PlanText) -> String { look.names.text(words) }

    func laidOut(in area: Rect) -> Page { look.detailPage(opening, tasks, in: area) }

    var document: Document {
        var all = opening
        all.append(tasks)
        return all
    }

    // MARK: What and when

    private var opening: Document {
        var document = Document()
        document.text(text(playbook.name), .heading)
        document.text(text(playbook.purpose))
        RunsOfPlaybook(look: look, playbook: playbook, only: run).add(to: &document)
        if playbook.needsSecondOfficer {
            document.text(speech("console.playbook.second-officer"), .attention)
        }
        addTriggers(to: &document)
        document.heading(speech("console.playbook.no-return"))
        document.text(text(playbook.noReturn.question), indent: 1)
        document.text(text(playbook.noReturn.rule), indent: 1)
        document.text(basis(playbook.noReturn.citation), .muted, indent: 3)
        addLegalBasis(to: &document)
        return document
    }

    private func addTriggers(to document: inout Document) {
        document.heading(speech("console.playbook.triggers"))
        for trigger in playbook.triggers {
            let phase = playbook.phases.first { $0.id == trigger.opens }
            document.text("\(look.marks.arrow) \(phase.map { text($0.name) } ?? ""): \(text(trigger.reason))")
            for condition in trigger.conditions { document.text(look.words(condition), .muted, indent: 4) }
        }
    }

    private func addLegalBasis(to document: inout Document) {
        document.heading(speech("console.playbook.legal-basis"))
        for act in playbook.legalBasis {
            document.text(text(act.act), indent: 1)
            document.text(text(act.provides), .muted, indent: 3)
            document.text(basis(act.citation), .muted, indent: 3)
        }
    }

    private func basis(_ citation: Citation) -> String {
        let word = speech("console.plan-basis.\(look.key(citation.basis))")
        return citation.source.map { "[\(word); \($0)]" } ?? "[\(word)]"
    }

    // MARK: Tasks

    private var tasks: Document {
        var document = Document()
        for phase in playbook.phases.sorted(by: { $0.order < $1.order }) {
            document.heading("\(phase.order). \(text(phase.name))")
            for task in playbook.tasks(in: phase.id) { add(task, to: &document) }
        }
        document.heading(speech("console.playbook.stand-down"))
        document.field(speech("console.playbook.decided-by"), look.agency(playbook.standDown.decidedBy))
        for condition in playbook.standDown.conditions { document.text(look.words(condition), indent: 1) }
        document.text(text(playbook.standDown.note), .muted, indent: 1)
        return document
    }

    private func add(_ task: PlaybookTask, to document: inout Document) {
        let due = look.afterStart(task.due)
        let code = TextWidth.pad(text(task.code), to: 5)
        document.line(
            StyledText(code + " ", .key).appending(TextWidth.pad(due, to: 12), .accent)
                .appending(look.agency(task.lead) + (task.support.isEmpty ? "" : " + "))
                .appending(task.support.map(look.agency).joined(separator: ", "), .muted))
        document.text(text(task.what), indent: 6)
        for remark in remarks(on: task) { document.text(remark, .muted, indent: 6) }
    }

    private func remarks(on task: PlaybookTask) -> [String] {
        var remarks: [String] = []
        if let every = task.every {
            remarks.append(speech("console.playbook.every", ["time": .text(speech.span(every))]))
        }
        if !task.after.isEmpty {
            let codes = task.after.map { id in playbook.task(id).map { text($0.code) } ?? id.rawValue }
            remarks.append(speech("console.playbook.after", ["tasks": .text(codes.joined(separator: ", "))]))
        }
        if let proof = task.proof {
            remarks.append(speech("console.playbook.proof", ["condition": .text(look.words(proof))]))
        }
        if let escalation = task.escalation {
            remarks.append(
                speech(
                    "console.playbook.escalation",
                    [
                        "time": .text(speech.span(escalation.after)),
                        "agency": .text(look.agency(escalation.to)),
                    ]))
        }
        if task.asksAboutAsylum { remarks.append(speech("console.playbook.asks-asylum")) }
        return remarks
    }
}
