import Terminal

/// A list as keys and tables need it, whatever its rows are.
struct Listing: Sendable {
    /// The items in the order shown.
    let ids: [ItemID]
    /// How many there are without the filter.
    let total: Int
    let columns: [TableColumn]
    /// Which columns can be sorted by, and whether they begin ascending.
    let sortable: [Int: Bool]
    let sort: SortOrder<Int>?
    private let row: @Sendable (Int) -> TableRow

    /// - Parameter rows: already filtered and in order.
    init<Row: Sendable>(
        _ rows: [Row], total: Int? = nil, columns: [Column<Row>], sort: SortOrder<Int>? = nil,
        id: (Row) -> ItemID
    ) {
        ids = rows.map(id)
        self.total = total ?? rows.count
        self.columns = columns.map(\.layout)
        sortable = Dictionary(
            uniqueKeysWithValues: columns.enumerated()
                .filter { $0.element.key != nil }.map { ($0.offset, $0.element.startsAscending) })
        self.sort = sort
        row = { index in
            rows.indices.contains(index)
                ? TableRow(columns.map { $0.cell(rows[index]) }) : TableRow([])
        }
    }

    /// The table of the list.
    /// - Parameter isFocused: keys go to it; without focus no row is marked.
    func table(_ state: ListState<ItemID>, isFocused: Bool) -> Table {
        var table = Table(
            columns: columns, rowCount: ids.count, selected: isFocused ? state.index(in: ids) : nil,
            offset: state.offset, sort: sort, row: row)
        table.isFocused = isFocused
        return table
    }

    /// The fields of a row as text with tabs between, for the clipboard.
    func text(at index: Int) -> String {
        row(index).cells.compactMap { cell in
            guard case .text(let text) = cell.content else { return nil }
            let words = text.plain.split(separator: " ").joined(separator: " ")
            return words.isEmpty ? nil : words
        }.joined(separator: "\t")
    }

    /// How many rows a table of `height` lines has room for under its head.
    static func visibleRows(height: Int) -> Int { max(0, height - 1) }
}
