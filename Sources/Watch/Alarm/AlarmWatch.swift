import Planning
import Situation

/// Watches the picture by the alarm rules.
///
/// Whether an alarm stands is the journal's to know; a watch remembers only since when conditions have held and the
/// scores of its sequential tests. So a console that is started anew or beside another one comes to the same alarms, at most
/// later by the delays of the rules.
public struct AlarmWatch: Sendable {
    /// What the journal calls the program itself.
    static let source: SourceID = "watch"

    /// The rules watched by: those that can be held against something.
    public var rules: [AlarmRule] { watches.map(\.rule) }
    /// How far the machine's clock has jumped since the program started, when its host says so.
    public var clockJump: Span?
    /// How often a condition was worked out, to show that only changed ones are.
    public private(set) var evaluations = 0

    private var watches: [RuleWatch] = []
    private var tables = SignalTables()
    /// The alarms of the picture last looked at.
    private var alarms: [AlarmID: AlarmRecord] = [:]
    private var nextExpiry = Instant.never
    /// The rules of which some alarm stands.
    private var standing: Set<AlarmRuleID> = []

    /// - Parameter rules: with their standards looked up, see ``AlarmRule/resolved(_:)``; others are left out.
    public init(rules: [AlarmRule]) {
        for rule in rules {
            if case .metric(let name, _, _, let limit) = rule.test {
                guard Metric(rawValue: name) != nil, case .value = limit else { continue }
            }
            watches.append(RuleWatch(rule, &tables))
        }
    }

    /// What is to be said of alarms now; nothing when nothing changed.
    public mutating func look(at picture: Picture, reading: SituationReading, now: Instant) -> [Draft] {
        look(at: picture, reading: reading, now: now, everything: false)
    }

    /// - Parameter everything: whether to work out every condition, changed or not.
    mutating func look(
        at picture: Picture, reading: SituationReading, now: Instant, everything: Bool
    ) -> [Draft] {
        var found: [(AlarmID, AlarmEvent.Change)] = []
        let touched = takeAlarms(picture.watch.alarms)
        let view = AlarmView(
            picture: picture, reading: reading, now: now, clockJump: clockJump, standing: standing)
        tables.scan(reading, now: now)
        if now >= nextExpiry { found += expired(now) }
        for index in watches.indices {
            watches[index].list(view)
            watches[index].advance(view, posts: tables.posts)
            evaluations += watches[index].look(
                view, alarms, touched: touched, everything: everything, &tables, &found)
        }
        return drafts(found, picture, now)
    }
}

// MARK: - What the journal says

extension AlarmWatch {
    /// The alarms of which anything was said since the last look.
    private mutating func takeAlarms(_ new: [AlarmID: AlarmRecord]) -> Set<AlarmID> {
        // Pictures share what did not change, so this costs nothing most of the time.
        guard new != alarms else { return [] }
        var touched: Set<AlarmID> = []
        for (id, record) in new where alarms[id]?.lastEntry != record.lastEntry { touched.insert(id) }
        for id in alarms.keys where new[id] == nil { touched.insert(id) }
        alarms = new
        standing = Set(new.values.lazy.filter(\.isActive).map(\.id.rule))
        nextExpiry = new.values.compactMap(\.shelf?.until).min() ?? .never
        return touched
    }

    /// Shelves end by themselves.
    private func expired(_ now: Instant) -> [(AlarmID, AlarmEvent.Change)] {
        alarms.values.filter { record in record.shelf?.until.map { $0 <= now } ?? false }
            .map(\.id).sorted().map { ($0, .unshelved(reason: "")) }
    }

    /// Each draft after the last word on its alarm; what follows in the same breath needs no place of its own.
    private func drafts(
        _ found: [(AlarmID, AlarmEvent.Change)], _ picture: Picture, _ now: Instant
    ) -> [Draft] {
        var seen: Set<AlarmID> = []
        return found.map { id, change in
            var draft = Draft.found(.alarm(AlarmEvent(id, change)), in: picture, at: now)
            if !seen.insert(id).inserted { draft.place = .anywhere }
            return draft
        }
    }
}
