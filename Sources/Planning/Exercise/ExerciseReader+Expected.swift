import Situation
import StrictYAML

/// What is expected, and what it is held against.
extension ExerciseReader {
    /// The keys acts are written under, in the order in which documents list them.
    static let actKeys = [
        "acknowledge_alarm", "confirm_level", "start_playbook", "open_phase", "task", "commit_reserve",
        "order",
        "settle_contradiction", "write_log", "telephone_report", "send_message", "handover",
    ]

    static func expected(_ value: YAMLValue, _ faults: YAMLFaults) -> ExpectedAction? {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let within = form.value("within", or: .hours(1)) { try $0.span() }
        let objective: ExerciseObjective.ID = form.value("objective", or: "") { try $0.name() }
        let note = form.optional("note") { try $0.planText() }
        guard let act = act(&form) else { return nil }
        return ExpectedAction(act: act, within: within, objective: objective, note: note)
    }

    /// The one act that a mapping has.
    static func act(_ whole: inout YAMLForm) -> ExpectedAct? {
        guard let (key, written) = whole.choice(actKeys) else { return nil }
        var form = YAMLForm(written, whole.faults)
        defer { form.finish() }
        return key == "task" || key == "open_phase" || key == "send_message" || key == "start_playbook"
            ? playbookAct(key, &form) : otherAct(key, &form)
    }

    private static func playbookAct(_ key: String, _ form: inout YAMLForm) -> ExpectedAct {
        let playbook: PlaybookID = form.value("playbook", or: "") { try $0.name() }
        switch key {
        case "start_playbook": return .startPlaybook(playbook)
        case "open_phase": return .openPhase(playbook, form.value("phase", or: "") { try $0.name() })
        case "send_message":
            return .sendMessage(playbook, form.value("message", or: "") { try $0.name() })
        default:
            return .task(
                playbook, form.value("step", or: "") { try $0.name() },
                form.value("state", or: .accepted) {
                    try $0.one(of: ExpectedAct.taskStates, named: \.rawValue)
                })
        }
    }

    private static func otherAct(_ key: String, _ form: inout YAMLForm) -> ExpectedAct {
        switch key {
        case "acknowledge_alarm":
            .acknowledgeAlarm(form.optional("rule") { try $0.name() }, place: place(&form))
        case "confirm_level":
            .confirmLevel(
                form.value("section", or: "") { try $0.name() },
                atLeast: form.value("at_least", or: .low) { try $0.oneOf(ImpactLevel.self) })
        case "commit_reserve":
            .commitReserve(
                form.value("kind", or: .beds) { try $0.oneOf(ReserveCommitment.Kind.self) },
                form.optional("region") { try $0.name() },
                atLeast: form.optional("at_least") { try $0.integer(in: 1...PlanLimits.beds.upperBound) } ?? 1
            )
        case "order":
            .order(form.value("what", or: .staffLanes) { try $0.oneOf(OrderKind.self) }, place: place(&form))
        case "settle_contradiction": .settleContradiction(place: place(&form))
        case "write_log":
            .writeLog(
                form.optional("kind") { try $0.oneOf(Note.Kind.self) }, place: place(&form),
                mentions: form.optional("mentions") { try $0.filledTexts() } ?? [])
        case "telephone_report":
            .telephoneReport(
                form.value("kind", or: .incident) {
                    try $0.one(of: ExpectedAct.telephoneKinds, named: \.rawValue)
                }, place: place(&form))
        default: .handOver
        }
    }

    private static func place(_ form: inout YAMLForm) -> String? {
        form.optional("place") { try $0.filledText() }
    }
}

// MARK: - Evaluation

extension ExerciseReader {
    static func criterion(_ value: YAMLValue, _ faults: YAMLFaults) -> Criterion? {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let id = form.value("id", or: "") { try $0.filledText() }
        let objective: ExerciseObjective.ID = form.value("objective", or: "") { try $0.name() }
        let text = form.value("text", or: PlanText([:])) { try $0.planText() }
        let good = form.value("good", or: 0.0) { try $0.number(in: 0...PlanLimits.largest) }
        let poor = form.value("poor", or: 0.0) { try $0.number(in: 0...PlanLimits.largest) }
        guard let written = form.demand("measure"), let measure = measure(written, faults) else { return nil }
        return Criterion(id: id, objective: objective, text: text, measure: measure, good: good, poor: poor)
    }

    private static let plainMeasures: [(key: String, measure: ExerciseMeasure)] = [
        ("actions_in_time", .actionsInTime(of: [])), ("person_hours_waited", .personHoursWaited),
        ("person_hours_without_bed", .personHoursWithoutBed),
        ("standards_breached_hours", .standardsBreachedHours),
        ("contradictions_settled", .contradictionsSettled),
    ]

    /// The name of a measure, or a mapping with the one that has to say more.
    private static func measure(_ value: YAMLValue, _ faults: YAMLFaults) -> ExerciseMeasure? {
        let more = ["actions_in_time", "response", "alarms_unacknowledged", "reserve_committed"]
        if (try? value.pairs()) == nil {
            return faults.reading(value, or: nil) {
                try $0.one(of: plainMeasures, named: \.key).measure
            }
        }
        var whole = YAMLForm(value, faults)
        defer { whole.finish() }
        guard let (key, written) = whole.choice(more) else { return nil }
        var form = YAMLForm(written, faults)
        defer { form.finish() }
        switch key {
        case "actions_in_time":
            return .actionsInTime(of: form.value("of", or: []) { try $0.someIdentifiers() })
        case "response":
            return .response(
                form.value("stage", or: .detection) { try $0.oneOf(ExerciseMeasure.Stage.self) },
                to: form.value("to", or: "") { try $0.name() })
        case "alarms_unacknowledged":
            return .alarmsUnacknowledged(over: form.value("over", or: .minutes(1)) { try $0.lasting() })
        default:
            return .reserveCommitted(
                form.value("kind", or: .beds) { try $0.oneOf(ReserveCommitment.Kind.self) })
        }
    }
}

extension YAMLValue {
    /// One of a closed list that is not all cases of a type.
    func one<Choice>(of choices: [Choice], named: (Choice) -> String) throws(YAMLFault) -> Choice {
        if let written = try? text(), let choice = choices.first(where: { named($0) == written }) {
            return choice
        }
        throw expected("one of " + choices.map(named).joined(separator: ", "))
    }

    /// Texts, one or more.
    func filledTexts() throws(YAMLFault) -> [String] {
        let texts = try list { (element: YAMLValue) throws(YAMLFault) -> String in try element.filledText() }
        guard !texts.isEmpty else { throw expected("at least one value") }
        return texts
    }
}
