import Situation
import StrictYAML

extension Span {
    /// Reads a length of time with its units: days, hours and minutes in that order, each at most once, such
    /// as `90m`, `4h`, `2d` or `1h30m`.
    ///
    /// Bare numbers and clock forms are refused (`nil`): YAML readers disagree whether `1:30` is ninety
    /// minutes, ninety seconds or a text.
    public init?(text: some StringProtocol) {
        var rest = text[...]
        var minutes = 0
        var unitsLeft: [(mark: Character, minutes: Int)] = [("d", 1440), ("h", 60), ("m", 1)]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            // Five digits of days are 273 years; more is a slip of the finger.
            guard (1...5).contains(digits.count), let count = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            guard let mark = rest.popFirst(), let unit = unitsLeft.firstIndex(where: { $0.mark == mark })
            else { return nil }
            minutes += count * unitsLeft[unit].minutes
            unitsLeft.removeFirst(unit + 1)
        }
        self = .minutes(minutes)
    }

    /// As a plan writes it, in whole minutes: `1h30m`, `2d`. Days only where nothing is left over, because `26h` says more
    /// to a planner than `1d2h`.
    public var written: String {
        let minutes = abs(wholeMinutes)
        let sign = wholeMinutes < 0 ? "-" : ""
        if minutes > 0, minutes % 1440 == 0 { return "\(sign)\(minutes / 1440)d" }
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours > 0, rest == 0 { return "\(sign)\(hours)h" }
        return hours > 0 ? "\(sign)\(hours)h\(rest)m" : "\(sign)\(rest)m"
    }
}

extension YAMLValue {
    /// A length of time with units, such as `90m`.
    func span() throws(YAMLFault) -> Span {
        guard let span = Span(text: try text()) else {
            throw expected("a length of time with units, such as 90m, 4h, 2d or 1h30m")
        }
        return span
    }

    /// A time counted from the start, such as `T+4h`.
    func timeAfterStart() throws(YAMLFault) -> Span {
        let written = try text()
        guard written.hasPrefix("T+"), let span = Span(text: written.dropFirst(2)) else {
            throw expected("a time after the start with units, such as T+90m or T+4h")
        }
        return span
    }

    /// A moment in ISO 8601 with its offset.
    func instant() throws(YAMLFault) -> Instant {
        let written = try text()
        // A date alone would mean the end of that day, which no planner means by a beginning.
        guard written.contains("T"), let instant = Instant(iso8601: written) else {
            throw expected("a time with offset, such as 2026-09-21T18:00+05:00")
        }
        return instant
    }
}
