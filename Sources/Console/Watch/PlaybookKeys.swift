import Language
import Planning
import Situation
import Terminal
import Watch

/// What keys do about playbooks.
enum PlaybookCommand: String, CaseIterable, Hashable, Sendable {
    case confirm = "playbook-confirm"
    case start = "playbook-start"
    case phase = "playbook-phase"
    case decline = "playbook-decline"
    case end = "playbook-end"
}

extension Bindings {
    static let playbooks = [
        playbook(.confirm, "c", 2), playbook(.phase, "f", 2), playbook(.start, "b", 2),
        playbook(.decline, "d", 3), playbook(.end, "u", 3),
    ]

    private static func playbook(_ command: PlaybookCommand, _ key: Character, _ rank: Int) -> Binding {
        Binding(
            action: .playbook(command), keys: [.character(key)], scope: .playbooks, hintRank: rank,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonAgainst(command) })
    }
}

extension Model {
    /// The playbook that is looked at or marked in a list.
    var chosenPlaybook: PlaybookID? {
        if case .playbook(let id) = view.destination { return id }
        if case .playbookRun(let run) = view.destination { return watch.runs[run]?.playbook }
        if case .destination(.playbook(let id))? = view.list.selected { return id }
        return nil
    }

    /// The run of it that a key is about: what waits for a decision comes first.
    private var chosenRun: PlaybookRunRecord? {
        if case .playbookRun(let run) = view.destination { return watch.runs[run] }
        return chosenPlaybook.flatMap { Look(self).runs(of: $0).first }
    }

    /// What a decline is said to: the start, a phase, or the end.
    private var formOfDecline: PlaybookForm? {
        guard let run = chosenRun else { return nil }
        switch run.state {
        case .proposed, .requested: return .decline
        case .inForce where run.proposedPhase != nil: return .declinePhase
        case .inForce where run.isStandDownProposed: return .declineEnd
        case .inForce, .declined, .ended: return nil
        }
    }

    func reasonAgainst(_ command: PlaybookCommand) -> Phrase? {
        guard chosenPlaybook != nil else { return Phrase("watch.work.why-not.no-playbook") }
        func unless(_ holds: Bool, _ key: String) -> Phrase? {
            holds ? nil : Phrase("watch.work.why-not.\(key)")
        }
        let state = chosenRun?.state
        switch command {
        case .start: return nil
        case .confirm: return unless(state == .requested, "nothing-to-confirm")
        case .decline: return unless(formOfDecline != nil, "nothing-proposed")
        case .phase, .end: return unless(state == .inForce, "not-in-force")
        }
    }

    mutating func perform(_ command: PlaybookCommand) -> [Effect] {
        guard let playbook = chosenPlaybook else { return [] }
        let run = chosenRun
        switch command {
        case .start:
            if let run, run.state == .proposed || run.state == .declined {
                open(.playbook(run.id, .start))
            } else {
                open(.start(playbook))
            }
        case .confirm:
            if let run { return act(.playbook(run.id, .confirmStart)) }
        case .decline:
            if let run, let form = formOfDecline { open(.playbook(run.id, form)) }
        case .phase:
            if let run { open(.playbook(run.id, .phase)) }
        case .end:
            if let run { open(.playbook(run.id, .end)) }
        }
        return []
    }
}
