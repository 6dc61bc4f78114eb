import Situation

/// A calendar file after RFC 5545, with events that last a day.
public struct ICalendar: Sendable {
    /// Shown as the calendar's name by programs that know the property `X-WR-CALNAME`.
    public var name: String
    /// The language of its texts, such as `kk`.
    public var language: String
    /// When the file was made.
    public var stamp: Instant
    public var events: [Event]

    public init(name: String, language: String, stamp: Instant, events: [Event]) {
        self.name = name
        self.language = language
        self.stamp = stamp
        self.events = events
    }

    /// One day.
    public struct Event: Sendable {
        /// The same in every file about the same thing, so that a calendar takes a later file as an update.
        public var uid: String
        public var day: CalendarDay
        public var summary: String
        public var description: String?
        public var categories: [String]
        /// How many days before its beginning a calendar reminds; `nil` for no reminder.
        public var reminderDays: Int?

        public init(
            uid: String, day: CalendarDay, summary: String, description: String? = nil,
            categories: [String] = [], reminderDays: Int? = nil
        ) {
            self.uid = uid
            self.day = day
            self.summary = summary
            self.description = description
            self.categories = categories
            self.reminderDays = reminderDays
        }
    }

    /// The file's text: lines end with CR LF and are folded after at most 75 octets (RFC 5545, 3.1).
    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ahual//Council calendar//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func lines(of event: Event) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.uid)", "DTSTAMP:\(Self.utc(stamp))",
            "DTSTART;VALUE=DATE:\(Self.date(event.day))",
            "DTEND;VALUE=DATE:\(Self.date(event.day.adding(days: 1)))",
            "SUMMARY;LANGUAGE=\(language):\(Self.escaped(event.summary))",
        ]
        if let description = event.description {
            lines.append("DESCRIPTION;LANGUAGE=\(language):\(Self.escaped(description))")
        }
        if !event.categories.isEmpty {
            lines.append("CATEGORIES:" + event.categories.map(Self.escaped).joined(separator: ","))
        }
        // A deadline keeps nobody busy all day.
        lines.append("TRANSP:TRANSPARENT")
        if let days = event.reminderDays {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escaped(event.summary))",
                "TRIGGER:-P\(max(0, days))D", "END:VALARM",
            ]
        }
        return lines + ["END:VEVENT"]
    }

    /// A value of type TEXT (RFC 5545, 3.3.11). Control characters, which it does not allow, become blanks.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n", "\r": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The line in pieces of at most 75 octets; a following piece begins with a blank, which counts. No character of
    /// UTF-8 is cut.
    static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = String(scalar).utf8.count
            if octets + width > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(scalar)
            octets += width
        }
        return folded
    }

    private static func date(_ day: CalendarDay) -> String {
        day.description.replacing("-", with: "")
    }

    /// A moment in UTC, `20261124T220631Z`.
    private static func utc(_ instant: Instant) -> String {
        // CivilTime is Kazakhstan's; what it says five hours earlier is UTC.
        let time = CivilTime(instant - CivilTime.offset)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(time.year)\(two(time.month))\(two(time.day))T\(two(time.hour))\(two(time.minute))\(two(time.second))Z"
    }
}
