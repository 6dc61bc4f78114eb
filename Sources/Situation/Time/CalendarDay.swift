/// A day of the calendar in Kazakhstan, written `2026-06-30`.
public struct CalendarDay: Hashable, Comparable, Sendable, TextCoded {
    /// Such as 2026.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// `nil` unless the text is a day that exists, in the form `YYYY-MM-DD`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let civil = CivilTime(Instant(year: year, month: month, day: day))
        guard civil.year == year, civil.month == month, civil.day == day else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day in Kazakhstan that holds `instant`.
    public init(_ instant: Instant) {
        let civil = CivilTime(instant)
        (year, month, day) = (civil.year, civil.month, civil.day)
    }

    /// A day by its numbers; months and days beyond their ends carry on (day 0 is the last of the month before).
    public init(year: Int, month: Int, day: Int) {
        self.init(Instant(year: year, month: month, day: day))
    }

    /// The day so many days later; earlier for a negative number.
    public func adding(days: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day + days)
    }

    /// How many days lie between: 1 from a day to the next.
    public func days(from other: CalendarDay) -> Int {
        Int(
            CivilTime.days(year: year, month: month, day: day)
                - CivilTime.days(year: other.year, month: other.month, day: other.day))
    }

    /// The moment the day begins.
    public var start: Instant { Instant(year: year, month: month, day: day) }

    /// The moment the day ends and the next begins: what is due on the day is late from here on.
    public var end: Instant { Instant(year: year, month: month, day: day + 1) }

    /// The form `2026-06-30`.
    public var description: String {
        let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(digits(month))-\(digits(day))"
    }

    /// Whether `left` is the earlier day.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
