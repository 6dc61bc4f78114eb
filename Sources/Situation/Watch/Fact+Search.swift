extension Entry {
    /// What the entry says in words; `nil` when it is no line of the duty log.
    ///
    /// Lines of the duty log are what people write and what happens at the watch. Figures of feeds are none, unless
    /// somebody told them by telephone.
    public var searchText: String? {
        guard let caller = source.caller else { return fact.searchText }
        return [fact.searchText, caller].compactMap(\.self).joined(separator: " ")
    }
}

extension SourceID {
    private static let telephone = "tel: "

    /// What is said by telephone has the caller for its source.
    public static func telephone(from caller: String) -> SourceID { SourceID(telephone + caller) }

    /// Who told it by telephone; `nil` for other sources.
    public var caller: String? {
        rawValue.hasPrefix(Self.telephone) ? String(rawValue.dropFirst(Self.telephone.count)) : nil
    }
}

extension Fact {
    /// What is said in words: texts, reasons and the names of things, as they stand in the body; `nil` for figures
    /// alone, which are found by their place and time.
    public var searchText: String? {
        switch self {
        case .checkpointReport, .statedTotal, .shelterReport, .facility, .indicatorValue, .crossings, .unread:
            nil
        case .checkpointState(let state):
            line(state.checkpoint.rawValue, state.status?.rawValue, state.reason)
        case .resource(let report): line(report.kind)
        case .healthReport(let report): line(report.place, report.cases.keys.sorted().joined(separator: " "))
        case .incident(let incident): line(incident.place, incident.kind.rawValue, incident.text)
        case .note(let note): line(note.text)
        case .significance(let event): line(event.entry.description, event.change.words)
        case .alarm(let event): line(event.alarm.description, event.change.words)
        case .level(let event): line(event.section.rawValue, event.change.words)
        case .playbook(let event): line(event.run.rawValue, event.change.words)
        case .task(let event): line(event.task.rawValue, event.change.words)
        case .reserve(let event): line(event.pool.description, event.change.task.rawValue)
        case .shift(let event): line(event.change.words)
        case .contradiction(let event): line(event.contradiction.rawValue, event.change.words)
        case .measureState(let state):
            line("measure-\(state.measure)", state.words, state.state.reason, state.evidence?.document)
        case .decision(let event): line(event.question.rawValue, event.change.words)
        case .act(let event): line(event.order.rawValue, event.change.words)
        case .exercise(let event): event.words
        case .correction(let correction): line(correction.reason, correction.replacement?.searchText)
        }
    }

    private func line(_ parts: String?...) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The places spoken of, by their ids: what a search for a place finds.
    public var searchPlaces: [String] {
        switch self {
        case .checkpointReport(let report): [report.checkpoint.rawValue]
        case .checkpointState(let state): [state.checkpoint.rawValue]
        case .statedTotal(let total): [total.area.code]
        case .shelterReport(let report): [report.shelter.rawValue]
        case .facility(let facility): [facility.facility.rawValue, facility.region.rawValue]
        case .resource(let report): [report.region.rawValue]
        case .healthReport(let report): [report.place]
        case .incident(let incident): [incident.place]
        case .indicatorValue(let value): value.region.map { [$0.rawValue] } ?? []
        case .note(let note): note.place.map { [$0] } ?? []
        case .alarm(let event): [event.alarm.subject]
        case .level(let event): [event.section.rawValue]
        case .playbook(let event): event.places
        case .task(let event): event.places
        case .reserve(let event): [event.pool.place]
        case .contradiction(let event):
            if case .raised(let finding) = event.change { [finding.subject] } else { [] }
        case .correction(let correction): correction.replacement?.searchPlaces ?? []
        case .act(let event):
            if case .ordered(let act, _, _, _) = event.change { [act.place] } else { event.places }
        case .significance, .shift, .measureState, .decision, .crossings, .exercise, .unread: []
        }
    }
}

extension Correction {
    /// What it puts in the place of its target; `nil` for a retraction.
    public var replacement: Fact? { if case .supersede(let fact) = change { fact } else { nil } }
}

// MARK: - What each event says

extension ExecutionState {
    fileprivate var reason: String? { if case .cannot(let reason) = self { reason } else { nil } }
}

extension DecisionEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .raised(let question): "\(question.raisedBy) \(question.text)"
        case .position(let position): "\(position.agency) \(position.words ?? "")"
        case .decided(let resolution):
            ([resolution.number, resolution.text] + resolution.assignments.map { "\($0.agency) \($0.what)" })
                .joined(separator: " ")
        case .assignment(_, let progress):
            [progress.words, progress.state.reason, progress.evidence?.document].compactMap(\.self)
                .joined(separator: " ")
        case .withdrawn(let reason), .reopened(let reason): reason
        }
    }
}

extension SignificanceEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .proposed(let reason), .declined(let reason): reason
        case .confirmed: nil
        }
    }
}

