import Situation
import Terminal
import Wording

extension Look {
    /// All orders of a journal, what is pending first, then the newest.
    var orderRows: [OrderRecord] {
        watch.orders.values.sorted { left, right in
            if left.state.isPending != right.state.isPending { return left.state.isPending }
            return (right.since, left.id) < (left.since, right.id)
        }
    }

    /// The orders for a subject, or at a place of it.
    func orders(of subject: OrderSubject) -> [OrderRecord] {
        if case .task(let task) = subject { return orderRows.filter { $0.task == task } }
        let places = places(of: subject)
        return orderRows.filter {
            places.contains($0.act.place) || $0.act.otherPlace.map(places.contains) ?? false
        }
    }

    private func places(of subject: OrderSubject) -> Set<String> {
        let places = model.context.places
        switch subject {
        case .post(let id): return [id.rawValue]
        case .shelter(let id): return [id.rawValue]
        case .region(let code):
            return Set(places.sites.filter { $0.region == code }.map(\.id.rawValue)).union([code.rawValue])
        case .section(let id): return Set(places.posts.filter { $0.section == id }.map(\.id.rawValue))
        case .task: return []
        }
    }

    /// Adds the orders for a subject to a page; nothing where there are none.
    func addOrders(of subject: OrderSubject, to document: inout Document) {
        let orders = orders(of: subject)
        guard !orders.isEmpty else { return }
        document.heading(speech("drill.orders.title"))
        for order in orders.prefix(8) {
            document.line(mark(order).appending(" \(words(order.act))"))
            document.line(StyledText("   ") + state(of: order))
        }
    }

    /// How far an order is: its state, since when and by whom, and from when on it holds.
    func state(of order: OrderRecord) -> StyledText {
        var text = StyledText(word(order.state), style(of: order.state))
            .appending("  \(speech.brief(order.since, now: model.now)) \(order.by.person)", .muted)
        if let effect = order.effect, order.state.isPending || order.state == .done {
            text = text.appending(
                "  " + speech("drill.orders.effect", ["time": .text(speech.brief(effect, now: model.now))]),
                .accent)
        }
        return order.words.map { text.appending("  \($0)", .muted) } ?? text
    }

    func word(_ state: OrderRecord.State) -> String { speech("drill.order-state.\(state.rawValue)") }

    func style(of state: OrderRecord.State) -> Style {
        switch state {
        case .open: .attention
        case .accepted, .done: .normal
        case .refused: .warning
        case .cancelled: .muted
        }
    }

    func mark(_ order: OrderRecord) -> StyledText {
        switch order.state {
        case .open: StyledText(marks.circle, .attention)
        case .accepted: StyledText(marks.dot)
        case .refused: StyledText(marks.up, .warning)
        case .done: StyledText(marks.done, .muted)
        case .cancelled: StyledText(marks.none, .muted)
        }
    }

    func words(_ act: Act) -> String { entryWords.words(act) }

    /// A choice of an order's first step; the place is named where it is not the one looked at.
    func words(_ choice: OrderChoice, of subject: OrderSubject) -> String {
        switch choice {
        case .at(.post(let id)): return names.checkpoint(id)
        case .at(.region(let code)): return names.region(code)
        case .at(.shelter(let id)): return names.shelter(id)
        case .at(.section(let id)): return names.section(id)
        case .at(.task(let task)): return taskCode(task)
        case .act(let kind, let place):
            let name = speech("drill.act-name.\(kind.rawValue)")
            return subject.place == place ? name : "\(name): \(names.place(place))"
        }
    }
}

extension Act {
    /// The place it sends people to.
    var otherPlace: String? {
        switch self {
        case .divert(_, let to, _): to.rawValue
        case .askRegion(_, let to): to.rawValue
        default: nil
        }
    }
}

extension OrderSubject {
    /// The id of the place; `nil` for a task.
    var place: String? {
        switch self {
        case .post(let id): id.rawValue
        case .shelter(let id): id.rawValue
        case .region(let code): code.rawValue
        case .section(let id): id.rawValue
        case .task: nil
        }
    }
}
