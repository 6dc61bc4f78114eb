import Language
import Situation
import Wording

/// What is said of each open thing in a handover: its name and where it stands. Used by the document and fit for the
/// screen where the incoming officer accepts them.
public struct HandoverItemWords {
    private let words: EntryWords
    private let picture: Picture
    private let reading: SituationReading
    private let now: Instant
    private var speech: Speech { words.speech }

    public init(words: EntryWords, picture: Picture, reading: SituationReading, now: Instant) {
        self.words = words
        self.picture = picture
        self.reading = reading
        self.now = now
    }

    /// The item in one line.
    public func text(_ item: HandoverItem) -> String {
        let name = words.name(item)
        return detail(item).map { "\(name): \($0)" } ?? name
    }

    private func detail(_ item: HandoverItem) -> String? {
        let watch = picture.watch
        switch item.kind {
        case .alarm: return AlarmID(item.subject).flatMap { watch.alarms[$0] }.map(ringing)
        case .shelvedAlarm: return AlarmID(item.subject).flatMap { watch.alarms[$0] }.flatMap(quiet)
        case .level: return watch.levels[SectionID(item.subject)].map(level)
        case .playbook: return watch.runs[PlaybookRunID(item.subject)].map(run)
        case .task: return watch.tasks[TaskRef(item.subject)].map(task)
        case .contradiction: return watch.contradictions[ContradictionID(item.subject)].map(contradiction)
        case .silentSource:
            let freshness =
                reading.checkpoint(CheckpointID(item.subject))?.freshness
                ?? reading.shelter(ShelterID(item.subject))?.freshness
            return freshness.map { speech("watch.handover.last-heard", ["span": .text(speech.age($0))]) }
        case .significantEvent:
            return EntryID(item.subject).flatMap { watch.significance[$0] }.flatMap(\.proposed).map {
                speech(
                    "watch.handover.promotion",
                    ["person": .text($0.by.person.rawValue), "reason": .text($0.reason)])
            }
        }
    }

    private func ringing(_ record: AlarmRecord) -> String {
        var parts: [String] = []
        if let finding = record.finding {
            parts.append(speech("watch.priority.\(finding.priority.rawValue)"))
            if let value = finding.value { parts.append(speech.decimal(value)) }
        }
        if let raised = record.raised { parts.append(speech.moment(raised)) }
        switch record.state(at: now) {
        case .unacknowledged: parts.append(speech("watch.handover.alarm.unacknowledged"))
        case .acknowledged: parts.append(speech("watch.handover.alarm.acknowledged"))
        case .returnedUnacknowledged: parts.append(speech("watch.handover.alarm.returned"))
        case .normal, .shelved, .suppressed, .outOfService: break
        }
        return parts.joined(separator: ", ")
    }

    private func quiet(_ record: AlarmRecord) -> String? {
        switch record.state(at: now) {
        case .shelved(let shelf):
            speech(
                "watch.handover.alarm.shelved",
                [
                    "time": .text(shelf.until.map(speech.moment) ?? Speech.none),
                    "person": .text(shelf.by.person.rawValue), "reason": .text(shelf.reason),
                ])
        case .suppressed(let because): speech("watch.handover.alarm.suppressed", ["reason": .text(because)])
        case .outOfService(let shelf):
            speech(
                "watch.handover.alarm.out-of-service",
                ["person": .text(shelf.by.person.rawValue), "reason": .text(shelf.reason)])
        case .normal, .unacknowledged, .acknowledged, .returnedUnacknowledged: nil
        }
    }

    private func level(_ record: LevelRecord) -> String {
        var text = speech("watch.level.\(record.level.rawValue)")
        if let decision = record.confirmed, !decision.reason.isEmpty { text += " (\(decision.reason))" }
        if let proposal = record.proposal {
            let level = speech("watch.level.\(proposal.level.rawValue)")
            text += ", " + speech("watch.handover.level-proposed", ["level": .text(level)])
        }
        return text
    }

    private func run(_ record: PlaybookRunRecord) -> String {
        let state = speech("watch.handover.run.\(record.state.rawValue.lowercased())")
        guard let phase = record.phases.last?.phase else { return state }
        let playbook = words.playbooks.first { $0.id == record.playbook }
        let name = playbook?.phases.first { $0.id.rawValue == phase }.map { words.names.text($0.name) }
        return "\(state), \(name ?? phase)"
    }

    private func task(_ record: TaskRecord) -> String {
        var parts = [
            words.names.agency(record.opening.lead, words.policy), speech("watch.handover.task.\(record.state.rawValue)"),
            speech("watch.handover.due", ["time": .text(speech.moment(record.opening.due))]),
        ]
        if let owner = record.owner { parts.insert(owner, at: 1) }
        if record.isOverdue(at: now) {
            parts.append(
                speech("watch.handover.overdue", ["span": .text(speech.span(now - record.opening.due))]))
        }
        return parts.joined(separator: ", ")
    }

    private func contradiction(_ record: ContradictionRecord) -> String {
        let finding = record.finding
        func figure(_ figure: ContradictionEvent.Figure) -> String {
            "\(speech.decimal(figure.value)) (\(figure.source))"
        }
        return "\(finding.rule), \(words.names.place(finding.subject)): \(figure(finding.first)) ≠ \(figure(finding.second))"
    }
}
