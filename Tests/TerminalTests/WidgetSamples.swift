import Terminal

/// One of each widget, with contents that are hard to draw.
enum WidgetSamples {
    static let all: [(name: String, widget: any Widget)] = [
        ("text", Text("Ақылды шекара 日本語 e\u{301}\u{1B}[2J", .title, alignment: .centre)),
        ("paragraph", Paragraph("Қорғас 日本語日本語日本語 мен Достық\n\nбекеттері", offset: 1)),
        ("lines", Lines([StyledText("бір"), StyledText("日本").appending("語", .warning)])),
        ("pane", Pane(title: "Бекеттер 日本", note: "17 мин", isFocused: true)),
        (
            "popup",
            Popup(title: "?", contentSize: Size(columns: 30, rows: 6), content: Paragraph("日本語 көмек"))
        ),
        ("prompt", Prompt(label: StyledText("Сүзгі: "), field: TextField("日本語 Қорғас"))),
        ("bar", CapacityBar(fraction: 0.63)), ("no bar", CapacityBar(fraction: nil)),
        ("odd bar", CapacityBar(fraction: .nan)), ("full bar", CapacityBar(fraction: 1e300)),
        ("sparkline", Sparkline([0, nil, 3, .nan, .infinity, -2, 9])), ("no sparkline", Sparkline([])),
        ("table", table), ("empty table", Table(columns: [], rows: [])),
        ("chart", chart), ("odd chart", oddChart), ("empty chart", LineChart(above: [])),
    ]

    static let table = Table(
        columns: [
            TableColumn("Бекет", minimum: 6, ideal: 12, isFlexible: true),
            TableColumn("Кезек", alignment: .right, minimum: 5),
            TableColumn("Толуы", minimum: 4, priority: 1), TableColumn("日本", minimum: 3, priority: 2),
        ],
        rows: (0..<9).map { index in
            TableRow([
                TableCell("日本 Қорғас \(index)"), TableCell("\(index)", .warning),
                TableCell(widget: CapacityBar(fraction: Double(index) / 9)),
                TableCell(widget: Sparkline([1, 2, 3])),
            ])
        }, selected: 4, offset: 2, sort: SortOrder(1, ascending: false))

    static var chart: LineChart {
        var chart = LineChart(above: [
            LineChart.Series([1, 4, nil, 9, 16]), LineChart.Series([2, 2], shape: .dotted),
        ])
        chart.below = [LineChart.Series([3, 1, 4, 1, 5], style: .chartOut, shape: .area)]
        chart.bands = [LineChart.Band(lower: [0, 1, 2, 3, 4], upper: [5, 6, 7, nil, 9])]
        chart.targets = [LineChart.Target(12, label: "мақсат")]
        chart.labels = [.init(at: 0, "00"), .init(at: .nan, "?"), .init(at: 1, "24")]
        return chart
    }

    static var oddChart: LineChart {
        var chart = LineChart(above: [
            LineChart.Series([.nan, .infinity, -1e308, 1e308, 5]), LineChart.Series([nil, nil]),
        ])
        chart.startsAtZero = false
        chart.targets = [LineChart.Target(.nan, label: "NaN")]
        return chart
    }
}
