import Planning
import Situation

extension WatchFigures {
    /// Whom to call for a task, the first to call first: the desks of its lead and helpers at the places it is about.
    public func contacts(for task: TaskRecord, in contacts: Contacts) -> [Contact] {
        let affected: PlaybookEvent.Affected =
            switch task.opening.origin {
            case .playbook(let run, _, _): picture.watch.runs[run]?.affected ?? PlaybookEvent.Affected()
            case .level(let section, _): self.affected(by: section.rawValue)
            }
        return contacts.whom(
            toCallFor: task.opening.step, agencies: [task.opening.lead] + task.opening.support,
            regions: affected.regions, posts: affected.checkpoints)
    }
}
