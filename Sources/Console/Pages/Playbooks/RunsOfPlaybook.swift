import Planning
import Situation
import Terminal
import Wording

/// Where a playbook is proposed or in force, why, since when, and who decided.
struct RunsOfPlaybook {
    let look: Look
    let playbook: Playbook
    /// The one that is looked at; `nil` for all.
    var only: PlaybookRunID?

    private var speech: Speech { look.speech }

    /// Adds what stands; that it is not in force when nothing does.
    func add(to document: inout Document) {
        let runs = look.runs(of: playbook.id).filter { only == nil || $0.id == only }
        let live = runs.filter { $0.state != .ended && $0.state != .declined }
        if live.isEmpty { document.line(speech("console.playbook.not-in-force"), .muted) }
        for run in live { add(run, to: &document) }
        for run in runs where run.state == .declined || run.state == .ended { addClosed(run, to: &document) }
    }

    private func add(_ run: PlaybookRunRecord, to document: inout Document) {
        document.heading(look.words(run.affected))
        document.line(StyledText(" ") + look.state(of: run))
        if let request = run.request, run.state == .requested {
            addDecision("watch.work.run.asked-by", request, to: &document)
        }
        if let start = run.start { addDecision("watch.work.run.started-by", start, to: &document) }
        if let proposal = run.proposal, run.state == .proposed || run.state == .requested {
            if let trigger = playbook.triggers.first(where: { $0.id == proposal.trigger }) {
                document.text(look.names.text(trigger.reason), indent: 1)
            }
            for figure in proposal.figures { document.text(words(figure), indent: 2) }
        }
        for phase in run.phases {
            document.line(
                StyledText(" \(look.marks.done) ", .muted).appending(look.phase(phase.phase, of: playbook))
                    .appending("  \(speech.brief(phase.at, now: look.model.now))", .muted))
        }
        if let declined = run.declined, declined.until > look.present {
            document.text(
                speech(
                    "watch.work.run.quiet",
                    [
                        "time": .text(speech.moment(declined.until)),
                        "reason": .text(declined.decision.reason),
                        "person": .text(declined.decision.by.person.rawValue),
                    ]), .muted, indent: 1)
        }
        if run.state == .inForce { document.line(StyledText(" ") + look.line(of: run)) }
    }

    private func addDecision(_ key: String, _ decision: LevelRecord.Decision, to document: inout Document) {
        document.text(
            speech(
                key,
                [
                    "person": .text(decision.by.person.rawValue), "time": .text(speech.moment(decision.at)),
                    "reason": .text(decision.reason),
                ]), indent: 1)
    }

    private func addClosed(_ run: PlaybookRunRecord, to document: inout Document) {
        let at = run.end?.at ?? run.declined?.decision.at
        document.line(
            look.state(of: run).appending(
                "  \(look.words(run.affected))  \(at.map { speech.moment($0) } ?? "")", .muted))
    }

    /// A figure that speaks for it, beside the value from which it does.
    private func words(_ figure: LevelEvent.Reason) -> String {
        let metric = Metric(rawValue: figure.metric)
        let name = metric.map { speech("console.metric.\(Look.key($0))") } ?? figure.metric
        return speech(
            "watch.work.run.figure",
            [
                "metric": .text("\(name), \(look.names.place(figure.subject))"),
                "value": .text(look.measure(figure.value, metric)),
                "limit": .text(look.measure(figure.limit, metric)),
            ])
    }
}
