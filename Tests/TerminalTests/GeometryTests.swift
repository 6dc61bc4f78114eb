import Terminal
import Testing

@Suite struct GeometryTests {
    @Test func `negative extents become empty`() {
        #expect(Size(columns: -3, rows: 4) == Size(columns: 0, rows: 4))
        #expect(Rect(x: 1, y: 1, width: -1, height: 2).isEmpty)
    }

    @Test func `splitting shares all cells and asks for too much in vain`() {
        let area = Rect(x: 2, y: 3, width: 10, height: 5)
        let (top, rest) = area.splitTop(2)
        #expect(top == Rect(x: 2, y: 3, width: 10, height: 2))
        #expect(rest == Rect(x: 2, y: 5, width: 10, height: 3))
        #expect(area.splitBottom(1).bottom == Rect(x: 2, y: 7, width: 10, height: 1))
        #expect(area.splitLeft(4).rest == Rect(x: 6, y: 3, width: 6, height: 5))
        #expect(area.splitRight(4).right == Rect(x: 8, y: 3, width: 4, height: 5))
        #expect(area.splitTop(99).rest.isEmpty)
        #expect(area.splitLeft(-1).left.isEmpty)
    }

    @Test func `columns share the width, the first ones take the remainder`() {
        // 20 cells less two gaps of 1 are 18; 11 less two are 9.
        let even = Rect(x: 0, y: 0, width: 20, height: 1).columns(3, gap: 1)
        #expect(even.map(\.width) == [6, 6, 6])
        #expect(even.map(\.x) == [0, 7, 14])
        #expect(Rect(x: 0, y: 0, width: 8, height: 1).columns(3).map(\.width) == [3, 3, 2])
        #expect(Rect(x: 0, y: 0, width: 8, height: 1).columns(0).isEmpty)
    }

    @Test func `a margin wider than the area leaves nothing`() {
        let area = Rect(x: 0, y: 0, width: 10, height: 4)
        #expect(area.inset(by: 1) == Rect(x: 1, y: 1, width: 8, height: 2))
        #expect(area.inset(by: 3).isEmpty)
        #expect(area.intersection(Rect(x: 10, y: 0, width: 5, height: 5)).isEmpty)
    }
}
