import Terminal

extension Model {
    /// A key while something lies over the view.
    mutating func pressInOverlay(_ key: Key) -> [Effect] {
        switch overlay {
        case .quitQuestion: return answerQuestion(key)
        case .directorQuestion(let question): return answer(question, isYes: key.isYes)
        case .form(let form): return pressInForm(key, form)
        case .help(let search): return pressInSearch(key, search) { .help($0) }
        case .palette(let search): return pressInSearch(key, search) { .palette($0) }
        case .contacts(let search): return pressInSearch(key, search) { .contacts($0) }
        case nil: return []
        }
    }

    /// Only an express yes ends the program.
    private mutating func answerQuestion(_ key: Key) -> [Effect] {
        overlay = nil
        return key.isYes ? [.quit] : []
    }

    private mutating func pressInSearch(
        _ key: Key, _ search: SearchList, _ wrap: (SearchList) -> Overlay
    ) -> [Effect] {
        var search = search
        let look = Look(self)
        guard let overlay else { return [] }
        let rows = OverlayView(look: look, overlay: overlay).rows(of: search, in: look.areas.body)
        let height = rows.place.height
        search.list.settle(in: rows.found, height: height)
        switch key {
        case .enter: return run(search.list.selected.map { rows.commands[$0] })
        case .escape:
            if search.field.isEmpty {
                self.overlay = nil
                return []
            }
            search.field = TextField()
        case .up: search.list.move(by: -1, in: rows.found, height: height)
        case .down: search.list.move(by: 1, in: rows.found, height: height)
        case .pageUp: search.list.page(by: -1, in: rows.found, height: height)
        case .pageDown: search.list.page(by: 1, in: rows.found, height: height)
        case .tab: complete(&search, rows)
        default: if search.field.handle(key) { search.list = ListState() }
        }
        self.overlay = wrap(search)
        return []
    }

    /// Puts the selected command's title into the line.
    private func complete(_ search: inout SearchList, _ rows: OverlayView.Rows) {
        guard let selected = search.list.selected, rows.commands.indices.contains(selected) else { return }
        search.field = TextField(rows.commands[selected].title)
    }

    /// Selects the first command found, so that Enter always does what is marked.
    mutating func settleSearch() {
        let look = Look(self)
        switch overlay {
        case .help(var search)?:
            let rows = OverlayView(look: look, overlay: .help(search)).rows(of: search, in: look.areas.body)
            search.list.settle(in: rows.found, height: rows.place.height)
            overlay = .help(search)
        case .palette(var search)?:
            let rows = OverlayView(look: look, overlay: .palette(search)).rows(
                of: search, in: look.areas.body)
            search.list.settle(in: rows.found, height: rows.place.height)
            overlay = .palette(search)
        case .contacts(var search)?:
            let rows = OverlayView(look: look, overlay: .contacts(search)).rows(
                of: search, in: look.areas.body)
            search.list.settle(in: rows.found, height: rows.place.height)
            overlay = .contacts(search)
        case .quitQuestion?, .directorQuestion?, .form?, nil: break
        }
    }

    /// Runs a command of a list; one that cannot be done now says why and leaves the list open.
    mutating func run(_ command: Command?) -> [Effect] {
        guard let command else { return [] }
        if let reason = command.reason {
            notice = Notice(phrase: reason, isFailure: false)
            return []
        }
        overlay = nil
        switch command.deed {
        case .action(let action): return perform(action)
        case .close: return []
        case .go(let destination):
            navigation.show(destination)
            if case .forecast(let id) = destination { return openForecast(id) }
            return []
        }
    }
}

extension Key {
    /// Whether it is the express yes of a question, in any layout.
    fileprivate var isYes: Bool {
        guard case .character(let typed) = self else { return false }
        return KeyboardLayout.commandCharacter(for: typed) == "y"
    }
}
