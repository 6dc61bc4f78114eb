import Situation
import StrictYAML

/// Reads one task of a playbook.
enum PlaybookTaskReader {
    static func task(_ value: YAMLValue) throws(YAMLFault) -> PlaybookTask {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PlaybookTask in
            let stops = try fields.take("stops_for_asylum")?.bool() ?? false
            return PlaybookTask(
                id: PlaybookTask.ID(try fields.require("id").text()),
                code: try fields.require("code").planText(),
                phase: Phase.ID(try fields.require("phase").text()),
                what: try fields.require("what").planText(),
                lead: AgencyKey(try fields.require("lead").text()),
                support: try fields.take("support")?.agencies() ?? [],
                due: try fields.require("due").timeAfterStart(),
                every: try interval(fields.take("every")),
                after: try fields.take("after")?.list(taskID) ?? [],
                proof: try fields.take("done_when")?.condition(),
                reserve: try reserve(fields.take("reserve")),
                message: try messageID(fields.take("message")),
                escalation: try escalation(fields.take("escalation")),
                asksAboutAsylum: try fields.take("asks_about_asylum")?.bool() ?? stops,
                stopsForAsylum: stops,
                citation: try fields.citation())
        }
    }

    private static func taskID(_ value: YAMLValue) throws(YAMLFault) -> PlaybookTask.ID {
        PlaybookTask.ID(try value.text())
    }

    private static func messageID(_ value: YAMLValue?) throws(YAMLFault) -> PlaybookMessage.ID? {
        guard let value else { return nil }
        return PlaybookMessage.ID(try value.text())
    }

    private static func interval(_ value: YAMLValue?) throws(YAMLFault) -> Span? {
        guard let value else { return nil }
        let span = try value.span()
        guard span > .zero else { throw value.expected("an interval longer than nothing") }
        return span
    }

    static func escalation(_ value: YAMLValue?) throws(YAMLFault) -> Escalation? {
        try value?.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Escalation in
            Escalation(
                after: try fields.require("after").span(),
                to: AgencyKey(try fields.require("to").text()))
        }
    }

    private static func reserve(_ value: YAMLValue?) throws(YAMLFault) -> ReserveCommitment? {
        try value?.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ReserveCommitment in
            ReserveCommitment(
                kind: try fields.require("kind").oneOf(ReserveCommitment.Kind.self),
                amount: try amount(try fields.require("amount")),
                place: PlanScope(text: try fields.require("where").text()))
        }
    }

    /// A whole number, or a share such as `50%`.
    private static func amount(_ value: YAMLValue) throws(YAMLFault) -> ReserveCommitment.Amount {
        let written = try value.text()
        if written.hasSuffix("%"), let percent = Int(written.dropLast()), (1...100).contains(percent) {
            return .percent(percent)
        }
        guard let count = Int(written), count > 0 else {
            throw value.expected("a number above zero or a share such as 50%")
        }
        return .count(count)
    }
}
