import Situation

extension Speech {
    /// A length of time in its two largest units: `25 min`, `6 h 40`, `3 d`.
    public func span(_ span: Span?) -> String {
        guard let span else { return Self.none }
        let minutes = max(0, span.wholeMinutes)
        if minutes < 60 { return self("words.span.minutes", ["count": .number(minutes)]) }
        let hours = minutes / 60
        if hours < 48 {
            let rest = minutes % 60
            if rest == 0 || hours >= 10 { return self("words.span.hours", ["count": .number(hours)]) }
            return self(
                "words.span.hours-minutes", ["hours": .number(hours), "minutes": .text(Self.two(rest))])
        }
        return self("words.span.days", ["count": .number(hours / 24)])
    }

    /// A wait in minutes, as a length of time.
    public func wait(_ minutes: Minutes?) -> String { span(minutes.map { .minutes($0.count) }) }

    /// How old the last word is.
    public func age(_ freshness: Freshness) -> String {
        freshness.age.map { span($0) } ?? self("words.word.silent")
    }

    /// How long what is free lasts, with its range.
    public func runway(_ runway: Runway) -> String {
        switch runway {
        case .unknown: return Self.none
        case .lasting: return self("words.runway.lasting")
        case .hours(let hours, _) where hours <= 0: return self("words.runway.full")
        case .hours(let hours, _) where hours > 72:
            return self("words.runway.beyond", ["hours": .number(72)])
        case .hours(let hours, let range):
            let (from, to) = (Self.hours(range.lowerBound), Self.hours(range.upperBound))
            if from == to { return self("words.runway.even", ["hours": .text(Self.hours(hours))]) }
            return self(
                "words.runway.hours",
                ["hours": .text(Self.hours(hours)), "from": .text(from), "to": .text(to)])
        }
    }

    /// Whole hours, rounded down, as nobody should count on the rest.
    private static func hours(_ hours: Double) -> String {
        hours < 1 ? "<1" : String(Int(min(hours, 999)))
    }
}

// MARK: - Dates

extension Speech {
    /// Date, weekday, time and offset, as the clock in the head shows them.
    public func clock(_ instant: Instant) -> String {
        let time = CivilTime(instant)
        return "\(date(time)) \(weekday(time)) \(timeOfDay(time)) (UTC+5)"
    }

    /// Date, weekday and time without the offset, for narrow heads.
    public func shortClock(_ instant: Instant) -> String {
        let time = CivilTime(instant)
        return "\(date(time)) \(weekday(time)) \(timeOfDay(time))"
    }

    /// Date and time, such as `2026-11-23 03:14`.
    public func moment(_ instant: Instant) -> String {
        let time = CivilTime(instant)
        return "\(date(time)) \(timeOfDay(time))"
    }

    /// Time alone on the day of `now`, day and time within its year, else the date.
    public func brief(_ instant: Instant, now: Instant?) -> String {
        let time = CivilTime(instant)
        guard let now else { return moment(instant) }
        let today = CivilTime(now)
        if (time.year, time.month, time.day) == (today.year, today.month, today.day) {
            return timeOfDay(time)
        }
        return time.year == today.year ? "\(dayMonth(time)) \(timeOfDay(time))" : date(time)
    }

    /// The time of day alone.
    public func timeOfDay(_ instant: Instant) -> String { timeOfDay(CivilTime(instant)) }

    /// What time a fact speaks of. Whole days are written as days, the last one included.
    public func about(_ about: About) -> String {
        switch about {
        case .moment(let instant): return moment(instant)
        case .period(let period):
            let isDays = period.from == period.from.startOfDay && period.to == period.to.startOfDay
            guard isDays else { return hours(of: period) }
            let (first, last) = (CivilTime(period.from), CivilTime(period.to - .minutes(1)))
            if first == CivilTime(period.to - .days(1)) { return date(first) }
            let begin = first.year == last.year ? dayMonth(first) : "\(dayMonth(first)).\(first.year)"
            return "\(begin)–\(dayMonth(last)).\(last.year)"
        }
    }

    private func hours(of period: Period) -> String {
        let (first, last) = (CivilTime(period.from), CivilTime(period.to))
        let isOneDay = (first.month, first.day) == (last.month, last.day)
        return "\(date(first)) \(timeOfDay(first))–"
            + (isOneDay ? timeOfDay(last) : "\(dayMonth(last)) \(timeOfDay(last))")
    }

    private func weekday(_ time: CivilTime) -> String { self("words.weekday.\(time.weekday)") }

    private func date(_ time: CivilTime) -> String {
        "\(time.year)-\(Self.two(time.month))-\(Self.two(time.day))"
    }

    private func dayMonth(_ time: CivilTime) -> String { "\(Self.two(time.day)).\(Self.two(time.month))" }

    private func timeOfDay(_ time: CivilTime) -> String { "\(Self.two(time.hour)):\(Self.two(time.minute))" }

    public static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
