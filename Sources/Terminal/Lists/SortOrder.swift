/// By which column a table is sorted, and which way.
public struct SortOrder<Column: Hashable & Sendable>: Hashable, Sendable {
    public var column: Column
    public var isAscending: Bool

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
    public var list: ListState<ID>
    public var sort: SortOrder<Column>

    public init(sort: SortOrder<Column>, selected: ID? = nil) {
        self.sort = sort
        list = ListState(selected: selected)
    }
}
