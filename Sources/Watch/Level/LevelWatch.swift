import Planning
import Situation

/// Computes the impact level of each border section and proposes it where it differs from the level in force.
///
/// Raising is proposed as soon as a rule holds for its duration; lowering only when the figures have stayed lower for
/// ``ImpactLevels/lowerAfter``, so that a level does not swing with each hour.
public struct LevelWatch: Sendable {
    private var holds = HoldMemory()
    /// Since when each section has been at most at each level, as far as is known.
    private var calm: [SectionID: [ImpactLevel: Instant]] = [:]

    public init() {}

    /// What the figures say of a section now.
    public struct Finding: Hashable, Sendable {
        /// The highest level that a rule speaks for, for its duration.
        public let level: ImpactLevel
        /// The figures of that level's rules; none for low.
        public let because: [LevelEvent.Reason]
        /// The rules that hold, by name.
        public let rules: [String]
        /// The highest level that figures may speak for: they hold but not long enough, or fell silent while they did.
        public let atMost: ImpactLevel
    }

    /// The proposals that follow from the picture, and the obliged reactions that are so late that somebody is told.
    public mutating func look(_ figures: WatchFigures, levels: ImpactLevels) -> [Draft] {
        proposals(figures, levels: levels) + Self.escalations(figures, levels: levels)
    }

    private static func escalations(_ figures: WatchFigures, levels: ImpactLevels) -> [Draft] {
        figures.picture.watch.tasks.values.sorted { $0.id < $1.id }.compactMap { task in
            guard case .level(_, let level) = task.opening.origin else { return nil }
            let escalation = levels.task(task.opening.step, of: level)?.escalation
            return PlaybookWatch.escalation(of: task, escalation, figures)
        }
    }

    private mutating func proposals(_ figures: WatchFigures, levels: ImpactLevels) -> [Draft] {
        figures.reading.sections.compactMap { section in
            guard let finding = assess(section.id, figures, levels: levels) else {
                // Silence is no reason to lower anything.
                calm[section.id] = nil
                return nil
            }
            let floor = floor(of: section.id, finding, figures, levels: levels)
            guard let wanted = Self.proposal(finding, floor: floor, record: figures.picture.watch.levels[section.id])
            else { return nil }
            let standing = figures.picture.watch.levels[section.id]?.level ?? .low
            let because =
                wanted >= standing && wanted == finding.level
                ? finding.because : Self.figures(of: standing, section.id, figures, levels: levels)
            if let declined = figures.picture.watch.levels[section.id]?.declined,
                figures.now < declined.until, Self.isQuiet(wanted, standing: standing, declined: declined.level)
            {
                return nil
            }
            let event = LevelEvent(section.id, .proposed(wanted, because: because))
            return .found(.level(event), in: figures.picture, at: figures.now)
        }
    }

    /// What the figures say of `section`; `nil` when none of the metrics that any level goes by is known there.
    public mutating func assess(
        _ section: SectionID, _ figures: WatchFigures, levels: ImpactLevels
    ) -> Finding? {
        let affected = figures.affected(by: section.rawValue)
        guard Self.isHeard(affected, figures, levels: levels) else { return nil }
        var sure: (level: ImpactLevel, because: [LevelEvent.Reason], rules: [String]) = (.low, [], [])
        var possible = ImpactLevel.low
        for step in levels.steps {
            var because: [LevelEvent.Reason] = []
            var rules: [String] = []
            for rule in step.rules {
                // Each condition is asked, whatever the others say: their times run by themselves.
                let verdicts = rule.conditions.map { condition in
                    holds.verdict(
                        on: condition, over: Self.subjects(of: condition, affected, figures), figures)
                }
                if verdicts.allSatisfy(\.mayHold) { possible = max(possible, step.level) }
                guard verdicts.allSatisfy(\.holdsSomewhere) else { continue }
                rules.append(rule.id)
                because += zip(rule.conditions, verdicts).compactMap { $0.worst(of: $1.holding) }
            }
            if !rules.isEmpty { sure = (step.level, because.withoutRepeats, rules) }
        }
        return Finding(
            level: sure.level, because: sure.because, rules: sure.rules, atMost: max(possible, sure.level))
    }

    // MARK: What is proposed

    /// The lowest level that the section has been at, at most, for long enough.
    private mutating func floor(
        of section: SectionID, _ finding: Finding, _ figures: WatchFigures, levels: ImpactLevels
    ) -> ImpactLevel {
        for level in ImpactLevel.allCases {
            if finding.atMost > level {
                calm[section]?[level] = nil
            } else if calm[section]?[level] == nil {
                calm[section, default: [:]][level] = figures.now
            }
        }
        return ImpactLevel.allCases.first { level in
            guard let since = calm[section]?[level] else { return false }
            return figures.now - since >= levels.lowerAfter
        } ?? .critical
    }

    /// The level to propose; `nil` when what stands says it already.
    private static func proposal(
        _ finding: Finding, floor: ImpactLevel, record: LevelRecord?
    ) -> ImpactLevel? {
        let standing = record?.proposal?.level ?? record?.level ?? .low
        if finding.level > standing { return finding.level }
        if floor < standing { return floor }
        return nil
    }

    /// Whether a declined proposal still keeps quiet: it returns only when things got worse than what was declined.
    private static func isQuiet(_ wanted: ImpactLevel, standing: ImpactLevel, declined: ImpactLevel) -> Bool {
        if wanted > standing { return wanted <= declined }
        if wanted < standing { return declined < standing }
        return false
    }

    // MARK: Figures

    /// The present figures of the level in force, which no longer speak for it.
    private static func figures(
        of level: ImpactLevel, _ section: SectionID, _ figures: WatchFigures, levels: ImpactLevels
    ) -> [LevelEvent.Reason] {
        let affected = figures.affected(by: section.rawValue)
        return (levels.step(level)?.rules ?? []).flatMap(\.conditions).compactMap { condition in
            guard let metric = Metric(rawValue: condition.metric) else { return nil }
            let known = subjects(of: condition, affected, figures).compactMap { subject in
                figures.measured(metric, for: subject)?
                    .reason(for: metric, subject: subject, limit: condition.value)
            }
            return condition.worst(of: known)
        }.withoutRepeats
    }

    private static func isHeard(
        _ affected: PlaybookEvent.Affected, _ figures: WatchFigures, levels: ImpactLevels
    ) -> Bool {
        levels.steps.contains { step in
            step.rules.contains { rule in
                rule.conditions.contains { condition in
                    guard let metric = Metric(rawValue: condition.metric),
                        metric.scope == .section || metric.scope == .post
                    else { return false }
                    return subjects(of: condition, affected, figures).contains {
                        figures.measured(metric, for: $0) != nil
                    }
                }
            }
        }
    }

    private static func subjects(
        of condition: Condition, _ affected: PlaybookEvent.Affected, _ figures: WatchFigures
    ) -> [String] {
        guard let metric = Metric(rawValue: condition.metric) else { return [] }
        return figures.subjects(of: metric, .affected, affected: affected)
    }
}

extension [LevelEvent.Reason] {
    /// Each figure once, in the order of their first appearance.
    var withoutRepeats: Self {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
