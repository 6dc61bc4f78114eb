import Language
import Situation
import Terminal
import Watch

/// What keys do about entries of the log.
enum LogCommand: String, CaseIterable, Hashable, Sendable {
    case complete = "entry-complete"
    case correct = "entry-correct"
    case retract = "entry-retract"
    case promote = "entry-promote"
    case confirm = "promotion-confirm"
    case decline = "promotion-decline"
}

extension Bindings {
    static let log = [
        binding(.confirm, "c", 4), binding(.complete, "b", 4), binding(.promote, "u", 4),
        binding(.decline, "d", 5), binding(.correct, "f", 6), binding(.retract, "v", 7),
    ]

    private static func binding(_ command: LogCommand, _ key: Character, _ rank: Int) -> Binding {
        Binding(
            action: .log(command), keys: [.character(key)], scope: .log, hintRank: rank,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonAgainst(command) })
    }
}

extension Model {
    /// The entry that is looked at or marked in the log.
    var chosenEntry: EntryID? {
        if case .entry(let id) = view.destination { return id }
        if case .destination(.entry(let id))? = view.list.selected { return id }
        return nil
    }

    func reasonAgainst(_ command: LogCommand) -> Phrase? {
        guard let id = chosenEntry, let entry = entry(id) else {
            return Phrase("watch.work.why-not.no-entry")
        }
        func unless(_ holds: Bool, _ key: String) -> Phrase? {
            holds ? nil : Phrase("watch.work.why-not.\(key)")
        }
        let state = watch.significance[id]?.state
        switch command {
        case .complete, .correct: return unless(note(id) != nil && entry.isNote, "no-note")
        // What was decided at the watch is undone by another decision, never by a correction.
        case .retract: return unless(entry.fact.thread == nil, "decision")
        case .promote: return unless(state == nil || state == .declined, "promoted")
        case .confirm, .decline: return unless(state == .proposed, "not-promoted")
        }
    }

    mutating func perform(_ command: LogCommand) -> [Effect] {
        guard let id = chosenEntry else { return [] }
        switch command {
        case .complete: open(.entry(id, .complete))
        case .correct: open(.entry(id, .correct))
        case .retract: open(.entry(id, .retract))
        case .promote: open(.entry(id, .promote))
        case .confirm: return act(.log(.confirmPromotion(id)))
        case .decline: open(.entry(id, .declinePromotion))
        }
        return []
    }
}

extension Entry {
    fileprivate var isNote: Bool { if case .note = fact { true } else { false } }
}
