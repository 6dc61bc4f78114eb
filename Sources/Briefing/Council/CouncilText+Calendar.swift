import Council
import Language
import Reference
import Situation
import Wording

extension CouncilText {
    /// What falls due, day by day.
    public func calendar(from first: CalendarDay?, to last: CalendarDay?) -> String {
        let events = reading.calendar.events(from: first, to: last)
        return document(
            speech("council.title.calendar", ["count": .number(events.count)]), days(events)
        ).text
    }

    /// What falls due with a day, and what without.
    func days(_ events: [CouncilCalendar.Event]) -> [PrintedDocument.Section] {
        let columns = ["day", "phase", "who", "what"].map { speech("council.column.\($0)") }
        let rows = events.map { event in
            [
                event.day.description + (event.isAmbiguous ? " ?" : ""), phase(event), who(event),
                summary(event),
            ]
        }
        let undated = reading.calendar.undated.map { names.text($0.name) }
        return [
            .init(heading: speech("council.title.dated"), body: .table(columns, rows: rows)),
            .init(heading: speech("council.title.undated"), body: .lines(undated)),
        ]
    }

    /// The same as an iCalendar file (RFC 5545). What is drawn from an exercise says so in its name and in every event,
    /// and its events have other UIDs than those of the live watch.
    ///
    /// - Parameter reminderDays: how many days before an event a calendar reminds; `nil` for no reminder.
    public func iCalendar(from first: CalendarDay?, to last: CalendarDay?, reminderDays: Int?) -> String {
        let mark = subject.position.mark(speech)
        let front = mark.map { "\($0): " } ?? ""
        let domain =
            subject.position.journal.nature == .exercise
            ? "exercise.\(subject.position.journal.id).ahual" : "live.ahual"
        let events = reading.calendar.events(from: first, to: last).map { event in
            ICalendar.Event(
                uid: "\(event.id)@\(domain)", day: event.day, summary: front + summary(event),
                description: front + description(event), categories: [category(event)],
                reminderDays: isPending(event) ? reminderDays : nil)
        }
        return ICalendar(
            name: front + speech("council.title.calendar-name"), language: speech.language.rawValue,
            stamp: reading.now, events: events
        ).text
    }

    private func summary(_ event: CouncilCalendar.Event) -> String {
        switch event.matter {
        case .measure(let measure, let occurrence):
            speech("council.fact.measure", ["number": .number(measure.number.value)])
                + " (\(occurrence.occurrence.period)): \(names.text(measure.name))"
        case .duty(let duty, let year): "\(names.text(duty.name)) (\(year))"
        case .assignment(let question, let number, let given):
            speech(
                "council.fact.assignment",
                [
                    "question": .text(question.rawValue), "number": .number(number),
                    "words": .text(given.assignment.what),
                ])
        }
    }

    private func who(_ event: CouncilCalendar.Event) -> String {
        switch event.matter {
        case .measure(let measure, _): measure.lead.map(agency) ?? Speech.none
        case .duty(let duty, _):
            switch duty.debtor {
            case .agency(let key, _): agency(key)
            case .implementers: speech("council.word.implementers")
            case .unnamed: Speech.none
            }
        case .assignment(_, _, let given): agency(given.assignment.agency)
        }
    }

    private func phase(_ event: CouncilCalendar.Event) -> String {
        switch event.matter {
        case .measure(_, let occurrence): speech("council.phase.\(occurrence.phase.rawValue)")
        case .duty: ""
        case .assignment(_, _, let given):
            given.isOverdue(at: reading.now)
                ? speech("council.phase.overdue") : given.progress.map { words.words($0.state) } ?? ""
        }
    }

    private func isPending(_ event: CouncilCalendar.Event) -> Bool {
        switch event.matter {
        case .measure(_, let occurrence): occurrence.phase.isPending
        case .duty: true
        case .assignment(_, _, let given): given.isPending
        }
    }

    private func category(_ event: CouncilCalendar.Event) -> String {
        switch event.matter {
        case .measure: speech("council.category.measure")
        case .duty: speech("council.category.duty")
        case .assignment: speech("council.category.assignment")
        }
    }

    private func description(_ event: CouncilCalendar.Event) -> String {
        switch event.matter {
        case .measure(let measure, let occurrence):
            let lines = [
                speech("council.line.printed", ["text": .text(measure.deadlineText)]),
                speech("council.line.responsible", ["agencies": .text(agencies(measure.responsible))]),
                occurrence.occurrence.other.map { other in
                    speech(
                        "council.line.other",
                        [
                            "reading": .text(speech("council.reading.\(other.reading.rawValue)")),
                            "day": .text(other.due?.description ?? Speech.none),
                        ])
                },
            ]
            return lines.compactMap(\.self).joined(separator: "\n")
        case .duty(let duty, _): return "\(duty.reference): «\(duty.quoteKk)»"
        case .assignment(_, _, let given):
            return "\(agency(given.assignment.agency)): \(given.assignment.what)"
        }
    }
}
