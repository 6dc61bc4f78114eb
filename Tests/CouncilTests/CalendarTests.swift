import Foundation
import Reference
import Situation
import Support
import Testing

@testable import Council

@Suite("The calendar")
struct CalendarTests {
    let council: CouncilCase
    let january = Instant(year: 2026, month: 1, day: 10)

    init() throws { council = try CouncilCase() }

    @Test func `reports are due on 1 April and 15 June of 2027 to 2031`() {
        let events = council.reading(at: january).calendar.events
        func days(_ prefix: String) -> [CalendarDay] { events.filter { $0.id.hasPrefix(prefix) }.map(\.day) }
        #expect(
            days("duty-implementers_report")
                == ["2027-04-01", "2028-04-01", "2029-04-01", "2030-04-01", "2031-04-01"])
        #expect(
            days("duty-ministry_report")
                == ["2027-06-15", "2028-06-15", "2029-06-15", "2030-06-15", "2031-06-15"])
        #expect(days("duty-entry_into_force") == ["2025-12-15"])
    }

    @Test func `it holds every deadline once, in order of days`() {
        let calendar = council.reading(at: january).calendar
        // 73 measures: 18 yearly × 5, 3 half-yearly × 10, the council's 10, measures 15, 27 and 52 × 5, 18 × 6,
        // 7, 10 and 11 × 2, and the other 44 once: 90 + 30 + 10 + 15 + 6 + 6 + 44.
        #expect(calendar.events.count { $0.id.hasPrefix("measure-") } == 201)
        #expect(Set(calendar.events.map(\.id)).count == calendar.events.count)
        #expect(zip(calendar.events, calendar.events.dropFirst()).allSatisfy { $0.day <= $1.day })
        // Two duties have no day; what measures set stands with the measures.
        #expect(calendar.undated.map(\.id) == ["control", "yearly_monitoring"])
    }

    @Test func `a range of days includes both ends`() {
        let calendar = council.reading(at: january).calendar
        let events = calendar.events(from: "2026-06-30", to: "2026-07-25")
        #expect(events.first?.day == "2026-06-30" && events.last?.day == "2026-07-25")
        #expect(events.map(\.id).contains("measure-31-2026-H1"))
    }

    @Test func `what a decision gives somebody to do is on it by its last set day`() {
        var council = council
        for fact in CouncilSample.facts {
            if case .decision = fact { council.say(fact) }
        }
        let events = council.reading(at: january).calendar.events.filter { $0.id.hasPrefix("assignment-") }
        #expect(events.map(\.id) == ["assignment-target-14-1"])
        #expect(events.first?.day == "2026-10-01")
    }

    @Test func `a system is found by its other names, and what the decree does not name is listed too`() {
        var council = council
        council.say(.note(Note(text: "x")), source: "Бүркіт")
        council.say(.note(Note(text: "x")), source: "press")
        let register = council.reading(at: january).sources
        #expect(register.row(of: "Бүркіт")?.system?.id == "burkit")
        #expect(register.row(of: "press")?.system == nil)
        #expect(register.rows.first { $0.system?.id == "qazeta" }?.lastKnown == nil)
        #expect(register.rows.count == council.policy.sources.count + 1)
    }
}

@Suite("iCalendar")
struct ICalendarTests {
    private func text(_ summary: String, reminder: Int? = nil) -> String {
        ICalendar(
            name: "Кеңес", language: "kk", stamp: Instant(year: 2026, month: 1, day: 1, hour: 2),
            events: [
                .init(
                    uid: "measure-1-2026-Q2@x", day: "2026-12-31", summary: summary, reminderDays: reminder)
            ]
        ).text
    }

    @Test func `an event lasts its day, over the end of a year too`() {
        let lines = text("a").split(separator: "\r\n").map(String.init)
        #expect(lines.contains("DTSTART;VALUE=DATE:20261231"))
        #expect(lines.contains("DTEND;VALUE=DATE:20270101"))
        // 02:00 in Kazakhstan on 1 January is 21:00 UTC on 31 December.
        #expect(lines.contains("DTSTAMP:20251231T210000Z"))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(!lines.contains("BEGIN:VALARM"))
    }

    @Test func `commas, semicolons, backslashes and line breaks are escaped`() {
        #expect(ICalendar.escaped("a,b;c\\d\ne\r\nf\u{7}") == "a\\,b\\;c\\\\d\\ne\\nf ")
    }

    @Test func `no line has more than 75 octets, and unfolding gives the text back`() {
        let summary = String(repeating: "Қандастарға көрсетілетін қызмет ", count: 20)
        let file = text(summary, reminder: 7)
        for line in file.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(!file.replacing("\r\n", with: "").contains("\n"))
        #expect(file.replacing("\r\n ", with: "").contains("SUMMARY;LANGUAGE=kk:\(summary)\r\n"))
        #expect(file.contains("TRIGGER:-P7D\r\n"))
    }

    @Test func `folds fall between characters for every length of a line`() {
        for length in 60...90 {
            let line = String(repeating: "a", count: length) + "ҚҚҚҚҚҚ€€€€😀😀"
            let folded = ICalendar.folded(line)
            #expect(folded.replacing("\r\n ", with: "") == line)
            #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        }
    }
}
