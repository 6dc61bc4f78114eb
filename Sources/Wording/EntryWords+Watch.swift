import Language
import Planning
import Situation

// What events of the watch say, in one line each.

extension EntryWords {
    func words(_ event: AlarmEvent) -> String {
        let key: String
        var arguments: [String: Phrase.Argument] = ["alarm": .text(name(event.alarm))]
        switch event.change {
        case .raised(let found):
            key = found.value == nil ? "raised" : "raised-value"
            arguments["value"] = .text(found.value.map { speech.decimal($0, digits: 1) } ?? "")
            arguments["priority"] = .text(speech("watch.priority.\(found.priority.rawValue)"))
        case .returned: key = "returned"
        case .acknowledged: key = "acknowledged"
        case .shelved(let until, let reason):
            key = "shelved"
            arguments["time"] = .text(speech.moment(until))
            arguments["reason"] = .text(reason)
        case .unshelved: key = "unshelved"
        case .suppressed(let because):
            key = "suppressed"
            arguments["reason"] = .text(because)
        case .unsuppressed: key = "unsuppressed"
        case .takenOutOfService(let reason):
            key = "out-of-service"
            arguments["reason"] = .text(reason)
        case .putInService: key = "in-service"
        }
        return speech("watch.alarm.\(key)", arguments)
    }

    /// The alarm's rule and place.
    public func name(_ alarm: AlarmID) -> String {
        let rule = alarmRules.first { $0.id == alarm.rule }.map { names.text($0.name) } ?? alarm.rule.rawValue
        let place = alarm.subject == "KZ" ? speech("console.word.country") : names.place(alarm.subject)
        return "\(rule): \(place)"
    }

    func words(_ event: LevelEvent) -> String {
        var arguments: [String: Phrase.Argument] = ["section": .text(names.section(event.section))]
        func level(_ level: ImpactLevel) {
            arguments["level"] = .text(speech("watch.level.\(level.rawValue)"))
        }
        switch event.change {
        case .proposed(let proposed, _):
            level(proposed)
            return speech("watch.level-event.proposed", arguments)
        case .confirmed(let confirmed, let reason):
            level(confirmed)
            arguments["reason"] = .text(reason)
            return speech("watch.level-event.confirmed", arguments)
        case .declined(let declined, let reason, _):
            level(declined)
            arguments["reason"] = .text(reason)
            return speech("watch.level-event.declined", arguments)
        }
    }

    func words(_ event: PlaybookEvent) -> String {
        let playbook = playbooks.first { $0.id == event.playbook }
        var arguments: [String: Phrase.Argument] = [
            "playbook": .text(playbook.map { names.text($0.name) } ?? event.playbook.rawValue)
        ]
        func phase(_ id: String) {
            let name = playbook?.phases.first { $0.id.rawValue == id }.map { names.text($0.name) }
            arguments["phase"] = .text(name ?? id)
        }
        let key: String
        switch event.change {
        case .proposed: key = "proposed"
        case .declined(let reason, _, _), .standDownDeclined(let reason, _):
            key = "declined"
            arguments["reason"] = .text(reason)
        case .requested: key = "requested"
        case .started: key = "started"
        case .phaseProposed(let id, _):
            key = "phase-proposed"
            phase(id)
        case .phaseDeclined(let id, let reason, _):
            key = "phase-declined"
            phase(id)
            arguments["reason"] = .text(reason)
        case .phaseOpened(let id, _):
            key = "phase-opened"
            phase(id)
        case .standDownProposed: key = "end-proposed"
        case .ended(let reason):
            key = "ended"
            arguments["reason"] = .text(reason)
        }
        return speech("watch.playbook.\(key)", arguments)
    }

