import Planning
import Situation
import Terminal
import Watch
import Wording

// What the rules say of alarms, in the reader's language.

extension Look {
    /// The moment whose ages, shelves and due times are shown.
    var shownMoment: Instant { model.context.past?.moment ?? model.now ?? Instant(milliseconds: 0) }

    /// The rule an alarm comes from; `nil` while rules are not read or when a later version dropped it.
    func rule(_ alarm: AlarmID) -> AlarmRule? { model.context.alarmRules.first { $0.id == alarm.rule } }

    /// What people call the alarm and where it is; the rule's id where its words are not at hand.
    func alarmName(_ alarm: AlarmID) -> String {
        "\(rule(alarm).map { names.text($0.name) } ?? alarm.rule.rawValue): \(subject(alarm.subject))"
    }

    /// A place, task or source that an alarm is about.
    func subject(_ id: String) -> String {
        if id == "KZ" { return speech("console.word.country") }
        return watch.tasks[TaskRef(id)].map { taskCode($0.id) } ?? names.place(id)
    }

    /// What to do first, and who does it.
    func nextStep(_ alarm: AlarmID) -> String {
        guard let rule = rule(alarm) else { return "" }
        return "\(marks.arrow) \(names.text(rule.nextStep.text)), \(agency(rule.owner))"
    }

    /// The value that was found beside the limit it reached.
    func measured(_ record: AlarmRecord) -> String {
        guard let finding = record.finding, let value = finding.value else { return marks.none }
        let metric = rule(record.id)?.metric
        guard let limit = finding.limit else { return measure(value, metric) }
        return "\(measure(value, metric)) / \(measure(limit, metric))"
    }

    func priority(_ priority: AlarmPriority?) -> String {
        priority.map { speech("watch.priority.\($0.rawValue)") } ?? marks.none
    }

    /// The page of what an alarm is about; `nil` for the country and for sources.
    func destination(ofSubject id: String) -> Destination? {
        if reference.checkpoint(CheckpointID(id)) != nil { return .checkpoint(CheckpointID(id)) }
        if reference.shelter(ShelterID(id)) != nil { return .shelter(ShelterID(id)) }
        if reference.region(RegionCode(id)) != nil { return .region(RegionCode(id)) }
        if reference.section(SectionID(id)) != nil { return .section(SectionID(id)) }
        return watch.tasks[TaskRef(id)].map { .task($0.id) }
    }

    /// The task that is the next step of an alarm, or the playbook that has it where it is not in force.
    func destination(ofStep alarm: AlarmID) -> Destination? {
        guard let step = rule(alarm)?.nextStep.step else { return nil }
        let tasks = watch.tasks.values.filter { task in
            guard case .playbook(_, step.playbook, _) = task.opening.origin else { return false }
            return task.opening.step == step.task.rawValue
        }
        let last = tasks.max {
            ($0.state.isPending ? 1 : 0, $0.opened) < ($1.state.isPending ? 1 : 0, $1.opened)
        }
        if let last { return .task(last.id) }
        return model.context.playbooks.contains { $0.id == step.playbook } ? .playbook(step.playbook) : nil
    }
}
