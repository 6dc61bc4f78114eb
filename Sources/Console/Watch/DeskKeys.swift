import Language
import Situation
import Terminal
import Watch

/// What keys do about contradictions.
enum DeskCommand: String, CaseIterable, Hashable, Sendable {
    case preferFirst = "prefer-first"
    case preferSecond = "prefer-second"
    case bothStand = "both-stand"
    case ask = "ask-about"
}

extension Bindings {
    static let desk = [
        settle(.preferFirst, "f"), settle(.preferSecond, "d"), settle(.bothStand, "b"), settle(.ask, "u"),
    ]

    private static func settle(_ command: DeskCommand, _ key: Character) -> Binding {
        Binding(
            action: .desk(command), keys: [.character(key)], scope: .desk, hintRank: 2,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonNotToSettle })
    }
}

extension Model {
    /// The contradiction that is looked at or marked in a list.
    var chosenContradiction: ContradictionID? {
        if case .contradiction(let id) = view.destination { return id }
        if case .destination(.contradiction(let id))? = view.list.selected { return id }
        return nil
    }

    fileprivate var reasonNotToSettle: Phrase? {
        guard let id = chosenContradiction, let record = watch.contradictions[id] else {
            return Phrase("watch.work.why-not.no-contradiction")
        }
        return record.isOpen ? nil : Phrase("watch.refusal.not-now.already_settled")
    }

    mutating func perform(_ command: DeskCommand) -> [Effect] {
        guard let id = chosenContradiction else { return [] }
        switch command {
        case .preferFirst: open(.settle(id, .first))
        case .preferSecond: open(.settle(id, .second))
        case .bothStand: open(.settle(id, .both))
        case .ask: open(.settle(id, .ask))
        }
        return []
    }
}
