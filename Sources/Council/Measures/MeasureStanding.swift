import Reference
import Situation

/// Where a measure, or one of its deadlines, stands.
public enum MeasurePhase: String, CaseIterable, Sendable {
    case overdue
    /// The last day is near.
    case due
    case notDue = "not_due"
    /// The last day was moved and has not passed.
    case rescheduled
    case cannot
    case done

    /// Whether somebody still has to do it.
    public var isPending: Bool { self != .done && self != .cannot }
}

/// One deadline of a measure at a moment.
public struct OccurrenceStanding: Sendable, Identifiable {
    public let occurrence: Occurrence
    public let phase: MeasurePhase
    /// The last day that is in time, as it was last set.
    public let due: CalendarDay
    /// How many days are left; 0 on the last day, negative after it.
    public let daysLeft: Int
    /// The last word on it; `nil` while nothing was said.
    public let last: Statement<MeasureState>?
    /// All that was said of it, oldest first.
    public let history: [Statement<MeasureState>]
    /// Whether it was done after its last day, by the date of the document that shows it or else the day of the report.
    public let isLate: Bool

    public var id: String { occurrence.id }

    /// Reads what was said of one deadline.
    ///
    /// The later word counts, with one addition: the day it was moved to stays when progress is reported after it.
    ///
    /// - Parameter window: how many days before its last day something is due.
    init(_ occurrence: Occurrence, _ history: [Statement<MeasureState>], now: Instant, window: Int) {
        self.occurrence = occurrence
        self.history = history
        last = history.last
        var due = occurrence.due
        for statement in history { if case .rescheduled(let day) = statement.body.state { due = day } }
        self.due = due
        daysLeft = due.days(from: CalendarDay(now))
        var isLate = false
        switch last?.body.state {
        case .done:
            phase = .done
            let day = last?.body.evidence?.date ?? last.map { CalendarDay($0.at) }
            isLate = day.map { $0 > due } ?? false
        case .cannot: phase = .cannot
        case nil, .progress, .rescheduled:
            phase =
                daysLeft < 0
                ? .overdue : due != occurrence.due ? .rescheduled : daysLeft <= window ? .due : .notDue
        }
        self.isLate = isLate
    }
}

/// One of the 73 measures at a moment.
public struct MeasureStanding: Sendable, Identifiable {
    public let measure: Measure
    /// Its deadlines, rising.
    public let occurrences: [OccurrenceStanding]
    /// What was said of the measure as a whole though it has several deadlines, or of a deadline that it does not have:
    /// shown, and closing nothing.
    public let unplaced: [Statement<MeasureState>]

    public var id: MeasureNumber { measure.number }

    /// The deadline to look at: the first that nobody closed, or the last when all are closed.
    public var current: OccurrenceStanding? {
        occurrences.first { $0.phase.isPending } ?? occurrences.last
    }

    /// Where the measure stands: as its current deadline does.
    public var phase: MeasurePhase { current?.phase ?? .notDue }

    /// The last word on the measure, whatever deadline it is about.
    public var last: Statement<MeasureState>? {
        (occurrences.flatMap(\.history) + unplaced).max {
            ($0.provenance.known, $0.provenance.entry) < ($1.provenance.known, $1.provenance.entry)
        }
    }

    /// Whether the words of its deadline leave the day open.
    public var isAmbiguous: Bool { occurrences.contains { $0.occurrence.isAmbiguous } }

    /// - Parameter window: how many days before its last day something is due.
    public init(_ measure: Measure, in timeline: Timeline<MeasureState>?, now: Instant, window: Int) {
        self.measure = measure
        let schedule = MeasureSchedule.occurrences(of: measure)
        let said = timeline?.statements ?? []
        func speaks(_ statement: Statement<MeasureState>, of occurrence: Occurrence) -> Bool {
            if let period = statement.body.period { return period == occurrence.period }
            if schedule.count == 1 { return true }
            // What cannot be done at all cannot be done at any of its deadlines.
            if case .cannot = statement.body.state { return true }
            return false
        }
        occurrences = schedule.map { occurrence in
            OccurrenceStanding(
                occurrence, said.filter { speaks($0, of: occurrence) }, now: now, window: window)
        }
        unplaced = said.filter { statement in !schedule.contains { speaks(statement, of: $0) } }
    }
}
