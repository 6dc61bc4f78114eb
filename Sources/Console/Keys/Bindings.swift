import Language
import Terminal

/// The one table of commands.
enum Bindings {
    static let all: [Binding] =
        screens + movement + list + acting + alarms + levels + orders + work + measures + forecast + exercise
        + director
        + program

    /// The command of a key in the view shown. A letter typed in the Kazakh or the Russian layout counts as the
    /// letter of the same key in the English one.
    static func binding(for key: Key, in model: Model) -> Binding? {
        var meant = key
        if case .character(let typed) = key {
            guard let command = KeyboardLayout.commandCharacter(for: typed) else { return nil }
            meant = .character(command)
        }
        return all.first { $0.keys.contains(meant) && $0.scope.holds(model) }
    }

    /// The commands that mean something in the view shown.
    static func offered(in model: Model) -> [Binding] { all.filter { $0.scope.holds(model) } }

    // MARK: The records

    private static let screens = [
        screen(.overview, "1", 2, rank: 22), screen(.checkpoints, "2", 3, rank: 23),
        screen(.shelters, "3", 4, rank: 24), screen(.indicators, "4", 5, rank: 28),
        screen(.playbooks, "5", 6, rank: 29), screen(.alarms, "D", 11, rank: 25),
        screen(.tasks, "W", 12, rank: 26),
        screen(.log, "8", 8, rank: 27), screen(.desk, "9", nil, rank: 30),
        screen(.forecast, "0", 7, rank: 32),
        screen(.shift, "w", nil, rank: 31),
        screen(.injects, "I", nil, rank: 12, scope: .exercise),
        screen(.director, "X", nil, rank: 1, scope: .directorAnywhere),
    ]

    private static func screen(
        _ tab: Tab, _ digit: Character, _ function: Int?, rank: Int, scope: Binding.Scope = .everywhere
    ) -> Binding {
        Binding(
            action: .show(tab), keys: [.character(digit)] + [function].compactMap { $0.map(Key.function) },
            scope: scope, hintRank: rank)
    }

    private static let movement = [
        Binding(action: .up, keys: [.up, .character("k")], scope: .everywhere),
        Binding(action: .down, keys: [.down, .character("j")], scope: .everywhere),
        Binding(action: .halfUp, keys: [.control("u")], scope: .everywhere),
        Binding(action: .halfDown, keys: [.control("d")], scope: .everywhere),
        Binding(action: .pageUp, keys: [.pageUp, .control("b")], scope: .everywhere),
        Binding(action: .pageDown, keys: [.pageDown, .control("f")], scope: .everywhere),
        // A second `g` finds the top reached already, so `gg` works as in vi.
        Binding(action: .top, keys: [.home, .character("g")], scope: .everywhere),
        Binding(action: .bottom, keys: [.end, .character("G")], scope: .everywhere),
        Binding(action: .nextPanel, keys: [.tab], scope: .panels, hintRank: 4),
        Binding(action: .previousPanel, keys: [.backTab], scope: .panels),
        Binding(action: .enter, keys: [.enter, .right, .character("l")], scope: .enterable, hintRank: 1),
        Binding(
            action: .back, keys: [.escape, .left, .character("h")], scope: .everywhere, hintRank: 2,
            disabledReason: { model in
                model.navigation.canGoBack || !model.view.filter.isEmpty
                    ? nil : Phrase("console.why-not.first-view")
            }),
    ]

    private static let list = [
        Binding(action: .filter, keys: [.character("/")], scope: .filteredLists, hintRank: 5),
        Binding(action: .sortNext, keys: [.character("s")], scope: .sortedLists, hintRank: 6),
        Binding(
            action: .sortReverse, keys: [.character("S")], scope: .sortedLists,
            disabledReason: { $0.view.sort == nil ? Phrase("console.why-not.not-sorted") : nil }),
        Binding(action: .copyRow, keys: [.character("y")], scope: .everywhere),
    ]

    private static let acting = [
        Binding(
            action: .note, keys: [.character("n")], scope: .everywhere, hintRank: 3,
            disabledReason: { $0.reasonNotToWrite }),
        Binding(
            action: .pause, keys: [.character("p"), .character(" ")], scope: .everywhere, hintRank: 9,
            disabledReason: { $0.context.past == nil ? nil : Phrase("console.why-not.past-holds-still") }),
        Binding(
            action: .pastMoment, keys: [.character("T")], scope: .everywhere, hintRank: 9,
            disabledReason: { $0.now == nil ? Phrase("console.why-not.no-moment") : nil }),
    ]

    private static let forecast = [
        Binding(
            action: .forecastAgain, keys: [.character("r")], scope: .forecasts, hintRank: 5,
            disabledReason: { $0.reasonNotToPlayAgain }),
        Binding(
            action: .forecastStop, keys: [.character("x")], scope: .forecasts, hintRank: 6,
            disabledReason: { $0.reasonNotToStopForecast }),
    ]

    private static let exercise = [
        Binding(
            action: .exercisePause, keys: [.character("e")], scope: .drilled, hintRank: 7,
            disabledReason: { $0.reasonNotToSteer }),
        Binding(
            action: .faster, keys: [.character("+"), .character("=")], scope: .steered, hintRank: 8,
            disabledReason: { $0.reasonNotToSteer ?? $0.reasonNotToGo(.faster) }),
        Binding(
            action: .slower, keys: [.character("-")], scope: .steered,
            disabledReason: { $0.reasonNotToSteer ?? $0.reasonNotToGo(.slower) }),
    ]

    private static let program = [
        Binding(action: .help, keys: [.character("?"), .function(1)], scope: .everywhere, hintRank: 0),
        Binding(action: .palette, keys: [.character(":"), .function(9)], scope: .everywhere, hintRank: 40),
        Binding(action: .language, keys: [.character("L")], scope: .everywhere, hintRank: 41),
        Binding(action: .saveScreen, keys: [.control("s")], scope: .everywhere),
        Binding(action: .bell, keys: [.character("B")], scope: .everywhere),
        Binding(action: .title, keys: [.character("N")], scope: .everywhere),
        Binding(action: .mouse, keys: [.character("m")], scope: .everywhere),
        Binding(action: .redraw, keys: [.control("l")], scope: .everywhere),
        Binding(action: .suspend, keys: [.control("z")], scope: .everywhere),
        Binding(
            action: .quit, keys: [.character("q"), .function(10)], scope: .everywhere, danger: .asks,
            hintRank: 10),
    ]
}

extension Model {
    /// Why nothing can be written now.
    var reasonNotToWrite: Phrase? {
        if context.past != nil { return Phrase("console.why-not.past") }
        if context.journal.isReadOnly { return Phrase("console.why-not.read-only") }
        return reasonOfEnd
    }

    /// Why the exercise's clock cannot be steered now.
    fileprivate var reasonNotToSteer: Phrase? {
        if context.directs {
            return reasonNotToDirect ?? (drill.board?.phase == .over ? Phrase("drill.why-not.over") : nil)
        }
        if let reason = reasonNotToWrite { return reason }
        return exercise == nil ? Phrase("console.why-not.no-clock") : nil
    }

    fileprivate func reasonNotToGo(_ action: Action) -> Phrase? {
        nextSpeed(action) == nil ? Phrase("console.why-not.last-speed") : nil
    }

    /// The next speed up or down; `nil` at the end.
    func nextSpeed(_ action: Action) -> Int? {
        guard let speed = context.directs ? drill.board?.speed : exercise?.speed else { return nil }
        return action == .faster
            ? ExerciseClockState.speeds.first { $0 > speed } : ExerciseClockState.speeds.last { $0 < speed }
    }
}
