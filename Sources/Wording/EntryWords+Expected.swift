import Language
import Planning
import Situation

// What an exercise expects of its trainees, as a director and an evaluator read it.

extension EntryWords {
    /// An expected act in one line, its place named where the list names one.
    public func words(_ act: ExpectedAct) -> String {
        switch act {
        case .acknowledgeAlarm(let rule, let place):
            at(place, say("acknowledge-alarm", ["what": .text(rule.map(ruleName) ?? any)]))
        case .confirmLevel(let section, let level):
            say(
                "confirm-level",
                [
                    "place": .text(names.section(section)),
                    "level": .text(speech("watch.level.\(level.rawValue)")),
                ])
        case .startPlaybook(let id): say("start-playbook", ["what": .text(playbookName(id))])
        case .openPhase(let id, let phase):
            say("open-phase", ["what": .text(playbookName(id)), "phase": .text(phaseName(phase, of: id))])
        case .task(let id, let task, let state):
            say(
                "task",
                [
                    "what": .text(taskName(task, of: id)),
                    "state": .text(speech("watch.task-state.\(state.rawValue)")),
                ])
        case .commitReserve(let kind, let region, let amount):
            at(
                region?.rawValue,
                say(
                    "commit-reserve",
                    [
                        "what": .text(speech("watch.work.reserve-kind.\(kind.rawValue)")),
                        "count": .number(amount),
                    ]))
        case .order(let kind, let place):
            at(place, say("order", ["what": .text(speech("drill.act-name.\(kind.rawValue)"))]))
        case .settleContradiction(let place): at(place, say("settle-contradiction"))
        case .writeLog(_, let place, let mentions):
            at(
                place,
                mentions.isEmpty
                    ? say("write-log")
                    : say("write-log-of", ["what": .text(mentions.prefix(3).joined(separator: ", "))]))
        case .telephoneReport(let kind, let place):
            at(place, say("telephone-report", ["what": .text(speech("console.kind.\(kind.rawValue)"))]))
        case .sendMessage(let id, let message):
            say("send-message", ["what": .text("\(playbookName(id)), \(message)")])
        case .handOver: say("hand-over")
        }
    }

    private func say(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        speech("drill.expected.\(key)", arguments)
    }

    private func at(_ place: String?, _ words: String) -> String {
        place.map { "\(words) — \($0 == "KZ" ? speech("console.word.country") : names.place($0))" } ?? words
    }

    private var any: String { speech("drill.expected.any") }

    private func ruleName(_ id: AlarmRuleID) -> String {
        alarmRules.first { $0.id == id }.map { names.text($0.name) } ?? id.rawValue
    }

    private func playbookName(_ id: PlaybookID) -> String {
        playbooks.first { $0.id == id }.map { names.text($0.name) } ?? id.rawValue
    }

    private func phaseName(_ id: Phase.ID, of playbook: PlaybookID) -> String {
        playbooks.first { $0.id == playbook }?.phases.first { $0.id == id }.map { names.text($0.name) }
            ?? id.rawValue
    }

    private func taskName(_ id: PlaybookTask.ID, of playbook: PlaybookID) -> String {
        guard let task = playbooks.first(where: { $0.id == playbook })?.task(id) else { return id.rawValue }
        return "\(names.text(task.code)) \(names.text(task.what))"
    }
}
