import Situation

/// What can be said about impact levels only from the whole of them, or from the world around them.
public struct LevelCheck: Sendable {
    private let names: PlanNames

    /// - Parameters:
    ///   - agencies: the keys of the decree's agencies.
    ///   - metrics: the names of the registry of metrics.
    public init(agencies: Set<AgencyKey>, metrics: Set<String>) {
        names = PlanNames(agencies: agencies, metrics: metrics)
    }

    /// Everything found in `levels`, by line.
    public func findings(in levels: ImpactLevels) -> [PlaybookFinding] {
        var notes = FindingNotes(source: levels.source)
        var rules: Set<String> = []
        for (index, step) in levels.steps.enumerated() {
            let key = "levels[\(index)]"
            notes.languages(of: step.name, at: "\(key).name")
            notes.languages(of: step.reaction, at: "\(key).reaction")
            check(step.rules, of: step.level, at: "\(key).when", &notes, &rules)
            check(step.tasks, at: "\(key).tasks", &notes)
            // The lowest level is what is left when nothing speaks for another, and asks for nothing new.
            if step.level > .low {
                if step.rules.isEmpty { notes.add(.empty, at: "\(key).when") }
                if step.tasks.isEmpty { notes.add(.empty, at: "\(key).tasks") }
            }
        }
        return notes.inOrder
    }

    private func check(
        _ rules: [ImpactLevels.Rule], of level: ImpactLevel, at key: String, _ notes: inout FindingNotes,
        _ seen: inout Set<String>
    ) {
        for (index, rule) in rules.enumerated() {
            if !seen.insert(rule.id).inserted { notes.add(.repeated(rule.id), at: "\(key)[\(index)].id") }
            if level == .low { notes.add(.neverApplies, at: "\(key)[\(index)]") }
            notes.languages(of: rule.reason, at: "\(key)[\(index)].reason")
            for (place, condition) in rule.conditions.enumerated() {
                let path = "\(key)[\(index)].all[\(place)].metric"
                names.check(metric: condition.metric, at: path, &notes)
                switch Metric(rawValue: condition.metric)?.scope {
                case .section, .post, .region, .shelter, nil: break
                case .country, .indicator, .source, .station:
                    notes.add(.wrongPlace(condition.metric), at: path)
                }
            }
        }
    }

    private func check(_ tasks: [LevelTask], at key: String, _ notes: inout FindingNotes) {
        notes.unique(tasks.map(\.id), in: key)
        for (index, task) in tasks.enumerated() {
            let path = "\(key)[\(index)]"
            notes.languages(of: task.code, at: "\(path).code")
            notes.languages(of: task.what, at: "\(path).what")
            names.check(agency: task.lead, at: "\(path).lead", &notes)
            names.check(task.support, at: "\(path).support", &notes)
            if let escalation = task.escalation {
                names.check(agency: escalation.to, at: "\(path).escalation.to", &notes)
            }
        }
    }
}
