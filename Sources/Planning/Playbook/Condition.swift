import Situation

/// A statement about the picture that holds or does not: a metric beside a value, for a length of time.
public struct Condition: Hashable, Sendable {
    /// A name of the one registry of metrics, such as `section.inflow_ratio`.
    public let metric: String
    /// Which of the things the metric measures.
    public let scope: PlanScope
    /// How the measured value has to stand to ``value``.
    public let comparison: Comparison
    /// In the metric's own unit.
    public let value: Double
    /// How long it must have held without a break; zero for at once.
    public let duration: Span

    /// A condition; at once when no duration is given.
    public init(
        metric: String, scope: PlanScope, comparison: Comparison, value: Double, duration: Span = .zero
    ) {
        self.metric = metric
        self.scope = scope
        self.comparison = comparison
        self.value = value
        self.duration = duration
    }
}

/// How a measured value is held against a written one.
public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case above, below
    case atLeast = "at_least"
    case atMost = "at_most"

    /// Whether `value` stands so to `limit`.
    public func holds(_ value: Double, against limit: Double) -> Bool {
        switch self {
        case .above: value > limit
        case .below: value < limit
        case .atLeast: value >= limit
        case .atMost: value <= limit
        }
    }
}

/// Which place or thing a plan speaks of.
public enum PlanScope: Hashable, Sendable {
    /// Any one of those the metric measures: what a trigger watches.
    case any
    /// The section, region and posts the playbook was started for.
    case affected
    /// The one with this identifier: `KZ`, a region code, a section, a post, a shelter, a source.
    case one(String)

    /// Reads `any`, `affected` or an identifier.
    public init(text: String) {
        switch text {
        case "any": self = .any
        case "affected": self = .affected
        default: self = .one(text)
        }
    }
}
