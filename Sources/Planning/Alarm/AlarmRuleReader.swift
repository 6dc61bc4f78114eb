import Situation
import StrictYAML

/// Reads alarm rules (`kind: alarm-rules`, `version: 1`).
public enum AlarmRuleReader {
    /// The rules that `text` holds, and every fault of form in it: a rule with a fault is left out, the others stay.
    ///
    /// - Parameter file: the name that faults and findings give.
    public static func read(text: String, file: String) -> (file: AlarmRuleFile?, faults: [YAMLFault]) {
        let faults = YAMLFaults()
        do {
            let value = try YAMLValue(parsing: text, file: file)
            var form = YAMLForm(value, faults)
            guard form.hasHead(kind: "alarm-rules", version: 1) else { return (nil, faults.all) }
            let rules: [AlarmRule] =
                form.demand("rules").map { list in
                    faults.reading(list, or: []) { try $0.list() }
                        .compactMap { rule(faults, $0) }
                } ?? []
            form.finish()
            return (AlarmRuleFile(rules: rules, source: PlanSource(of: value, file: file)), faults.all)
        } catch {
            return (nil, [error])
        }
    }

    /// Faults of one rule are noted each on its own line.
    private static func rule(_ faults: YAMLFaults, _ value: YAMLValue) -> AlarmRule? {
        let before = faults.all.count
        let nobody = PlanText([:])
        var form = YAMLForm(value, faults)
        let id = form.value("id", or: "") { try $0.text() }
        let name = form.value("name", or: nobody) { try $0.planText() }
        let when = form.value("when", or: (AlarmTest.clock(.zero), Span.zero)) {
            try AlarmTestReader.when($0)
        }
        let returning = form.optional("returns") { try Self.returning($0) }
        let priority = form.value("priority", or: AlarmPriority.low) { try $0.oneOf(AlarmPriority.self) }
        let worse = form.list("worse") { try Self.step($0) }
        let suppressions = form.list("suppressed_when") { try Self.suppression($0) }
        let cause = form.value("cause", or: AlarmCause(key: "", place: .own, text: nobody)) {
            try Self.cause($0)
        }
        let consequence = form.value("consequence", or: nobody) { try $0.planText() }
        let next = form.value("next_step", or: AlarmNextStep(text: nobody, step: nil)) {
            try Self.nextStep($0)
        }
        let owner = form.value("owner", or: "") { try $0.text() }
        form.finish()
        guard faults.all.count == before else { return nil }
        return AlarmRule(
            id: AlarmRuleID(id), name: name, test: when.0, duration: when.1,
            returning: returning ?? AlarmReturn(value: nil, duration: .zero), priority: priority,
            worse: worse,
            suppressions: suppressions, cause: cause, consequence: consequence, nextStep: next,
            owner: AgencyKey(owner))
    }

    private static func returning(_ value: YAMLValue) throws(YAMLFault) -> AlarmReturn {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AlarmReturn in
            AlarmReturn(
                value: try fields.take("at")?.number(), duration: try fields.take("for")?.span() ?? .zero)
        }
    }

    private static func step(_ value: YAMLValue) throws(YAMLFault) -> AlarmStep {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AlarmStep in
            AlarmStep(
                value: try fields.require("value").number(),
                priority: try fields.require("priority").oneOf(AlarmPriority.self))
        }
    }

    private static func suppression(_ value: YAMLValue) throws(YAMLFault) -> AlarmSuppression {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AlarmSuppression in
            let post = fields.take("post")
            let alarm = fields.take("alarm")
            switch (post, alarm) {
            case (let post?, nil): return .post(try post.states())
            case (nil, let alarm?): return .alarm(AlarmRuleID(try alarm.text()))
            default: throw fields.whole.expected("one of post, alarm")
            }
        }
    }

    private static func cause(_ value: YAMLValue) throws(YAMLFault) -> AlarmCause {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AlarmCause in
            AlarmCause(
                key: try fields.require("key").text(),
                place: try fields.take("at")?.oneOf(AlarmCause.Place.self) ?? .own,
                text: try fields.require("text").planText())
        }
    }

    private static func nextStep(_ value: YAMLValue) throws(YAMLFault) -> AlarmNextStep {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AlarmNextStep in
            AlarmNextStep(
                text: try fields.require("text").planText(),
                step: try playbookStep(fields.take("playbook")))
        }
    }

    private static func playbookStep(_ value: YAMLValue?) throws(YAMLFault) -> AlarmNextStep.PlaybookStep? {
        guard let value else { return nil }
        let parts = try value.text().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw value.expected("a playbook and its task, such as mass-influx/B2")
        }
        return AlarmNextStep.PlaybookStep(
            playbook: PlaybookID(parts[0]), task: PlaybookTask.ID(parts[1]))
    }
}

