import Language
import Situation
import Terminal
import Watch

/// What keys do about the seat.
enum ShiftCommand: String, CaseIterable, Hashable, Sendable {
    case signOn = "sign-on"
    case signOff = "sign-off"
    case handOver = "hand-over"
    case acceptItem = "item-accept"
    case askItem = "item-ask"
    case answerItem = "item-answer"
    case close = "handover-close"
    case relieve
    case countersign
}

extension Bindings {
    static let shift = [
        seat(.acceptItem, "c", 2), seat(.askItem, "u", 2), seat(.answerItem, "v", 2), seat(.close, "d", 2),
        seat(.signOn, "i", 3), seat(.handOver, "b", 3), seat(.countersign, "f", 3), seat(.signOff, "x", 4),
        seat(.relieve, "R", 5),
    ]

    private static func seat(_ command: ShiftCommand, _ key: Character, _ rank: Int) -> Binding {
        Binding(
            action: .shift(command), keys: [.character(key)], scope: .shift, hintRank: rank,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonAgainst(command) })
    }
}

extension Model {
    /// What stands of the seat of this console.
    var seat: ShiftRecord? { watch.seats[context.seat] }

    /// The item of a handover that is marked.
    var chosenItem: HandoverItem.ID? {
        if case .item(let id)? = view.list.selected { id } else { nil }
    }

    /// An entry that the person at the console has to confirm in person.
    private var entryToCountersign: EntryID? {
        seat?.uncountersigned.filter { $0.value == author }.keys.min()
    }

    func reasonAgainst(_ command: ShiftCommand) -> Phrase? {
        func unless(_ holds: Bool, _ key: String) -> Phrase? {
            holds ? nil : Phrase("watch.work.why-not.\(key)")
        }
        let handover = seat?.handover
        let isHolder = seat?.holder.map { $0.person == author } ?? false
        let isIncoming = handover?.handover.to == author
        switch command {
        case .signOn: return nil
        case .signOff: return unless(isHolder && handover == nil, "not-holder")
        case .handOver: return unless(isHolder && handover == nil, "not-holder")
        case .acceptItem:
            guard let chosen = chosenItem, let handover, isIncoming else {
                return Phrase("watch.work.why-not.not-incoming")
            }
            return unless(!handover.accepted.contains(chosen), "accepted")
        case .askItem: return unless(isIncoming && chosenItem != nil, "not-incoming")
        case .answerItem:
            return unless(
                isHolder && chosenItem.map { handover?.questions[$0] != nil } == true, "no-question")
        case .close: return unless(isIncoming, "not-incoming")
        case .relieve: return unless(seat?.holder != nil && !isHolder, "nobody-to-relieve")
        case .countersign: return unless(entryToCountersign != nil, "nothing-to-countersign")
        }
    }

    mutating func perform(_ command: ShiftCommand) -> [Effect] {
        let seat = context.seat
        switch command {
        case .signOn: open(.signOn)
        case .signOff: return act(.shift(seat, .signOff))
        case .handOver: open(.handover)
        case .relieve: open(.relieve)
        case .acceptItem:
            guard let item = chosenItem else { return [] }
            let effects = act(.shift(seat, .acceptItem(item)))
            move(.down)
            return effects
        case .askItem:
            if let item = chosenItem { open(.item(item, .question)) }
        case .answerItem:
            if let item = chosenItem { open(.item(item, .answer)) }
        case .close:
            return act(
                .shift(
                    seat,
                    .closeHandover(identity?.role ?? .dutyOfficer, identity?.credential ?? .unixAccount)))
        case .countersign:
            if let entry = entryToCountersign {
                return act(.shift(seat, .countersign(entry, identity?.credential ?? .unixAccount)))
            }
        }
        return []
    }
}
