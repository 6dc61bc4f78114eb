import Situation

/// A standing duty of the decree: to report, to meet, to control.
public struct CalendarDuty: Hashable, Sendable, Identifiable {
    /// Such as `implementers_report`.
    public let id: String
    /// What is to be done.
    public let name: LocalName
    /// Who has to do it.
    public let debtor: Debtor
    /// Who it is owed to.
    public let creditor: AgencyKey?
    /// How often; `nil` for what is done once or all the time.
    public let every: Deadline.Cycle?
    /// When; `nil` where the decree sets no day.
    public let due: Due?
    /// The first and the last time, where they can be read from the decree.
    public let term: Term?
    /// The measure that sets it.
    public let measure: MeasureNumber?
    /// The place in the decree.
    public let reference: String
    /// The printed words.
    public let quoteKk: String
    /// Whether the wording leaves the day or the year open; the note says how.
    public let isAmbiguous: Bool
    /// What a reader should know.
    public let note: String?

    /// Who has the duty.
    public enum Debtor: Hashable, Sendable {
        case agency(AgencyKey, words: String)
        /// All who carry the Concept out.
        case implementers(words: String)
        /// The decree names nobody.
        case unnamed(words: String?)
    }

    /// When it is due.
    public enum Due: Hashable, Sendable {
        /// On one day.
        case once(CalendarDay)
        /// On a day of these months. Empty months or no day: the decree names none.
        case yearly(months: [Int], day: Int?, relative: String?, boundary: String?)
    }

    /// From which report to which.
    public struct Term: Hashable, Sendable {
        /// The first time.
        public let first: Occurrence
        /// The last time.
        public let last: Occurrence
    }

    /// One time the duty falls due.
    public struct Occurrence: Hashable, Sendable {
        /// The year reported on.
        public let reportingYear: Int
        /// The last day that is in time.
        public let due: CalendarDay
        /// Whether the year is our reading.
        public let isInferred: Bool
    }
}
