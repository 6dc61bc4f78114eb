import Situation
import StrictYAML

// Readers of a measure's deadline and of calendar.yaml.

extension YAMLValue {
    /// The three forms a deadline has in `measures.yaml`.
    private enum DeadlineForm: String, CaseIterable {
        case once, multi, recurring
    }

    /// A measure's deadline.
    func deadline() throws(YAMLFault) -> Deadline {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Deadline in
            let timing: Deadline.Timing =
                switch try fields.require("type").oneOf(DeadlineForm.self) {
                case .once: .dated([try Self.due(&fields)])
                case .multi:
                    .dated(
                        try fields.require("dues").list { value throws(YAMLFault) in
                            try value.mapping { (pair: inout YAMLFields) throws(YAMLFault) in
                                try Self.due(&pair)
                            }
                        })
                case .recurring: .recurring(try Self.recurrence(&fields))
                }
            return Deadline(timing: timing, ambiguity: try fields.text("ambiguity"))
        }
    }

    private static func due(_ fields: inout YAMLFields) throws(YAMLFault) -> Deadline.Due {
        Deadline.Due(day: try fields.require("due").day(), period: try fields.require("period").text())
    }

    private static func recurrence(_ fields: inout YAMLFields) throws(YAMLFault) -> Deadline.Recurrence {
        Deadline.Recurrence(
            every: try fields.require("every").oneOf(Deadline.Cycle.self),
            rule: try fields.require("due_rule").text(),
            day: try fields.take("day")?.integer(in: 1...31),
            months: try fields.take("months")?.integers(in: 1...12) ?? [],
            isMonthAfterPrinted: try fields.take("month_after_printed")?.bool() ?? true)
    }

    /// The content of `calendar.yaml`.
    func duties(_ agencies: Set<AgencyKey>) throws(YAMLFault) -> [CalendarDuty] {
        try document(kind: "calendar", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [CalendarDuty] in
            try fields.require("duties").distinct { value throws(YAMLFault) in try value.duty(agencies) }
        }
    }

    private func duty(_ agencies: Set<AgencyKey>) throws(YAMLFault) -> CalendarDuty {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> CalendarDuty in
            CalendarDuty(
                id: try fields.require("id").text(),
                name: try fields.require("name").localName(),
                debtor: try Self.debtor(&fields, agencies),
                creditor: try fields.take("to")?.agency(of: agencies),
                every: try fields.take("every")?.oneOf(Deadline.Cycle.self),
                due: try fields.take("due")?.dutyDue(),
                term: try Self.term(&fields),
                measure: try fields.take("measure")?.measureNumber(),
                reference: try fields.require("reference").text(),
                quoteKk: try fields.require("quote_kk").text(),
                isAmbiguous: try fields.take("ambiguous")?.bool() ?? false,
                note: try fields.text("note"))
        }
    }

    private static func debtor(
        _ fields: inout YAMLFields, _ agencies: Set<AgencyKey>
    ) throws(YAMLFault) -> CalendarDuty.Debtor {
        let words = try fields.text("who_en")
        guard let who = fields.take("who") else { return .unnamed(words: words) }
        if try who.text() == "implementers" { return .implementers(words: words ?? "") }
        return .agency(try who.agency(of: agencies), words: words ?? "")
    }

    private func dutyDue() throws(YAMLFault) -> CalendarDuty.Due {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> CalendarDuty.Due in
            if let date = fields.take("date") { return .once(try date.day()) }
            return .yearly(
                months: try fields.take("months")?.integers(in: 1...12) ?? [],
                day: try fields.take("day")?.integer(in: 1...31),
                relative: try fields.text("relative"),
                boundary: try fields.text("boundary"))
        }
    }

    private static func term(_ fields: inout YAMLFields) throws(YAMLFault) -> CalendarDuty.Term? {
        guard let first = fields.take("first") else { return nil }
        return CalendarDuty.Term(first: try first.occurrence(), last: try fields.require("last").occurrence())
    }

    private func occurrence() throws(YAMLFault) -> CalendarDuty.Occurrence {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> CalendarDuty.Occurrence in
            CalendarDuty.Occurrence(
                reportingYear: try fields.require("reporting_year").integer(in: 2025...2031),
                due: try fields.require("due").day(),
                isInferred: try fields.require("inference").bool())
        }
    }
}
