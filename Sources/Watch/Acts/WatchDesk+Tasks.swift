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

    private func pending(_ record: TaskRecord) throws(ActRefusal) {
        guard record.state.isPending else { throw .notNow(.taskClosed) }
    }

    /// A task waits for those before it; one that an agency cannot do holds nobody up.
    private func checkOrder(of record: TaskRecord) throws(ActRefusal) {
        let open = record.opening.after.filter { picture.watch.tasks[$0]?.state.isPending ?? false }
        guard open.isEmpty else { throw .waitsFor(open) }
    }

    /// Nobody is returned to danger: the question is answered, with "none", before such a task begins.
    private func checkAsylum(of record: TaskRecord) throws(ActRefusal) {
        guard step(of: record)?.asksAboutAsylum == true else { return }
        guard record.asylum != nil else { throw .asylumUnanswered }
    }
}
