import Situation
import StrictYAML

/// What is to be better after an exercise: written by people after the review, carried to the next one.
///
/// Kept in a YAML file of its own beside the journal (`kind: improvement-plan`), because it is an agreement that goes on
/// long after the exercise is over and its journal closed. The format is described in docs/exercise-score.md.
public struct ImprovementPlan: Hashable, Sendable {
    /// The exercise it came of.
    public let exercise: ExercisePlan.ID
    /// The journal that was reviewed, by its id; `nil` where nobody wrote it down.
    public let journal: String?
    public let items: [Item]

    /// One thing to be done.
    public struct Item: Hashable, Sendable {
        /// What it is to make better; objectives of the next exercise with the same id show what became of it.
        public let objective: ExerciseObjective.ID
        /// What is to be done, in the words of those who agreed on it.
        public let what: String
        /// Who does it; empty in a draft.
        public let owner: String
        /// By when, as `YYYY-MM-DD`; empty in a draft.
        public let date: String
        public let state: State

        public init(
            objective: ExerciseObjective.ID, what: String, owner: String = "", date: String = "",
            state: State = .open
        ) {
            self.objective = objective
            self.what = what
            self.owner = owner
            self.date = date
            self.state = state
        }

        /// How far it is.
        public enum State: String, CaseIterable, Hashable, Sendable { case open, done, dropped }
    }

    public init(exercise: ExercisePlan.ID, journal: String?, items: [Item]) {
        self.exercise = exercise
        self.journal = journal
        self.items = items
    }
}

// MARK: - YAML

extension ImprovementPlan {
    /// Reads a plan (`kind: improvement-plan`, `version: 1`).
    ///
    /// - Parameter file: the name that a fault gives.
    /// - Throws: the first fault of form.
    public init(text: String, file: String) throws(YAMLFault) {
        let value = try YAMLValue(parsing: text, file: file)
        self = try value.document(kind: "improvement-plan", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> ImprovementPlan in
            ImprovementPlan(
                exercise: ExercisePlan.ID(try fields.require("exercise").text()),
                journal: try fields.take("journal").map { (value: YAMLValue) throws(YAMLFault) -> String in
                    try value.text()
                },
                items: try fields.require("items").list(Self.item))
        }
    }

    private static func item(_ value: YAMLValue) throws(YAMLFault) -> Item {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Item in
            func words(_ key: String) throws(YAMLFault) -> String {
                guard let value = fields.take(key) else { return "" }
                return try value.text()
            }
            return Item(
                objective: ExerciseObjective.ID(try fields.require("objective").text()),
                what: try fields.require("what").text(), owner: try words("owner"),
                date: try date(fields.take("date")),
                state: try fields.take("state").map { (value: YAMLValue) throws(YAMLFault) -> Item.State in
                    try value.oneOf(Item.State.self)
                } ?? .open)
        }
    }

    private static func date(_ value: YAMLValue?) throws(YAMLFault) -> String {
        guard let value else { return "" }
        let text = try value.text()
        let digits = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDate =
            text.isEmpty
            || digits.map(\.count) == [4, 2, 2]
                && digits.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard isDate else { throw value.expected("a date such as 2026-03-01") }
        return text
    }

    /// The plan as a file.
    public var yaml: String {
        var lines = [
            "kind: improvement-plan", "version: 1", "", "exercise: \(Self.quoted(exercise.rawValue))",
        ]
        if let journal { lines.append("journal: \(Self.quoted(journal))") }
        lines.append(items.isEmpty ? "items: []" : "items:")
        for item in items {
            lines += [
                "  - objective: \(Self.quoted(item.objective.rawValue))",
                "    what: \(Self.quoted(item.what))",
                "    owner: \(Self.quoted(item.owner))", "    date: \(Self.quoted(item.date))",
                "    state: \(item.state.rawValue)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// In double quotes, as YAML reads any text.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                // Other control characters have no place in a plan.
                if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
            }
        }
        return "\"\(escaped)\""
    }
}
