import Terminal
import Testing

@Suite struct TableTests {
    private let columns = [
        TableColumn("Post", minimum: 4, ideal: 6, isFlexible: true),
        TableColumn("Queue", alignment: .right, minimum: 5),
        TableColumn("Wait", alignment: .right, minimum: 4, priority: 2),
        TableColumn("Age", minimum: 3, priority: 1),
    ]

    private var table: Table {
        let rows = (1...4).map { number in
            TableRow(["Post \(number)", "\(number * 10)", "\(number) h", "2m"].map { TableCell($0) })
        }
        return Table(columns: columns, rows: rows, selected: 1, sort: SortOrder(1, ascending: false))
    }

    @Test func `all columns are shown where there is room, the flexible one takes the rest`() {
        // 4+5+4+3 and three gaps are 19; of 24 five are left: two to the ideal, three to the flexible one.
        let layout = TableLayout(columns, width: 24)
        #expect(layout.slots.map(\.width) == [9, 5, 4, 3])
        #expect(layout.slots.map(\.x) == [0, 10, 16, 21])
    }

    @Test func `the least important column vanishes first, the first ones never`() {
        #expect(TableLayout(columns, width: 18).slots.map(\.column) == [0, 1, 3])
        #expect(TableLayout(columns, width: 13).slots.map(\.column) == [0, 1])
        #expect(TableLayout(columns, width: 1).slots.map(\.column) == [0, 1])
    }

    @Test func `the head shows the sorted column and the rows stand under it`() {
        let frame = Frame.picture(of: table, size: Size(columns: 21, rows: 4))
        #expect(
            frame.lines == [
                "Post   Queu▼ Wait Age",
                "Post 1    10  1 h 2m",
                "Post 2    20  2 h 2m",
                "Post 3    30  3 h 2m",
            ])
    }

    @Test func `the selected row is marked over its whole width`() {
        let frame = Frame.picture(of: table, size: Size(columns: 21, rows: 4))
        #expect(frame.row(2).allSatisfy { $0.style.role == .selected })
        #expect(frame.row(1).allSatisfy { $0.style.role == .normal })
    }

    @Test func `a click finds the column's head or the row`() {
        let size = Size(columns: 21, rows: 4)
        #expect(table.hit(x: 8, y: 0, in: size) == .header(column: 1))
        #expect(table.hit(x: 6, y: 0, in: size) == nil)  // the gap between two heads
        #expect(table.hit(x: 3, y: 3, in: size) == .row(2))
        #expect(table.hit(x: 3, y: 4, in: size) == nil)
        var scrolled = table
        scrolled.offset = 3
        #expect(scrolled.hit(x: 0, y: 1, in: size) == .row(3))
        #expect(scrolled.hit(x: 0, y: 2, in: size) == nil)
    }

    @Test func `only rows in view are made`() {
        let long = Table(columns: columns, rowCount: 1_000_000, offset: 500_000) { index in
            #expect((500_000..<500_003).contains(index))
            return TableRow([TableCell("\(index)")])
        }
        #expect(Frame.picture(of: long, size: Size(columns: 30, rows: 4)).lines[1].hasPrefix("500000"))
    }
}
