/// What is selected in a list and which part of it is shown.
///
/// The selection follows the item, not the row: when the list is sorted anew or grows above, the same item
/// stays selected. When the item is gone, its neighbour takes its place.
public struct ListState<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The selected item; nil only while the list is empty.
    public private(set) var selected: ID?
    /// The first row shown.
    public private(set) var offset = 0
    /// The row the selection was seen at last.
    private var row = 0

    /// A state at the top; `selected` is looked for when the list is known.
    public init(selected: ID? = nil) { self.selected = selected }

    /// Whether it stands where a list begins: the first item selected, nothing scrolled.
    public var isAtTop: Bool { row == 0 && offset == 0 }

    /// The selected item's row in the list.
    public func index(in ids: [ID]) -> Int? {
        selected.flatMap { ids.firstIndex(of: $0) }
    }

    /// Fits the state to the list as it is now, with `height` rows to show it in.
    public mutating func settle(in ids: [ID], height: Int) {
        guard !ids.isEmpty else {
            (selected, offset, row) = (nil, 0, 0)
            return
        }
        select(row: index(in: ids) ?? row, in: ids, height: height)
    }

    /// Selects an item if the list has it.
    public mutating func select(_ id: ID, in ids: [ID], height: Int) {
        guard let found = ids.firstIndex(of: id) else { return }
        select(row: found, in: ids, height: height)
    }

    /// Moves the selection by rows, stopping at the ends.
    public mutating func move(by rows: Int, in ids: [ID], height: Int) {
        settle(in: ids, height: height)
        let limit = ids.count
        select(row: row + max(-limit, min(limit, rows)), in: ids, height: height)
    }

    /// Moves by whole pages, which overlap by a row.
    public mutating func page(by pages: Int, in ids: [ID], height: Int) {
        let step = max(1, height - 1)
        let limit = ids.count / step + 1
        move(by: max(-limit, min(limit, pages)) * step, in: ids, height: height)
    }

    /// Selects the first item.
    public mutating func moveToTop(in ids: [ID], height: Int) { select(row: 0, in: ids, height: height) }

    /// Selects the last item.
    public mutating func moveToBottom(in ids: [ID], height: Int) {
        select(row: ids.count - 1, in: ids, height: height)
    }

    /// Shows another part of the list; the selection comes along when it would leave the view.
    public mutating func scroll(by rows: Int, in ids: [ID], height: Int) {
        settle(in: ids, height: height)
        let last = max(0, ids.count - height)
        offset = max(0, min(last, offset + max(-ids.count, min(ids.count, rows))))
        let visible = max(offset, min(offset + max(1, height) - 1, row))
        select(row: visible, in: ids, height: height)
    }

    private mutating func select(row wanted: Int, in ids: [ID], height: Int) {
        guard !ids.isEmpty else { return settle(in: ids, height: height) }
        row = max(0, min(ids.count - 1, wanted))
        selected = ids[row]
        offset = min(offset, max(0, ids.count - max(1, height)))
        if row < offset { offset = row }
        if row >= offset + max(1, height) { offset = row - max(1, height) + 1 }
    }
}
