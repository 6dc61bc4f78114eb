import Language
import Terminal

extension Model {
    /// Answers a key: what is typed goes where it is typed, else it is a command.
    mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        let effects = answer(key)
        settle()
        settleSearch()
        let needed = neededEffects()
        if !needed.isEmpty { settle() }
        return effects + needed
    }

    private mutating func answer(_ key: Key) -> [Effect] {
        if case .mouse(let mouse) = key { return click(mouse) }
        if overlay != nil { return pressInOverlay(key) }
        if input != nil { return type(key) }
        guard let binding = Bindings.binding(for: key, in: self) else { return [] }
        return run(binding)
    }

    /// Does what a command does, or says why it cannot be done now.
    mutating func run(_ binding: Binding) -> [Effect] {
        if let reason = binding.disabledReason(self) {
            notice = Notice(phrase: reason, isFailure: false)
            return []
        }
        return perform(binding.action)
    }

    /// Does an action that is known to be possible.
    mutating func perform(_ action: Action) -> [Effect] {
        switch action {
        case .show(let tab): navigation.show(.tab(tab))
        case .up, .down, .halfUp, .halfDown, .pageUp, .pageDown, .top, .bottom: move(action)
        case .nextPanel: turnPanel(by: 1)
        case .previousPanel: turnPanel(by: -1)
        case .enter: return enter()
        case .back: goBack()
        case .filter: input = .filter
        case .sortNext: sortNext()
        case .sortReverse: view.sort?.isAscending.toggle()
        case .pause: return togglePause()
        case .note: beginNote()
        case .copyRow: return copy()
        case .saveScreen: return [.saveScreen(Console.view(self).lines)]
        case .exercisePause: return [.exercise(exercise?.isPaused == true ? .resume : .pause)]
        case .faster, .slower: return turnSpeed(action)
        case .pastMoment: beginTimeTravel()
        case .bell: toggleBell()
        case .title: toggleTitle()
        case .level(let command): return perform(command)
        case .forecastAgain: return playForecastAgain()
        case .forecastStop: return stopForecast()
        case .alarm(let command): return perform(command)
        case .task(let command): return perform(command)
        case .desk(let command): return perform(command)
        case .shift(let command): return perform(command)
        case .playbook(let command): return perform(command)
        case .log(let command): return perform(command)
        case .measure(let command): perform(command)
        case .desktop(let command): return perform(command)
        case .order(let command): return perform(command)
        case .direct(let command): return perform(command)
        case .language: switchLanguage()
        case .mouse:
            usesMouse.toggle()
            notice = Notice(
                phrase: Phrase(usesMouse ? "console.told.mouse-on" : "console.told.mouse-off"),
                isFailure: false)
            return [.setMouse(usesMouse)]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .help: overlay = .help(SearchList())
        case .palette: overlay = .palette(SearchList())
        case .quit: overlay = .quitQuestion
        }
        return []
    }

    private mutating func togglePause() -> [Effect] {
        guard let held = hold else {
            hold = Hold(since: now, waiting: nil)
            return []
        }
        hold = nil
        if let update = held.waiting ?? picture { show(update) }
        return []
    }

    /// To the next language whose words are there; others may still be on their way.
    private mutating func switchLanguage() {
        var next = language.next
        while next != language, !context.catalogs.contains(where: { $0.language == next }) {
            next = next.next
        }
        language = next
    }

    private mutating func copy() -> [Effect] {
        let page = Look(self).page
        let text: String
        if let list = page.list(view.focus), let row = view.list.index(in: list.listing.ids) {
            text = list.listing.text(at: row)
        } else {
            text = Console.view(self).lines.dropFirst().dropLast().joined(separator: "\n")
        }
        // What leaves an exercise's screen says what it is from.
        guard isExercise else { return [.copyToClipboard(text)] }
        let word = Look(self).speech("program.exercise")
        return [.copyToClipboard("\(word)\n\(text)\n\(word)")]
    }
}
