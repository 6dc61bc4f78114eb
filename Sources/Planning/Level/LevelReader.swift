import Situation
import StrictYAML

/// Reads impact levels (`kind: impact-levels`, `version: 1`).
public enum LevelReader {
    /// The levels that `text` holds.
    ///
    /// - Parameter file: the name that faults and findings give.
    /// - Throws: the first fault of form. What can only be judged from the whole, or from outside the file, is
    ///   ``LevelCheck``'s.
    public static func read(text: String, file: String) throws(YAMLFault) -> ImpactLevels {
        let value = try YAMLValue(parsing: text, file: file)
        let source = PlanSource(of: value, file: file)
        return try value.document(kind: "impact-levels", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> ImpactLevels in
            ImpactLevels(
                lowerAfter: try fields.require("lower_after").span(),
                steps: try steps(try fields.require("levels")), source: source)
        }
    }

    /// All four levels, the lowest first, so that nobody has to sort to follow them.
    private static func steps(_ value: YAMLValue) throws(YAMLFault) -> [ImpactLevels.Step] {
        var steps: [ImpactLevels.Step] = []
        for element in try value.list() {
            let step = try step(element)
            guard steps.count < ImpactLevel.allCases.count, ImpactLevel.allCases[steps.count] == step.level
            else { throw element.expected("the levels low, medium, high, critical in this order") }
            steps.append(step)
        }
        guard steps.count == ImpactLevel.allCases.count else {
            throw value.expected("the levels low, medium, high, critical in this order")
        }
        return steps
    }

    private static func step(_ value: YAMLValue) throws(YAMLFault) -> ImpactLevels.Step {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ImpactLevels.Step in
            ImpactLevels.Step(
                level: try fields.require("level").oneOf(ImpactLevel.self),
                name: try fields.require("name").planText(),
                reaction: try fields.require("reaction").planText(),
                citation: try fields.citation(),
                rules: try fields.take("when")?.list(rule) ?? [],
                tasks: try fields.take("tasks")?.list(task) ?? [])
        }
    }

    private static func rule(_ value: YAMLValue) throws(YAMLFault) -> ImpactLevels.Rule {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ImpactLevels.Rule in
            let all = try fields.require("all")
            let conditions = try all.list(condition)
            guard !conditions.isEmpty else { throw all.expected("at least one condition") }
            return ImpactLevels.Rule(
                id: try fields.require("id").text(), conditions: conditions,
                reason: try fields.require("reason").planText(), citation: try fields.citation())
        }
    }

    /// A condition without a scope: it always speaks of the section's own places.
    private static func condition(_ value: YAMLValue) throws(YAMLFault) -> Condition {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Condition in
            Condition(
                metric: try fields.require("metric").text(), scope: .affected,
                comparison: try fields.require("is").oneOf(Comparison.self),
                value: try fields.require("value").number(),
                duration: try fields.take("for")?.span() ?? .zero)
        }
    }

    private static func task(_ value: YAMLValue) throws(YAMLFault) -> LevelTask {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> LevelTask in
            LevelTask(
                id: try fields.require("id").text(),
                code: try fields.require("code").planText(),
                what: try fields.require("what").planText(),
                lead: AgencyKey(try fields.require("lead").text()),
                support: try fields.take("support")?.agencies() ?? [],
                due: try fields.require("due").timeAfterStart(),
                escalation: try PlaybookTaskReader.escalation(fields.take("escalation")),
                citation: try fields.citation())
        }
    }
}
