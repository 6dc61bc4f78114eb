import Language
import Situation
import Terminal
import Watch

/// What lies on every desk, whatever screen is shown: the telephone and the note just written.
enum DesktopCommand: String, CaseIterable, Hashable, Sendable {
    case telephone
    case completeNote = "complete-note"
    case contacts
}

extension Bindings {
    static let desktop = [
        Binding(
            action: .desktop(.telephone), keys: [.character("t")], scope: .everywhere, hintRank: 3,
            disabledReason: { $0.reasonNotToWrite }),
        Binding(
            action: .desktop(.contacts), keys: [.character("C")], scope: .everywhere, hintRank: 11,
            disabledReason: {
                $0.context.contacts == nil ? Phrase("watch.work.why-not.no-contacts") : nil
            }),
        Binding(
            action: .desktop(.completeNote), keys: [.character("E")], scope: .everywhere,
            disabledReason: {
                $0.reasonNotToWrite ?? ($0.lastNote == nil ? Phrase("watch.work.why-not.no-last-note") : nil)
            }),
    ]

    /// Everything that is done about the work of the watch, beside alarms.
    static let work = tasks + playbooks + desk + shift + log + desktop
}

extension Model {
    /// The note stored last at this console, once it has come back with a picture.
    fileprivate var lastNote: EntryID? { note.stored.flatMap { entry($0)?.id } }

    mutating func perform(_ command: DesktopCommand) -> [Effect] {
        switch command {
        case .telephone: open(.call)
        case .contacts: overlay = .contacts(SearchList())
        case .completeNote:
            if let last = lastNote { open(.entry(last, .complete)) }
        }
        return []
    }
}