/// Reads what a rule tests: each kind of test has a key of its own.
enum AlarmTestReader {
    static func when(_ value: YAMLValue) throws(YAMLFault) -> (AlarmTest, Span) {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> (AlarmTest, Span) in
            let test = try test(&fields)
            return (test, try fields.take("for")?.span() ?? .zero)
        }
    }

    private static func test(_ fields: inout YAMLFields) throws(YAMLFault) -> AlarmTest {
        if let metric = fields.take("metric") {
            return .metric(
                try metric.text(), scope: PlanScope(text: try fields.require("scope").text()),
                try fields.require("is").oneOf(Comparison.self), try limit(fields.require("value")))
        }
        if let of = fields.take("silence") { return .silence(try silence(of, &fields)) }
        if let states = fields.take("closure") {
            return .closure(
                try states.states(), scope: PlanScope(text: try fields.require("scope").text()))
        }
        if let of = fields.take("own_history") { return .ownHistory(try ownHistory(of, &fields)) }
        if let of = fields.take("influx") { return .influx(try influx(of, &fields)) }
        if let clock = fields.take("clock") { return .clock(try clock.span()) }
        throw fields.whole.expected("one of metric, silence, closure, own_history, influx, clock")
    }

    /// A number, or a service standard and which of its figures.
    private static func limit(_ value: YAMLValue) throws(YAMLFault) -> AlarmLimit {
        guard (try? value.pairs()) != nil else { return .value(try value.number()) }
        return try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AlarmLimit in
            .standard(
                try fields.require("standard").text(),
                try fields.require("phase").oneOf(AlarmLimit.StandardPhase.self))
        }
    }

    private static func silence(
        _ of: YAMLValue, _ fields: inout YAMLFields
    ) throws(YAMLFault) -> SilenceTest {
        SilenceTest(
            of: try of.oneOf(SilenceTest.Of.self),
            times: try fields.require("times").number(atLeast: 1),
            atLeast: try fields.require("at_least").span(),
            words: try fields.require("words").integer(in: 2...8))
    }

    private static func ownHistory(
        _ of: YAMLValue, _ fields: inout YAMLFields
    ) throws(YAMLFault) -> OwnHistoryTest {
        guard try of.text() == "posts" else { throw of.expected("posts") }
        let above = try fields.take("above")?.number(atLeast: 1)
        let below = try fields.take("below")?.number()
        guard above != nil || below != nil else { throw fields.whole.expected("one of above, below") }
        return OwnHistoryTest(
            above: above, below: below, persons: try fields.require("persons").integer(in: 0...1_000_000))
    }

    private static func influx(
        _ of: YAMLValue, _ fields: inout YAMLFields
    ) throws(YAMLFault) -> InfluxTest {
        InfluxTest(
            of: try of.oneOf(InfluxTest.Of.self),
            times: try fields.require("times").number(atLeast: 1.05),
            timesWithoutHistory: try fields.require("times_without_history").number(atLeast: 1.05),
            score: try fields.require("score").number(atLeast: 1))
    }
}

extension YAMLValue {
    /// A list of states of a post; an empty one would never hold, so it is refused.
    func states() throws(YAMLFault) -> Set<CheckpointStatus> {
        let states = try list { (element: YAMLValue) throws(YAMLFault) -> CheckpointStatus in
            try element.oneOf(CheckpointStatus.self)
        }
        guard !states.isEmpty else { throw expected("at least one state") }
        return Set(states)
    }

    /// A number not below `least`.
    func number(atLeast least: Double) throws(YAMLFault) -> Double {
        let number = try number()
        guard number >= least else { throw expected("a number of at least \(least)") }
        return number
    }
}