    func words(_ event: TaskEvent) -> String {
        var arguments: [String: Phrase.Argument] = ["task": .text(name(event.task))]
        let key: String
        switch event.change {
        case .opened(let opening):
            key = "opened"
            arguments["agency"] = .text(names.agency(opening.lead, policy))
            arguments["time"] = .text(speech.moment(opening.due))
        case .assigned(let owner):
            key = "assigned"
            arguments["owner"] = .text(owner)
        case .accepted: key = "accepted"
        case .begun: key = "begun"
        case .done(.word(let words)):
            key = "done"
            arguments["words"] = .text(words)
        case .done(.figure(let metric, let subject, let value)):
            key = "proved"
            arguments["words"] = .text(
                "\(metric) \(names.place(subject)) \(speech.decimal(value, digits: 1))")
        case .cannot(let reason):
            key = "cannot"
            arguments["reason"] = .text(reason)
        case .reopened(let reason):
            key = "reopened"
            arguments["reason"] = .text(reason)
        case .escalated(let to):
            key = "escalated"
            arguments["agency"] = .text(names.agency(to, policy))
        case .asylumAsked(let answer):
            key = "asylum"
            arguments["answer"] = .text(speech("watch.asylum.\(answer.rawValue)"))
        case .messageSent(_, let to, _):
            key = "message"
            arguments["agency"] = .text(to.map { names.agency($0, policy) }.joined(separator: ", "))
        case .dropped(let reason):
            key = "dropped"
            arguments["reason"] = .text(reason)
        }
        return speech("watch.task.\(key)", arguments)
    }

    /// The task's code and words where its playbook or level is at hand.
    public func name(_ task: TaskRef) -> String {
        words(of: task).map { "\($0.code) \($0.what)" } ?? task.rawValue
    }

    /// What a task is called and what is to be done; `nil` where its playbook or level is not at hand.
    public func words(of task: TaskRef) -> (code: String, what: String)? {
        // `playbook/place/number/step`, later rounds with theirs behind; `level/section/level/number/step`.
        let parts = task.rawValue.split(separator: "/").map(String.init)
        guard parts.count >= 4 else { return nil }
        if parts[0] == "level", parts.count >= 5 {
            let found = ImpactLevel(rawValue: parts[2]).flatMap { levels?.task(parts[4], of: $0) }
            return found.map { (names.text($0.code), names.text($0.what)) }
        }
        let found = playbooks.first { $0.id.rawValue == parts[0] }?.task(.init(parts[3]))
        return found.map { (names.text($0.code), names.text($0.what)) }
    }

    /// What an item of a handover is about.
    public func name(_ item: HandoverItem.ID) -> String {
        let parts = item.rawValue.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = HandoverItem.Kind(rawValue: parts[0]) else { return item.rawValue }
        return name(HandoverItem(kind, parts[1]))
    }

    /// What an item of a handover is about.
    public func name(_ item: HandoverItem) -> String {
        switch item.kind {
        case .alarm, .shelvedAlarm: AlarmID(item.subject).map { name($0) } ?? item.subject
        case .level: names.section(SectionID(item.subject))
        case .playbook: name(PlaybookRunID(item.subject))
        case .task: name(TaskRef(item.subject))
        case .silentSource: names.place(item.subject)
        case .contradiction, .significantEvent: item.subject
        }
    }

    /// The playbook's name and the place of one run of it.
    public func name(_ run: PlaybookRunID) -> String {
        let parts = run.rawValue.split(separator: "/").map(String.init)
        guard parts.count == 3, let playbook = playbooks.first(where: { $0.id.rawValue == parts[0] }) else {
            return run.rawValue
        }
        return "\(names.text(playbook.name)), \(names.place(parts[1]))"
    }

    func words(_ event: ReserveEvent) -> String {
        var arguments: [String: Phrase.Argument] = [
            "pool": .text("\(event.pool.kind), \(names.place(event.pool.place))")
        ]
        switch event.change {
        case .committed(let amount, let total, let task):
            arguments["count"] = .number(amount)
            arguments["total"] = .number(total)
            arguments["task"] = .text(name(task))
            return speech("watch.reserve.committed", arguments)
        case .released(let amount, let task):
            arguments["count"] = .number(amount)
            arguments["task"] = .text(name(task))
            return speech("watch.reserve.released", arguments)
        }
    }

