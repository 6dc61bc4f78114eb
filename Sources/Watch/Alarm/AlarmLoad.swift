import Situation

/// What one seat can bear (ISA-18.2 and EEMUA 191).
public struct AlarmLimits: Hashable, Sendable {
    /// Alarms in ten minutes that a seat can bear on average.
    public var perTenMinutes = 1.0
    /// A flood begins above so many in ten minutes,
    public var floodBegins = 10
    /// and ends below so many.
    public var floodEnds = 5
    /// A day's alarms that are acceptable.
    public var perDay = 150
    /// The share of time in flood that is acceptable.
    public var timeInFlood = 0.01
    /// An alarm that stands longer is stale.
    public var stale = Span.hours(24)
    /// So many turns in a minute are chattering.
    public var chatter = 3
    /// The shares alarms of each priority should have; from general knowledge of the standard. High and critical share
    /// the last.
    public var priorities: (low: Double, medium: Double, high: Double) = (0.8, 0.15, 0.05)

    public init() {}

    public static func == (left: Self, right: Self) -> Bool { left.parts == right.parts }
    public func hash(into hasher: inout Hasher) { hasher.combine(parts) }

    private var parts: [Double] {
        [
            perTenMinutes, Double(floodBegins), Double(floodEnds), Double(perDay), timeInFlood, stale.inHours,
            Double(chatter), priorities.low, priorities.medium, priorities.high,
        ]
    }
}

/// Stretches of time in which more alarms rang than a person can follow.
public struct AlarmFloods: Hashable, Sendable {
    /// Oldest first; the last one is without an end while it goes on.
    public private(set) var floods: [Flood] = []
    /// The most that rang in any ten minutes, and when they were over.
    public private(set) var peak: (count: Int, at: Instant?) = (0, nil)
    /// How many rang in the last ten minutes.
    public private(set) var lastTenMinutes = 0

    public struct Flood: Hashable, Sendable {
        public let begin: Instant
        public internal(set) var end: Instant?
    }

    /// - Parameters:
    ///   - raises: when alarms rang, oldest first.
    ///   - now: up to when to look.
    public init(_ raises: [Instant], until now: Instant, limits: AlarmLimits = AlarmLimits()) {
        let window = Span.minutes(10)
        var oldest = 0
        func leave(until moment: Instant, _ newest: Int) {
            while oldest < newest, raises[oldest] + window <= moment {
                oldest += 1
                if newest - oldest < limits.floodEnds, let last = floods.indices.last, floods[last].end == nil
                {
                    floods[last].end = raises[oldest - 1] + window
                }
            }
        }
        for index in raises.indices where raises[index] <= now {
            leave(until: raises[index], index)
            let count = index + 1 - oldest
            if count > peak.count { peak = (count, raises[index]) }
            if count > limits.floodBegins, floods.last.map({ $0.end != nil }) ?? true {
                floods.append(Flood(begin: raises[index], end: nil))
            }
        }
        let heard = raises.firstIndex { $0 > now } ?? raises.endIndex
        leave(until: now, heard)
        lastTenMinutes = heard - oldest
    }

    /// How much of `period` was in flood.
    public func time(in period: Period) -> Span {
        floods.reduce(.zero) { sum, flood in
            let begin = max(flood.begin, period.from)
            let end = min(flood.end ?? period.to, period.to)
            return end > begin ? sum + (end - begin) : sum
        }
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.floods == right.floods && left.peak == right.peak && left.lastTenMinutes == right.lastTenMinutes
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(floods)
        hasher.combine(peak.count)
        hasher.combine(lastTenMinutes)
    }
}

/// What the seat has to bear now, for the load meter.
public struct AlarmLoad: Hashable, Sendable {
    /// How many rang in the last ten minutes.
    public let lastTenMinutes: Int
    /// How many rang in ten minutes on average over the last twelve hours: a shift.
    public let average: Double
    /// Since when there is a flood; `nil` when there is none.
    public let floodSince: Instant?
    public let limits: AlarmLimits

    public init(of watch: WatchPicture, now: Instant, limits: AlarmLimits = AlarmLimits()) {
        let floods = AlarmFloods(watch.raises, until: now, limits: limits)
        let shift = now - .hours(12)
        lastTenMinutes = floods.lastTenMinutes
        average = Double(watch.raises.count { shift < $0 && $0 <= now }) / 72
        floodSince = floods.floods.last.flatMap { $0.end == nil ? $0.begin : nil }
        self.limits = limits
    }

    public var isFlood: Bool { floodSince != nil }

    /// Whether the average is above what a seat can bear.
    public var isHeavy: Bool { average > limits.perTenMinutes }
}

/// Alarms of one cause.
public struct AlarmGroup: Hashable, Sendable, Identifiable {
    /// The cause and its place, such as `influx/ru-west`.
    public let id: String
    /// Worst first, then those not seen yet, then the newest.
    public let alarms: [AlarmRecord]

    public var priority: AlarmPriority { alarms.compactMap(\.finding?.priority).max() ?? .low }
    /// How many wait for an officer to see them.
    public var unseen: Int { alarms.count { !$0.isAcknowledged } }
    /// How many of them still hold.
    public var active: Int { alarms.count(where: \.isActive) }
    /// When the first of them was raised.
    public var since: Instant? { alarms.compactMap(\.raised).min() }
}

extension AlarmGroup {
    /// Everything an officer works from, by cause, the worst group first. Every alarm is in exactly one group.
    public static func groups(of watch: WatchPicture, now: Instant) -> [AlarmGroup] {
        groups(of: watch.alarms.values.filter { $0.state(at: now).isAnnunciated })
    }

    /// `records` by cause, the worst group first; what has no cause stands alone.
    public static func groups(of records: [AlarmRecord]) -> [AlarmGroup] {
        Dictionary(grouping: records) { $0.finding?.cause ?? $0.id.description }
            .map { AlarmGroup(id: $0, alarms: $1.sorted(by: isBefore)) }
            .sorted { left, right in
                if left.priority != right.priority { return left.priority > right.priority }
                if (left.unseen > 0) != (right.unseen > 0) { return left.unseen > 0 }
                if left.alarms.count != right.alarms.count { return left.alarms.count > right.alarms.count }
                return left.id < right.id
            }
    }

    private static func isBefore(_ left: AlarmRecord, _ right: AlarmRecord) -> Bool {
        let priorities = (left.finding?.priority ?? .low, right.finding?.priority ?? .low)
        if priorities.0 != priorities.1 { return priorities.0 > priorities.1 }
        if left.isAcknowledged != right.isAcknowledged { return !left.isAcknowledged }
        if left.raised != right.raised { return left.raised ?? .never > right.raised ?? .never }
        return left.id < right.id
    }
}
