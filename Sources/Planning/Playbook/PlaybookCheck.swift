import Situation

/// What can be said about a playbook only from the whole of it, or from the world around it: its names lead
/// somewhere, its tasks can be done in some order, its agencies and metrics exist, and every text is there
/// in all three languages.
public struct PlaybookCheck: Sendable {
    private let agencies: Set<AgencyKey>
    private let metrics: Set<String>

    /// - Parameters:
    ///   - agencies: the keys of the decree's agencies.
    ///   - metrics: the names of the registry of metrics.
    public init(agencies: Set<AgencyKey>, metrics: Set<String>) {
        self.agencies = agencies
        self.metrics = metrics
    }

    /// Everything found in `playbook`, by line.
    public func findings(in playbook: Playbook) -> [PlaybookFinding] {
        var notes = FindingNotes(source: playbook.source)
        checkTexts(of: playbook, &notes)
        checkLists(of: playbook, &notes)
        checkPhases(of: playbook, &notes)
        checkTriggers(of: playbook, &notes)
        checkMessages(of: playbook, &notes)
        checkTasks(of: playbook, &notes)
        checkOrder(of: playbook, &notes)
        checkStandDown(of: playbook, &notes)
        return notes.findings.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
    }

    private func checkTexts(of playbook: Playbook, _ notes: inout FindingNotes) {
        notes.languages(of: playbook.name, at: "name")
        notes.languages(of: playbook.purpose, at: "purpose")
        notes.languages(of: playbook.noReturn.question, at: "no_return_to_danger.question")
        notes.languages(of: playbook.noReturn.rule, at: "no_return_to_danger.rule")
        for (index, act) in playbook.legalBasis.enumerated() {
            notes.languages(of: act.act, at: "legal_basis[\(index)].act")
            notes.languages(of: act.provides, at: "legal_basis[\(index)].provides")
        }
    }

    private func checkLists(of playbook: Playbook, _ notes: inout FindingNotes) {
        if playbook.legalBasis.isEmpty { notes.add(.empty, at: "legal_basis") }
        if playbook.phases.isEmpty { notes.add(.empty, at: "phases") }
        if playbook.triggers.isEmpty { notes.add(.empty, at: "triggers") }
        if playbook.tasks.isEmpty { notes.add(.empty, at: "tasks") }
    }

    private func checkPhases(of playbook: Playbook, _ notes: inout FindingNotes) {
        notes.unique(playbook.phases.map(\.id.rawValue), in: "phases")
        for (index, phase) in playbook.phases.enumerated() {
            notes.languages(of: phase.name, at: "phases[\(index)].name")
            if playbook.tasks(in: phase.id).isEmpty { notes.add(.empty, at: "phases[\(index)]") }
        }
    }

    private func checkTriggers(of playbook: Playbook, _ notes: inout FindingNotes) {
        let phases = Set(playbook.phases.map(\.id))
        notes.unique(playbook.triggers.map(\.id), in: "triggers")
        for (index, trigger) in playbook.triggers.enumerated() {
            let key = "triggers[\(index)]"
            notes.languages(of: trigger.reason, at: "\(key).reason")
            if !phases.contains(trigger.opens) {
                notes.add(.unknownName(trigger.opens.rawValue), at: "\(key).opens")
            }
            check(trigger.conditions, at: "\(key).when", &notes)
        }
    }

    private func checkMessages(of playbook: Playbook, _ notes: inout FindingNotes) {
        notes.unique(playbook.messages.map(\.id.rawValue), in: "messages")
        for (index, message) in playbook.messages.enumerated() {
            let key = "messages[\(index)]"
            check(message.to, at: "\(key).to", &notes)
            notes.languages(of: message.subject, at: "\(key).subject")
            notes.languages(of: message.body, at: "\(key).body")
            for language in PlanText.Language.allCases {
                for metric in PlaybookMessage.metrics(in: message.body.exactly(in: language) ?? "") {
                    check(metric: metric, at: "\(key).body.\(language.rawValue)", &notes)
                }
            }
        }
    }

