/// An extent in character cells. Never negative.
public struct Size: Hashable, Sendable {
    /// Cells across.
    public let columns: Int
    /// Cells down.
    public let rows: Int

    /// An extent; negative numbers become zero.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// No cells at all.
    public static let zero = Size(columns: 0, rows: 0)

    /// Whether there is no cell to draw in.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// The whole extent as a rectangle at the origin.
    public var bounds: Rect { Rect(x: 0, y: 0, width: columns, height: rows) }

    /// Whether `other` fits in this extent.
    public func holds(_ other: Size) -> Bool { other.columns <= columns && other.rows <= rows }
}

/// A cell's place: columns from the left, rows from the top, both from zero.
public struct Point: Hashable, Sendable {
    /// The column, from zero.
    public var x: Int
    /// The row, from zero.
    public var y: Int

    /// A cell's place.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
