import Terminal
import Testing

/// Widgets as pictures, worked out by hand.
@Suite struct PictureTests {
    private func lines(_ widget: some Widget, _ columns: Int, _ rows: Int, _ glyphs: Glyphs = .unicode)
        -> [String]
    {
        Frame.picture(of: widget, size: Size(columns: columns, rows: rows), glyphs: glyphs).lines
    }

    @Test func `a bar is filled in eighths of a cell`() {
        // 8 cells have 64 eighths; 0.39 of them is 24.96, so 25: three cells and one eighth.
        #expect(lines(CapacityBar(fraction: 0.39), 8, 1) == ["███▏····"])
        #expect(lines(CapacityBar(fraction: 0.5), 8, 1, .ascii) == ["####...."])
        #expect(lines(CapacityBar(fraction: nil), 8, 1) == ["–"])
    }

    @Test func `a bar shows a little as something and not quite full as not full`() {
        #expect(lines(CapacityBar(fraction: 0.0001, showsTrack: false), 4, 1) == ["▏"])
        #expect(lines(CapacityBar(fraction: 0.9999, showsTrack: false), 4, 1) == ["███▉"])
        #expect(lines(CapacityBar(fraction: 0, showsTrack: false), 4, 1) == [""])
        #expect(lines(CapacityBar(fraction: 7, showsTrack: false), 4, 1) == ["████"])
    }

    @Test func `a sparkline has two columns and four heights a cell`() {
        // Heights 1 2 3 4 of 4: left dots are 7, 3, 2, 1 from below (U+2840 = dot 7), right ones 8, 6, 5, 4.
        // 1 and 2: dot 7 and dots 8, 6 = 0x40 + 0x80 + 0x20 = U+28E0.
        // 3 and 4: 0x40+4+2 and 0x80+0x20+0x10+8 = U+28FE.
        #expect(lines(Sparkline([1, 2, 3, 4]), 2, 1) == ["\u{28E0}\u{28FE}"])
        #expect(lines(Sparkline([5, 10, nil, 0]), 4, 1, .ascii) == ["-# ."])
    }

    @Test func `a known zero is a dot and silence a gap`() {
        #expect(lines(Sparkline([0, 0, nil, nil], maximum: 4), 2, 1) == ["\u{28C0}"])
    }

    @Test func `more values than columns keep their peaks`() {
        // Eight values in two columns of dots: the largest of four each, 2 and 9 of 9, heights 1 and 4.
        let spark = Sparkline([0, 2, 1, 0, 0, 9, 1, 0], maximum: 9)
        #expect(lines(spark, 1, 1) == ["\u{28F8}"])  // dot 7, and 8 6 5 4: 0x40 + 0xB8
    }

    @Test func `a pane frames its title and its note`() {
        #expect(
            lines(Pane(title: "Бекет", note: "9"), 20, 3) == [
                "┌ Бекет ──────── 9 ┐", "│                  │", "└──────────────────┘",
            ])
        #expect(lines(Pane(title: "Post"), 9, 2, .ascii) == ["+ Post -+", "+-------+"])
    }

    @Test func `a pop-up covers what is under it`() {
        var frame = Frame(size: Size(columns: 11, rows: 5))
        frame.fill(frame.size.bounds, with: "x")
        frame.draw {
            $0.draw(Popup(title: "?", contentSize: Size(columns: 3, rows: 1), content: Text("hi")))
        }
        #expect(frame.lines == ["xxxxxxxxxxx", "xx┌ ? ──┐xx", "xx│ hi  │xx", "xx└─────┘xx", "xxxxxxxxxxx"])
    }

    @Test func `a prompt scrolls so that the cursor is seen`() {
        let prompt = Prompt(label: StyledText(":"), field: TextField("abcdefghij"))
        let frame = Frame.picture(of: prompt, size: Size(columns: 9, rows: 1))
        // One cell of label, eight of field, of which the last is the cursor's.
        #expect(frame.lines == [":defghij"])
        #expect(frame.cursor == Point(x: 8, y: 0))
    }

    @Test func `a chart has a scale, a target and words under it`() {
        var chart = LineChart(above: [LineChart.Series([0, 10])])
        chart.labels = [.init(at: 0, "Mon"), .init(at: 1, "Tue")]
        // Ten over four rows in steps of 5: labels at the top, the middle (row 1.5, so 2) and the bottom.
        let picture = lines(chart, 15, 5, .ascii)
        #expect(picture.map { String($0.prefix(4)) } == [" 10+", "   |", "  5+", "  0+", "    "])
        #expect(picture[4] == "    Mon     Tue")
        // A straight line from corner to corner.
        #expect(picture[0].last == "'" || picture[0].last == ":")
        #expect(picture[3].dropFirst(4).first == "." || picture[3].dropFirst(4).first == ":")
    }

    @Test func `what goes out grows downwards and is labelled as a size`() {
        var chart = LineChart(above: [LineChart.Series([4, 4], shape: .area)])
        chart.below = [LineChart.Series([4, 4], style: .chartOut, shape: .area)]
        let frame = Frame.picture(of: chart, size: Size(columns: 12, rows: 5), glyphs: .ascii)
        #expect(!frame.lines.joined().contains("-"))
        #expect(frame[Point(x: 6, y: 0)]?.style.role == .chartIn)
        #expect(frame[Point(x: 6, y: 4)]?.style.role == .chartOut)
    }
}
