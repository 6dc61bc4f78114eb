import Situation

/// Our reading of a printed deadline; the print itself stands beside it.
public struct Deadline: Hashable, Sendable {
    /// When it is due.
    public let timing: Timing
    /// Why the printed text does not settle the day; `nil` where it does.
    public let ambiguity: String?

    /// Whether the printed text leaves the day open.
    public var isAmbiguous: Bool { ambiguity != nil }

    /// When something is due.
    public enum Timing: Hashable, Sendable {
        /// Once, or on several days.
        case dated([Due])
        /// Again and again within the plan's term.
        case recurring(Recurrence)
    }

    /// The last day of a named period.
    public struct Due: Hashable, Sendable {
        /// The last day that is in time.
        public let day: CalendarDay
        /// The period as named: `2026`, `2026-Q2` or `2026-01`.
        public let period: String
    }

    /// A duty that returns.
    public struct Recurrence: Hashable, Sendable {
        /// How often.
        public let every: Cycle
        /// The rule in English words.
        public let rule: String
        /// The day of the month, where one is printed.
        public let day: Int?
        /// The months it falls in; empty where the decree names none.
        public let months: [Int]
        /// Whether the words "of the month after" are printed before the day.
        public let isMonthAfterPrinted: Bool
    }

    /// How often a duty returns.
    public enum Cycle: String, CaseIterable, Sendable {
        case year
        case halfYear = "half_year"
    }

    /// The dated days in order; empty for a recurring duty.
    public var days: [CalendarDay] {
        if case .dated(let dues) = timing { dues.map(\.day) } else { [] }
    }
}
