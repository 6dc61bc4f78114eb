import Reference
import Situation

/// One time a measure falls due.
public struct Occurrence: Hashable, Sendable, Identifiable {
    public let measure: MeasureNumber
    /// What the deadline is called by, and what reports name: `2026-Q2`, `2027-12`, `2026`, `2026-H1`.
    public let period: ReportingPeriod
    /// The last day that is in time.
    public let due: CalendarDay
    /// How the printed words were read to get the day; `nil` where they leave nothing open.
    public let reading: DeadlineReading?
    /// The other reading of words that leave the day open.
    public let other: OtherReading?

    /// Such as `measure-31-2026-H1`; the same whatever else changes.
    public var id: String { "measure-\(measure)-\(period)" }

    /// Whether the printed words leave the day open.
    public var isAmbiguous: Bool { other != nil }

    /// Another way to read the printed words.
    public struct OtherReading: Hashable, Sendable {
        public let reading: DeadlineReading
        /// The day by that reading; `nil` where it sets none.
        public let due: CalendarDay?
    }
}

/// How words that leave a day open are read.
public enum DeadlineReading: String, CaseIterable, Sendable {
    /// "The month after the reporting month": the reporting month is the last of the year or half-year.
    case lastMonth = "last_month"
    /// The report falls into the year or half-year itself, so the reporting month is the last but one.
    case withinPeriod = "within_period"
    /// "Of the month after" is not printed: the day is one of the reporting month itself, the last of the year.
    case sameMonth = "same_month"
    /// One report by the end of the named period.
    case once
    /// Whenever something comes in: no day.
    case asReceived = "as_received"
    /// All the years printed, also the one before the term of the plan.
    case printedYears = "printed_years"
    /// Only the years within the term of the plan, so this one does not fall due.
    case withinTerm = "within_term"
}

/// All times the measures of the plan fall due within its term.
public enum MeasureSchedule {
    /// The term of the passport of the Concept (part 1). A report on its last year can fall due after it.
    public static let term = 2026...2030

    /// The times `measure` falls due, rising.
    public static func occurrences(of measure: Measure) -> [Occurrence] {
        switch measure.deadline.timing {
        case .dated(let dues): dues.compactMap { occurrence(of: measure, $0) }
        case .recurring(let rule): term.flatMap { recurring(measure, rule, in: $0) }
        }
    }

    private static func occurrence(of measure: Measure, _ due: Deadline.Due) -> Occurrence? {
        guard let period = ReportingPeriod(due.period) else { return nil }
        guard measure.deadline.isAmbiguous else {
            return Occurrence(measure: measure.number, period: period, due: due.day, reading: nil, other: nil)
        }
        if case .dated(let all) = measure.deadline.timing, all.count > 1 {
            // Only a year outside the term depends on the reading.
            guard !term.contains(due.day.year) else {
                return Occurrence(
                    measure: measure.number, period: period, due: due.day, reading: nil, other: nil)
            }
            return Occurrence(
                measure: measure.number, period: period, due: due.day, reading: .printedYears,
                other: .init(reading: .withinTerm, due: nil))
        }
        return Occurrence(
            measure: measure.number, period: period, due: due.day, reading: .once,
            other: .init(reading: .asReceived, due: nil))
    }

    private static func recurring(
        _ measure: Measure, _ rule: Deadline.Recurrence, in year: Int
    ) -> [Occurrence] {
        switch rule.every {
        case .year: [yearly(measure, rule, in: year)].compactMap(\.self)
        case .halfYear: (1...2).compactMap { halfYearly(measure, rule, year: year, half: $0) }
        }
    }

    private static func yearly(
        _ measure: Measure, _ rule: Deadline.Recurrence, in year: Int
    ) -> Occurrence? {
        guard let last = rule.months.last else {
            return reporting(measure, rule, on: "\(year)", lastMonth: 12, of: year)
        }
        // A whole quarter is named by it; a single month with a day by the year.
        let isQuarter = rule.day == nil && rule.months.count == 3 && last % 3 == 0
        guard let period = ReportingPeriod(isQuarter ? "\(year)-Q\(last / 3)" : "\(year)") else { return nil }
        let due =
            rule.day.map { CalendarDay(year: year, month: last, day: $0) }
            ?? CalendarDay(year: year, month: last + 1, day: 0)
        return Occurrence(measure: measure.number, period: period, due: due, reading: nil, other: nil)
    }

    private static func halfYearly(
        _ measure: Measure, _ rule: Deadline.Recurrence, year: Int, half: Int
    ) -> Occurrence? {
        guard rule.day == nil else {
            return reporting(measure, rule, on: "\(year)-H\(half)", lastMonth: half * 6, of: year)
        }
        guard let period = ReportingPeriod("\(year)-H\(half)") else { return nil }
        // No day is printed: it is in time as long as the half-year lasts.
        return Occurrence(
            measure: measure.number, period: period,
            due: CalendarDay(year: year, month: half * 6 + 1, day: 0), reading: nil, other: nil)
    }

    /// A duty counted from a reporting month that the decree does not name.
    private static func reporting(
        _ measure: Measure, _ rule: Deadline.Recurrence, on name: String, lastMonth: Int, of year: Int
    ) -> Occurrence? {
        guard let period = ReportingPeriod(name) else { return nil }
        let day = rule.day ?? 25
        return Occurrence(
            measure: measure.number, period: period,
            due: CalendarDay(year: year, month: lastMonth + 1, day: day), reading: .lastMonth,
            other: .init(
                reading: rule.isMonthAfterPrinted ? .withinPeriod : .sameMonth,
                due: CalendarDay(year: year, month: lastMonth, day: day)))
    }
}
