import Terminal

/// Everything a key, a click, the list of keys or the palette can do.
enum Action: Hashable, Sendable {
    case show(Tab)
    case up, down, halfUp, halfDown, pageUp, pageDown, top, bottom
    case nextPanel, previousPanel
    case enter, back
    case filter, sortNext, sortReverse
    case pause, note, copyRow, saveScreen
    case exercisePause, faster, slower
    case forecastAgain, forecastStop
    case pastMoment, bell, title
    case alarm(AlarmCommand)
    case level(LevelCommand)
    case task(TaskCommand)
    case desk(DeskCommand)
    case shift(ShiftCommand)
    case playbook(PlaybookCommand)
    case log(LogCommand)
    case measure(MeasureCommand)
    case desktop(DesktopCommand)
    case order(OrderCommand)
    case direct(DirectorCommand)
    case language, mouse, redraw, suspend
    case help, palette, quit

    /// Its name in the catalogs and for typing in the palette, in every language.
    var name: String {
        switch self {
        case .show(let tab): tab.rawValue
        case .alarm(let command): command.rawValue
        case .level(let command): command.rawValue
        case .task(let command): command.rawValue
        case .desk(let command): command.rawValue
        case .shift(let command): command.rawValue
        case .playbook(let command): command.rawValue
        case .log(let command): command.rawValue
        case .measure(let command): command.rawValue
        case .desktop(let command): command.rawValue
        case .order(let command): command.rawValue
        case .direct(let command): command.rawValue
        case .halfUp: "half-up"
        case .halfDown: "half-down"
        case .pageUp: "page-up"
        case .pageDown: "page-down"
        case .nextPanel: "next-panel"
        case .previousPanel: "previous-panel"
        case .sortNext: "sort"
        case .sortReverse: "reverse"
        case .copyRow: "copy"
        case .pastMoment: "past"
        case .saveScreen: "save-screen"
        case .exercisePause: "exercise-pause"
        case .forecastAgain: "forecast-again"
        case .forecastStop: "forecast-stop"
        default: "\(self)"
        }
    }
}

/// How much harm an action can do by a slip of the finger.
enum Danger: Hashable, Sendable {
    case harmless
    /// Asks before it is done.
    case asks
}
