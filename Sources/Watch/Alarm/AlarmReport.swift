import Situation

/// How the alarms did over a period, in the figures of ISA-18.2.
///
/// Counted are alarms that rang: what was raised on a shelf or suppressed by design rang at no seat and is counted apart.
public struct AlarmReport: Hashable, Sendable {
    public let period: Period
    public let limits: AlarmLimits
    /// How many rang.
    public let rang: Int
    /// How many were raised without ringing: shelved or suppressed.
    public let quiet: Int
    public let perHour: Double
    public let perTenMinutes: Double
    public let perDay: Double
    /// The most in any ten minutes, and when they were over; `nil` when nothing rang.
    public let peak: Peak?
    public let floods: Int
    public let timeInFlood: Span
    /// Alarms that have stood for more than a day at the period's end, the oldest first.
    public let stale: [Standing]
    /// Alarms that came and went at least three times within a minute, the most restless first.
    public let chattering: [Count]
    /// How many rang at each priority.
    public let priorities: [AlarmPriority: Int]
    /// The ten that rang most.
    public let mostFrequent: [Count]
    /// What is kept quiet at the period's end.
    public let shelved: [AlarmID]
    public let suppressed: [AlarmID]
    public let outOfService: [AlarmID]
    /// Acknowledgements in the period, and the middle one's time since its alarm rang.
    public let acknowledged: Int
    public let medianAnswer: Span?

    public struct Peak: Hashable, Sendable {
        public let count: Int
        public let at: Instant
    }

    public struct Standing: Hashable, Sendable {
        public let alarm: AlarmID
        public let since: Instant
    }

    public struct Count: Hashable, Sendable {
        public let alarm: AlarmID
        public let count: Int
    }

    /// The share of the period in flood.
    public var shareInFlood: Double { timeInFlood.inHours / period.length.inHours }

    /// The share of those that rang at a priority; high and critical are one.
    public func share(_ priority: AlarmPriority) -> Double? {
        guard rang > 0 else { return nil }
        let count =
            priority >= .high
            ? (priorities[.high] ?? 0) + (priorities[.critical] ?? 0) : priorities[priority] ?? 0
        return Double(count) / Double(rang)
    }

    /// - Parameter entries: of alarms, in fold order, from the beginning of the journal: what stood when the period began
    ///   counts for what is stale. Others are passed over, and so is what was known after the period.
    public init(
        _ entries: some Sequence<Entry>, over period: Period, limits: AlarmLimits = AlarmLimits()
    ) {
        var tally = AlarmTally(period, limits)
        for entry in entries { tally.take(entry) }
        self.period = period
        self.limits = limits
        let floods = AlarmFloods(tally.raises, until: period.to, limits: limits)
        let inPeriod = tally.raises.filter(period.contains)
        rang = inPeriod.count
        quiet = tally.quiet
        let hours = period.length.inHours
        perHour = Double(rang) / hours
        perTenMinutes = Double(rang) / (hours * 6)
        perDay = Double(rang) * 24 / hours
        let peak = AlarmFloods(inPeriod, until: period.to, limits: limits).peak
        self.peak = peak.at.map { Peak(count: peak.count, at: $0) }
        self.floods = floods.floods.count { flood in
            flood.begin < period.to && (flood.end ?? period.to) > period.from
        }
        timeInFlood = floods.time(in: period)
        stale = tally.stale
        chattering = tally.chattering
        priorities = tally.priorities
        mostFrequent = Array(tally.counts.prefix(10))
        shelved = tally.standing(\.isShelved)
        suppressed = tally.standing(\.isSuppressed)
        outOfService = tally.standing(\.isOutOfService)
        acknowledged = tally.answers.count
        medianAnswer = tally.answers.isEmpty ? nil : tally.answers.sorted()[tally.answers.count / 2]
    }
}

/// Counts as the entries go by.
private struct AlarmTally {
    private let period: Period
    private let limits: AlarmLimits
    private(set) var raises: [Instant] = []
    private(set) var quiet = 0
    private(set) var priorities: [AlarmPriority: Int] = [:]
    private(set) var answers: [Span] = []
    private var lives: [AlarmID: Life] = [:]

    struct Life {
        var activeSince: Instant?
        var unseenSince: Instant?
        var isShelved = false
        var isSuppressed = false
        var isOutOfService = false
        var rang = 0
        /// When it was raised or returned in the last minute.
        var turns: [Instant] = []
        var mostTurns = 0
    }

    init(_ period: Period, _ limits: AlarmLimits) {
        self.period = period
        self.limits = limits
    }

    mutating func take(_ entry: Entry) {
        let at = entry.known.instant
        guard case .alarm(let event) = entry.fact, at < period.to else { return }
        let counts = at >= period.from
        var life = lives[event.alarm] ?? Life()
        switch event.change {
        case .raised(let finding):
            if life.activeSince == nil { life.turn(at, counts: counts) }
            life.activeSince = life.activeSince ?? at
            if life.isShelved || life.isSuppressed || life.isOutOfService {
                if counts { quiet += 1 }
            } else {
                raises.append(at)
                life.unseenSince = at
                if counts {
                    life.rang += 1
                    priorities[finding.priority, default: 0] += 1
                }
            }
        case .returned:
            life.turn(at, counts: counts)
            life.activeSince = nil
        case .acknowledged:
            if let since = life.unseenSince, counts { answers.append(at - since) }
            life.unseenSince = nil
        case .shelved: life.isShelved = true
        case .unshelved: life.isShelved = false
        case .suppressed: life.isSuppressed = true
        case .unsuppressed: life.isSuppressed = false
        case .takenOutOfService: life.isOutOfService = true
        case .putInService: life.isOutOfService = false
        }
        lives[event.alarm] = life
    }

    var stale: [AlarmReport.Standing] {
        lives.compactMap { id, life in
            life.activeSince.flatMap { since in
                period.to - since > limits.stale ? AlarmReport.Standing(alarm: id, since: since) : nil
            }
        }.sorted { ($0.since, $0.alarm) < ($1.since, $1.alarm) }
    }

    var chattering: [AlarmReport.Count] {
        sorted(
            lives.compactMap { $1.mostTurns >= limits.chatter ? .init(alarm: $0, count: $1.mostTurns) : nil })
    }

    var counts: [AlarmReport.Count] {
        sorted(lives.compactMap { $1.rang > 0 ? .init(alarm: $0, count: $1.rang) : nil })
    }

    func standing(_ isSo: (Life) -> Bool) -> [AlarmID] { lives.filter { isSo($1) }.map(\.key).sorted() }

    private func sorted(_ counts: [AlarmReport.Count]) -> [AlarmReport.Count] {
        counts.sorted { $0.count != $1.count ? $0.count > $1.count : $0.alarm < $1.alarm }
    }
}

extension AlarmTally.Life {
    mutating func turn(_ at: Instant, counts: Bool) {
        turns.removeAll { $0 <= at - .minutes(1) }
        turns.append(at)
        if counts { mostTurns = max(mostTurns, turns.count) }
    }
}
