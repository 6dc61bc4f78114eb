import Language
import Planning
import Situation
import Terminal
import Watch

/// What keys do about tasks.
enum TaskCommand: String, CaseIterable, Hashable, Sendable {
    case accept = "task-accept"
    case begin = "task-begin"
    case done = "task-done"
    case cannot = "task-cannot"
    case assign = "task-assign"
    case reopen = "task-reopen"
    case asylum = "task-asylum"
    case commit = "task-commit"
    case release = "task-release"
    case message = "task-message"
    case grouping = "tasks-grouping"
    case showAll = "tasks-all"
}

extension Bindings {
    static let tasks = [
        task(.asylum, "v", 2), task(.accept, "c", 2), task(.begin, "b", 2), task(.done, "d", 3),
        task(.cannot, "u", 3), task(.assign, "A", 3), task(.commit, "f", 3), task(.message, "M", 3),
        task(.reopen, "R", 3), task(.release, "F", 4),
        Binding(action: .task(.grouping), keys: [.character("r")], scope: .taskBoard, hintRank: 4),
        Binding(action: .task(.showAll), keys: [.character("V")], scope: .taskBoard, hintRank: 4),
    ]

    private static func task(_ command: TaskCommand, _ key: Character, _ rank: Int?) -> Binding {
        Binding(
            action: .task(command), keys: [.character(key)], scope: .tasks, hintRank: rank,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonAgainst(command) })
    }
}

/// How the task board is looked at; the same for every visit.
struct TaskBoardSettings: Hashable, Sendable {
    var grouping = Grouping.urgency
    /// Whether tasks that are closed are listed too.
    var showsAll = false

    enum Grouping: String, CaseIterable, Hashable, Sendable {
        case urgency, agency, phase

        var next: Grouping {
            let all = Self.allCases
            return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
        }
    }
}

extension Model {
    /// The task that is looked at or marked in a list.
    var chosenTask: TaskRef? {
        if case .task(let id) = view.destination { return id }
        if case .destination(.task(let id))? = view.list.selected { return id }
        return nil
    }

    /// Why a command means nothing for the task chosen; what the journal refuses is said by the refusal.
    func reasonAgainst(_ command: TaskCommand) -> Phrase? {
        guard let id = chosenTask, let record = watch.tasks[id] else {
            return Phrase("watch.why-not.no-task")
        }
        func unless(_ holds: Bool, _ key: String) -> Phrase? {
            holds ? nil : Phrase("watch.work.why-not.\(key)")
        }
        let look = Look(self)
        switch command {
        case .accept: return unless(record.state == .open, "not-open")
        case .begin: return unless(record.state == .open || record.state == .accepted, "not-to-begin")
        case .done, .cannot, .assign: return unless(record.state.isPending, "closed")
        case .reopen: return unless(!record.state.isPending, "still-open")
        case .asylum: return unless(record.state.isPending && look.asks(record), "no-asylum-question")
        case .commit: return unless(record.state.isPending && look.offer(for: id) != nil, "no-reserve")
        case .release: return unless(!look.commitments(of: id).isEmpty, "nothing-committed")
        case .message: return unless(look.step(of: record)?.message != nil, "no-message")
        case .grouping, .showAll: return nil
        }
    }

    mutating func perform(_ command: TaskCommand) -> [Effect] {
        switch command {
        case .grouping:
            board.grouping = board.grouping.next
            view.sort = nil
            return []
        case .showAll:
            board.showsAll.toggle()
            return []
        default: break
        }
        guard let task = chosenTask else { return [] }
        switch command {
        case .accept: return act(.task(task, .accept))
        case .begin: return act(.task(task, .begin))
        case .done: open(.task(task, .done))
        case .cannot: open(.task(task, .cannot))
        case .assign: open(.task(task, .assign))
        case .reopen: open(.task(task, .reopen))
        case .asylum: open(.task(task, .asylum))
        case .commit: open(.task(task, .commit))
        case .release: open(.task(task, .release))
        case .message: open(.task(task, .message))
        case .grouping, .showAll: break
        }
        return []
    }
}