extension AlarmEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .raised(let finding): finding.cause
        case .shelved(_, let reason), .unshelved(let reason), .takenOutOfService(let reason),
            .putInService(let reason), .suppressed(let reason):
            reason
        case .returned, .acknowledged, .unsuppressed: nil
        }
    }
}

extension LevelEvent.Change {
    fileprivate var words: String {
        switch self {
        case .proposed(let level, _): level.rawValue
        case .confirmed(let level, let reason), .declined(let level, let reason, _):
            "\(level.rawValue) \(reason)"
        }
    }
}

extension PlaybookEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .proposed(let proposal): proposal.trigger
        case .declined(let reason, _, _), .requested(_, let reason), .standDownDeclined(let reason, _),
            .ended(let reason):
            reason
        case .started(_, let phase, let reason), .phaseDeclined(let phase, let reason, _),
            .phaseOpened(let phase, let reason):
            "\(phase) \(reason)"
        case .phaseProposed(let phase, let trigger): "\(phase) \(trigger)"
        case .standDownProposed: nil
        }
    }
}

extension TaskEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .opened(let opening): opening.lead.rawValue
        case .assigned(let owner): owner
        case .done(.word(let words)): words
        case .done(.figure(let metric, let subject, _)): "\(metric) \(subject)"
        case .cannot(let reason), .reopened(let reason), .dropped(let reason): reason
        case .escalated(let agency): agency.rawValue
        case .messageSent(let message, let agencies, let text):
            "\(message) \(agencies.map(\.rawValue).joined(separator: " ")) \(text)"
        case .accepted, .begun, .asylumAsked: nil
        }
    }
}

extension ReserveEvent.Change {
    fileprivate var task: TaskRef {
        switch self {
        case .committed(_, _, let task), .released(_, let task): task
        }
    }
}

extension ShiftEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .signedOn(let person, let role, _), .handoverClosed(let person, let role, _):
            "\(person) \(role.rawValue)"
        case .refused(let duty, let what): "\(duty.rawValue) \(what)"
        case .handoverBegun(let handover): "\(handover.to) \(handover.words)"
        case .itemAccepted(let item): item.rawValue
        case .itemReturned(let item, let words), .itemAnswered(let item, let words): "\(item) \(words)"
        case .relieved(let person, let role, _, let reason): "\(person) \(role.rawValue) \(reason)"
        case .countersigned(let person, let act, _): "\(person) \(act)"
        case .signedOff: nil
        }
    }
}

extension OrderEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .ordered(_, let reason, _, _), .refused(let reason), .cancelled(let reason): reason
        case .done(let words): words
        case .accepted: nil
        }
    }
}

extension ExerciseEvent {
    /// What was said and done at the stations; lines of the director's record are no lines of the duty log.
    fileprivate var words: String? {
        switch self {
        case .turn(let turn): "\(turn.turn.rawValue) \(turn.scenario)"
        case .inject(let inject):
            (inject.from.sorted { $0.key < $1.key } + inject.text.sorted { $0.key < $1.key })
                .map(\.value).joined(separator: " ")
        case .effect(let effect):
            effect.acts.map { "\($0.kind.rawValue) \($0.place)" }.joined(separator: " ")
        case .branch(let branch): branch.file
        case .record: nil
        }
    }
}

extension ContradictionEvent.Change {
    fileprivate var words: String? {
        switch self {
        case .raised(let finding):
            "\(finding.rule) \(finding.subject) \(finding.first.source) \(finding.second.source)"
        case .settled(.ask(let whom), let reason): "\(whom) \(reason)"
        case .settled(_, let reason): reason
        case .lapsed: nil
        }
    }
}

// MARK: - Where each event is

extension PlaybookEvent {
    fileprivate var places: [String] {
        switch change {
        case .proposed(let proposal): proposal.affected.places
        case .requested(let affected, _), .started(let affected, _, _): affected.places
        default: Self.place(in: run).map { [$0] } ?? []
        }
    }

    /// The middle of `playbook/place/number`.
    fileprivate static func place(in run: PlaybookRunID) -> String? {
        let parts = run.rawValue.split(separator: "/")
        return parts.count == 3 ? String(parts[1]) : nil
    }
}

extension PlaybookEvent.Affected {
    fileprivate var places: [String] {
        sections.map(\.rawValue) + regions.map(\.rawValue) + checkpoints.map(\.rawValue)
    }
}

extension OrderEvent {
    /// The first part of `place/act/number`.
    fileprivate var places: [String] { order.rawValue.split(separator: "/").prefix(1).map(String.init) }
}

extension TaskEvent {
    /// The second part of `playbook/place/…` and `level/section/…`.
    fileprivate var places: [String] {
        let parts = task.rawValue.split(separator: "/")
        return parts.count > 2 ? [String(parts[1])] : []
    }
}
