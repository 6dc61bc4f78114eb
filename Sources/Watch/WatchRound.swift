import Planning
import Situation

/// What the program itself finds: one look at the picture at a moment, and the entries that follow from it.
///
/// A round remembers between looks only what a picture cannot tell: since when a condition has held. Everything it finds
/// goes into the journal with its place in its thread, so that of two consoles that find the same one entry is stored.
public struct WatchRound: Sendable {
    public var plans: WatchPlans
    public var alarms: AlarmWatch

    public init(plans: WatchPlans) {
        self.plans = plans
        alarms = AlarmWatch(rules: plans.alarmRules)
    }

    /// The drafts that follow from `picture` at `now`; none when nothing changed.
    public mutating func look(at picture: Picture, reading: SituationReading, now: Instant) -> [Draft] {
        alarms.look(at: picture, reading: reading, now: now)
    }
}

/// The plans a watch goes by.
public struct WatchPlans: Sendable {
    public var playbooks: [Playbook]
    /// With their standards looked up.
    public var alarmRules: [AlarmRule]

    public init(playbooks: [Playbook], alarmRules: [AlarmRule] = []) {
        self.playbooks = playbooks
        self.alarmRules = alarmRules
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
