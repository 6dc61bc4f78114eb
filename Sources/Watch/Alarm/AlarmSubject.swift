import Planning
import Situation

/// What a watch remembers of one alarm between two looks: since when its condition has held, and nothing that the
/// journal knows.
struct AlarmSubject: Sendable {
    let id: AlarmID
    /// Where its place stands in the list of the reading it is taken from.
    let index: Int
    /// Stands for what was last measured; the condition is worked out anew only when it changes.
    var mark = UInt64.max
    /// For each limit, the first that of the rule and then those of its worse steps: since when it has been reached.
    private var reached: [Instant?]
    private var clear: Instant?
    /// When time alone may change something.
    private(set) var due = Instant.never
    /// Whether something was drafted and is not known to stand in the journal.
    var isPending = false

    init(_ id: AlarmID, index: Int, limits: Int) {
        self.id = id
        self.index = index
        reached = Array(repeating: nil, count: limits)
    }

    /// What was found when the condition was looked at.
    struct Condition {
        /// How many of the limits are reached; `nil` when nothing is known.
        var limits: Int?
        /// Whether it is over, by the value at which it returns.
        var isClear = false
        var value: Double?
        var limit: Double?
        var basis: AlarmEvent.Finding.Basis?
        /// When time alone changes it.
        var due: Instant?
    }

    /// Takes notice of what is found, and says what has been so for long enough.
    ///
    /// - Returns: the number of limits reached for long enough, and whether it has been over for long enough.
    mutating func take(_ condition: Condition, _ rule: AlarmRule, now: Instant) -> (limits: Int, isOver: Bool)
    {
        // What nobody knows neither holds nor is over.
        let limits = condition.limits ?? 0
        due = condition.due ?? .never
        var matured = 0
        for limit in reached.indices {
            guard limit < limits else {
                reached[limit] = nil
                continue
            }
            // A clock that was put back must not keep an alarm waiting.
            let since = min(reached[limit] ?? now, now)
            reached[limit] = since
            if now - since >= rule.duration {
                matured = limit + 1
            } else {
                due = min(due, since + rule.duration)
            }
        }
        guard condition.limits != nil, condition.isClear else {
            clear = nil
            return (matured, false)
        }
        let since = min(clear ?? now, now)
        clear = since
        if now - since >= rule.returning.duration { return (matured, true) }
        due = min(due, since + rule.returning.duration)
        return (matured, false)
    }

    /// Forgets since when anything has held.
    mutating func forget() {
        for limit in reached.indices { reached[limit] = nil }
        clear = nil
        due = .never
    }
}

extension Instant {
    /// After anything this program will see.
    static let never = Instant(milliseconds: .max)
    /// Before anything.
    static let longAgo = Instant(milliseconds: .min)
}
