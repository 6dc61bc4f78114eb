/// The dots of a chart: puts values at even steps onto a grid.
struct ChartPlot {
    var grid: DotGrid
    let scale: ChartScale
    /// How many steps of time the width stands for.
    let steps: Int

    /// A level line with `gap` dots left out after each dot drawn.
    mutating func drawLevel(_ value: Double, style: Style, gap: Int) {
        guard let value = ChartScale.drawable(value) else { return }
        for x in stride(from: 0, to: grid.columns, by: gap + 1) {
            grid.set(x: x, y: row(of: value), style: style)
        }
    }

    /// A series; `sign` -1 turns it downwards.
    mutating func draw(_ series: LineChart.Series, sign: Double) {
        var before: Int?
        for x in 0..<grid.columns {
            guard let value = value(of: series.values, at: x) else {
                before = nil
                continue
            }
            let y = row(of: value * sign)
            switch series.shape {
            case .line:
                grid.setColumn(x: x, from: before.map { joined($0, y) } ?? y, to: y, style: series.style)
            case .area: grid.setColumn(x: x, from: row(of: 0), to: y, style: series.style)
            case .dotted: if x % 2 == 0 { grid.set(x: x, y: y, style: series.style) }
            }
            before = y
        }
    }

    /// A range as every other dot, like a chessboard.
    mutating func draw(_ band: LineChart.Band, sign: Double) {
        for x in 0..<grid.columns {
            guard let low = value(of: band.lower, at: x), let high = value(of: band.upper, at: x) else {
                continue
            }
            let (first, second) = (row(of: low * sign), row(of: high * sign))
            for y in min(first, second)...max(first, second) where (x + y) % 2 == 0 {
                grid.set(x: x, y: y, style: band.style)
            }
        }
    }

    /// The next dot after the one before, so that a steep line has no holes.
    private func joined(_ before: Int, _ now: Int) -> Int {
        if before == now { return now }
        return before < now ? before + 1 : before - 1
    }

    private func row(of value: Double) -> Int {
        Int((scale.depth(of: value) * Double(max(0, grid.rows - 1))).rounded())
    }

    /// The value at a dot column: the largest of several steps in one column, or between two neighbours.
    private func value(of values: [Double?], at x: Int) -> Double? {
        guard steps > 0, !values.isEmpty else { return nil }
        if steps > grid.columns { return largest(of: values, at: x) }
        let place = grid.columns > 1 ? Double(x) * Double(steps - 1) / Double(grid.columns - 1) : 0
        let first = Int(place)
        guard first < values.count, let left = ChartScale.drawable(values[first]) else {
            return nearEnd(of: values, place)
        }
        let share = place - Double(first)
        guard share > 0, first + 1 < values.count, let right = ChartScale.drawable(values[first + 1]) else {
            // Beside a gap a value holds for half a step, so that a lone one can be seen.
            return share <= 0.5 ? left : nil
        }
        return left + (right - left) * share
    }

    /// Just before a value that follows a gap.
    private func nearEnd(of values: [Double?], _ place: Double) -> Double? {
        let next = Int(place) + 1
        guard place - Double(Int(place)) > 0.5, next < values.count else { return nil }
        return ChartScale.drawable(values[next])
    }

    private func largest(of values: [Double?], at x: Int) -> Double? {
        let first = x * steps / grid.columns
        let last = min(values.count, max(first + 1, (x + 1) * steps / grid.columns))
        guard first < last else { return nil }
        return values[first..<last].compactMap(ChartScale.drawable).max { abs($0) < abs($1) }
    }
}
