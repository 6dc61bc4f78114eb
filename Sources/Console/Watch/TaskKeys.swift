import Language
import Situation
import Terminal
import Watch

/// What keys do about tasks.
enum TaskCommand: String, CaseIterable, Hashable, Sendable {
    case accept = "task-accept"
    case begin = "task-begin"
}

extension Bindings {
    static let tasks = [task(.accept, "c", 3), task(.begin, "b", 4)]

    private static func task(_ command: TaskCommand, _ key: Character, _ rank: Int?) -> Binding {
        Binding(
            action: .task(command), keys: [.character(key)], scope: .tasks, hintRank: rank,
            disabledReason: { model in
                model.reasonNotToWrite ?? (model.chosenTask == nil ? Phrase("watch.why-not.no-task") : nil)
            })
    }
}

extension Model {
    /// The task that is looked at or marked in a list.
    var chosenTask: TaskRef? {
        if case .task(let id) = view.destination { return id }
        if case .destination(.task(let id))? = view.list.selected { return id }
        return nil
    }

    mutating func perform(_ command: TaskCommand) -> [Effect] {
        guard let task = chosenTask else { return [] }
        switch command {
        case .accept: return act(.task(task, .accept))
        case .begin: return act(.task(task, .begin))
        }
    }
}
