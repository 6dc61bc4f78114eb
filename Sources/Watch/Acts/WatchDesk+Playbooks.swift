import Planning
import Situation

extension WatchDesk {
    func drafts(for act: PlaybookAct, on run: PlaybookRunID) throws(ActRefusal) -> [Draft] {
        guard let record = picture.watch.runs[run] else { throw .noSuchThing(run.rawValue) }
        guard let playbook = playbooks.first(where: { $0.id == record.playbook }) else {
            throw .noSuchThing(record.playbook.rawValue)
        }
        func draft(_ change: PlaybookEvent.Change) -> Draft {
            self.draft(.playbook(PlaybookEvent(run, of: playbook.id, change)))
        }
        switch act {
        case .start(let reason):
            try require(reason)
            guard record.state == .proposed || record.state == .declined else {
                throw .notNow(.alreadyInForce)
            }
            return try starting(playbook, run, for: record.affected, reason: reason)
        case .confirmStart:
            guard record.state == .requested, let request = record.request else {
                throw .notNow(.nothingProposed)
            }
            guard request.by.person != author.person else { throw .needsSecondPerson(author.person) }
            return try started(playbook, run, for: record.affected, reason: request.reason)
        case .decline(let reason, let until):
            try require(reason)
            try require(until, within: Self.longestSnooze)
            guard record.state == .proposed || record.state == .requested else {
                throw .notNow(.nothingProposed)
            }
            let figures = record.proposal.map { $0.figures.map(atPresent) }
            return [draft(.declined(reason: reason, until: until, figures: figures))]
        case .openPhase(let phase, let reason):
            try require(reason)
            guard record.state == .inForce else { throw .notNow(.notInForce) }
            guard !record.phases.contains(where: { $0.phase == phase }) else { throw .notNow(.phaseOpen) }
            guard playbook.phases.contains(where: { $0.id.rawValue == phase }) else {
                throw .noSuchThing(phase)
            }
            return [draft(.phaseOpened(phase: phase, reason: reason))]
                + openings(of: playbook, run, phase: phase, start: record.start?.at ?? now)
        case .declinePhase(let phase, let reason, let until):
            try require(reason)
            try require(until, within: Self.longestSnooze)
            guard record.proposedPhase == phase else { throw .notNow(.nothingProposed) }
            return [draft(.phaseDeclined(phase: phase, reason: reason, until: until))]
        case .end(let reason):
            try require(reason)
            guard record.state == .inForce else { throw .notNow(.notInForce) }
            return [draft(.ended(reason: reason))] + endings(of: run, reason: reason)
        case .declineEnd(let reason, let until):
            try require(reason)
            try require(until, within: Self.longestSnooze)
            guard record.isStandDownProposed else { throw .notNow(.nothingProposed) }
            return [draft(.standDownDeclined(reason: reason, until: until))]
        }
    }

    /// A playbook that nobody proposed.
    func drafts(
        starting id: PlaybookID, for affected: PlaybookEvent.Affected, reason: String
    ) throws(ActRefusal) -> [Draft] {
        try require(reason)
        guard let playbook = playbooks.first(where: { $0.id == id }) else { throw .noSuchThing(id.rawValue) }
        let place = affected.mainPlace
        let before = picture.watch.runs.values.filter { $0.playbook == id && $0.affected.mainPlace == place }
        guard !before.contains(where: { $0.state == .inForce || $0.state == .requested }) else {
            throw .notNow(.alreadyInForce)
        }
        let run = PlaybookRunID(id, at: place, number: picture.watch.nextNumber(of: id, at: place))
        return try starting(playbook, run, for: affected, reason: reason)
    }

    private func starting(
        _ playbook: Playbook, _ run: PlaybookRunID, for affected: PlaybookEvent.Affected, reason: String
    ) throws(ActRefusal) -> [Draft] {
        guard playbook.needsSecondOfficer else {
            return try started(playbook, run, for: affected, reason: reason)
        }
        return [draft(.playbook(PlaybookEvent(run, of: playbook.id, .requested(affected, reason: reason))))]
    }

    private func started(
        _ playbook: Playbook, _ run: PlaybookRunID, for affected: PlaybookEvent.Affected, reason: String
    ) throws(ActRefusal) -> [Draft] {
        guard let first = playbook.phases.min(by: { $0.order < $1.order }) else {
            throw .noSuchThing(playbook.id.rawValue)
        }
        let phase = first.id.rawValue
        let event = PlaybookEvent(
            run, of: playbook.id, .started(affected, phase: phase, reason: reason))
        return [draft(.playbook(event))] + openings(of: playbook, run, phase: phase, start: now)
    }

    /// The tasks of a phase, opened: due times count from the start of the playbook. A task whose hour has passed when its
    /// phase opens has its time from then, so that none is late before anybody could know of it.
    private func openings(
        of playbook: Playbook, _ run: PlaybookRunID, phase: String, start: Instant
    ) -> [Draft] {
        playbook.tasks(in: Phase.ID(phase)).map { task in
            let due = start + task.due
            let opening = TaskEvent.Opening(
                origin: .playbook(run, playbook.id, phase: phase), step: task.id.rawValue, lead: task.lead,
                support: task.support, due: due > now ? due : now + task.due,
                after: task.after.map { TaskRef(run: run, step: $0.rawValue) })
            return draft(.task(TaskEvent(TaskRef(run: run, step: task.id.rawValue), .opened(opening))))
        }
    }

    /// When a playbook ends, what was not done is dropped and what was committed is free again.
    private func endings(of run: PlaybookRunID, reason: String) -> [Draft] {
        let tasks = picture.watch.tasks.values.filter { $0.opening.origin.run == run }.sorted {
            $0.id < $1.id
        }
        let dropped = tasks.filter(\.state.isPending).map {
            draft(.task(TaskEvent($0.id, .dropped(reason: reason))))
        }
        return dropped + releases(of: tasks.map(\.id))
    }

    /// The figure as it stands now, or as it was where nothing is known any more.
    private func atPresent(_ figure: LevelEvent.Reason) -> LevelEvent.Reason {
        var present = figure
        let value = Metric(rawValue: figure.metric).flatMap {
            WatchFigures(picture, reading).value(of: $0, for: figure.subject)
        }
        present.value = value ?? figure.value
        return present
    }
}

extension TaskRef {
    /// The task of a playbook's step in one run of it.
    public init(run: PlaybookRunID, step: String) { self.init("\(run)/\(step)") }
}

extension TaskEvent.Origin {
    /// The run of a playbook it belongs to.
    public var run: PlaybookRunID? { if case .playbook(let run, _, _) = self { run } else { nil } }
}

extension PlaybookEvent.Affected {
    /// The place a run is named after: the first section, region or post; `KZ` for the country.
    public var mainPlace: String {
        sections.first?.rawValue ?? regions.first?.rawValue ?? checkpoints.first?.rawValue ?? "KZ"
    }
}

extension WatchPicture {
    /// The number the next run of `playbook` at `place` gets.
    public func nextNumber(of playbook: PlaybookID, at place: String) -> Int {
        let prefix = "\(playbook)/\(place)/"
        return 1
            + (runs.keys.compactMap { id in
                id.rawValue.hasPrefix(prefix) ? Int(id.rawValue.dropFirst(prefix.count)) : nil
            }.max() ?? 0)
    }
}
