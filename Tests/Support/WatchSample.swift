import Situation

/// One of each thing an entry of the watch can say, in an order in which it could happen.
public enum WatchSample {
    private static let affected = PlaybookEvent.Affected(
        sections: ["ru-west"], regions: ["KZ-27"], checkpoints: ["syrym"])
    private static let later = Instant.at(20)

    public static var facts: [Fact] {
        alarms + levels + playbooks + tasks + reserves + shifts + log + contradictions + reports
    }

    private static var alarms: [Fact] {
        let finding = AlarmEvent.Finding(value: 312.5, limit: 240, priority: .high, cause: "influx/ru-west")
        let changes: [AlarmEvent.Change] = [
            .raised(finding), .acknowledged, .shelved(until: later, reason: "roadworks"),
            .unshelved(reason: "done"), .suppressed(because: "closed"), .unsuppressed,
            .takenOutOfService(reason: "feed broken"), .putInService(reason: "mended"), .returned(value: 12),
            .returned(value: nil),
            .raised(AlarmEvent.Finding(value: nil, priority: .critical, cause: "silence/syrym")),
        ]
        return changes.map { .alarm(AlarmEvent(AlarmID(rule: "post-wait", subject: "syrym"), $0)) }
    }

    private static var levels: [Fact] {
        let reason = LevelEvent.Reason(
            metric: "section.in.day", subject: "ru-west", value: 9000, limit: 5000)
        let changes: [LevelEvent.Change] = [
            .proposed(.critical, because: [reason]),
            .declined(.critical, reason: "wait for the count", until: later),
            .proposed(.high, because: []), .confirmed(.high, reason: "queues to the river"),
        ]
        return changes.map { .level(LevelEvent("ru-west", $0)) }
    }

    private static var playbooks: [Fact] {
        let proposal = PlaybookEvent.Proposal(trigger: "T1", affected: affected, figures: [])
        let changes: [PlaybookEvent.Change] = [
            .proposed(proposal), .declined(reason: "not yet", until: later),
            .requested(affected, reason: "border full"),
            .started(affected, phase: "alert", reason: "border full"),
            .phaseProposed(phase: "reception", trigger: "T2"),
            .phaseDeclined(phase: "reception", reason: "beds enough", until: later),
            .phaseOpened(phase: "reception", reason: "beds short"), .standDownProposed,
            .standDownDeclined(reason: "one more night", until: later), .ended(reason: "quiet"),
        ]
        let run = PlaybookRunID("mass-influx", at: "ru-west", number: 1)
        return changes.map { .playbook(PlaybookEvent(run, of: "mass-influx", $0)) }
    }

    private static var tasks: [Fact] {
        let first: TaskRef = "mass-influx/ru-west/1/B4"
        let opening = TaskEvent.Opening(
            origin: .playbook("mass-influx/ru-west/1", "mass-influx", phase: "alert"), step: "B4",
            lead: "MIA",
            support: ["MES"], due: later, after: ["mass-influx/ru-west/1/A1"])
        let changes: [TaskEvent.Change] = [
            .opened(opening), .assigned(owner: "Akimat"), .accepted, .asylumAsked(answer: .none), .begun,
            .messageSent(message: "M1", to: ["MIA", "MES"], text: "Автобус керек"), .escalated(to: "GOV"),
            .cannot(reason: "no drivers"), .reopened(reason: "drivers found"),
            .done(.word("six buses")), .reopened(reason: "counted twice"),
            .done(.figure(metric: "region.beds.free", subject: "KZ-27", value: 40)),
            .dropped(reason: "ended"),
        ]
        let level = TaskEvent.Opening(
            origin: .level("ru-west", .high), step: "inform", lead: "BS", due: later, round: 2)
        return changes.map { .task(TaskEvent(first, $0)) }
            + [.task(TaskEvent("level/ru-west/high/inform", .opened(level)))]
    }

    private static var reserves: [Fact] {
        let pool = ReservePool(kind: "buses", place: "KZ-27")
        let task: TaskRef = "mass-influx/ru-west/1/B4"
        return [
            .reserve(ReserveEvent(pool, .committed(amount: 6, of: 10, task: task))),
            .reserve(ReserveEvent(pool, .released(amount: 2, task: task))),
        ]
    }

    private static var shifts: [Fact] {
        let item = HandoverItem(.alarm, "post-wait/syrym")
        let handover = Handover(
            to: "Dina", items: [item, HandoverItem(.task, "mass-influx/ru-west/1/B4")], words: "Watch Syrym",
            entryCount: 41, head: "00ff")
        let changes: [ShiftEvent.Change] = [
            .signedOn("Aliya", .dutyOfficer, .pin), .refused(.takeAlarmOutOfService, what: "post-wait/syrym"),
            .handoverBegun(handover), .itemReturned(item.id, question: "since when?"),
            .itemAnswered(item.id, words: "since noon"), .itemAccepted(item.id),
            .handoverClosed("Dina", .shiftLead, .telephone),
            .countersigned("Dina", EntryID(station: "w", number: 7), .pin),
            .relieved("Marat", .dutyOfficer, .unixAccount, reason: "taken ill"), .signedOff,
        ]
        return changes.map { .shift(ShiftEvent("duty-officer", $0)) }
    }

    private static var log: [Fact] {
        let entry = EntryID(station: "w", number: 1)
        let alarm = AlarmID(rule: "post-wait", subject: "syrym")
        return [
            .note(Note(text: "Кезек ұзарды", place: "syrym", kind: .call, link: .alarm(alarm))),
            .note(Note(text: "x", kind: .order, link: .task("mass-influx/ru-west/1/B4"))),
            .note(Note(text: "y", link: .entry(entry))),
            .significance(SignificanceEvent(entry, .proposed(reason: "first death"))),
            .significance(SignificanceEvent(entry, .declined(reason: "not confirmed"))),
            .significance(SignificanceEvent(entry, .proposed(reason: "confirmed by hospital"))),
            .significance(SignificanceEvent(entry, .confirmed)),
        ]
    }

    private static var contradictions: [Fact] {
        let entry = EntryID(station: "w", number: 2)
        let finding = ContradictionEvent.Finding(
            rule: "digit-slip", subject: "KZ-27",
            first: ContradictionEvent.Figure(value: 50_928, entry: entry, source: "MIA"),
            second: ContradictionEvent.Figure(value: 15_928, entry: entry, source: "press"), gap: 35_000)
        let changes: [ContradictionEvent.Change] = [
            .raised(finding), .settled(.ask("MIA"), reason: "call back"),
            .settled(.bothStand, reason: "two days"), .raised(finding),
            .settled(.prefer(entry), reason: "the ministry's own"), .lapsed,
        ]
        return changes.map { .contradiction(ContradictionEvent("digit-slip/KZ-27/1", $0)) }
    }

    private static var reports: [Fact] {
        [
            .resource(ResourceReport(kind: "buses", region: "KZ-27", count: 10, committed: 6)),
            .resource(ResourceReport(kind: "tents", region: "KZ-27", count: 40)),
            .healthReport(
                HealthReport(
                    place: "oral-1", cases: ["measles": 2, "cholera": 1], deaths: 1, underFiveDeaths: 0,
                    consultations: 80)),
            .healthReport(HealthReport(place: "syrym", cases: ["measles": 1])),
            .incident(
                Incident(
                    place: "ru-west", kind: .crossingBetweenPosts, persons: 12, text: "Through the steppe")),
        ]
    }
}
