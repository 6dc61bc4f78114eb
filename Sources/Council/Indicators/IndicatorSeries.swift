import Reference
import Situation

/// An indicator's values for one area, one a period.
///
/// Where several statements speak of one period, the one known last counts, as everywhere; the journal keeps the others.
public struct IndicatorSeries: Sendable {
    public let semantics: IndicatorSemantics
    /// By the end of their period, the shorter period first where two end together.
    public let statements: [Statement<IndicatorValue>]
    private let byPeriod: [String: Statement<IndicatorValue>]

    public init(_ statements: [Statement<IndicatorValue>], semantics: IndicatorSemantics) {
        self.semantics = semantics
        var latest: [String: Statement<IndicatorValue>] = [:]
        for statement in statements {
            let period = statement.body.period.description
            if let other = latest[period], other.provenance.known > statement.provenance.known { continue }
            latest[period] = statement
        }
        byPeriod = latest
        self.statements = latest.values.sorted {
            ($0.body.period.endMonth, $0.body.period.months) < (
                $1.body.period.endMonth, $1.body.period.months
            )
        }
    }

    /// What is known of a year.
    public struct YearFigure: Sendable {
        public let year: Int
        public let value: Double
        /// How many months of the year it covers; of a level, up to the end of which month it speaks.
        public let months: Int
        /// The statements it is made of.
        public let statements: [Statement<IndicatorValue>]

        /// Whether the year can bring no more.
        public var isWhole: Bool { months == 12 }
    }

    /// The figure of a year: of a level its last value in the year; of a flow the sum from January as far as values
    /// reach without a gap. `nil` when nothing of the year is known.
    public func figure(of year: Int) -> YearFigure? {
        switch semantics.measure {
        case .level:
            return statements.last { $0.body.period.year == year }.map {
                YearFigure(
                    year: year, value: $0.body.value,
                    months: $0.body.period.endMonth - year * 12, statements: [$0])
            }
        case .yearlyFlow:
            if let whole = cover("\(year)", of: year, first: 1, count: 12) {
                return YearFigure(year: year, value: Self.sum(whole), months: 12, statements: whole)
            }
            var parts: [Statement<IndicatorValue>] = []
            var month = 1
            while month <= 12, let (more, count) = longest(of: year, from: month) {
                parts += more
                month += count
            }
            guard month > 1 else { return nil }
            return YearFigure(year: year, value: Self.sum(parts), months: month - 1, statements: parts)
        }
    }

    private static func sum(_ statements: [Statement<IndicatorValue>]) -> Double {
        statements.reduce(0) { $0 + $1.body.value }
    }

    /// The longest part of a year that begins with a month and is known.
    private func longest(of year: Int, from month: Int) -> ([Statement<IndicatorValue>], Int)? {
        for count in [6, 3, 1] where (month - 1) % count == 0 {
            let name = Self.name(of: year, first: month, count: count)
            if let parts = cover(name, of: year, first: month, count: count) { return (parts, count) }
        }
        return nil
    }

    /// What a period says itself or, where nobody said it, what its halves, quarters or months say together. The
    /// published figure of a whole is preferred to the sum of its parts, which may have been counted otherwise.
    private func cover(
        _ name: String, of year: Int, first: Int, count: Int
    ) -> [Statement<IndicatorValue>]? {
        if let own = byPeriod[name] { return [own] }
        let part: Int
        switch count {
        case 12: part = 6
        case 6: part = 3
        case 3: part = 1
        default: return nil
        }
        var parts: [Statement<IndicatorValue>] = []
        for start in stride(from: first, to: first + count, by: part) {
            let name = Self.name(of: year, first: start, count: part)
            guard let more = cover(name, of: year, first: start, count: part) else { return nil }
            parts += more
        }
        return parts
    }

    private static func name(of year: Int, first: Int, count: Int) -> String {
        switch count {
        case 12: "\(year)"
        case 6: "\(year)-H\(first / 6 + 1)"
        case 3: "\(year)-Q\(first / 3 + 1)"
        default: "\(year)-\(first < 10 ? "0" : "")\(first)"
        }
    }

    /// The longest run without a gap, up to the last value, of periods of one length: what trend and projection are
    /// reckoned from. Of two lengths the one with more values, of equal ones the longer. Flows are taken by the year,
    /// so that values of all lengths mean the same.
    public var run: SeriesRun? {
        [12, 6, 3, 1].compactMap { step in run(of: step) }.max { left, right in
            (left.values.count, left.step) < (right.values.count, right.step)
        }
    }

    private func run(of step: Int) -> SeriesRun? {
        let all = statements.filter { $0.body.period.months == step }
        guard let last = all.last else { return nil }
        var run = [last]
        for statement in all.dropLast().reversed() {
            guard let next = run.last, statement.body.period.endMonth == next.body.period.endMonth - step
            else {
                break
            }
            run.append(statement)
        }
        let scale = semantics.measure == .yearlyFlow ? 12 / Double(step) : 1
        return SeriesRun(
            step: step, endMonth: last.body.period.endMonth,
            values: run.reversed().map { $0.body.value * scale })
    }
}

/// Values of periods of one length, one after the other.
public struct SeriesRun: Hashable, Sendable {
    /// Months in a period: 1, 3, 6 or 12.
    public let step: Int
    /// The month that the last period ends with: 12 × year + month.
    public let endMonth: Int
    /// Oldest first; flows by the year.
    public let values: [Double]

    public init(step: Int, endMonth: Int, values: [Double]) {
        self.step = step
        self.endMonth = endMonth
        self.values = values
    }
}

extension ReportingPeriod {
    /// How many months it covers.
    var months: Int {
        switch part {
        case .year: 12
        case .half: 6
        case .quarter: 3
        case .month: 1
        }
    }

    /// The month it ends with, counted through the years: 12 × year + month.
    var endMonth: Int {
        switch part {
        case .year: year * 12 + 12
        case .half(let half): year * 12 + half * 6
        case .quarter(let quarter): year * 12 + quarter * 3
        case .month(let month): year * 12 + month
        }
    }
}
