import Planning
import Situation
import Terminal
import Wording

/// A task as the board lists it at the moment shown.
struct TaskRow: Sendable {
    let record: TaskRecord
    let step: PlaybookTask?
    /// Until it is due; below zero once it is late.
    let left: Span
    /// The tasks before it that are not closed.
    let waits: [TaskRecord]

    init(_ record: TaskRecord, _ look: Look) {
        self.record = record
        step = look.step(of: record)
        left = record.opening.due - look.present
        waits = record.state.isPending ? look.waits(record) : []
    }

    /// How much it calls for the officer.
    var urgency: Urgency {
        guard record.state.isPending else { return record.state == .cannot ? .cannot : .closed }
        if left >= .zero { return left <= .minutes(30) ? .soon : .calm }
        guard let escalation = step?.escalation else { return .late }
        return .zero - left >= escalation.after ? .escalated : .late
    }

    enum Urgency: Int, Comparable, Sendable {
        case escalated, late, soon, calm, cannot, closed
        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }
}

extension Look {
    /// The tasks the board lists, in its order.
    var taskRows: [TaskRow] {
        let rows = watch.tasks.values.filter {
            model.board.showsAll || $0.state.isPending || $0.state == .cannot
        }
        .map { TaskRow($0, self) }
        return rows.sorted { left, right in
            let groups = (group(left), group(right))
            if groups.0.order != groups.1.order { return groups.0.order < groups.1.order }
            if left.urgency.isPending != right.urgency.isPending { return left.urgency.isPending }
            if left.record.opening.due != right.record.opening.due {
                return left.record.opening.due < right.record.opening.due
            }
            return left.record.id < right.record.id
        }
    }

    /// The group a task stands in, and the group's place.
    func group(_ row: TaskRow) -> (order: SortText, title: String) {
        switch model.board.grouping {
        case .urgency: return (SortText(number: row.urgency.isPending ? 0 : 1), "")
        case .agency:
            let title = agency(row.record.opening.lead)
            return (SortText(key: Collation.key(title)), title)
        case .phase:
            guard case .playbook(let run, let id, let phase) = row.record.opening.origin else {
                return (SortText(number: 99), speech("watch.work.board.level"))
            }
            let playbook = playbook(id)
            let number = playbook?.phases.first { $0.id.rawValue == phase }?.order ?? 0
            return (
                SortText(number: number, key: Collation.key(run.rawValue)),
                "\(number). \(self.phase(phase, of: playbook))"
            )
        }
    }

    /// Time left, or how late it is, with the mark that goes with it.
    func timeLeft(_ row: TaskRow) -> StyledText {
        switch row.urgency {
        case .escalated, .late:
            return StyledText(
                speech("watch.work.late", ["time": .text(speech.span(.zero - row.left))]),
                row.urgency == .escalated ? .critical : .warning)
        case .soon: return StyledText(speech.span(row.left), .attention)
        case .calm: return StyledText(speech.span(row.left))
        case .cannot, .closed: return StyledText(speech.brief(row.record.since, now: model.now), .muted)
        }
    }

    func mark(_ row: TaskRow) -> StyledText {
        switch row.urgency {
        case .escalated: StyledText(marks.up + marks.up, .critical)
        case .late: StyledText(marks.up + " ", .warning)
        case .cannot: StyledText(marks.diamond + " ", .attention)
        case .closed: StyledText(row.record.state == .done ? marks.done + " " : "  ", .muted)
        case .soon, .calm: StyledText("  ")
        }
    }
}

/// A place in an order: by number, then by text.
struct SortText: Hashable, Comparable, Sendable {
    var number = 0
    var key: [UInt32] = []

    static func < (left: Self, right: Self) -> Bool {
        left.number == right.number
            ? left.key.lexicographicallyPrecedes(right.key) : left.number < right.number
    }
}

extension TaskRow.Urgency {
    fileprivate var isPending: Bool { self < .cannot }
}
