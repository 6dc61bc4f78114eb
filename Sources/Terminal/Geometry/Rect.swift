/// A rectangle of character cells. Width and height are never negative; the place may be anywhere.
public struct Rect: Hashable, Sendable {
    /// The first column.
    public let x: Int
    /// The first row.
    public let y: Int
    /// Cells across.
    public let width: Int
    /// Cells down.
    public let height: Int

    /// A rectangle; negative extents become zero.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// Its extent.
    public var size: Size { Size(columns: width, rows: height) }
    /// Whether there is no cell inside.
    public var isEmpty: Bool { width == 0 || height == 0 }
    /// The first column to the right of the rectangle.
    public var endX: Int { x + width }
    /// The first row under the rectangle.
    public var endY: Int { y + height }

    /// Whether the cell lies inside.
    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < endX && point.y >= y && point.y < endY
    }

    /// What both rectangles cover; empty, at this rectangle's place, when they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        let right = min(endX, other.endX)
        let bottom = min(endY, other.endY)
        guard left < right, top < bottom else { return Rect(x: x, y: y, width: 0, height: 0) }
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// The same rectangle elsewhere.
    public func moved(byX deltaX: Int, y deltaY: Int) -> Rect {
        Rect(x: x + deltaX, y: y + deltaY, width: width, height: height)
    }

    /// What is left inside a margin; empty when the margin takes everything.
    public func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
        let across = min(horizontal, width / 2)
        let down = min(vertical, height / 2)
        return Rect(
            x: x + across, y: y + down, width: width - 2 * horizontal, height: height - 2 * vertical)
    }

    /// What is left inside an equal margin on all four sides.
    public func inset(by margin: Int) -> Rect { inset(horizontal: margin, vertical: margin) }

    /// A rectangle of the wished size in the middle of this one, smaller where this one is.
    public func centred(_ wished: Size) -> Rect {
        let width = min(wished.columns, width)
        let height = min(wished.rows, height)
        return Rect(
            x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }
}

// MARK: - Splitting

extension Rect {
    /// Cuts rows off the top; asks for more than there is give all of it.
    public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, rows), height)
        return (
            Rect(x: x, y: y, width: width, height: cut),
            Rect(x: x, y: y + cut, width: width, height: height - cut)
        )
    }

    /// Cuts rows off the bottom.
    public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = splitTop(height - min(max(0, rows), height))
        return (rest, bottom)
    }

    /// Cuts columns off the left.
    public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, columns), width)
        return (
            Rect(x: x, y: y, width: cut, height: height),
            Rect(x: x + cut, y: y, width: width - cut, height: height)
        )
    }

    /// Cuts columns off the right.
    public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = splitLeft(width - min(max(0, columns), width))
        return (rest, right)
    }

    /// Divides the width into `count` columns with `gap` cells between; the first ones take the remainder.
    public func columns(_ count: Int, gap: Int = 0) -> [Rect] {
        guard count > 0 else { return [] }
        let usable = max(0, width - gap * (count - 1))
        var left = x
        return (0..<count).map { index in
            let share = usable / count + (index < usable % count ? 1 : 0)
            defer { left += share + gap }
            return Rect(x: left, y: y, width: share, height: height).intersection(self)
        }
    }
}
