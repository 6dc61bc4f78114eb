import Language
import Terminal
import Wording

extension Look {
    /// The line over a list: how many there are, how many pass the filter, and what it is sorted by.
    func listHead(_ listing: Listing, counting key: String, note: String? = nil) -> StyledText {
        var head = StyledText(speech(key, ["count": .number(listing.total)]), .muted)
        if !model.view.filter.isEmpty {
            head = head.appending("  \(speech("console.list.filter")): ", .muted)
                .appending(model.view.filter.text, .accent)
                .appending(
                    "  " + speech("console.list.matches", ["count": .number(listing.ids.count)]), .attention)
        }
        if let sort = listing.sort, listing.columns.indices.contains(sort.column) {
            let title = listing.columns[sort.column].title
            head = head.appending(
                "  \(speech("console.list.order")): \(title) \(sort.isAscending ? marks.up : marks.down)",
                .muted)
        }
        return note.map { head.appending("  \($0)", .muted) } ?? head
    }

    /// A list under its head, filling an area; on a wide screen what is selected is shown beside it.
    func listPage(
        _ listing: Listing, head: StyledText, in area: Rect, legend: String? = nil,
        preview: ((ItemID) -> Document?)? = nil
    ) -> Page {
        var page = Page()
        var (top, body) = area.splitTop(1)
        page.draw(Text(head), in: top)
        if let legend, body.height > 12 {
            let (rest, bottom) = body.splitBottom(1)
            page.draw(Text(legend, .muted), in: bottom)
            body = rest
        }
        guard let preview, area.width >= Self.previewColumns else {
            page.add(.main, listing, in: body)
            return page
        }
        let (left, right) = body.splitLeft(area.width * 3 / 5)
        page.add(.main, listing, in: left)
        let selected = model.view.lists[.main]?.selected ?? listing.ids.first
        if let document = selected.flatMap(preview) { page.add(document, in: right.splitLeft(3).rest) }
        return page
    }

    /// From here on a list shows what is selected beside itself.
    static let previewColumns = 150

    /// Two texts: beside each other where there is room, else one under the other.
    func detailPage(_ main: Document, _ more: Document, in area: Rect) -> Page {
        var page = Page()
        guard area.width >= Self.twoTextColumns else {
            var whole = main
            whole.append(more)
            page.add(whole, in: area)
            return page
        }
        let (left, right) = area.splitLeft(area.width / 2)
        page.add(main, in: left.splitRight(2).rest)
        page.add(more, in: right)
        return page
    }

    private static let twoTextColumns = 110
}
