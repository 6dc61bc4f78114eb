/// One field of a table.
public struct TableCell: Sendable {
    /// What is drawn in the field.
    public enum Content: Sendable {
        /// Text, aligned as the column is.
        case text(StyledText)
        /// A small picture such as a bar or a sparkline.
        case widget(any Widget)
    }

    /// What is drawn in the field.
    public var content: Content

    /// A field of text of one style.
    public init(_ text: String, _ style: Style = .normal) { content = .text(StyledText(text, style)) }
    /// A field of text.
    public init(_ text: StyledText) { content = .text(text) }
    /// A field with a small picture.
    public init(widget: some Widget) { content = .widget(widget) }
}

/// One row of a table: a field for each column.
public struct TableRow: Sendable {
    /// The fields, one a column.
    public var cells: [TableCell]

    /// A row.
    public init(_ cells: [TableCell]) { self.cells = cells }
}

/// Rows under a head. Only the rows in view are asked for, so a long list costs no more than a short one.
public struct Table: Widget {
    /// The columns, from left to right.
    public var columns: [TableColumn]
    /// How many rows there are in all.
    public var rowCount: Int
    /// Makes a row when it comes into view.
    public var row: @Sendable (Int) -> TableRow
    /// The selected row.
    public var selected: Int?
    /// The first row shown.
    public var offset: Int
    /// The sorted column and the direction, for the mark in the head.
    public var sort: SortOrder<Int>?
    /// Whether the first row is the columns' titles.
    public var showsHeader = true
    /// Whether keys go to this table.
    public var isFocused = true

    /// A table whose rows are made when they are shown.
    public init(
        columns: [TableColumn], rowCount: Int, selected: Int? = nil, offset: Int = 0,
        sort: SortOrder<Int>? = nil, row: @escaping @Sendable (Int) -> TableRow
    ) {
        self.columns = columns
        self.rowCount = rowCount
        self.selected = selected
        self.offset = offset
        self.sort = sort
        self.row = row
    }

    /// A table of rows at hand.
    public init(
        columns: [TableColumn], rows: [TableRow], selected: Int? = nil, offset: Int = 0,
        sort: SortOrder<Int>? = nil
    ) {
        self.init(columns: columns, rowCount: rows.count, selected: selected, offset: offset, sort: sort) {
            rows.indices.contains($0) ? rows[$0] : TableRow([])
        }
    }

    /// How many rows are in view in an area.
    public func visibleRows(in size: Size) -> Int { max(0, size.rows - (showsHeader ? 1 : 0)) }

    /// Draws the head and the rows in view.
    public func render(on canvas: inout Canvas) {
        let layout = TableLayout(columns, width: canvas.size.columns)
        if showsHeader { drawHeader(layout, on: &canvas) }
        let top = showsHeader ? 1 : 0
        for line in 0..<visibleRows(in: canvas.size) {
            let index = max(0, offset) + line
            guard index < rowCount else { break }
            draw(row(index), layout, y: top + line, on: &canvas)
            if index == selected { highlight(y: top + line, on: &canvas) }
        }
    }

    private func drawHeader(_ layout: TableLayout, on canvas: inout Canvas) {
        for slot in layout.slots {
            let column = columns[slot.column]
            var title = StyledText(column.title, .heading)
            if let sort, sort.column == slot.column {
                let mark = sort.isAscending ? canvas.glyphs.marks.up : canvas.glyphs.marks.down
                // A letter says more than an ellipsis beside the mark.
                title = title.truncated(to: max(0, slot.width - 1), ellipsis: "")
                    .appending(mark, .heading)
            }
            canvas.draw(
                Text(title, alignment: column.alignment),
                in: Rect(x: slot.x, y: 0, width: slot.width, height: 1))
        }
    }

    private func draw(_ row: TableRow, _ layout: TableLayout, y: Int, on canvas: inout Canvas) {
        for slot in layout.slots where slot.column < row.cells.count {
            let place = Rect(x: slot.x, y: y, width: slot.width, height: 1)
            switch row.cells[slot.column].content {
            case .text(let text):
                canvas.draw(Text(text, alignment: columns[slot.column].alignment), in: place)
            case .widget(let widget):
                canvas.within(place) { widget.render(on: &$0) }
            }
        }
    }

    private func highlight(y: Int, on canvas: inout Canvas) {
        let role: StyleRole = isFocused ? .selected : .selectedMuted
        canvas.restyle(Rect(x: 0, y: y, width: canvas.size.columns, height: 1)) { Style(role, $0.flags) }
    }
}

// MARK: - The mouse

extension Table {
    /// What lies under a cell of a table.
    public enum Hit: Hashable, Sendable {
        case header(column: Int)
        case row(Int)
    }

    /// What a click hits, in the table's own coordinates.
    public func hit(x: Int, y: Int, in size: Size) -> Hit? {
        guard size.bounds.contains(Point(x: x, y: y)) else { return nil }
        if showsHeader, y == 0 {
            let layout = TableLayout(columns, width: size.columns)
            return layout.slots.last { x >= $0.x && x < $0.x + max(1, $0.width) }
                .map { .header(column: $0.column) }
        }
        let index = max(0, offset) + y - (showsHeader ? 1 : 0)
        return index < rowCount ? .row(index) : nil
    }
}
