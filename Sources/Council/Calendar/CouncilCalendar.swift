import Reference
import Situation

/// Everything the decree, and the council, set a day for.
public struct CouncilCalendar: Sendable {
    /// By day, then by what they are.
    public let events: [Event]
    /// Standing duties for which the decree sets no day.
    public let undated: [CalendarDuty]

    /// One day by which something has to be done.
    public struct Event: Sendable, Identifiable {
        /// Such as `measure-31-2026-H1`, `duty-ministry_report-2026`, `assignment-target-14-1`: the same whatever else
        /// changes.
        public let id: String
        public let day: CalendarDay
        public let matter: Matter
        /// The other reading of words that leave the day open; also for duties, where it is only said that they do.
        public let isAmbiguous: Bool
    }

    /// What has to be done.
    public enum Matter: Sendable {
        case measure(Measure, OccurrenceStanding)
        /// A standing duty; the year it reports on, or its own year.
        case duty(CalendarDuty, year: Int)
        /// What a decision of the council gave somebody to do.
        case assignment(QuestionID, number: Int, DecisionRecord.AssignmentRecord)
    }

    public init(_ board: MeasureBoard, duties: [CalendarDuty], register: DecisionRegister) {
        let measures = board.standings.flatMap { standing in
            standing.occurrences.map { occurrence in
                Event(
                    id: occurrence.id, day: occurrence.due, matter: .measure(standing.measure, occurrence),
                    isAmbiguous: occurrence.occurrence.isAmbiguous)
            }
        }
        // What a measure sets stands with the measure.
        let own = duties.filter { $0.measure == nil }
        let assignments = register.inOrder.flatMap { record in
            record.assignments.enumerated().compactMap { place, given in
                given.due.map { day in
                    Event(
                        id: "assignment-\(record.id)-\(place + 1)", day: day,
                        matter: .assignment(record.id, number: place + 1, given), isAmbiguous: false)
                }
            }
        }
        let dated = own.flatMap(Self.events)
        events = (measures + dated + assignments).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        undated = own.filter { Self.events(of: $0).isEmpty }
    }

    /// Those from `first` to `last`, both included.
    public func events(from first: CalendarDay?, to last: CalendarDay?) -> [Event] {
        events.filter { (first ?? $0.day) <= $0.day && $0.day <= (last ?? $0.day) }
    }

    private static func events(of duty: CalendarDuty) -> [Event] {
        switch duty.due {
        case .once(let day): [event(duty, year: day.year, on: day)]
        case .yearly(let months, let day, _, _):
            if let term = duty.term {
                (0...max(0, term.last.reportingYear - term.first.reportingYear)).map { later in
                    let first = term.first.due
                    return event(
                        duty, year: term.first.reportingYear + later,
                        on: CalendarDay(year: first.year + later, month: first.month, day: first.day))
                }
            } else if let month = months.last {
                MeasureSchedule.term.map { year in
                    event(
                        duty, year: year,
                        on: day.map { CalendarDay(year: year, month: month, day: $0) }
                            ?? CalendarDay(year: year, month: month + 1, day: 0))
                }
            } else {
                []
            }
        case nil: []
        }
    }

    private static func event(_ duty: CalendarDuty, year: Int, on day: CalendarDay) -> Event {
        Event(
            id: "duty-\(duty.id)-\(year)", day: day, matter: .duty(duty, year: year),
            isAmbiguous: duty.isAmbiguous)
    }
}
