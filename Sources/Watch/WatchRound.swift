import Planning
import Situation

/// What the program itself finds: one look at the picture at a moment, and the entries that follow from it.
///
/// A round remembers between looks only what a picture cannot tell: since when a condition has held. Everything it finds
/// goes into the journal with its place in its thread, so that of two consoles that find the same one entry is stored.
public struct WatchRound: Sendable {
    public var plans: WatchPlans
    private var levels = LevelWatch()
    private var playbooks = PlaybookWatch()
    private var contradictions = ContradictionWatch()

    public init(plans: WatchPlans) { self.plans = plans }

    /// The drafts that follow from `picture` at `now`; none when nothing changed.
    public mutating func look(at picture: Picture, reading: SituationReading, now: Instant) -> [Draft] {
        let figures = WatchFigures(picture, reading)
        var drafts: [Draft] = []
        if let plan = plans.levels { drafts += levels.look(figures, levels: plan) }
        drafts += playbooks.look(figures, playbooks: plans.playbooks)
        drafts += contradictions.look(at: picture, reading: reading, now: now)
        return drafts
    }
}

/// The plans a watch goes by.
public struct WatchPlans: Sendable {
    public var playbooks: [Playbook]
    /// What impact levels go by; `nil` where nobody read them, and then none is proposed.
    public var levels: ImpactLevels?

    public init(playbooks: [Playbook], levels: ImpactLevels? = nil) {
        self.playbooks = playbooks
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
