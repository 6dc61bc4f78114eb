import Situation

/// What the console watches for by itself, and what it tells the officer when it is so (after ISA-18.2: an alarm has
/// a cause, a consequence, a next step and an owner, or it is none).
public struct AlarmRule: Hashable, Sendable, Identifiable {
    /// The name it goes by in the journal, such as `post-wait`.
    public let id: AlarmRuleID
    /// What people call it.
    public let name: PlanText
    /// What has to be so.
    public var test: AlarmTest
    /// How long it has to have been so without a break before the alarm is raised: the on-delay of ISA-18.2.
    public let duration: Span
    /// When it is over again.
    public let returning: AlarmReturn
    /// The priority at the test's own limit.
    public let priority: AlarmPriority
    /// Values from which the same alarm is worse, each worse than the one before.
    public let worse: [AlarmStep]
    /// What keeps it quiet by design.
    public let suppressions: [AlarmSuppression]
    /// Why it usually comes, and what alarms of one cause are grouped by.
    public let cause: AlarmCause
    /// What follows when nobody does anything.
    public let consequence: PlanText
    /// What to do first.
    public let nextStep: AlarmNextStep
    /// Who answers for it.
    public let owner: AgencyKey
}

/// What a rule tests.
public enum AlarmTest: Hashable, Sendable {
    /// A metric of the registry against a value.
    case metric(String, scope: PlanScope, Comparison, AlarmLimit)
    /// Nothing was heard for longer than the rhythm of each allows.
    case silence(SilenceTest)
    /// A post is in one of these states.
    case closure(Set<CheckpointStatus>, scope: PlanScope)
    /// The last 24 hours of a post are far from its own history.
    case ownHistory(OwnHistoryTest)
    /// Arrivals are above the usual for the hour of the week, by a sequential test.
    case influx(InfluxTest)
    /// The machine's clock jumped, or stands behind what the journal already knows, by more than this.
    case clock(Span)
}

/// The value a metric is held against.
public enum AlarmLimit: Hashable, Sendable {
    case value(Double)
    /// A service standard of the reference data, which a headquarters can set.
    case standard(String, StandardPhase)

    /// Which of a standard's figures.
    public enum StandardPhase: String, CaseIterable, Hashable, Sendable {
        case emergency
        case afterEmergency = "after_emergency"
        case survival
    }
}

/// When somebody is silent.
///
/// Only those with a rhythm of their own can be: who was never heard, or not often enough to have one, is no alarm,
/// so a fresh start rings nothing.
public struct SilenceTest: Hashable, Sendable {
    public enum Of: String, CaseIterable, Hashable, Sendable { case posts, shelters, sources }

    public let of: Of
    /// How many of its usual gaps it may keep silent.
    public let times: Double
    /// Nobody is called silent sooner.
    public let atLeast: Span
    /// How many words have to have been heard before a rhythm counts as known.
    public let words: Int
}

/// When a post's day is far from its own history; a reference value is no history.
public struct OwnHistoryTest: Hashable, Sendable {
    /// From this multiple of its usual on; `nil`: not watched.
    public let above: Double?
    /// Down to this multiple; `nil`: not watched.
    public let below: Double?
    /// Posts with fewer persons on a usual day are passed over: their days differ by chance.
    public let persons: Int
}

/// A CUSUM of the log-likelihood ratio of hourly counts, `times` the usual against the usual.
///
/// Its score grows while arrivals are above a little less than halfway between the two and shrinks, down to zero, below. With
/// a right baseline the mean time between false alarms of one section is at least e^score hours.
public struct InfluxTest: Hashable, Sendable {
    public enum Of: String, CaseIterable, Hashable, Sendable { case sections, regions }

    public let of: Of
    /// The smallest multiple of the usual that is worth ringing for.
    public let times: Double
    /// The same where the place has no history of its own and a reference value stands in.
    public let timesWithoutHistory: Double
    /// The score at which it rings.
    public let score: Double
}

/// When an alarm is over.
public struct AlarmReturn: Hashable, Sendable {
    /// Where the value has to be back (hysteresis); `nil` for the limit itself.
    public let value: Double?
    /// How long it has to have been so without a break: the off-delay of ISA-18.2.
    public let duration: Span
}

/// A value from which an alarm has a worse priority.
public struct AlarmStep: Hashable, Sendable {
    public let value: Double
    public let priority: AlarmPriority
}

/// What keeps an alarm quiet by design; it is recorded all the same.
public enum AlarmSuppression: Hashable, Sendable {
    /// The post is in one of these states.
    case post(Set<CheckpointStatus>)
    /// Another alarm stands at the same place.
    case alarm(AlarmRuleID)
}

/// Why an alarm comes.
public struct AlarmCause: Hashable, Sendable {
    /// What alarms are grouped by, such as `influx`; with the place it makes `influx/ru-west`.
    public let key: String
    public let place: Place
    public let text: PlanText

    /// The place that joins alarms of one cause.
    public enum Place: String, CaseIterable, Hashable, Sendable { case own, section, region, country }
}

/// What to do first about an alarm.
public struct AlarmNextStep: Hashable, Sendable {
    public let text: PlanText
    /// The step of a playbook that does it.
    public let step: PlaybookStep?

    /// A task of a playbook, written `mass-influx/B2`.
    public struct PlaybookStep: Hashable, Sendable, CustomStringConvertible {
        public let playbook: PlaybookID
        public let task: PlaybookTask.ID

        public init(playbook: PlaybookID, task: PlaybookTask.ID) {
            self.playbook = playbook
            self.task = task
        }

        public var description: String { "\(playbook)/\(task)" }
    }
}

/// The rules of one file.
public struct AlarmRuleFile: Hashable, Sendable {
    /// In the file's order.
    public let rules: [AlarmRule]
    /// The file it was read from, to name lines.
    public let source: PlanSource
}

// MARK: - Steps

extension AlarmRule {
    /// The metric it measures; `nil` where it measures none of the registry's.
    public var metric: Metric? {
        switch test {
        case .metric(let name, _, _, _): Metric(rawValue: name)
        case .silence(let silence):
            switch silence.of {
            case .posts: .postSilenceMinutes
            case .sources: .sourceSilenceMinutes
            case .shelters: nil
            }
        case .ownHistory: .postInflowRatio
        case .influx(let influx): influx.of == .sections ? .sectionInflowRatio : nil
        case .closure, .clock: nil
        }
    }

    /// How values stand to the limits of the test and of its worse steps.
    public var comparison: Comparison {
        if case .metric(_, _, let comparison, _) = test { comparison } else { .atLeast }
    }

    /// The same rule with its standard looked up.
    ///
    /// - Returns: `nil` when the standard has no such figure: the rule then has nothing to hold a value against.
    public func resolved(_ figure: (String, AlarmLimit.StandardPhase) -> Double?) -> AlarmRule? {
        guard case .metric(let metric, let scope, let comparison, .standard(let id, let phase)) = test else {
            return self
        }
        guard let value = figure(id, phase) else { return nil }
        var rule = self
        rule.test = .metric(metric, scope: scope, comparison, .value(value))
        return rule
    }
}