    func words(_ event: ShiftEvent) -> String {
        var arguments: [String: Phrase.Argument] = ["seat": .text(event.seat.rawValue)]
        let key: String
        switch event.change {
        case .signedOn(let person, let role, _):
            key = "signed-on"
            arguments["person"] = .text(person.rawValue)
            arguments["role"] = .text(speech("watch.role.\(role.rawValue)"))
        case .signedOff: key = "signed-off"
        case .refused(_, let what):
            key = "refused"
            arguments["what"] = .text(what)
        case .handoverBegun(let handover):
            key = "handover-begun"
            arguments["person"] = .text(handover.to.rawValue)
            arguments["count"] = .number(handover.items.count)
        case .itemAccepted(let item):
            key = "item-accepted"
            arguments["what"] = .text(name(item))
        case .itemReturned(let item, let question):
            key = "item-returned"
            arguments["what"] = .text(name(item))
            arguments["words"] = .text(question)
        case .itemAnswered(let item, let words):
            key = "item-answered"
            arguments["what"] = .text(name(item))
            arguments["words"] = .text(words)
        case .handoverClosed(let person, let role, _):
            key = "handover-closed"
            arguments["person"] = .text(person.rawValue)
            arguments["role"] = .text(speech("watch.role.\(role.rawValue)"))
        case .countersigned(let person, let entry, _):
            key = "countersigned"
            arguments["person"] = .text(person.rawValue)
            arguments["entry"] = .text(entry.description)
        case .relieved(let person, _, _, let reason):
            key = "relieved"
            arguments["person"] = .text(person.rawValue)
            arguments["reason"] = .text(reason)
        }
        return speech("watch.shift.\(key)", arguments)
    }

    func words(_ event: SignificanceEvent) -> String {
        let entry: [String: Phrase.Argument] = ["entry": .text(event.entry.description)]
        return switch event.change {
        case .proposed(let reason):
            speech("watch.significance.proposed", entry.merging(["reason": .text(reason)]) { $1 })
        case .confirmed: speech("watch.significance.confirmed", entry)
        case .declined(let reason):
            speech("watch.significance.declined", entry.merging(["reason": .text(reason)]) { $1 })
        }
    }

    func words(_ event: ContradictionEvent) -> String {
        switch event.change {
        case .raised(let finding):
            return speech(
                "watch.contradiction.raised",
                [
                    "place": .text(names.place(finding.subject)),
                    "first": .text(speech.decimal(finding.first.value, digits: 1)),
                    "second": .text(speech.decimal(finding.second.value, digits: 1)),
                    "rule": .text(speech("watch.rule.\(finding.rule).name")),
                ])
        case .settled(let settlement, let reason):
            let key =
                switch settlement {
                case .prefer: "prefer"
                case .bothStand: "both-stand"
                case .ask: "ask"
                }
            return speech(
                "watch.contradiction.settled",
                ["how": .text(speech("watch.settlement.\(key)")), "reason": .text(reason)])
        case .lapsed: return speech("watch.contradiction.lapsed")
        }
    }

    func words(_ report: ResourceReport) -> String {
        speech(
            "watch.report.resource",
            [
                "kind": .text(report.kind), "place": .text(names.region(report.region)),
                "count": .number(report.count),
            ])
    }

    func words(_ report: HealthReport) -> String {
        let cases = report.cases.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return speech(
            "watch.report.health",
            [
                "place": .text(names.place(report.place)), "cases": .text(cases.joined(separator: ", ")),
                "deaths": .text(speech.number(report.deaths)),
            ])
    }

    func words(_ incident: Incident) -> String {
        "\(names.place(incident.place)): \(speech("watch.incident.\(incident.kind.rawValue)")). \(incident.text)"
    }
}
