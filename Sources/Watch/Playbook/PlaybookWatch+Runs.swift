import Planning
import Situation

// MARK: Phases and the end

extension PlaybookWatch {
    /// What follows for a playbook in force: a later phase, and the end.
    mutating func turns(of run: PlaybookRunRecord, _ playbook: Playbook, _ figures: WatchFigures) -> [Draft] {
        let isOver = standsDown(run, playbook, figures)
        var changes: [PlaybookEvent.Change] = []
        if let (phase, trigger) = nextPhase(of: run, playbook, isOver: isOver, figures) {
            changes.append(.phaseProposed(phase: phase.id.rawValue, trigger: trigger))
        }
        if isOver, !run.isStandDownProposed, run.declinedEnd.map({ figures.now >= $0.until }) ?? true {
            changes.append(.standDownProposed)
        }
        return changes.enumerated().map { index, change in
            var draft = Draft.found(
                .playbook(PlaybookEvent(run.id, of: playbook.id, change)), in: figures.picture,
                at: figures.now)
            if index > 0 { draft.place = .anywhere }
            return draft
        }
    }

    /// The earliest phase that is not open and that a trigger speaks for. Where no trigger opens a phase, what ends the
    /// playbook opens it: that is what closing is for.
    private mutating func nextPhase(
        of run: PlaybookRunRecord, _ playbook: Playbook, isOver: Bool, _ figures: WatchFigures
    ) -> (Phase, String)? {
        let opened = Set(run.phases.map(\.phase))
        var found: (Phase, String)?
        for phase in playbook.phases.sorted(by: { $0.order < $1.order }) where phase.order > 1 {
            let triggers = playbook.triggers.filter { $0.opens == phase.id }
            // All are asked, so that their times run.
            let holding = triggers.filter { holdsFor(run, $0, figures) }.map(\.id)
            guard found == nil, run.proposedPhase == nil, !opened.contains(phase.id.rawValue) else {
                continue
            }
            if let declined = run.declinedPhases[phase.id.rawValue], figures.now < declined.until { continue }
            if let trigger = holding.first {
                found = (phase, trigger)
            } else if triggers.isEmpty, isOver {
                found = (phase, "stand-down")
            }
        }
        return found
    }

    /// Whether `trigger` holds for what the playbook was started for.
    private mutating func holdsFor(
        _ run: PlaybookRunRecord, _ trigger: Trigger, _ figures: WatchFigures
    ) -> Bool {
        trigger.conditions.map { condition in
            guard let metric = Metric(rawValue: condition.metric) else { return false }
            let scope = condition.scope == .any ? PlanScope.affected : condition.scope
            let subjects = figures.subjects(of: metric, scope, affected: run.affected)
            return holds.verdict(on: condition, over: subjects, figures).holdsSomewhere
        }.allSatisfy { $0 }
    }

    private mutating func standsDown(
        _ run: PlaybookRunRecord, _ playbook: Playbook, _ figures: WatchFigures
    ) -> Bool {
        playbook.standDown.conditions.map { condition in
            verdict(on: condition, for: run, from: run.start?.at, figures).holdsEverywhere
        }.allSatisfy { $0 }
    }

    private mutating func verdict(
        on condition: Condition, for run: PlaybookRunRecord?, from earliest: Instant?, _ figures: WatchFigures
    ) -> ConditionVerdict {
        guard let metric = Metric(rawValue: condition.metric) else { return ConditionVerdict() }
        let subjects = figures.subjects(of: metric, condition.scope, affected: run?.affected)
        return holds.verdict(on: condition, over: subjects, figures, from: earliest)
    }
}

// MARK: Tasks

