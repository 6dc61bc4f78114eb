import Terminal

/// A column of a list of `Row`s: its place in the table, its fields, and what it is sorted by.
struct Column<Row: Sendable>: Sendable {
    let layout: TableColumn
    let cell: @Sendable (Row) -> TableCell
    /// `nil` for a column that cannot be sorted by.
    let key: (@Sendable (Row) -> SortKey)?
    /// The order a first sorting takes: small first for names, large first for quantities.
    let startsAscending: Bool

    init(
        _ layout: TableColumn, startsAscending: Bool = false, key: (@Sendable (Row) -> SortKey)? = nil,
        cell: @escaping @Sendable (Row) -> TableCell
    ) {
        self.layout = layout
        self.cell = cell
        self.key = key
        self.startsAscending = startsAscending
    }
}

extension Array where Element: Sendable {
    /// The rows in the order of a column; in their own order without one. Equals keep their order.
    func sorted(by order: SortOrder<Int>?, _ columns: [Column<Element>]) -> [Element] {
        guard let order, columns.indices.contains(order.column), let key = columns[order.column].key else {
            return self
        }
        let keyed = map { (row: $0, key: key($0)) }
        return keyed.enumerated().sorted { left, right in
            if left.element.key.comes(before: right.element.key, ascending: order.isAscending) { return true }
            if right.element.key.comes(before: left.element.key, ascending: order.isAscending) {
                return false
            }
            return left.offset < right.offset
        }.map(\.element.row)
    }
}
