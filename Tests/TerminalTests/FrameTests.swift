import Terminal
import Testing

@Suite struct FrameTests {
    @Test func `text is cut at the edges by cells`() {
        var frame = Frame(size: Size(columns: 5, rows: 2))
        frame.write("Қорғас", at: Point(x: 2, y: 0))
        frame.write("abcdef", at: Point(x: -3, y: 1))
        frame.write("unseen", at: Point(x: 0, y: 2))
        #expect(frame.lines == ["  Қор", "def"])
    }

    @Test func `a wide character that an edge cuts becomes a blank`() {
        var frame = Frame(size: Size(columns: 4, rows: 2))
        frame.write("a日本", at: Point(x: 0, y: 0))
        frame.write("日b", at: Point(x: -1, y: 1))
        #expect(frame.lines == ["a日", " b"])
    }

    @Test func `writing over half of a wide character clears the other half`() {
        var frame = Frame(size: Size(columns: 4, rows: 2))
        for y in 0...1 { frame.write("日本", at: Point(x: 0, y: y)) }
        frame.write("x", at: Point(x: 1, y: 0))
        frame.write("y", at: Point(x: 2, y: 1))
        #expect(frame.lines == [" x本", "日y"])
        #expect(frame.row(0).reduce(0) { $0 + $1.width } == 4)
    }

    @Test func `controls in data are shown as symbols and never kept`() {
        var frame = Frame(size: Size(columns: 12, rows: 2))
        frame.write("a\u{1B}[2J\u{7}\u{202E}b", at: Point(x: 0, y: 0))
        frame.write("a\u{1B}\u{9B}b", at: Point(x: 0, y: 1), symbols: .questionMarks)
        #expect(frame.lines == ["a␛[2J␇\u{FFFD}b", "a??b"])
    }

    @Test func `a cell holds at most five scalars`() {
        var frame = Frame(size: Size(columns: 2, rows: 1))
        frame.write("e" + String(repeating: "\u{301}", count: 9), at: Point(x: 0, y: 0))
        #expect(frame[Point(x: 0, y: 0)]?.text.unicodeScalars.count == 5)
    }

    @Test func `the dump names styles`() {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        frame.write("ok ", at: Point(x: 0, y: 0))
        frame.write("▲ bad", at: Point(x: 3, y: 0), style: Style(.warning, .bold))
        #expect(frame.styledLines == ["ok ⟨warning+bold|▲ bad⟩"])
    }

    @Test func `a canvas cannot be left by a nested one`() {
        var frame = Frame(size: Size(columns: 8, rows: 4))
        frame.fill(frame.size.bounds, with: "·")
        frame.draw(in: Rect(x: 2, y: 1, width: 4, height: 2)) { canvas in
            canvas.fill(Rect(x: -9, y: -9, width: 99, height: 99), with: "x")
            canvas.within(Rect(x: 3, y: 1, width: 50, height: 50)) { $0.write("inner text") }
            canvas.setCursor(x: 9, y: 9)
        }
        #expect(frame.lines == ["········", "··xxxx··", "··xxxi··", "········"])
        #expect(frame.cursor == nil)
    }
}
