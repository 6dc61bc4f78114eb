import Language
import Situation
import Terminal
import Watch

/// What keys do about the level of a border section.
enum LevelCommand: String, CaseIterable, Hashable, Sendable {
    /// Puts the proposed level, or another, in force.
    case decide = "level-decide"
    case decline = "level-decline"
}

extension Bindings {
    static let levels = [
        Binding(
            action: .level(.decide), keys: [.character("c")], scope: .level, hintRank: 3,
            disabledReason: { $0.reasonNotToWrite }),
        Binding(
            action: .level(.decline), keys: [.character("d")], scope: .level, hintRank: 3,
            disabledReason: { model in
                model.reasonNotToWrite
                    ?? (model.chosenProposal == nil ? Phrase("watch.refusal.not-now.nothing_proposed") : nil)
            }),
    ]
}

extension Model {
    /// The section that is looked at or marked in a list.
    var chosenSection: SectionID? {
        if case .section(let id) = view.destination { return id }
        if case .destination(.section(let id))? = view.list.selected { return id }
        return nil
    }

    /// The level proposed for it.
    var chosenProposal: LevelRecord.Proposal? { chosenSection.flatMap { watch.levels[$0]?.proposal } }

    mutating func perform(_ command: LevelCommand) -> [Effect] {
        guard let section = chosenSection else { return [] }
        switch command {
        case .decide: open(.decideLevel(section))
        case .decline: open(.declineLevel(section))
        }
        return []
    }
}
