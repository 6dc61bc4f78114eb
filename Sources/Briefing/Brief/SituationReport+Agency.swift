import Council
import Reference
import Situation
import Wording

// What an agency has to do, in a report for it.

extension SituationReport {
    var duties: [Section] {
        guard case .agency(let key) = brief.seal.audience,
            let agency = brief.subject.policy.agency(key)
        else { return [] }
        let sheet = AgencySheet(
            of: agency, board: view.council.board, register: view.council.register,
            indicators: view.council.indicators.map(\.indicator))
        let pack = CouncilPack(brief)
        let late = sheet.leads.filter { $0.phase == .overdue }
        let rest = sheet.leads.filter { $0.phase != .overdue }
        let indicators = sheet.indicators.map { "\($0). \(brief.names.indicator($0))" }
        return [
            part("agency", .lines([brief.names.text(agency.name)])),
            sub("agency-leads", measures(late + rest, pack)),
            sub("agency-takes-part", measures(sheet.takesPart, pack)),
            sub("agency-indicators", lines(indicators)),
            sub("agency-assignments", lines(sheet.assignments.map(words))),
            sub("agency-tasks", lines(tasks(of: key))),
        ]
    }

    private func sub(_ key: String, _ body: PrintedDocument.Body) -> Section {
        Section(heading: brief("heading.\(key)"), body: body, depth: 1)
    }

    private func measures(_ standings: [MeasureStanding], _ pack: CouncilPack) -> PrintedDocument.Body {
        standings.isEmpty ? .lines([brief("line.nothing")]) : pack.table(standings)
    }

    private func lines(_ lines: [String]) -> PrintedDocument.Body {
        .lines(lines.isEmpty ? [brief("line.nothing")] : lines)
    }

    private func words(_ given: AgencySheet.Given) -> String {
        let state =
            given.record.isOverdue(at: view.now)
            ? speech("council.phase.overdue")
            : given.record.progress.map { brief.words.words($0.state) } ?? speech("council.line.not-begun")
        return "\(given.question), \(given.number): \(given.record.assignment.what) · "
            + "\(given.record.due?.description ?? Speech.none) · \(state)"
    }

    /// Its open tasks of playbooks and levels, the first due first.
    private func tasks(of key: AgencyKey) -> [String] {
        view.picture.watch.tasks.values
            .filter { $0.state.isPending && ($0.opening.lead == key || $0.opening.support.contains(key)) }
            .sorted { ($0.opening.due, $0.id.rawValue) < ($1.opening.due, $1.id.rawValue) }
            .map { task in
                let late = task.isOverdue(at: view.now) ? " · \(speech("council.phase.overdue"))" : ""
                return "\(brief.words.name(task.id)) · \(speech.moment(task.opening.due))\(late)"
            }
    }
}
