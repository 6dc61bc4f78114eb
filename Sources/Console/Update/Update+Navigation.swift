import Situation
import Terminal
import Wording

extension Model {
    /// Moves the selection of the list keys go to, or scrolls a text.
    mutating func move(_ action: Action) {
        let page = Look(self).page
        guard let list = page.list(view.focus) else { return scroll(action, page) }
        let (ids, height) = (list.listing.ids, list.visibleRows)
        switch action {
        case .up: view.list.move(by: -1, in: ids, height: height)
        case .down: view.list.move(by: 1, in: ids, height: height)
        case .halfUp: view.list.move(by: -max(1, height / 2), in: ids, height: height)
        case .halfDown: view.list.move(by: max(1, height / 2), in: ids, height: height)
        case .pageUp: view.list.page(by: -1, in: ids, height: height)
        case .pageDown: view.list.page(by: 1, in: ids, height: height)
        case .top: view.list.moveToTop(in: ids, height: height)
        case .bottom: view.list.moveToBottom(in: ids, height: height)
        default: break
        }
        // What is shown beside the list is another text now.
        view.scroll = 0
    }

    private mutating func scroll(_ action: Action, _ page: Page) {
        let height = max(1, page.documentHeight)
        switch action {
        case .up: view.scroll -= 1
        case .down: view.scroll += 1
        case .halfUp: view.scroll -= height / 2
        case .halfDown: view.scroll += height / 2
        case .pageUp: view.scroll -= max(1, height - 1)
        case .pageDown: view.scroll += max(1, height - 1)
        case .top: view.scroll = 0
        case .bottom: view.scroll = page.maximumScroll
        default: break
        }
    }

    /// The parts of the view that keys go to, one after the other. Of the director's screen a small window shows one.
    var panels: [Panel] {
        view.destination == .tab(.director) ? DirectorPage.panels : Look(self).page.lists.map(\.panel)
    }

    /// Whether keys are about that part of the director's screen.
    func isAtDirector(_ panel: Panel) -> Bool {
        context.directs && view.destination == .tab(.director) && view.focus == panel
    }

    mutating func turnPanel(by step: Int) {
        let panels = panels
        guard let index = panels.firstIndex(of: view.focus) else { return }
        view.focus = panels[(index + step + panels.count) % panels.count]
        view.scroll = 0
    }

    /// Shows the selected item.
    mutating func enter() -> [Effect] {
        if case .section(let id) = view.destination {
            showPosts(of: id)
            return []
        }
        guard let item = view.list.selected else { return [] }
        switch item {
        case .destination(let destination):
            navigation.show(destination)
            if case .forecast(let id) = destination { return openForecast(id) }
        case .run(let run, _): navigation.show(.playbookRun(run))
        case .alarmGroup(let cause):
            if view.openGroups.remove(cause) == nil { view.openGroups.insert(cause) }
        case .choice(let choice): return choose(choice)
        case .item(let id):
            if let destination = Look(self).destination(of: id) { navigation.show(destination) }
        case .director(let item): enter(item)
        }
        return []
    }

    /// The list of posts, narrowed to those of a section.
    private mutating func showPosts(of section: SectionID) {
        navigation.show(.tab(.checkpoints))
        view.filter = TextField(Look(self).names.section(section))
        view.lists[.main] = nil
    }

    private mutating func choose(_ choice: WelcomeChoice) -> [Effect] {
        switch choice {
        case .demonstration: return [.startDemonstration]
        case .importFile:
            input = .importPath(TextField())
            return []
        case .watch:
            navigation.begin(at: .tab(.overview))
            return [.openEmptyWatch]
        }
    }

    /// Takes the filter away first, then goes back to the view before.
    mutating func goBack() {
        if !view.filter.isEmpty, !view.destination.isDetail {
            view.filter = TextField()
        } else {
            navigation.back()
        }
    }

    /// Sorts by the next column that can be sorted by; after the last comes the screen's own order again.
    mutating func sortNext() {
        guard let listing = Look(self).page.list(.main)?.listing else { return }
        let columns = listing.sortable.keys.sorted()
        let next = view.sort.map { sort in columns.first { $0 > sort.column } } ?? columns.first
        view.sort = next.map { SortOrder($0, ascending: listing.sortable[$0] ?? true) }
    }

    /// Sorts by a column whose head was clicked; again turns the order round.
    mutating func sort(by column: Int, of listing: Listing) {
        guard let startsAscending = listing.sortable[column] else { return }
        if view.sort?.column == column {
            view.sort?.isAscending.toggle()
        } else {
            view.sort = SortOrder(column, ascending: startsAscending)
        }
    }
}
