import Planning
import Situation

/// What the program itself finds: one look at the picture at a moment, and the entries that follow from it.
///
/// A round remembers between looks only what a picture cannot tell: since when a condition has held. Everything it finds
/// goes into the journal with its place in its thread, so that of two consoles that find the same one entry is stored.
public struct WatchRound: Sendable {
    public var plans: WatchPlans { didSet { quiet = nil } }
    private var alarms: AlarmWatch
    private var levels = LevelWatch()
    private var playbooks = PlaybookWatch()
    private var contradictions = ContradictionWatch()
    /// The last look at plans and contradictions, when it found nothing.
    private var quiet: Quiet?

    public init(plans: WatchPlans) {
        self.plans = plans
        alarms = AlarmWatch(rules: plans.alarmRules)
    }

    /// The drafts that follow from `picture` at `now`; none when nothing changed.
    public mutating func look(at picture: Picture, reading: SituationReading, now: Instant) -> [Draft] {
        let rang = alarms.look(at: picture, reading: reading, now: now)
        if let quiet, quiet.holds(for: picture, at: now) { return rang }
        let figures = WatchFigures(picture, reading)
        var found: [Draft] = []
        if let plan = plans.levels { found += levels.look(figures, levels: plan) }
        found += playbooks.look(figures, playbooks: plans.playbooks)
        found += contradictions.look(at: picture, reading: reading, now: now)
        quiet = found.isEmpty ? Quiet(picture, now) : nil
        return rang + found
    }

    /// A picture in which nothing was found, and until when that stands unless something is said.
    ///
    /// Ages of figures are whole minutes and plans count in minutes, so what time alone brings is found at the latest when
    /// the minute is over.
    private struct Quiet {
        private let head: FoldKey?
        private let entryCount: Int
        private let since: Instant
        private let until: Instant

        init(_ picture: Picture, _ now: Instant) {
            head = picture.head
            entryCount = picture.entryCount
            since = now
            let minute = Span.minutes(1).milliseconds
            until = Instant(milliseconds: (now.milliseconds / minute + 1) * minute)
        }

        func holds(for picture: Picture, at now: Instant) -> Bool {
            since <= now && now < until && picture.entryCount == entryCount && picture.head == head
        }
    }
}

/// The plans a watch goes by.
public struct WatchPlans: Sendable {
    public var playbooks: [Playbook]
    /// With their standards looked up.
    public var alarmRules: [AlarmRule]
    /// What impact levels go by; `nil` where nobody read them, and then none is proposed.
    public var levels: ImpactLevels?

    public init(playbooks: [Playbook], alarmRules: [AlarmRule] = [], levels: ImpactLevels? = nil) {
        self.playbooks = playbooks
        self.alarmRules = alarmRules
        self.levels = levels
    }
}

extension Draft {
    /// An event that the program itself writes, in its place in the thread.
    static func found(_ fact: Fact, in picture: Picture, at now: Instant) -> Draft {
        Draft(
            fact, about: .moment(now), author: .system("watch"), source: "watch", confidence: .estimated,
            place: .after(picture.watch.lastEntry(of: fact)))
    }
}
