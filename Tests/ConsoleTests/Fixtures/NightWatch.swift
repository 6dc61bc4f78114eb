import Situation

// The watch of the bad night: what rang, what is proposed, what is in force.

extension SituationWriter {
    /// Alarms in every state, levels decided and proposed, a playbook in force with a late task.
    mutating func nightWatch() {
        alarms()
        levels()
        playbook()
    }

    private mutating func alarms() {
        raise("section-influx", "ru-west", 4.1, 2.5, .critical, "influx/ru-west", ago: 95)
        say("section-influx", "ru-west", .acknowledged, ago: 90)
        raise("region-hours-to-full", "KZ-27", 2, 12, .high, "beds/KZ-27", ago: 2)
        raise("post-wait", "syrym", 400, 240, .medium, "influx/ru-west", ago: 16)
        raise("section-influx", "ru-north", 2.5, 2.5, .high, "influx/ru-north", ago: 41)
        say("section-influx", "ru-north", .acknowledged, ago: 39)
        raise("post-closed", "zhanybek", nil, nil, .medium, "closure/ru-west", ago: 118)
        say(
            "post-closed", "zhanybek",
            .shelved(until: now + .hours(2), reason: "боран басылғанша"), ago: 100)
        raise("post-silence", "temir-baba", 371, 360, .medium, "silence/tm", ago: 8)
        say("post-silence", "temir-baba", .suppressed(because: "source-silence"), ago: 8)
        raise("shelter-occupancy", "oral-1", 0.99, 0.9, .low, "beds/KZ-27", ago: 190)
        say("shelter-occupancy", "oral-1", .acknowledged, ago: 180)
        raise("post-wait", "taskala", 130, 120, .low, "influx/ru-west", ago: 300)
        say("post-wait", "taskala", .returned(value: 80), ago: 30)
        raise("source-silence", "cn-border", 192, 180, .medium, "silence/cn-border", ago: 33)
        say("source-silence", "cn-border", .takenOutOfService(reason: "арна жөнделуде"), ago: 25)
    }

    private mutating func levels() {
        let reasons = [
            LevelEvent.Reason(metric: "section.inflow_ratio", subject: "ru-west", value: 3.7, limit: 3),
            LevelEvent.Reason(metric: "section.wait_minutes", subject: "ru-west", value: 400, limit: 360),
        ]
        watch(.level(LevelEvent("ru-west", .proposed(.medium, because: []))), ago: 420)
        watch(
            .level(LevelEvent("ru-west", .confirmed(.medium, reason: "кезек өсіп жатыр"))), ago: 410,
            by: "Б. Сағынов")
        watch(.level(LevelEvent("ru-west", .proposed(.high, because: reasons))), ago: 24)
        watch(.level(LevelEvent("ru-north", .proposed(.medium, because: []))), ago: 80)
        watch(
            .level(
                LevelEvent(
                    "ru-north",
                    .declined(.medium, reason: "бір реттік автобус легі", until: now + .minutes(40)))),
            ago: 70, by: "Б. Сағынов")
    }

    private mutating func playbook() {
        let run = PlaybookRunID("mass-influx", at: "ru-west", number: 1)
        let affected = PlaybookEvent.Affected(sections: ["ru-west"], regions: ["KZ-27"])
        watch(
            .playbook(
                PlaybookEvent(
                    run, of: "mass-influx",
                    .started(affected, phase: "receive", reason: "екі пунктте күту 6 сағаттан асты"))),
            ago: 26 * 60, by: "Б. Сағынов")
        watch(
            .playbook(
                PlaybookEvent(run, of: "mass-influx", .phaseProposed(phase: "sustain", trigger: "beds-end"))),
            ago: 12)
        let steps: [(String, AgencyKey, Int, Bool)] = [
            ("B1", "NSC", 25 * 60, true), ("B2", "NSC", 24 * 60, true), ("B7", "LEB", 40, false),
            ("B8", "MLSP", -80, false),
        ]
        for (step, lead, late, isDone) in steps {
            let task = TaskRef("\(run)/\(step)")
            let opening = TaskEvent.Opening(
                origin: .playbook(run, "mass-influx", phase: "receive"), step: step, lead: lead,
                due: now - .minutes(late))
            watch(.task(TaskEvent(task, .opened(opening))), ago: 26 * 60)
            if isDone {
                watch(.task(TaskEvent(task, .done(.word("орындалды")))), ago: late + 5, by: "Б. Сағынов")
            }
        }
    }

    /// Sixty alarms in ten minutes, of three causes.
    mutating func flood() {
        let causes = [("influx/ru-west", 40), ("beds/KZ-27", 15), ("silence/cn", 5)]
        var number = 0
        for (cause, count) in causes {
            for index in 0..<count {
                let rule: AlarmRuleID = cause.hasPrefix("influx") ? "post-wait" : "shelter-occupancy"
                watch(
                    .alarm(
                        AlarmEvent(
                            AlarmID(rule: rule, subject: "\(cause)-\(index)"),
                            .raised(
                                .init(
                                    value: 130, limit: 120, priority: index == 0 ? .high : .low, cause: cause)
                            ))),
                    ago: 9 - number / 7)
                number += 1
            }
        }
    }

    private mutating func raise(
        _ rule: AlarmRuleID, _ subject: String, _ value: Double?, _ limit: Double?,
        _ priority: AlarmPriority, _ cause: String, ago: Int
    ) {
        let finding = AlarmEvent.Finding(value: value, limit: limit, priority: priority, cause: cause)
        watch(.alarm(AlarmEvent(AlarmID(rule: rule, subject: subject), .raised(finding))), ago: ago)
    }

    private mutating func say(_ rule: AlarmRuleID, _ subject: String, _ change: AlarmEvent.Change, ago: Int) {
        let person: PersonName? =
            switch change {
            case .raised, .returned, .suppressed, .unsuppressed: nil
            default: "Б. Сағынов"
            }
        watch(.alarm(AlarmEvent(AlarmID(rule: rule, subject: subject), change)), ago: ago, by: person)
    }
}
