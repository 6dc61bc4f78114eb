/// A date and time of day in Kazakhstan, which has one time zone: UTC+5, all year round.
public struct CivilTime: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// UTC+5, the country's one time zone since 1 March 2024.
    public static let offset = Span.hours(5)

    /// The civil time in Kazakhstan at `instant`.
    public init(_ instant: Instant) {
        let local = (instant + Self.offset).seconds
        let days = local.floorDivided(by: 86_400)
        let secondOfDay = Int(local - days * 86_400)
        (year, month, day) = Self.date(ofDay: days)
        hour = secondOfDay / 3600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
    }

    /// The weekday, 1 = Monday to 7 = Sunday.
    public var weekday: Int {
        let days = Self.days(year: year, month: month, day: day)
        // 1970-01-01 was a Thursday.
        return Int((days + 3) - (days + 3).floorDivided(by: 7) * 7) + 1
    }

    /// Days from 1970-01-01 to a date of the proleptic Gregorian calendar; overflowing months and days
    /// carry on (month 13 is January of the next year).
    public static func days(year: Int, month: Int, day: Int) -> Int64 {
        let monthIndex = year * 12 + (month - 1)
        let carriedYear = monthIndex >= 0 ? monthIndex / 12 : (monthIndex - 11) / 12
        let carriedMonth = monthIndex - carriedYear * 12 + 1
        // Years begin in March here, so that the leap day is the last of its year.
        let shifted = Int64(carriedMonth <= 2 ? carriedYear - 1 : carriedYear)
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let monthFromMarch = Int64(carriedMonth + (carriedMonth > 2 ? -3 : 9))
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func date(ofDay days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), Int(month), Int(day))
    }
}

extension Instant {
    /// The moment of a civil date and time in Kazakhstan.
    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let local = CivilTime.days(year: year, month: month, day: day) * 86_400
        self = Instant(seconds: local + Int64(hour * 3600 + minute * 60 + second)) - CivilTime.offset
    }

    /// The beginning of the minute that holds this moment.
    public var startOfMinute: Instant { startOf(unit: 60_000) }

    /// This moment where it begins a minute, else the next one that does.
    public var roundedUpToMinute: Instant { self == startOfMinute ? self : startOfMinute + .minutes(1) }

    /// The beginning of the hour in Kazakhstan that holds this moment.
    public var startOfHour: Instant { startOf(unit: 3_600_000) }

    /// The beginning of the day in Kazakhstan that holds this moment.
    public var startOfDay: Instant { startOf(unit: 86_400_000) }

    private func startOf(unit: Int64) -> Instant {
        let local = milliseconds + CivilTime.offset.milliseconds
        return Instant(
            milliseconds: local.floorDivided(by: unit) * unit - CivilTime.offset.milliseconds)
    }
}
