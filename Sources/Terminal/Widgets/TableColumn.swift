/// A column of a table: its head and how it gives way on narrow screens.
public struct TableColumn: Hashable, Sendable {
    /// What stands over the column.
    public var title: String
    /// Where text stands in the column.
    public var alignment: Alignment
    /// Below this many cells the column is left out rather than narrowed.
    public var minimum: Int
    /// The width it takes when there is room.
    public var ideal: Int
    /// Columns with the highest number vanish first; 0 never vanishes.
    public var priority: Int
    /// Whether it takes what the others leave.
    public var isFlexible: Bool

    /// A column; `ideal` is the minimum when not given.
    public init(
        _ title: String, alignment: Alignment = .left, minimum: Int, ideal: Int? = nil, priority: Int = 0,
        isFlexible: Bool = false
    ) {
        self.title = title
        self.alignment = alignment
        self.minimum = max(0, minimum)
        self.ideal = max(ideal ?? minimum, minimum)
        self.priority = priority
        self.isFlexible = isFlexible
    }
}

/// Where the columns of a table stand at a width.
public struct TableLayout: Hashable, Sendable {
    /// A column that is shown.
    public struct Slot: Hashable, Sendable {
        /// The column's number in the table.
        public var column: Int
        /// The first cell.
        public var x: Int
        /// Cells across.
        public var width: Int
    }

    /// The columns shown, from left to right.
    public let slots: [Slot]

    /// Leaves out what does not fit, then gives room: to the ideals in order of priority, the rest to the
    /// flexible columns.
    public init(_ columns: [TableColumn], width: Int, gap: Int = 1) {
        let shown = Self.fitting(columns, width: width, gap: gap)
        var widths = shown.map { columns[$0].minimum }
        var left = width - widths.reduce(0, +) - gap * max(0, shown.count - 1)
        let byPriority = shown.indices.sorted {
            (columns[shown[$0]].priority, $0) < (columns[shown[$1]].priority, $1)
        }
        for place in byPriority where left > 0 {
            let more = min(left, columns[shown[place]].ideal - widths[place])
            widths[place] += more
            left -= more
        }
        let flexible = shown.indices.filter { columns[shown[$0]].isFlexible }
        for (rank, place) in flexible.enumerated() where left > 0 {
            widths[place] += left / flexible.count + (rank < left % flexible.count ? 1 : 0)
        }
        var x = 0
        slots = shown.indices.map { place in
            defer { x += widths[place] + gap }
            return Slot(column: shown[place], x: x, width: widths[place])
        }
    }

    private static func fitting(_ columns: [TableColumn], width: Int, gap: Int) -> [Int] {
        var shown = Array(columns.indices)
        func needed() -> Int { shown.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, shown.count - 1) }
        while needed() > width,
            let least = shown.last(where: { candidate in
                columns[candidate].priority > 0
                    && shown.allSatisfy { columns[$0].priority <= columns[candidate].priority }
            })
        {
            shown.removeAll { $0 == least }
        }
        return shown
    }
}
