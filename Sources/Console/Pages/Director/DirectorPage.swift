import Drill
import Situation
import Terminal
import Wording

/// The director's screen: the clock, the list of events with the one that is marked, what is expected and what waits,
/// the truth beside what is believed, objectives and what was observed. A small window shows one list at a time, named
/// in a line of all of them.
struct DirectorPage {
    let look: Look
    let board: DirectorBoard

    /// The parts keys go to, in the order of Tab.
    static let panels: [Panel] = [
        .main, .expected, .waiting, .truth, .objectives, .observations, .branches,
    ]

    private static let wideColumns = 110
    private static let widestColumns = 170

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        let lines = [clockLine] + (area.width < Self.wideColumns ? [strip] : []) + troubles(in: area)
        let (top, below) = area.splitTop(lines.count)
        page.draw(Lines(lines), in: top)
        let keys = keyLines(width: area.width, atMost: area.height < 30 ? 2 : 4)
        let (rest, bottom) = below.splitBottom(area.height < 18 ? 0 : keys.count)
        page.draw(Lines(keys), in: bottom)
        if area.width < Self.wideColumns {
            addOne(to: &page, in: rest)
        } else if area.width < Self.widestColumns || area.height < 40 {
            let (left, right) = rest.splitLeft(rest.width * 11 / 20)
            addEvents(to: &page, in: left)
            stack(Array(Self.panels.dropFirst()), in: right.splitLeft(2).rest, on: &page)
        } else {
            let (left, right) = rest.splitLeft(rest.width * 2 / 5)
            let columns = right.splitLeft(2).rest.columns(2, gap: 2)
            addEvents(to: &page, in: left)
            stack([.expected, .waiting, .truth], in: columns[0], on: &page)
            stack([.objectives, .observations, .branches], in: columns[1], on: &page)
        }
        return page
    }

    /// The list of events over the inject that is marked.
    private func addEvents(to page: inout Page, in area: Rect) {
        let (list, below) = area.splitBottom(area.height * 2 / 5)
        let listing = look.listing(.main, of: board)
        page.add(.main, listing, in: list)
        add(detailOf: .main, listing, to: &page, in: below.splitTop(1).rest)
    }

    /// The list keys go to, over what is marked in it.
    private func addOne(to page: inout Page, in area: Rect) {
        let focus = look.model.view.focus
        let panel = Self.panels.contains(focus) ? focus : .main
        let (list, below) = area.splitBottom(area.height >= 12 ? area.height * 2 / 5 : 0)
        let listing = look.listing(panel, of: board)
        page.add(panel, listing, in: list)
        add(detailOf: panel, listing, to: &page, in: below.splitTop(1).rest)
    }

    private func add(detailOf panel: Panel, _ listing: Listing, to page: inout Page, in place: Rect) {
        guard !place.isEmpty else { return }
        let marked = look.model.view.lists[panel]?.selected ?? listing.ids.first
        guard case .director(let item)? = marked, let document = look.detail(of: item, of: board) else {
            return
        }
        page.add(document, in: place)
    }

    /// Lists one under the other, each with room for what it has, shorter ones leaving theirs to longer ones.
    private func stack(_ panels: [Panel], in area: Rect, on page: inout Page) {
        let listings = panels.map { look.listing($0, of: board) }
        let heights = Self.shares(
            of: max(0, area.height - panels.count + 1), wanted: listings.map { max(2, $0.ids.count + 1) })
        var rest = area
        for (index, panel) in panels.enumerated() {
            let (top, below) = rest.splitTop(heights[index])
            page.add(panel, listings[index], in: top)
            rest = below.splitTop(1).rest
        }
    }

    /// Parts the rows fairly: nobody gets more than wanted while another wants more.
    static func shares(of rows: Int, wanted: [Int]) -> [Int] {
        var given = wanted.map { _ in 0 }
        var left = rows
        while left > 0,
            let next = given.indices.filter({ given[$0] < wanted[$0] }).min(by: { given[$0] < given[$1] })
        {
            given[next] += 1
            left -= 1
        }
        return given
    }

    // MARK: Over the lists

    /// Phase, time, speed, and how long it is to ENDEX.
    private var clockLine: StyledText {
        let style: Style = board.phase == .running ? .accent : .warning
        var line = StyledText(speech("drill.phase.\(board.phase.rawValue)"), style)
            .appending("  \(speech.shortClock(board.now)) ", .heading)
            .appending("\(look.marks.times)\(board.speed)  ", .heading)
        if let part = board.catchingUp {
            line = line.appending(
                speech("drill.director.catching-up", ["percent": .text(speech.percent(part))]) + "  ",
                .attention)
        }
        let left = speech.span(max(board.closing - board.now, .zero))
        let hours = speech(
            "drill.director.hours",
            [
                "start": .text(speech.timeOfDay(board.opening)),
                "end": .text(speech.timeOfDay(board.closing)),
                "left": .text(left),
            ])
        return line.appending(hours, .muted)
    }

    /// All parts with how much is in each; the one keys go to is marked.
    private var strip: StyledText {
        let focus = look.model.view.focus
        var line = StyledText("")
        for panel in Self.panels {
            let isHere = panel == focus || panel == .main && !Self.panels.contains(focus)
            let count = look.listing(panel, of: board).ids.count
            line = line.appending(
                "\(isHere ? look.marks.chevron : " ")\(look.shortName(of: panel)) \(count)",
                isHere ? .accent : look.calls(panel, of: board) ? .warning : .muted)
        }
        return line
    }

    /// The director's keys that work now and have no room in the footer, so that none has to be remembered.
    private func keyLines(width: Int, atMost count: Int) -> [StyledText] {
        let shown = Set(Foot(look: look).hints(in: look.areas.foot).map(\.action))
        var lines: [StyledText] = []
        for binding in Bindings.offered(in: look.model) where !shown.contains(binding.action) {
            guard case .direct = binding.action, let key = binding.keys.first,
                binding.disabledReason(look.model) == nil
            else { continue }
            let hint = StyledText(key.label, .key).appending(" \(speech(binding.hint))  ", .muted)
            if let last = lines.last, last.width + hint.width <= width {
                lines[lines.count - 1] = last + hint
            } else if lines.count < count {
                lines.append(hint)
            }
        }
        return lines
    }

    private func troubles(in area: Rect) -> [StyledText] {
        board.troubles.suffix(area.height < 30 ? 1 : 3).map {
            StyledText("\(look.marks.up) \($0)", .warning)
        }
    }
}

extension Look {
    /// The name of a part of the director's screen, as the head of its list and in the line of all.
    func name(of panel: Panel) -> String { speech("drill.panel.\(key(of: panel))") }
    func shortName(of panel: Panel) -> String { speech("drill.panel-short.\(key(of: panel))") }

    private func key(of panel: Panel) -> String { panel == .main ? "events" : panel.rawValue }

    /// Whether something in that part waits for the director.
    func calls(_ panel: Panel, of board: DirectorBoard) -> Bool {
        switch panel {
        case .main: board.rows.contains { $0.state == .due }
        case .expected: board.expected.contains { $0.isMissed(at: board.now) }
        case .waiting: !board.waiting.isEmpty
        default: false
        }
    }
}

extension DirectorBoard.Expected {
    /// Whether its time has passed without it.
    func isMissed(at now: Instant) -> Bool { done == nil && deadline < now }
}
