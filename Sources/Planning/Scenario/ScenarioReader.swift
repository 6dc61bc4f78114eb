import Foundation
import Situation
import StrictYAML

/// Reads scenario files (`kind: scenario`, `version: 2`); the format is described in docs/scenarios.md.
public enum ScenarioReader {
    /// What came of reading a file.
    public typealias Outcome = PlanReading<Scenario>

    /// The scenario in `file`.
    ///
    /// - Throws: the first fault; ``read(text:file:)`` gives them all.
    public static func load(_ file: URL) throws(YAMLFault) -> Scenario {
        try read(text: try PlanFile.text(of: file), file: file.lastPathComponent).whole(of: file)
    }

    /// Everything in the text of a file: a value of the wrong form is noted, and the others are still read.
    ///
    /// - Parameter file: the name that faults and findings give.
    public static func read(text: String, file: String) -> Outcome {
        Outcome(text: text, file: file, kind: "scenario", version: 2, scenario)
    }

    private static func scenario(
        _ form: inout YAMLForm, _ faults: YAMLFaults, _ source: PlanSource
    ) -> Scenario {
        Scenario(
            id: form.value("id", or: "") { try $0.identifier() },
            name: form.value("name", or: PlanText([:])) { try $0.planText() },
            notes: form.value("notes", or: PlanText([:])) { try $0.planText() },
            cause: form.value("cause", or: .other) { try $0.oneOf(Scenario.Cause.self) },
            start: form.value("start", or: Instant(year: 2000, month: 1, day: 1)) { try $0.instant() },
            horizon: form.value("horizon", or: .hours(1)) { try $0.span() },
            seed: form.value("seed", or: 0) { UInt64(try $0.integer(in: 0...Int.max)) },
            traffic: traffic(&form),
            posts: form.value("posts", or: PostSelection(base: .all)) { try postSelection($0) },
            postChanges: form.list("post_changes") { postChange($0, faults) },
            diversion: form.optional("diversion") { diversion($0, faults) },
            groups: form.list("groups") { group($0, faults) },
            flows: form.list("flows") { flow($0, faults) },
            displacement: form.optional("displacement") { displacement($0, faults) },
            disruptions: form.list("disruptions") { disruption($0, faults) },
            reception: form.list("reception") { reception($0, faults) },
            shelterChanges: form.list("shelters") { shelterChange($0, faults) },
            standards: form.optional("standards") { standards($0, faults) },
            playbooks: form.optional("playbooks") { try $0.identifiers() } ?? [],
            decisions: form.list("decisions") { decision($0, faults) },
            source: source)
    }

    private static func traffic(_ form: inout YAMLForm) -> ScenarioTraffic {
        guard let value = form.take("traffic") else { return ScenarioTraffic() }
        var form = YAMLForm(value, form.faults)
        defer { form.finish() }
        let scale = form.optional("scale") { try self.scale($0) } ?? (in: 1, out: 1)
        return ScenarioTraffic(
            hoursOfDay: form.optional("hours_of_day") { try $0.numbers(24, in: 0...24) },
            daysOfWeek: form.optional("days_of_week") { try $0.numbers(7, in: 0...7) },
            scaleIn: scale.in, scaleOut: scale.out)
    }

    /// One number for both directions, or `{in: 0.7, out: 0.6}`.
    private static func scale(_ value: YAMLValue) throws(YAMLFault) -> (in: Double, out: Double) {
        if (try? value.pairs()) == nil {
            let both = try value.number(in: 0...1000)
            return (both, both)
        }
        return try value.mapping {
            (fields: inout YAMLFields) throws(YAMLFault) -> (in: Double, out: Double) in
            (
                try fields.require("in").number(in: 0...1000), try fields.require("out").number(in: 0...1000)
            )
        }
    }

    private static func diversion(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDiversion {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioDiversion(
            informed: form.value("informed", or: 0) { try $0.share() },
            worthwhile: form.value("worthwhile", or: .zero) { try $0.span() })
    }

    private static func standards(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioStandards {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioStandards(
            phase: form.value("phase", or: .emergency) { try $0.oneOf(ScenarioStandards.Phase.self) },
            isCold: form.optional("cold") { try $0.bool() } ?? false)
    }
}

extension PlanReading<Scenario> {
    /// The scenario; `nil` when there is any fault.
    public var scenario: Scenario? { plan }
}
