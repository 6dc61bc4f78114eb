import Situation
import StrictYAML

/// Reads playbooks (`kind: playbook`, `version: 1`); the format is described in docs/playbooks.md.
public enum PlaybookReader {
    /// The playbook that `text` holds.
    ///
    /// - Parameter file: the name that faults and findings give.
    /// - Throws: the first fault of form (unknown or missing key, wrong type). What can only be judged from
    ///   the whole, or from outside the file, is ``PlaybookCheck``'s.
    public static func read(text: String, file: String) throws(YAMLFault) -> Playbook {
        let value = try YAMLValue(parsing: text, file: file)
        let source = PlanSource(of: value, file: file)
        return try value.document(kind: "playbook", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> Playbook in
            Playbook(
                id: PlaybookID(try fields.require("id").text()),
                crisis: try fields.require("crisis").oneOf(Playbook.Crisis.self),
                name: try fields.require("name").planText(),
                purpose: try fields.require("purpose").planText(),
                needsSecondOfficer: try fields.require("second_officer").bool(),
                legalBasis: try fields.require("legal_basis").list(legalAct),
                noReturn: try noReturnRule(try fields.require("no_return_to_danger")),
                phases: try phases(try fields.require("phases")),
                triggers: try fields.require("triggers").list(trigger),
                tasks: try fields.require("tasks").list(PlaybookTaskReader.task),
                messages: try fields.require("messages").list(message),
                standDown: try standDown(try fields.require("stand_down")),
                source: source)
        }
    }

    /// Phases stand in the file in their order, so that nobody has to sort to follow them.
    private static func phases(_ value: YAMLValue) throws(YAMLFault) -> [Phase] {
        var phases: [Phase] = []
        for element in try value.list() {
            let phase = try phase(element)
            guard phase.order == phases.count + 1 else {
                throw element.expected("order \(phases.count + 1), as it stands in the list")
            }
            phases.append(phase)
        }
        return phases
    }

    private static func phase(_ value: YAMLValue) throws(YAMLFault) -> Phase {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Phase in
            Phase(
                id: Phase.ID(try fields.require("id").text()),
                order: try fields.require("order").integer(in: 1...99),
                name: try fields.require("name").planText())
        }
    }

    private static func trigger(_ value: YAMLValue) throws(YAMLFault) -> Trigger {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Trigger in
            Trigger(
                id: try fields.require("id").text(),
                opens: Phase.ID(try fields.require("opens").text()),
                reason: try fields.require("reason").planText(),
                conditions: try fields.require("when").conditions())
        }
    }

    private static func standDown(_ value: YAMLValue) throws(YAMLFault) -> StandDown {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> StandDown in
            StandDown(
                decidedBy: AgencyKey(try fields.require("decided_by").text()),
                conditions: try fields.require("when").conditions(),
                note: try fields.require("note").planText())
        }
    }

    private static func message(_ value: YAMLValue) throws(YAMLFault) -> PlaybookMessage {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PlaybookMessage in
            PlaybookMessage(
                id: PlaybookMessage.ID(try fields.require("id").text()),
                to: try fields.require("to").agencies(),
                subject: try fields.require("subject").planText(),
                body: try fields.require("body").planText())
        }
    }

    private static func legalAct(_ value: YAMLValue) throws(YAMLFault) -> LegalAct {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> LegalAct in
            LegalAct(
                act: try fields.require("act").planText(),
                provides: try fields.require("provides").planText(),
                citation: try fields.citation())
        }
    }

    private static func noReturnRule(_ value: YAMLValue) throws(YAMLFault) -> NoReturnRule {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> NoReturnRule in
            NoReturnRule(
                question: try fields.require("question").planText(),
                rule: try fields.require("rule").planText(),
                citation: try fields.citation())
        }
    }
}

extension YAMLValue {
    /// A metric, where, how compared, with what, and for how long (at once when not written).
    func condition() throws(YAMLFault) -> Condition {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Condition in
            Condition(
                metric: try fields.require("metric").text(),
                scope: PlanScope(text: try fields.require("scope").text()),
                comparison: try fields.require("is").oneOf(Comparison.self),
                value: try fields.require("value").number(),
                duration: try fields.take("for")?.span() ?? .zero)
        }
    }

    /// A list of agency keys.
    func agencies() throws(YAMLFault) -> [AgencyKey] {
        try list { (element: YAMLValue) throws(YAMLFault) -> AgencyKey in AgencyKey(try element.text()) }
    }
}

extension YAMLFields {
    /// The keys `basis` and `source`; a standard without its name is no source at all.
    mutating func citation() throws(YAMLFault) -> Citation {
        let basis = try require("basis").oneOf(Citation.Basis.self)
        let source = basis == .standard ? try require("source") : take("source")
        return Citation(basis: basis, source: try source?.text())
    }
}