extension PlaybookWatch {
    /// Tasks that figures prove done, that are late, or whose next round has come.
    mutating func tasks(_ figures: WatchFigures, playbooks: [Playbook]) -> [Draft] {
        var drafts: [Draft] = []
        let watch = figures.picture.watch
        for record in watch.tasks.values.sorted(by: { $0.id < $1.id }) {
            guard case .playbook(let run, let id, _) = record.opening.origin,
                let step = playbooks.first(where: { $0.id == id })?.task(
                    PlaybookTask.ID(record.opening.step)),
                let inForce = watch.runs[run], inForce.state == .inForce
            else { continue }
            if let proof = proof(of: record, step, inForce, figures) {
                drafts.append(Self.draft(record.id, .done(proof), figures))
            } else if let late = Self.escalation(of: record, step.escalation, figures) {
                drafts.append(late)
            }
            if let next = Self.nextRound(of: record, step, inForce, figures) { drafts.append(next) }
        }
        return drafts
    }

    /// The figure that proves a task done.
    ///
    /// A figure proves what somebody took on: nobody did a task that no agency accepted, however well things stand. Its
    /// turn must have come, and the question about asylum must have been answered where the step asks it.
    private mutating func proof(
        of record: TaskRecord, _ step: PlaybookTask, _ run: PlaybookRunRecord, _ figures: WatchFigures
    ) -> TaskEvent.Proof? {
        guard let condition = step.proof, record.state.isPending else { return nil }
        let verdict = verdict(on: condition, for: run, from: record.reopened ?? record.opened, figures)
        guard record.state != .open, verdict.holdsEverywhere,
            figures.picture.watch.openPrerequisites(of: record).isEmpty,
            !step.asksAboutAsylum || record.asylum != nil
        else { return nil }
        // The place that is nearest to the value: if it is good enough there, it is everywhere.
        let figure: LevelEvent.Reason? =
            switch condition.comparison {
            case .above, .atLeast: verdict.holding.min { $0.value < $1.value }
            case .below, .atMost: verdict.holding.max { $0.value < $1.value }
            }
        return figure.map { .figure(metric: $0.metric, subject: $0.subject, value: $0.value) }
    }

    /// The next authority is told, once, of a task that is late by that much.
    static func escalation(
        of record: TaskRecord, _ escalation: Escalation?, _ figures: WatchFigures
    ) -> Draft? {
        guard let escalation, record.state.isPending, record.escalatedTo == nil,
            figures.now - record.opening.due >= escalation.after
        else { return nil }
        return draft(record.id, .escalated(to: escalation.to), figures)
    }

    /// The next round of a task that comes back, once the one before is over or its own time has come. Rounds that were
    /// missed altogether are not made up for.
    private static func nextRound(
        of record: TaskRecord, _ step: PlaybookTask, _ run: PlaybookRunRecord, _ figures: WatchFigures
    ) -> Draft? {
        guard let every = step.every, every > .zero, record.state != .dropped else { return nil }
        let next = TaskRef(run: run.id, step: step.id.rawValue, round: record.opening.round + 1)
        guard figures.picture.watch.tasks[next] == nil,
            !record.state.isPending || figures.now >= record.opening.due
        else { return nil }
        let late = max(0, (figures.now - record.opening.due).milliseconds)
        let missed = late / every.milliseconds
        var opening = record.opening
        opening.due = record.opening.due + Span(milliseconds: every.milliseconds * (missed + 1))
        opening.round += 1
        opening.after = []
        return draft(next, .opened(opening), figures)
    }

    static func draft(_ task: TaskRef, _ change: TaskEvent.Change, _ figures: WatchFigures) -> Draft {
        .found(.task(TaskEvent(task, change)), in: figures.picture, at: figures.now)
    }
}

extension TaskRef {
    /// The task of a playbook's step in one run of it, the `round`-th time it comes.
    public init(run: PlaybookRunID, step: String, round: Int) {
        self = round > 1 ? TaskRef("\(run)/\(step)/\(round)") : TaskRef(run: run, step: step)
    }
}

extension WatchPicture {
    /// Tasks that have to be done before `record` and are not; one that an agency cannot do holds nobody up.
    public func openPrerequisites(of record: TaskRecord) -> [TaskRef] {
        record.opening.after.filter { tasks[$0]?.state.isPending ?? false }
    }
}
