/// Everything known at a moment, computed from entries and nothing else.
///
/// A picture is a value. It changes in one way, ``apply(_:)``, and the same entries in fold order always
/// give the same picture. Corrections are resolved before entries reach it: see ``Amendments``.
public struct Picture: Hashable, Sendable {
    /// The last entry taken in, in fold order; `nil` for the empty picture.
    public internal(set) var head: FoldKey?
    /// How many entries were taken in.
    public internal(set) var entryCount = 0
    /// How many of them this program cannot read.
    public internal(set) var unreadCount = 0
    public internal(set) var checkpoints: [CheckpointID: CheckpointPicture] = [:]
    public internal(set) var shelters: [ShelterID: ShelterPicture] = [:]
    public internal(set) var totals: [Area: Timeline<StatedTotal>] = [:]
    public internal(set) var indicators: [IndicatorNumber: Timeline<IndicatorValue>] = [:]
    /// What was said of each measure of the plan.
    public internal(set) var measures: [MeasureNumber: Timeline<MeasureState>] = [:]
    /// The questions before the council and what it decided.
    public internal(set) var register = DecisionRegister()
    /// What regions have of each resource.
    public internal(set) var resources: [ReservePool: Timeline<ResourceReport>] = [:]
    /// What is known of health, by place.
    public internal(set) var health: [String: Timeline<HealthReport>] = [:]
    /// The last incidents, by the time they happened.
    public internal(set) var incidents = Timeline<Incident>()
    /// Alarms, levels, playbooks, tasks, reserves, seats and contradictions.
    public internal(set) var watch = WatchPicture()
    /// Figures of finished times that their own source later stated otherwise, without a correction.
    public internal(set) var restatements = Timeline<Restatement>()
    public internal(set) var sources: [SourceID: SourcePicture] = [:]
    /// What stands of the exercise, where the journal is one.
    public internal(set) var exercise = ExercisePicture()
    /// When the last figure became known. Notes and turns of an exercise are no figures: they do not make the
    /// rest any newer.
    public internal(set) var lastReported: Instant?

    /// The empty picture: nothing is known.
    public init() {}

    /// When the last entry became known.
    public var lastKnown: Instant? { head?.known.instant }

    /// The figures as they are used: without those that an officer passed over for another one of the same number
    /// (``WatchPicture/passedOver``).
    public func inUse() -> Picture {
        let passed = watch.passedOver
        guard !passed.isEmpty else { return self }
        var picture = self
        picture.checkpoints = checkpoints.mapValues { $0.passingOver(passed) }
        picture.shelters = shelters.mapValues { $0.passingOver(passed) }
        picture.totals = totals.mapValues { $0.passingOver(passed) }
        picture.indicators = indicators.mapValues { $0.passingOver(passed) }
        picture.resources = resources.mapValues { $0.passingOver(passed) }
        return picture
    }
}

/// What is known of a source itself.
public struct SourcePicture: Hashable, Sendable {
    /// When it last said anything.
    public internal(set) var lastKnown: Instant
    /// The last moment it spoke of.
    public internal(set) var lastAbout: Instant
    /// How many of its entries were taken in.
    public internal(set) var entryCount: Int
    /// How long it was silent before each of its last words, oldest first; entries of one minute are one word.
    public internal(set) var gaps: [Span] = []
}

extension SourcePicture {
    /// How many gaps are kept.
    static let keptGaps = 8

    /// How far apart the source's words usually are: the longest of the last gaps; `nil` while too few are known, or
    /// when they differ so much that it keeps no rhythm, as a person does who calls when there is something to say.
    ///
    /// - Parameter count: how many gaps have to be known.
    public func rhythm(after count: Int) -> Span? {
        guard gaps.count >= min(count, Self.keptGaps), let longest = gaps.max() else { return nil }
        let middle = gaps.sorted()[gaps.count / 2]
        return longest.milliseconds <= middle.milliseconds * 3 ? longest : nil
    }
}
