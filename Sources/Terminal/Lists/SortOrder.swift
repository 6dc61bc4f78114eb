/// By which column a table is sorted, and which way.
public struct SortOrder<Column: Hashable & Sendable>: Hashable, Sendable {
    /// The column that orders the rows.
    public var column: Column
    /// Whether the smallest comes first.
    public var isAscending: Bool

    /// An order by a column.
    public init(_ column: Column, ascending: Bool = true) {
        self.column = column
        isAscending = ascending
    }

    /// What choosing a column does: the same column turns the order round, another one begins with its own.
    public mutating func choose(_ chosen: Column, ascending: Bool = true) {
        if column == chosen {
            isAscending.toggle()
        } else {
            (column, isAscending) = (chosen, ascending)
        }
    }
}

/// A table's selection, scroll and sort order, kept while the user is elsewhere.
public struct TableState<ID: Hashable & Sendable, Column: Hashable & Sendable>: Hashable, Sendable {
    /// What is selected and shown.
    public var list: ListState<ID>
    /// The order of the rows.
    public var sort: SortOrder<Column>

    /// A table at its top in its first order.
    public init(sort: SortOrder<Column>, selected: ID? = nil) {
        self.sort = sort
        list = ListState(selected: selected)
    }
}
