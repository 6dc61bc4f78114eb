import Language
import Situation
import Terminal
import Watch

/// What keys do about orders of the headquarters.
enum OrderCommand: String, CaseIterable, Hashable, Sendable {
    /// Orders something at the place or for the task looked at.
    case give = "order"
    /// To the orders of the place looked at.
    case list = "orders"
    // By the word of whoever was ordered.
    case accepted = "order-accepted"
    case refused = "order-refused"
    case done = "order-done"
    case cancel = "order-cancel"
}

extension Bindings {
    static let orders = [
        Binding(
            action: .order(.give), keys: [.character("o")], scope: .orderable, hintRank: 2,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonNotToOrder }),
        Binding(
            action: .order(.list), keys: [.character("O")], scope: .orderable, hintRank: 12,
            disabledReason: { $0.watch.orders.isEmpty ? Phrase("drill.why-not.no-orders") : nil }),
        order(.accepted, "c"), order(.done, "d"), order(.refused, "u"), order(.cancel, "x"),
    ]

    private static func order(_ command: OrderCommand, _ key: Character) -> Binding {
        Binding(
            action: .order(command), keys: [.character(key)], scope: .orders, hintRank: 3,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonAgainst(command) })
    }
}

extension Model {
    /// Whether keys are about orders and not about tasks.
    var isAtOrders: Bool {
        if case .order = view.destination { return true }
        return view.destination == .tab(.tasks) && view.focus == .orders
    }

    /// The order that is looked at or marked in a list.
    var chosenOrder: OrderRecord? {
        if case .order(let id) = view.destination { return watch.orders[id] }
        if case .destination(.order(let id))? = view.list.selected { return watch.orders[id] }
        return nil
    }

    /// What an order would be given for: the place or the task looked at.
    var orderSubject: OrderSubject? {
        if let task = chosenTask { return .task(task) }
        switch placeLookedAt {
        case .post(let id): return .post(id)
        case .region(let code): return .region(code)
        case .section(let id): return .section(id)
        case .shelter(let id):
            // A planned centre has no beds to open.
            return context.places.sites.contains { $0.id == id } ? .shelter(id) : nil
        case .country, nil: return nil
        }
    }

    fileprivate var reasonNotToOrder: Phrase? {
        orderSubject.map { orderChoices(for: $0, task: nil).isEmpty } ?? true
            ? Phrase("drill.why-not.nothing-to-order") : nil
    }

    func reasonAgainst(_ command: OrderCommand) -> Phrase? {
        guard let order = chosenOrder else { return Phrase("drill.why-not.no-order") }
        let isPossible = command == .accepted ? order.state == .open : order.state.isPending
        return isPossible ? nil : Phrase("watch.refusal.not-now.order_closed")
    }

    mutating func perform(_ command: OrderCommand) -> [Effect] {
        switch command {
        case .give: if let subject = orderSubject { open(.order(subject, task: chosenTask)) }
        case .list: showOrders()
        case .accepted: if let id = chosenOrder?.id { return act(.onOrder(id, .accepted)) }
        case .refused: if let id = chosenOrder?.id { open(.onOrder(id, .refused)) }
        case .done: if let id = chosenOrder?.id { open(.onOrder(id, .done)) }
        case .cancel: if let id = chosenOrder?.id { open(.onOrder(id, .cancel)) }
        }
        return []
    }

    /// The board with its orders in focus, the newest of the place looked at marked.
    private mutating func showOrders() {
        let wanted = orderSubject.flatMap { Look(self).orders(of: $0).first?.id }
        navigation.show(.tab(.tasks))
        view.focus = .orders
        view.lists[.orders] = ListState(selected: wanted.map { .destination(.order($0)) })
    }
}

/// What an order is given for.
enum OrderSubject: Hashable, Codable, Sendable {
    case post(CheckpointID)
    case shelter(ShelterID)
    case region(RegionCode)
    case section(SectionID)
    case task(TaskRef)
}
