import Language
import Terminal

/// One command: its keys, what it does, where it works, and why it may not work now.
///
/// The footer, the list of keys, the palette, the documentation and the dispatch all read these records.
struct Binding: Sendable {
    let action: Action
    /// One-letter commands are written as in the English layout.
    let keys: [Key]
    let scope: Scope
    var danger = Danger.harmless
    /// The place in the footer, 0 first; `nil` for what is only in the list of keys.
    var hintRank: Int?
    /// Why it cannot be done now; `nil` when it can.
    var disabledReason: @Sendable (Model) -> Phrase? = { _ in nil }

    /// The catalog's key of the whole description.
    var description: String { "console.action.\(action.name)" }
    /// The catalog's key of the word in the footer.
    var hint: String { "console.hint.\(action.name)" }

    /// Where a command means something.
    enum Scope: Hashable, Sendable {
        case everywhere
        /// Wherever there is a list.
        case lists
        /// Lists, and pages of things that have a list of their own.
        case enterable
        /// Lists with a filter.
        case filteredLists
        /// Lists that can be sorted.
        case sortedLists
        case overview
        /// Views with several lists that keys go round.
        case panels
        /// An exercise whose clock this console steers: the director's, or one without a director.
        case exercise, steered, drilled
        /// The list of scenarios or one of them.
        case forecasts
        /// One alarm; the list of them.
        case alarm, alarmList
        /// A border section, or a proposal for one in a list.
        case level
        /// The list of alarms or one of them; likewise below.
        case alarms, tasks, desk, shift
        /// The list of playbooks or one of them; the log or one entry.
        case playbooks, log
        /// The indicators or the measures, and pages of one; the list of measures.
        case policy, measures
        /// The board of tasks, not one of them.
        case taskBoard
        /// Where something can be ordered; orders themselves.
        case orderable, orders
        /// The director's screens: whatever is marked, and by what is marked.
        case director, directorAnywhere, directorInjects, directorWaiting, directorObjectives
        /// One of several commands on a key, by how far the exercise or what is marked is.
        case directorPhase(DirectorCommand)

        func holds(_ model: Model) -> Bool {
            let destination = model.view.destination
            switch self {
            case .everywhere: return true
            case .lists: return !destination.isDetail
            case .enterable:
                if case .section = destination { return true } else { return !destination.isDetail }
            case .filteredLists:
                return !destination.isDetail && destination != .tab(.overview) && destination != .welcome
                    && destination != .tab(.shift) && destination != .tab(.director)
            case .sortedLists:
                return [
                    .tab(.checkpoints), .tab(.shelters), .tab(.indicators), .tab(.measures), .tab(.playbooks),
                    .tab(.tasks),
                ].contains(
                    destination)
            case .overview: return destination == .tab(.overview)
            case .panels:
                return [.tab(.overview), .tab(.director)].contains(destination)
                    || destination == .tab(.tasks) && !model.watch.orders.isEmpty
            case .exercise: return model.isExercise
            // A trainee's clock is the director's.
            case .steered: return model.isExercise && (model.context.directs || model.context.station == nil)
            case .drilled: return model.isExercise && !model.context.directs && model.context.station == nil
            case .forecasts: return destination.tab == .forecast
            case .alarm: if case .alarm = destination { return true } else { return false }
            case .alarmList: return destination == .tab(.alarms)
            case .level:
                // On the overview a section is marked most of the time; there only a proposal makes it a matter.
                let isMatter = destination != .tab(.overview) || model.chosenProposal != nil
                return model.chosenSection != nil && isMatter
            case .alarms: return destination.tab == .alarms
            case .tasks: return destination.tab == .tasks && !model.isAtOrders
            case .desk: return destination.tab == .desk
            case .shift: return destination.tab == .shift
            case .playbooks: return destination.tab == .playbooks
            case .log: return destination.tab == .log
            case .policy: return destination.tab == .indicators || destination.tab == .measures
            case .measures: return destination == .tab(.measures)
            case .taskBoard: return destination == .tab(.tasks)
            case .orderable:
                switch destination {
                case .checkpoint, .shelter, .region, .section, .task, .tab(.checkpoints), .tab(.shelters),
                    .tab(.overview):
                    return true
                case .tab(.tasks): return !model.isAtOrders
                default: return false
                }
            case .orders: return model.isAtOrders
            case .director: return model.context.directs && destination.tab == .director
            case .directorAnywhere: return model.context.directs
            case .directorInjects: return model.context.directs && model.isAtListedInjects
            case .directorWaiting: return model.isAtDirector(.waiting)
            case .directorObjectives: return model.isAtDirector(.objectives)
            case .directorPhase(let command): return model.offers(command)
            }
        }
    }
}

extension Key {
    /// How the key is written in hints and documents.
    var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-\(character.uppercased())"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .insert: "Ins"
        case .delete: "Del"
        case .backspace: "Backspace"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        case .mouse, .paste: ""
        }
    }
}
