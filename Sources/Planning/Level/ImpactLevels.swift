import Situation

/// What the impact levels of border sections are: from which figures each speaks, and what it obliges to.
///
/// The numbers are data: a headquarters sets its own in `Scenarios/levels.yaml`.
public struct ImpactLevels: Hashable, Sendable {
    /// How long the figures must have stayed lower before a lower level is proposed.
    public let lowerAfter: Span
    /// One for each level, the lowest first.
    public let steps: [Step]
    /// The file it was read from, to name lines.
    public let source: PlanSource

    /// One level.
    public struct Step: Hashable, Sendable, Identifiable {
        public let level: ImpactLevel
        /// What people call it.
        public let name: PlanText
        /// What it obliges to, in a sentence.
        public let reaction: PlanText
        /// What the reaction rests on.
        public let citation: Citation
        /// Any one that holds speaks for the level.
        public let rules: [Rule]
        /// The obliged reactions.
        public let tasks: [LevelTask]

        public var id: ImpactLevel { level }
    }

    /// Figures that speak for a level when all of them hold together.
    public struct Rule: Hashable, Sendable, Identifiable {
        /// Names the rule within the file.
        public let id: String
        /// Each holds when any of the section's own places fulfils it.
        public let conditions: [Condition]
        /// Why this is reason enough, for the officer who decides.
        public let reason: PlanText
        public let citation: Citation
    }

    /// The step of `level`.
    public func step(_ level: ImpactLevel) -> Step? { steps.first { $0.level == level } }

    /// The obliged reaction named `id` of `level`.
    public func task(_ id: String, of level: ImpactLevel) -> LevelTask? {
        step(level)?.tasks.first { $0.id == id }
    }

    /// The rules of `level` that a figure of a proposal belongs to: where its words are.
    public func rules(for figure: LevelEvent.Reason, of level: ImpactLevel) -> [Rule] {
        step(level)?.rules.filter { rule in
            rule.conditions.contains { $0.metric == figure.metric && $0.value == figure.limit }
        } ?? []
    }
}

/// One reaction that a level obliges to.
public struct LevelTask: Hashable, Sendable, Identifiable {
    /// The stable name within its level, such as `tell-centre`.
    public let id: String
    /// What people call it: `Д-1`, `L-1`.
    public let code: PlanText
    /// What is to be done.
    public let what: PlanText
    /// Who answers for it; `LEB` is the akimat of the affected region.
    public let lead: AgencyKey
    /// Who helps.
    public let support: [AgencyKey]
    /// Counted from the moment the level was confirmed.
    public let due: Span
    /// Who hears of it when it is late, if anyone.
    public let escalation: Escalation?
    public let citation: Citation
}
