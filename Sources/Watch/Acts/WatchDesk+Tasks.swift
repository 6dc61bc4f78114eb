import Planning
import Situation

extension WatchDesk {
    func drafts(for act: TaskAct, on task: TaskRef) throws(ActRefusal) -> [Draft] {
        guard let record = picture.watch.tasks[task] else { throw .noSuchThing(task.rawValue) }
        func draft(_ change: TaskEvent.Change) -> Draft { self.draft(.task(TaskEvent(task, change))) }
        switch act {
        case .assign(let owner):
            try require(owner)
            try pending(record)
            return [draft(.assigned(owner: owner))]
        case .accept:
            guard record.state == .open else { throw .notNow(.taskClosed) }
            try checkRun(of: record)
            return [draft(.accepted)]
        case .begin:
            guard record.state == .open || record.state == .accepted else { throw .notNow(.taskClosed) }
            try checkOrder(of: record)
            try checkAsylum(of: record)
            return [draft(.begun)]
        case .done(let words):
            try require(words)
            try pending(record)
            try checkOrder(of: record)
            try checkAsylum(of: record)
            return [draft(.done(.word(words)))] + releases(of: [task])
        case .cannot(let reason):
            try require(reason)
            try pending(record)
            return [draft(.cannot(reason: reason))] + releases(of: [task])
        case .reopen(let reason):
            try require(reason)
            guard !record.state.isPending else { throw .notNow(.taskPending) }
            try checkRun(of: record)
            return [draft(.reopened(reason: reason))]
        case .answerAsylum(let answer):
            try pending(record)
            return [draft(.asylumAsked(answer: answer))]
        case .sendMessage(let message, let to, let text):
            try require(text)
            return [draft(.messageSent(message: message, to: to, text: text))]
        }
    }

    /// The step of the playbook that a task is.
    public func step(of record: TaskRecord) -> PlaybookTask? {
        guard case .playbook(_, let id, _) = record.opening.origin else { return nil }
        return playbooks.first { $0.id == id }?.task(PlaybookTask.ID(record.opening.step))
    }

    /// Nothing is done any more for a playbook that ended.
    private func checkRun(of record: TaskRecord) throws(ActRefusal) {
        guard let run = record.opening.origin.run else { return }
        guard picture.watch.runs[run]?.state == .inForce else { throw .notNow(.notInForce) }
    }

    private func pending(_ record: TaskRecord) throws(ActRefusal) {
        guard record.state.isPending else { throw .notNow(.taskClosed) }
    }

    /// A task waits for those before it; one that an agency cannot do holds nobody up.
    private func checkOrder(of record: TaskRecord) throws(ActRefusal) {
        let open = picture.watch.openPrerequisites(of: record)
        guard open.isEmpty else { throw .waitsFor(open) }
    }

    /// Nobody is returned to danger: the question is answered before such a task begins; with "none", where the task
    /// turns people away or elsewhere.
    private func checkAsylum(of record: TaskRecord) throws(ActRefusal) {
        guard let step = step(of: record), step.asksAboutAsylum || step.stopsForAsylum else { return }
        guard let answer = record.asylum, answer == .none || !step.stopsForAsylum else {
            throw .asylumUnanswered
        }
    }
}
