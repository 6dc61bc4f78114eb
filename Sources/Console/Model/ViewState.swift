import Terminal

/// A part of a view that keys can go to.
enum Panel: String, CaseIterable, Hashable, Sendable {
    /// The list of a list screen.
    case main
    // The parts of the overview.
    case sections, regions, alarms, playbooks, indicators, entries
    /// Orders under the board of tasks.
    case orders
    // The parts of the director's screen beside the list of events, which is its main one.
    case expected, waiting, truth, objectives, observations, branches
}

/// Everything about a view that comes back when one returns to it: selection, scroll, sort order, filter.
struct ViewState: Hashable, Sendable {
    let destination: Destination
    /// The panel keys go to.
    var focus: Panel
    var lists: [Panel: ListState<ItemID>] = [:]
    /// The sorted column; `nil` for the order of the screen itself.
    var sort: SortOrder<Int>?
    var filter = TextField()
    /// Which alarms are listed.
    var alarmView = AlarmView.standing
    /// Which measures are listed.
    var measureView = MeasureView()
    /// The groups of a flood that were opened.
    var openGroups: Set<String> = []
    /// The first line shown of a page.
    var scroll = 0

    init(_ destination: Destination) {
        self.destination = destination
        focus = destination == .tab(.overview) ? .sections : .main
    }

    /// The list keys go to.
    var list: ListState<ItemID> {
        get { lists[focus] ?? ListState() }
        set { lists[focus] = newValue }
    }
}

/// The way to the view shown, and what views left behind look like.
struct Navigation: Hashable, Sendable {
    /// The view shown is the last one; never empty.
    private(set) var path: [ViewState]
    private var kept: [Destination: ViewState] = [:]

    init(_ destination: Destination = .tab(.overview)) { path = [ViewState(destination)] }

    /// The view shown.
    var current: ViewState {
        get { path.last ?? ViewState(.tab(.overview)) }
        set { path[path.count - 1] = newValue }
    }

    /// Whether there is a view to go back to.
    var canGoBack: Bool { path.count > 1 }

    /// Shows a view as it was left. One already on the way is gone back to.
    mutating func show(_ destination: Destination) {
        if let index = path.firstIndex(where: { $0.destination == destination }) {
            while path.count > index + 1 { back() }
            return
        }
        path.append(kept[destination] ?? ViewState(destination))
    }

    /// Back to the view before.
    mutating func back() {
        guard canGoBack, let left = path.popLast() else { return }
        kept[left.destination] = left
    }

    /// Begins anew at a view.
    mutating func begin(at destination: Destination) {
        kept[current.destination] = current
        path = [kept[destination] ?? ViewState(destination)]
    }
}
