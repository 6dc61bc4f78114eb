import Planning
import Situation

/// Since when conditions have held: the one thing of the watch that a picture cannot tell.
///
/// It begins empty with the program, so what has to hold for two hours is found two hours after the start at the
/// latest. One memory serves all plans: the same figure held against the same value is one thing.
public struct HoldMemory: Sendable {
    private var holds: [Key: Hold] = [:]

    private struct Key: Hashable, Sendable {
        let metric: Metric
        let comparison: Comparison
        let value: Double
        let subject: String
    }

    private struct Hold: Sendable {
        /// Since when it has held; `nil` when it did not hold when it was last known.
        var since: Instant?
        /// Whether the figure is known now.
        var isKnown: Bool
    }

    public init() {}

    /// How a condition stands at one place.
    public enum Verdict: Hashable, Sendable {
        /// It has held without a break since then.
        case holds(since: Instant, WatchFigures.Measured)
        case fails
        /// The figure is not known; whether it held when it last was.
        case unknown(held: Bool?)
    }

    /// How `condition` stands at `subject`, its duration aside.
    mutating func verdict(
        on condition: Condition, _ metric: Metric, at subject: String, _ figures: WatchFigures
    ) -> Verdict {
        let key = Key(
            metric: metric, comparison: condition.comparison, value: condition.value, subject: subject)
        guard let measured = figures.measured(metric, for: subject) else {
            let last = holds[key]
            holds[key]?.isKnown = false
            return .unknown(held: last.map { $0.since != nil })
        }
        guard measured.fulfils(condition) else {
            holds[key] = Hold(since: nil, isKnown: true)
            return .fails
        }
        // A gap in what is known is a break: nobody can say that it held.
        let before = holds[key]
        let since = before?.isKnown == true ? before?.since ?? figures.now : figures.now
        holds[key] = Hold(since: since, isKnown: true)
        return .holds(since: since, measured)
    }
}

/// How a condition stands over the places its scope reaches.
public struct ConditionVerdict: Hashable, Sendable {
    /// Places where it holds and has for its duration, with the figures that say so.
    public internal(set) var holding: [LevelEvent.Reason] = []
    /// Places where it holds, but not long enough yet.
    public internal(set) var pending: Set<String> = []
    /// Places where it does not hold.
    public internal(set) var failing: Set<String> = []
    /// Places of which nothing is known now, but where it held when last something was.
    public internal(set) var lost: Set<String> = []
    /// Places of which nothing is known now, but where it did not hold when last something was.
    public internal(set) var doubtful: Set<String> = []
    /// Where it holds, by the place's own name; a figure may be of another metric and is of the same place.
    public internal(set) var places: Set<String> = []

    /// Since when it has held, at the place where it has for longest.
    public internal(set) var since: Instant?

    /// Whether it holds at some place.
    public var holdsSomewhere: Bool { !places.isEmpty }

    /// Whether it holds at every place that anything is known of. A place that was known to be bad and fell silent
    /// counts against it.
    public var holdsEverywhere: Bool {
        !places.isEmpty && pending.isEmpty && failing.isEmpty && doubtful.isEmpty
    }

    /// Whether it may hold somewhere: it does, will with time, or did when last known.
    var mayHold: Bool { !places.isEmpty || !pending.isEmpty || !lost.isEmpty }
}

extension HoldMemory {
    /// How `condition` stands over `subjects`.
    ///
    /// - Parameter earliest: durations are counted from here at the earliest, such as the opening of a task.
    public mutating func verdict(
        on condition: Condition, over subjects: [String], _ figures: WatchFigures, from earliest: Instant? = nil
    ) -> ConditionVerdict {
        var result = ConditionVerdict()
        // A name that is not in the registry was refused by the check; here it is known of nothing.
        guard let metric = Metric(rawValue: condition.metric) else { return result }
        for subject in subjects {
            switch verdict(on: condition, metric, at: subject, figures) {
            case .holds(let since, let measured):
                let from = earliest.map { max($0, since) } ?? since
                guard figures.now - from >= condition.duration else {
                    result.pending.insert(subject)
                    continue
                }
                result.places.insert(subject)
                result.since = min(result.since ?? from, from)
                if let reason = measured.reason(for: metric, subject: subject, limit: condition.value) {
                    result.holding.append(reason)
                }
            case .fails: result.failing.insert(subject)
            case .unknown(held: true?): result.lost.insert(subject)
            case .unknown(held: false?): result.doubtful.insert(subject)
            case .unknown(held: nil): break
            }
        }
        return result
    }
}

extension Condition {
    /// The worst of `reasons`, seen from what this condition warns of: the highest above, the lowest below.
    func worst(of reasons: [LevelEvent.Reason]) -> LevelEvent.Reason? {
        switch comparison {
        case .above, .atLeast: reasons.max { $0.value < $1.value }
        case .below, .atMost: reasons.min { $0.value < $1.value }
        }
    }
}
