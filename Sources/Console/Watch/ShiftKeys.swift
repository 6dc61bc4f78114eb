import Language
import Situation
import Terminal
import Watch

/// What keys do about the seat.
enum ShiftCommand: String, CaseIterable, Hashable, Sendable {
    case signOn = "sign-on"
    case signOff = "sign-off"
}

extension Bindings {
    static let shift = [
        Binding(
            action: .shift(.signOn), keys: [.character("i")], scope: .shift, hintRank: 3,
            disabledReason: { $0.reasonNotToWrite }),
        Binding(
            action: .shift(.signOff), keys: [.character("x")], scope: .shift, hintRank: 4,
            disabledReason: { $0.reasonNotToWrite }),
    ]
}

extension Model {
    mutating func perform(_ command: ShiftCommand) -> [Effect] {
        switch command {
        case .signOn:
            open(.signOn)
            return []
        case .signOff: return act(.shift(context.seat, .signOff))
        }
    }
}