    private func checkTasks(of playbook: Playbook, _ notes: inout FindingNotes) {
        let phases = Set(playbook.phases.map(\.id))
        notes.unique(playbook.tasks.map(\.id.rawValue), in: "tasks")
        for (index, task) in playbook.tasks.enumerated() {
            let key = "tasks[\(index)]"
            notes.languages(of: task.code, at: "\(key).code")
            notes.languages(of: task.what, at: "\(key).what")
            if !phases.contains(task.phase) {
                notes.add(.unknownName(task.phase.rawValue), at: "\(key).phase")
            }
            check(agency: task.lead, at: "\(key).lead", &notes)
            check(task.support, at: "\(key).support", &notes)
            if let proof = task.proof { check(metric: proof.metric, at: "\(key).done_when.metric", &notes) }
            if let escalation = task.escalation {
                check(agency: escalation.to, at: "\(key).escalation.to", &notes)
            }
            if let message = task.message, playbook.message(message) == nil {
                notes.add(.unknownName(message.rawValue), at: "\(key).message")
            }
        }
    }

    private func checkOrder(of playbook: Playbook, _ notes: inout FindingNotes) {
        for (index, task) in playbook.tasks.enumerated() {
            for (place, earlier) in task.after.enumerated() {
                let key = "tasks[\(index)].after[\(place)]"
                guard let prerequisite = playbook.task(earlier) else {
                    notes.add(.unknownName(earlier.rawValue), at: key)
                    continue
                }
                if task.due < prerequisite.due { notes.add(.dueBefore(earlier), at: key) }
            }
        }
        for cycle in TaskOrder(playbook.tasks).cycles {
            guard let index = playbook.tasks.firstIndex(where: { $0.id == cycle.first }) else { continue }
            notes.add(.cycle(cycle), at: "tasks[\(index)].after")
        }
    }

    private func checkStandDown(of playbook: Playbook, _ notes: inout FindingNotes) {
        check(agency: playbook.standDown.decidedBy, at: "stand_down.decided_by", &notes)
        check(playbook.standDown.conditions, at: "stand_down.when", &notes)
        notes.languages(of: playbook.standDown.note, at: "stand_down.note")
    }

    private func check(_ conditions: [Condition], at key: String, _ notes: inout FindingNotes) {
        for (index, condition) in conditions.enumerated() {
            check(metric: condition.metric, at: "\(key)[\(index)].metric", &notes)
        }
    }

    private func check(_ keys: [AgencyKey], at key: String, _ notes: inout FindingNotes) {
        for (index, agency) in keys.enumerated() { check(agency: agency, at: "\(key)[\(index)]", &notes) }
    }

    private func check(agency: AgencyKey, at key: String, _ notes: inout FindingNotes) {
        if !agencies.contains(agency) { notes.add(.unknownAgency(agency), at: key) }
    }

    private func check(metric: String, at key: String, _ notes: inout FindingNotes) {
        if !metrics.contains(metric) { notes.add(.unknownMetric(metric), at: key) }
    }
}

/// Findings as they are made, each with its line.
private struct FindingNotes {
    let source: PlanSource
    private(set) var findings: [PlaybookFinding] = []

    init(source: PlanSource) { self.source = source }

    mutating func add(_ problem: PlaybookFinding.Problem, at key: String) {
        findings.append(
            PlaybookFinding(file: source.file, line: source.line(of: key), key: key, problem: problem))
    }

    mutating func languages(of text: PlanText, at key: String) {
        for language in text.missing { add(.missingLanguage(language), at: key) }
    }

    mutating func unique(_ names: [String], in list: String) {
        var seen: Set<String> = []
        for (index, name) in names.enumerated() where !seen.insert(name).inserted {
            add(.repeated(name), at: "\(list)[\(index)].id")
        }
    }
}
