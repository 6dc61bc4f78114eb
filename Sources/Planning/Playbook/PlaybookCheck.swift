import Situation

/// What can be said about a playbook only from the whole of it, or from the world around it: its names lead
/// somewhere, its tasks can be done in some order, its agencies and metrics exist, and every text is there
/// in all three languages.
public struct PlaybookCheck: Sendable {
    private let names: PlanNames

    /// - Parameters:
    ///   - agencies: the keys of the decree's agencies.
    ///   - metrics: the names of the registry of metrics.
    public init(agencies: Set<AgencyKey>, metrics: Set<String>) {
        names = PlanNames(agencies: agencies, metrics: metrics)
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
        return notes.inOrder
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
            // Nothing is affected before a playbook was started for it.
            guard trigger.opens == playbook.phases.first?.id else { continue }
            for (place, condition) in trigger.conditions.enumerated() where condition.scope == .affected {
                notes.add(.affectedTooEarly, at: "\(key).when[\(place)].scope")
            }
        }
    }

    private func checkMessages(of playbook: Playbook, _ notes: inout FindingNotes) {
        notes.unique(playbook.messages.map(\.id.rawValue), in: "messages")
        for (index, message) in playbook.messages.enumerated() {
            let key = "messages[\(index)]"
            names.check(message.to, at: "\(key).to", &notes)
            notes.languages(of: message.subject, at: "\(key).subject")
            notes.languages(of: message.body, at: "\(key).body")
            check(message.subject, at: "\(key).subject", &notes)
            check(message.body, at: "\(key).body", &notes)
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
            names.check(agency: task.lead, at: "\(key).lead", &notes)
            names.check(task.support, at: "\(key).support", &notes)
            if let proof = task.proof { checkEnding([proof], at: ["\(key).done_when"], &notes) }
            if let place = task.reserve?.place { check(reserveOf: place, at: "\(key).reserve.where", &notes) }
            if task.support.contains(task.lead) {
                notes.add(.repeated(task.lead.rawValue), at: "\(key).support")
            }
            if let escalation = task.escalation {
                names.check(agency: escalation.to, at: "\(key).escalation.to", &notes)
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
        for cycle in WaitingOrder(playbook.tasks.map { ($0.id, $0.after) }).cycles {
            guard let index = playbook.tasks.firstIndex(where: { $0.id == cycle.first }) else { continue }
            notes.add(.cycle(cycle), at: "tasks[\(index)].after")
        }
    }

    private func checkStandDown(of playbook: Playbook, _ notes: inout FindingNotes) {
        names.check(agency: playbook.standDown.decidedBy, at: "stand_down.decided_by", &notes)
        checkEnding(
            playbook.standDown.conditions,
            at: playbook.standDown.conditions.indices.map { "stand_down.when[\($0)]" }, &notes)
        notes.languages(of: playbook.standDown.note, at: "stand_down.note")
    }

    private func check(_ conditions: [Condition], at key: String, _ notes: inout FindingNotes) {
        for (index, condition) in conditions.enumerated() { check(condition, at: "\(key)[\(index)]", &notes) }
    }

    /// Conditions that end something hold for what the playbook was started for, or for the country.
    private func checkEnding(_ conditions: [Condition], at keys: [String], _ notes: inout FindingNotes) {
        for (condition, key) in zip(conditions, keys) {
            check(condition, at: key, &notes)
            if condition.scope == .any { notes.add(.anyEndsNothing, at: "\(key).scope") }
        }
    }

    private func check(_ condition: Condition, at key: String, _ notes: inout FindingNotes) {
        names.check(metric: condition.metric, at: "\(key).metric", &notes)
        guard case .one(let place) = condition.scope, let metric = Metric(rawValue: condition.metric) else {
            return
        }
        let isCountry = place == "KZ"
        let fits =
            switch metric.scope {
            case .country, .station: isCountry
            case .region: !isCountry && place.hasPrefix("KZ-")
            case .section, .post, .shelter, .source, .indicator: !isCountry && !place.hasPrefix("KZ-")
            }
        if !fits { notes.add(.wrongPlace(place), at: "\(key).scope") }
    }

    /// Reserves are held by regions and the country.
    private func check(reserveOf place: PlanScope, at key: String, _ notes: inout FindingNotes) {
        guard case .one(let name) = place, name != "KZ", !name.hasPrefix("KZ-") else { return }
        notes.add(.wrongPlace(name), at: key)
    }

    /// The metrics in braces exist, and no language says more or less than the others.
    private func check(_ text: PlanText, at key: String, _ notes: inout FindingNotes) {
        let written = PlanText.Language.allCases.filter { text.exactly(in: $0) != nil }
        let found = written.map { PlaybookMessage.metrics(in: text.exactly(in: $0) ?? "") }
        let all = Set(found.joined())
        for (language, metrics) in zip(written, found) {
            let path = "\(key).\(language.rawValue)"
            for metric in metrics { names.check(metric: metric, at: path, &notes) }
            // A misspelt name is one fault and not two.
            guard names.metrics.isSuperset(of: metrics) else { continue }
            for metric in all.subtracting(metrics).sorted() where names.metrics.contains(metric) {
                notes.add(.figureMissing(metric), at: path)
            }
        }
    }
}
