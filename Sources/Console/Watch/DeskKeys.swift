import Language
import Situation
import Terminal
import Watch

/// What keys do about contradictions.
enum DeskCommand: String, CaseIterable, Hashable, Sendable {
    case settle
}

extension Bindings {
    static let desk: [Binding] = []
}

extension Model {
    /// The contradiction that is looked at or marked in a list.
    var chosenContradiction: ContradictionID? {
        if case .contradiction(let id) = view.destination { return id }
        if case .destination(.contradiction(let id))? = view.list.selected { return id }
        return nil
    }

    mutating func perform(_ command: DeskCommand) -> [Effect] { [] }
}
