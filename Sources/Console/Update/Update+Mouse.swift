import Terminal

extension Model {
    /// A click or a turn of the wheel: what it means depends on what is shown there.
    mutating func click(_ mouse: Mouse) -> [Effect] {
        let look = Look(self)
        guard size.holds(Areas.minimum) else { return [] }
        if let overlay { return click(mouse, on: overlay, look) }
        switch mouse.kind {
        case .wheelUp: turnWheel(by: -3, at: mouse.point, look.page)
        case .wheelDown: turnWheel(by: 3, at: mouse.point, look.page)
        case .press, .double:
            guard mouse.button == 1 else { return [] }
            if look.areas.foot.contains(mouse.point) { return clickFoot(mouse.point, look) }
            return clickList(mouse, look.page)
        }
        return []
    }

    private mutating func clickFoot(_ point: Point, _ look: Look) -> [Effect] {
        guard input == nil,
            let hint = Foot(look: look).hints(in: look.areas.foot).first(where: { $0.place.contains(point) })
        else { return [] }
        return perform(hint.action)
    }

    private mutating func clickList(_ mouse: Mouse, _ page: Page) -> [Effect] {
        guard let list = page.lists.first(where: { $0.place.contains(mouse.point) }) else { return [] }
        let state = view.lists[list.panel] ?? ListState()
        let table = list.listing.table(state, isFocused: true)
        let hit = table.hit(x: mouse.x - list.place.x, y: mouse.y - list.place.y, in: list.place.size)
        switch hit {
        case .header(let column): sort(by: column, of: list.listing)
        case .row(let row):
            view.focus = list.panel
            view.list.select(list.listing.ids[row], in: list.listing.ids, height: list.visibleRows)
            if mouse.kind == .double { return enter() }
        case nil: break
        }
        return []
    }

    private mutating func turnWheel(by rows: Int, at point: Point, _ page: Page) {
        if let list = page.lists.first(where: { $0.place.contains(point) }) {
            var state = view.lists[list.panel] ?? ListState()
            state.scroll(by: rows, in: list.listing.ids, height: list.visibleRows)
            view.lists[list.panel] = state
        } else {
            view.scroll += rows
        }
    }

    private mutating func click(_ mouse: Mouse, on overlay: Overlay, _ look: Look) -> [Effect] {
        let search: SearchList
        switch overlay {
        case .help(let list), .palette(let list), .contacts(let list): search = list
        case .quitQuestion, .directorQuestion, .form: return []
        }
        switch mouse.kind {
        case .wheelUp: return pressInOverlay(.up)
        case .wheelDown: return pressInOverlay(.down)
        case .press, .double:
            let rows = OverlayView(look: look, overlay: overlay).rows(of: search, in: look.areas.body)
            guard rows.place.contains(mouse.point) else {
                self.overlay = nil
                return []
            }
            let index = search.list.offset + mouse.y - rows.place.y
            guard rows.found.indices.contains(index) else { return [] }
            return run(rows.commands[rows.found[index]])
        }
    }
}
