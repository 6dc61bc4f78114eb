import Terminal

/// A view laid out for an area: what is drawn where, and what keys and the mouse act on. The update and the view
/// read the same page, so that a click and a frame never disagree.
struct Page: Sendable {
    /// Lists, in the order Tab goes through them.
    var lists: [PlacedList] = []
    /// Texts that scroll together.
    var documents: [PlacedDocument] = []
    /// What is only shown.
    var drawings: [Drawing] = []

    /// A list and where its table stands, head included.
    struct PlacedList: Sendable {
        let panel: Panel
        let listing: Listing
        let place: Rect

        var visibleRows: Int { Listing.visibleRows(height: place.height) }
    }

    struct PlacedDocument: Sendable {
        let document: Document
        let place: Rect
    }

    /// A picture that answers nothing.
    struct Drawing: Sendable {
        let widget: any Widget
        let place: Rect
    }

    func list(_ panel: Panel) -> PlacedList? { lists.first { $0.panel == panel } }

    /// The furthest the documents can scroll.
    var maximumScroll: Int {
        documents.map { $0.document.height(width: $0.place.width) - $0.place.height }.max().map { max(0, $0) }
            ?? 0
    }

    /// The height documents scroll by when a page is turned.
    var documentHeight: Int { documents.map(\.place.height).max() ?? 0 }

    mutating func add(_ panel: Panel, _ listing: Listing, in place: Rect) {
        lists.append(PlacedList(panel: panel, listing: listing, place: place))
    }

    mutating func add(_ document: Document, in place: Rect) {
        documents.append(PlacedDocument(document: document, place: place))
    }

    mutating func draw(_ widget: any Widget, in place: Rect) {
        drawings.append(Drawing(widget: widget, place: place))
    }
}

extension Page {
    /// Draws the page as the view was left.
    func render(_ view: ViewState, on canvas: inout Canvas) {
        for list in lists {
            let state = view.lists[list.panel] ?? ListState()
            canvas.draw(list.listing.table(state, isFocused: list.panel == view.focus), in: list.place)
        }
        for placed in documents {
            // Documents beside each other scroll together; the shorter one stays at its end.
            let last = max(0, placed.document.height(width: placed.place.width) - placed.place.height)
            canvas.within(placed.place) { placed.document.render(on: &$0, offset: min(view.scroll, last)) }
        }
        for drawing in drawings { canvas.within(drawing.place) { drawing.widget.render(on: &$0) } }
    }
}
