/// What an indicator is held against: the two series the decree prints, and which way is better.
public struct IndicatorTargets: Sendable {
    /// Which way the number should move.
    public enum Better: String, CaseIterable, Sendable {
        case lower, higher
    }

    public let number: IndicatorNumber
    /// By year, as printed in part 6 of the decree (2025 is a forecast there).
    public let part6: [Int: Double]
    /// By year, as printed in the plan of measures.
    public let plan: [Int: Double]
    public let better: Better

    public init(number: IndicatorNumber, part6: [Int: Double], plan: [Int: Double], better: Better) {
        self.number = number
        self.part6 = part6
        self.plan = plan
        self.better = better
    }

    /// Whether the two series name different targets for any year.
    public var differ: Bool { plan.contains { year, target in part6[year] != target } }

    /// What the year's value is held against: the series the council chose, or both until it did.
    func values(in year: Int, settled: TargetSource?) -> [Double] {
        switch settled {
        case .part6: [part6[year]].compactMap(\.self)
        case .plan: [plan[year]].compactMap(\.self)
        case nil: [part6[year], plan[year]].compactMap(\.self)
        }
    }

    func isMet(by value: Double, _ target: Double) -> Bool {
        better == .lower ? value <= target : value >= target
    }
}

/// An indicator as a screen shows it at a moment.
public struct IndicatorReading: Sendable {
    public let targets: IndicatorTargets
    /// The year whose target it is held against.
    public let year: Int
    /// The country's latest value in that year.
    public let latest: Statement<IndicatorValue>?
    public let status: Status
    /// The series the council chose, where the two differ; `nil` while it chose none.
    public let settled: SettledTargets?
    /// All the country's values, oldest first.
    public let values: [Statement<IndicatorValue>]

    /// How the value stands against the year's target. There is no status without a value.
    public enum Status: Hashable, Sendable {
        case noValue
        case noTarget
        case met
        case missed
        /// The decree prints two targets for the year and the value meets only one of them.
        case dependsOnSeries
    }

    public init(
        of targets: IndicatorTargets, in timeline: Timeline<IndicatorValue>?, settled: SettledTargets? = nil,
        now: Instant
    ) {
        self.targets = targets
        self.settled = settled
        year = CivilTime(now).year
        let year = year
        values = (timeline?.statements ?? []).filter { $0.body.region == nil }
        latest = values.last { $0.body.period.year == year }
        let wanted = targets.values(in: year, settled: settled?.source)
        guard let latest else {
            status = .noValue
            return
        }
        let met = wanted.filter { targets.isMet(by: latest.body.value, $0) }.count
        status =
            wanted.isEmpty ? .noTarget : met == wanted.count ? .met : met == 0 ? .missed : .dependsOnSeries
    }

    /// The country's last value about the whole or a part of `year`.
    public func value(in year: Int) -> Statement<IndicatorValue>? {
        values.last { $0.body.period.year == year }
    }
}
