import Reference
import Situation

/// How a value stands against a target. There is no status without a value.
public enum IndicatorStatus: String, CaseIterable, Sendable {
    case noValue = "no_value"
    /// No target is printed for the year.
    case noTarget = "no_target"
    case met
    /// Not met so far, and the figure does not cover the whole year.
    case underWay = "under_way"
    /// Not met by the whole year's value.
    case missed
    /// The decree prints two targets for the year, no decision chose one, and the answer depends on which holds.
    case dependsOnSeries = "depends_on_series"
}

/// One of the 14 indicators at a moment.
public struct IndicatorStanding: Sendable, Identifiable {
    public let indicator: Indicator
    public let semantics: IndicatorSemantics
    /// The year of now.
    public let year: Int
    /// The series the council chose; `nil` while both stand.
    public let settled: SettledTargets?
    /// The country's values.
    public let series: IndicatorSeries
    /// The years of the plan, each with its targets, figure and status.
    public let years: [YearStanding]
    public let trend: Trend
    /// Where the series leads by 2030.
    public let projection: Projection
    public let regions: RegionTable?
    /// Measures under it, by number.
    public let measures: [MeasureStanding]
    /// What is found in the decree's text about it, with the decision that settles it.
    public let findings: [Finding]

    public var id: IndicatorNumber { indicator.number }

    /// This year's standing; `nil` outside the years of the plan.
    public var thisYear: YearStanding? { years.first { $0.year == year } }

    /// The newest value the country has, whatever its year.
    public var latest: Statement<IndicatorValue>? { series.statements.last }

    /// Whether the decree prints two targets that differ and no decision chose one.
    public var isContested: Bool { !indicator.targetsAgree && settled == nil }

    /// A finding in the decree's text.
    public struct Finding: Sendable {
        public let discrepancy: Discrepancy
        /// The decision in force that settles it.
        public let settledBy: DecisionRecord?

        public init(discrepancy: Discrepancy, settledBy: DecisionRecord?) {
            self.discrepancy = discrepancy
            self.settledBy = settledBy
        }
    }

    /// The years for which targets are printed.
    public static let years = 2025...2030

    public init(
        _ indicator: Indicator, semantics: IndicatorSemantics, picture: Picture, policy: PolicyTables,
        board: MeasureBoard, now: Instant
    ) {
        self.indicator = indicator
        self.semantics = semantics
        year = CivilTime(now).year
        let said = picture.indicators[indicator.number]?.statements ?? []
        let settled = picture.register.targets(of: indicator.number)
        let series = IndicatorSeries(said.filter { $0.body.region == nil }, semantics: semantics)
        self.settled = settled
        self.series = series
        years = Self.years.map { YearStanding($0, of: indicator, settled: settled?.source, series: series) }
        trend = Trend(of: series.run)
        projection = Projection(of: series, to: Self.years.upperBound)
        regions = RegionTable(
            said.filter { $0.body.region != nil }, better: indicator.better)
        measures = board.standings(under: indicator.number)
        findings = policy.discrepancies(about: indicator.number).map {
            Finding(discrepancy: $0, settledBy: picture.register.settling(discrepancy: $0.id))
        }
    }
}

/// A year of an indicator: targets, figure, status and pace.
public struct YearStanding: Sendable {
    public let year: Int
    /// The targets that count: of the series the council chose, or of both places that print one.
    public let targets: [Target]
    /// What is known of the year; `nil` when nothing is.
    public let figure: IndicatorSeries.YearFigure?
    public let status: IndicatorStatus

    /// One printed target and how the year's figure stands against it.
    public struct Target: Sendable {
        public let source: TargetSource
        public let value: Double
        public let status: IndicatorStatus
        /// Whether the present rate reaches it; `nil` without a figure.
        public let pace: Pace?
    }

    init(_ year: Int, of indicator: Indicator, settled: TargetSource?, series: IndicatorSeries) {
        self.year = year
        let figure = series.figure(of: year)
        self.figure = figure
        targets = TargetSource.allCases.filter { settled == nil || settled == $0 }.compactMap { source in
            let printed = source == .part6 ? indicator.part6[year] : indicator.plan[year]
            return printed.map { value in
                Target(
                    source: source, value: value,
                    status: figure.map {
                        Self.status($0, against: value, better: indicator.better, series.semantics)
                    } ?? .noValue,
                    pace: figure.map {
                        Pace(to: value, from: $0, better: indicator.better, series: series)
                    })
            }
        }
        let statuses = Set(targets.map(\.status))
        status =
            figure == nil
            ? .noValue
            : statuses.isEmpty
                ? .noTarget
                : statuses.count == 1
                    ? statuses.first ?? .noTarget
                    : .dependsOnSeries
    }

    private static func status(
        _ figure: IndicatorSeries.YearFigure, against target: Double, better: Indicator.Better,
        _ semantics: IndicatorSemantics
    ) -> IndicatorStatus {
        let reaches = better == .lower ? figure.value <= target : figure.value >= target
        if figure.isWhole { return reaches ? .met : .missed }
        // A part of a balance can be lost again; a count that only grows and is to grow cannot.
        let holds = semantics.measure == .level || (semantics.onlyGrows && better == .higher)
        return reaches && holds ? .met : .underWay
    }
}

/// Whether a year's target is reachable at the present rate.
public struct Pace: Sendable {
    /// Months of the year that the figure leaves open; 0 when it covers the year.
    public let monthsLeft: Int
    /// The change a month that would just reach the target; of a flow, the count a month. `nil` when no month is left.
    public let neededPerMonth: Double?
    /// The change, or count, a month as it is: of a flow over the year so far, of a level over the last values. `nil`
    /// where there are too few.
    public let presentPerMonth: Double?
    /// Where the year ends at the present rate; `nil` when that is not known.
    public let expected: Double?
    /// Whether that meets the target; `nil` when it is not known.
    public let isReachable: Bool?

    init(
        to target: Double, from figure: IndicatorSeries.YearFigure, better: Indicator.Better,
        series: IndicatorSeries
    ) {
        monthsLeft = 12 - figure.months
        neededPerMonth = monthsLeft > 0 ? (target - figure.value) / Double(monthsLeft) : nil
        switch series.semantics.measure {
        case .yearlyFlow: presentPerMonth = figure.value / Double(figure.months)
        case .level:
            presentPerMonth = series.run.flatMap { run in
                Line(through: Array(run.values.suffix(Trend.window))).map { $0.slope / Double(run.step) }
            }
        }
        let end =
            monthsLeft == 0
            ? figure.value : presentPerMonth.map { figure.value + $0 * Double(12 - figure.months) }
        let bounds = series.semantics.bounds
        expected = end.map { end in bounds.map { min(max(end, $0.lowerBound), $0.upperBound) } ?? end }
        isReachable = expected.map { better == .lower ? $0 <= target : $0 >= target }
    }
}
