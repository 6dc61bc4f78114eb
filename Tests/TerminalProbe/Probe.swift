import Dispatch
import Glibc
import Terminal

/// A small program on the terminal kit, for tests in a real terminal: shows what it was told.
///
/// `q` quits, `x` crashes, `z` stops, `m` turns the mouse off and on, `:` opens a prompt, `b` rings.
@main
struct Probe {
    @MainActor
    static func main() async {
        var environment: [String: String] = [:]
        for name in ["TERM", "COLORTERM", "NO_COLOR"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        do {
            let model = ProbeModel()
            try model.run(ScreenOptions(environment: environment))
            while !model.isOver { await model.waitForEnd() }
            print("probe ended: \(model.ending)")
        } catch {
            print("probe: \(error)")
            exit(2)
        }
    }
}

@MainActor
final class ProbeModel {
    private(set) var ending = ""
    private var session: TerminalSession?
    private var waiter: CheckedContinuation<Void, Never>?
    private var history: [String] = []
    private var list = ListState<Int>()
    private var field: TextField?
    private let items = Array(1...40)

    var isOver: Bool { !ending.isEmpty }

    func run(_ options: ScreenOptions) throws(TerminalError) {
        let session = try TerminalSession(
            options: options, onEvent: { [unowned self] in self.answer($0) },
            onDrained: { [unowned self] in self.draw() })
        self.session = session
        session.screen.setTitle("probe")
        draw()
        session.start()
    }

    func waitForEnd() async {
        await withCheckedContinuation { waiter = $0 }
    }

    private func end(_ reason: String) {
        session?.stop()
        session = nil
        ending = reason
        waiter?.resume()
        waiter = nil
    }

    // MARK: Answering

    private func answer(_ event: TerminalEvent) {
        history.append("\(event)")
        switch event {
        case .terminate(let signal): end("signal \(signal)")
        case .key(let key): answer(key)
        case .resized, .resumed: break
        }
    }

    private func answer(_ key: Key) {
        if var typing = field {
            if typing.handle(key) { field = typing } else { field = nil }
            return
        }
        let height = tableHeight
        switch key {
        case .up: list.move(by: -1, in: items, height: height)
        case .down: list.move(by: 1, in: items, height: height)
        case .character(let typed): command(KeyboardLayout.commandCharacter(for: typed))
        default: break
        }
    }

    private func command(_ command: Character?) {
        switch command {
        case "q": end("quit")
        case "j": list.move(by: 1, in: items, height: tableHeight)
        case "k": list.move(by: -1, in: items, height: tableHeight)
        case "x": preconditionFailure("crash on purpose")
        case "s": overflow(1)
        case "z": session?.suspend()
        case "m": if let screen = session?.screen { screen.setMouse(!screen.usesMouse) }
        case "b": session?.screen.bell()
        case ":": field = TextField()
        default: break
        }
    }

    /// Uses up the stack.
    @discardableResult
    private func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : 1 + overflow(depth + 1) }

    // MARK: Drawing

    private var tableHeight: Int { max(0, (session?.screen.size.rows ?? 0) - 12) }

    private func draw() {
        guard let session else { return }
        let size = session.screen.size
        var frame = Frame(size: size)
        list.settle(in: items, height: tableHeight)
        frame.draw(glyphs: session.screen.glyphs) { canvas in self.draw(on: &canvas) }
        session.screen.present(frame)
    }

    private func draw(on canvas: inout Canvas) {
        let (top, rest) = canvas.bounds.splitTop(1)
        canvas.draw(Text("Ақылды шекара — Ә Ғ Қ Ң Ө Ұ Ү Һ І 日本 e\u{301}x", .title), in: top)
        let (bottom, last) = rest.splitBottom(1)
        let (upper, events) = bottom.splitBottom(4)
        let (left, right) = upper.splitLeft(upper.width / 2)
        canvas.draw(Pane(title: "Бекеттер", note: StyledText("\(items.count)"), isFocused: true), in: left)
        canvas.draw(table, in: Pane.inside(left))
        canvas.draw(Pane(title: "24 сағат"), in: right)
        canvas.draw(chart, in: Pane.inside(right))
        canvas.draw(Lines(history.suffix(4).map { StyledText($0, .muted) }), in: events)
        if let field {
            canvas.draw(Prompt(label: StyledText(":", .key), field: field), in: last)
        } else {
            let depth = session?.screen.depth ?? .none
            let size = canvas.size
            canvas.draw(
                Text(
                    StyledText("q", .key) + StyledText(" шығу ") + StyledText("critical", .critical)
                        + StyledText(" ") + StyledText("▲ warning", .warning) + StyledText(" ")
                        + StyledText("attention", .attention) + StyledText(" ")
                        + StyledText("ОҚУ-ЖАТТЫҒУ", .exercise)
                        + StyledText(" \(size.columns)x\(size.rows) \(depth)", .muted)), in: last)
        }
    }

    private var table: Table {
        let columns = [
            TableColumn("Бекет", minimum: 8, isFlexible: true),
            TableColumn("Кезек", alignment: .right, minimum: 5),
            TableColumn("Толуы", minimum: 8, priority: 1),
            TableColumn("24 сағат", minimum: 8, priority: 2),
        ]
        let wave = (0..<24).map { Double(($0 * 7) % 11) }
        return Table(
            columns: columns,
            rows: items.map { item in
                TableRow([
                    TableCell("Бекет №\(item)"),
                    TableCell("\(item * 37)", item % 7 == 0 ? .warning : .normal),
                    TableCell(widget: CapacityBar(fraction: Double(item) / 40)),
                    TableCell(widget: Sparkline(wave, style: .chartIn)),
                ])
            },
            selected: list.selected.flatMap { items.firstIndex(of: $0) }, offset: list.offset,
            sort: SortOrder(1))
    }

    private var chart: LineChart {
        let flow = (0..<24).map { hour in 200 + 180 * sin(Double(hour) / 4) }
        var chart = LineChart(above: [LineChart.Series(flow.map { $0 }, style: .chartIn)])
        chart.below = [LineChart.Series(flow.map { $0 / 2 }, style: .chartOut, shape: .area)]
        chart.bands = [
            LineChart.Band(lower: flow.map { $0 * 0.7 }, upper: flow.map { min(300, $0 * 1.3) })
        ]
        chart.targets = [LineChart.Target(350, label: "350")]
        chart.labels = [.init(at: 0, "00"), .init(at: 0.5, "12"), .init(at: 1, "24")]
        return chart
    }
}
