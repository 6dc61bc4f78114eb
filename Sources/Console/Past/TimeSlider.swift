import Language
import Situation
import Terminal

/// The line a moment of the past is chosen in: stepped by hours and days, or typed.
struct TimeSlider: Hashable, Sendable {
    /// The moment it stands at.
    var moment: Instant
    /// What is being typed in its place.
    var field = TextField()

    /// How far one key goes.
    enum Step: Hashable, Sendable {
        case hour, day
    }

    /// Steps to the next or last whole hour, or by a day; never past `now`.
    mutating func step(_ step: Step, forward: Bool, now: Instant) {
        let next: Instant
        switch step {
        case .hour:
            let hour = moment.startOfHour
            // From between two hours the first step is to the hour itself.
            next = forward ? hour + .hours(1) : hour == moment ? hour - .hours(1) : hour
        case .day: next = forward ? moment + .days(1) : moment - .days(1)
        }
        moment = min(next, now)
    }
}

extension Model {
    /// Opens the line at the moment shown.
    mutating func beginTimeTravel() {
        guard let now else { return }
        input = .moment(TimeSlider(moment: context.past?.moment ?? now))
    }

    /// A key in the line: arrows step, Enter looks at what was typed or leaves the line, Esc returns to the present.
    mutating func move(_ shown: TimeSlider, by key: Key) -> [Effect] {
        guard let now else { return [] }
        var slider = shown
        switch key {
        case .escape:
            input = nil
            return returnToPresent()
        case .enter: return look(typedIn: slider, now)
        case .left where slider.field.isEmpty: return step(slider, .hour, forward: false)
        case .right where slider.field.isEmpty: return step(slider, .hour, forward: true)
        case .pageUp, .up: return step(slider, .day, forward: false)
        case .pageDown, .down: return step(slider, .day, forward: true)
        default:
            _ = slider.field.handle(key)
            input = .moment(slider)
            return []
        }
    }

    private mutating func step(_ shown: TimeSlider, _ step: TimeSlider.Step, forward: Bool) -> [Effect] {
        guard let now else { return [] }
        var slider = shown
        slider.field = TextField()
        slider.step(step, forward: forward, now: now)
        input = .moment(slider)
        guard slider.moment < now else { return returnToPresent() }
        return PastMoment(asKnownAt: slider.moment).map { look(at: $0) } ?? []
    }

    private mutating func look(typedIn shown: TimeSlider, _ now: Instant) -> [Effect] {
        guard !shown.field.isEmpty else {
            input = nil
            return []
        }
        guard let moment = MomentText.read(shown.field.text, now: now) else {
            tell("watch.past.not-a-moment")
            return []
        }
        input = nil
        guard moment < now else { return returnToPresent() }
        return PastMoment(asKnownAt: moment).map { look(at: $0) } ?? []
    }
}

/// A moment as an officer types it: `24.09 22:00`, `24.09.2026 22:00`, `2026-09-24 22:00`, `22:00`, or ISO 8601.
enum MomentText {
    /// What was typed, in the country's time; a day without a year and a time without a day are the last ones that
    /// have been. `nil` when it is no moment.
    static func read(_ text: String, now: Instant) -> Instant? {
        if let exact = Instant(iso8601: text) { return exact }
        let parts = text.split { $0 == " " || $0 == "T" || $0 == "," }.map(String.init)
        switch parts.count {
        case 1:
            if let (hour, minute) = time(parts[0]) { return last(hour, minute, before: now) }
            return day(parts[0], hour: 0, minute: 0, now: now)
        case 2:
            guard let (hour, minute) = time(parts[1]) else { return nil }
            return day(parts[0], hour: hour, minute: minute, now: now)
        default: return nil
        }
    }

    private static func time(_ text: String) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], 0..<24 ~= hour, 0..<60 ~= minute
        else { return nil }
        return (hour, minute)
    }

    private static func last(_ hour: Int, _ minute: Int, before now: Instant) -> Instant {
        let today = now.startOfDay + .hours(hour) + .minutes(minute)
        return today <= now ? today : today - .days(1)
    }

    /// `24.09`, `24.09.2026` or `2026-09-24`.
    private static func day(_ text: String, hour: Int, minute: Int, now: Instant) -> Instant? {
        let isISO = text.contains("-")
        let numbers = text.split(separator: isISO ? "-" : ".").map { Int($0) }
        guard numbers.allSatisfy({ $0 != nil }) else { return nil }
        let known = numbers.compactMap(\.self)
        switch (known.count, isISO) {
        case (3, true): return instant(known[0], known[1], known[2], hour, minute)
        case (3, false): return instant(known[2], known[1], known[0], hour, minute)
        case (2, false):
            let year = CivilTime(now).year
            let this = instant(year, known[1], known[0], hour, minute)
            guard let this, this > now else { return this }
            return instant(year - 1, known[1], known[0], hour, minute)
        default: return nil
        }
    }

    /// `nil` for a day that no calendar has.
    private static func instant(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int
    ) -> Instant? {
        guard 1900...2999 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
        let instant = Instant(year: year, month: month, day: day, hour: hour, minute: minute)
        let back = CivilTime(instant)
        return back.month == month && back.day == day ? instant : nil
    }
}
