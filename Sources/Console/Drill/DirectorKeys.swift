import Drill
import Language
import Situation
import Terminal

/// What keys do for the director of an exercise.
enum DirectorCommand: String, CaseIterable, Hashable, Sendable {
    // The clock.
    case start = "startex"
    case pause = "pausex"
    case resume = "resumex"
    case end = "endex"
    case real = "real-emergency"
    case stepMinute = "step-minute"
    case stepHour = "step-hour"
    case jump = "jump-to"
    case jumpToInject = "jump-to-inject"
    case rewind
    // The list of events.
    case send = "inject-send"
    case skip = "inject-skip"
    case restore = "inject-restore"
    case delay = "inject-delay"
    case reword = "inject-reword"
    case invent = "inject-invent"
    case shiftAll = "inject-shift-all"
    // For agencies that are not there.
    case accept = "agency-accept"
    case begin = "agency-begin"
    case done = "agency-done"
    case cannot = "agency-cannot"
    // The world, and what is seen of the trainees.
    case world
    case observe
    case rate
}

extension Bindings {
    /// Everything a director does. Trainees are offered none of it.
    static let director = clockOfDirector + injectsOfDirector + restOfDirector

    private static let clockOfDirector = [
        // One key turns the exercise on, off and on again.
        direct(.start, "e", .directorAnywhere, 1), direct(.pause, "e", .directorAnywhere, 6),
        direct(.resume, "e", .directorAnywhere, 1), direct(.stepMinute, "o", .director, 7),
        direct(.stepHour, "O", .director, 8), direct(.jumpToInject, "f", .director, 6),
        direct(.jump, "F", .director, 9), direct(.end, "Z", .director, 20, danger: .asks),
        direct(.real, "R", .director, 19, danger: .asks),
        direct(.rewind, "U", .director, 18, danger: .asks),
    ]

    private static let injectsOfDirector = [
        direct(.send, "s", .directorInjects, 2), direct(.skip, "x", .directorInjects, 3),
        direct(.restore, "x", .directorInjects, 3), direct(.delay, "d", .directorInjects, 3),
        direct(.reword, "r", .directorInjects, 4), direct(.invent, "i", .director, 5),
        direct(.shiftAll, "S", .director, 8),
    ]

    private static let restOfDirector = [
        direct(.accept, "c", .directorWaiting, 2), direct(.begin, "b", .directorWaiting, 2),
        direct(.done, "d", .directorWaiting, 2), direct(.cannot, "u", .directorWaiting, 3),
        direct(.world, "z", .director, 5), direct(.observe, "v", .director, 5),
        direct(.rate, "c", .directorObjectives, 2),
    ]

    private static func direct(
        _ command: DirectorCommand, _ key: Character, _ scope: Binding.Scope, _ rank: Int,
        danger: Danger = .harmless
    ) -> Binding {
        Binding(
            action: .direct(command), keys: [.character(key)],
            scope: command.isOfPhase ? .directorPhase(command) : scope, danger: danger, hintRank: rank,
            disabledReason: { $0.reasonNotToDirect ?? $0.reasonAgainst(command) })
    }
}

extension DirectorCommand {
    /// Whether it shares its key with others, of which the exercise's state offers one.
    var isOfPhase: Bool { [.start, .pause, .resume, .skip, .restore].contains(self) }
}

// MARK: - What stands against it

extension Model {
    var reasonNotToDirect: Phrase? {
        if !context.directs { return Phrase("drill.why-not.not-director") }
        if context.past != nil { return Phrase("console.why-not.past") }
        return drill.board == nil ? Phrase("drill.why-not.no-board") : nil
    }

    /// Whether the command is the one of its key that the exercise's state offers.
    func offers(_ command: DirectorCommand) -> Bool {
        guard context.directs else { return false }
        let phase = drill.board?.phase
        switch command {
        case .start: return phase == .beforeStart || phase == nil
        case .pause: return phase == .running || phase == .over
        case .resume: return phase == .paused
        case .restore: return isAtListedInjects && chosenRow?.state == .skipped
        case .skip: return isAtListedInjects && chosenRow?.state != .skipped
        default: return true
        }
    }

    func reasonAgainst(_ command: DirectorCommand) -> Phrase? {
        func unless(_ holds: Bool, _ key: String) -> Phrase? {
            holds ? nil : Phrase("drill.why-not.\(key)")
        }
        let phase = drill.board?.phase
        let isOver = phase == .over
        switch command {
        case .observe: return nil
        case .rate: return unless(chosenObjective != nil, "no-objective")
        case .rewind: return unless(phase != .beforeStart, "not-started")
        case .start, .pause, .resume, .end, .real, .invent, .shiftAll: return unless(!isOver, "over")
        case .stepMinute, .stepHour, .jump, .world:
            return unless(!isOver, "over") ?? unless(phase != .beforeStart, "not-started")
        case .jumpToInject:
            return unless(!isOver, "over") ?? unless(phase != .beforeStart, "not-started")
                ?? unless(drill.board?.rows.contains { $0.isAhead } ?? false, "no-inject-ahead")
        case .send, .skip, .delay, .reword, .restore:
            guard let row = chosenRow else { return Phrase("drill.why-not.no-inject") }
            let isOpen = unless(!isOver, "over") ?? unless(row.state != .sent, "sent")
            return command == .delay ? isOpen ?? unless(row.at != nil, "no-time") : isOpen
        case .accept, .begin, .done, .cannot:
            guard let waiting = chosenWaiting else { return Phrase("drill.why-not.nothing-waits") }
            return unless(!isOver, "over") ?? unless(waiting.takes(command), "not-to-answer-so")
        }
    }

    // MARK: What is marked

    /// Whether keys are about the list of events or one of it.
    var isAtListedInjects: Bool {
        if case .listedInject = view.destination { return true }
        return view.destination == .tab(.director) && view.focus == .main
    }

    /// The inject of the director's list that is looked at or marked.
    var chosenRow: DirectorBoard.Row? {
        let number: Int
        if case .listedInject(let shown) = view.destination {
            number = shown
        } else if case .director(.inject(let marked))? = view.list.selected {
            number = marked
        } else {
            return nil
        }
        return drill.board?.rows.first { $0.number == number }
    }

    var chosenWaiting: DirectorBoard.Waiting? {
        guard case .director(let item)? = view.list.selected else { return nil }
        return drill.board?.waiting.first { $0.item == item }
    }

    var chosenObjective: DirectorBoard.Objective? {
        guard case .director(.objective(let id))? = view.list.selected else { return nil }
        return drill.board?.objectives.first { $0.id == id }
    }
}

extension DirectorBoard.Row {
    /// Whether its time is known and still to come.
    var isAhead: Bool { at != nil && [.due, .next, .later].contains(state) }
}

extension DirectorBoard.Waiting {
    var item: DirectorItem {
        switch self {
        case .task(let task, _, _, _): .task(task)
        case .order(let order, _, _): .order(order)
        }
    }

    /// An order is carried out by the played world; a task is reported on.
    fileprivate func takes(_ command: DirectorCommand) -> Bool {
        switch (self, command) {
        case (.order, .accept), (.order, .cannot): true
        case (.order, _): false
        case (.task(_, _, let state, _), .accept): state == .open
        case (.task(_, _, let state, _), .begin): state == .open || state == .accepted
        case (.task, _): true
        }
    }
}
