import Simulation
import Situation

/// Plays runs of one exercise under one luck and says what people went through. The way to STARTEX is played once.
public struct RunMeasuring: Sendable {
    public let stage: ExerciseStage
    /// Where measuring ends.
    public let end: Instant
    private let opened: StagedRun
    /// The first moment at which the played truth was beyond the usual, on the way to STARTEX.
    private let usual: UsualWatch
    private let truth: TruthBook

    /// - Parameter end: cut to the exercise's.
    /// - Throws: `ConservationBreach`, an error of the engine.
    public init(_ stage: ExerciseStage, until end: Instant) throws(ConservationBreach) {
        self.stage = stage
        self.end = max(stage.opening, min(end, stage.closing))
        var run = stage.run()
        var usual = UsualWatch(stage.world)
        var truth = TruthBook(stage.world)
        try run.measure(to: stage.opening) {
            usual.take($0)
            truth.take($0)
        }
        opened = run
        self.usual = usual
        self.truth = truth
    }

    /// What a run comes to.
    ///
    /// - Parameter step: how often the series is taken; `nil` for no series.
    /// - Throws: `ConservationBreach`, an error of the engine.
    public func measure(_ changes: RunChanges, step: Span? = nil) throws(ConservationBreach)
        -> OutcomeMeasures
    {
        try play(changes, step: step) { _ in }
    }

    /// The same, with the truth from the run's beginning.
    ///
    /// - Throws: `ConservationBreach`, an error of the engine.
    public func tell(
        _ changes: RunChanges, step: Span
    ) throws(ConservationBreach) -> (outcome: OutcomeMeasures, truth: TruthBook) {
        var truth = truth
        let outcome = try play(changes, step: step) { truth.take($0) }
        return (outcome, truth)
    }

    /// When the played truth first was beyond the usual, with nobody doing anything; `nil` when it never was.
    ///
    /// - Throws: `ConservationBreach`, an error of the engine.
    public func departure(_ changes: RunChanges) throws(ConservationBreach) -> UsualWatch.Departure? {
        var usual = usual
        for change in changes.world { usual.note(change.what, at: change.at) }
        _ = try play(changes.withoutTrainees, step: nil) { usual.take($0) }
        return usual.first
    }

    /// A step that makes a chart of the exercise's length: whole minutes, sixty or fewer points.
    public var chartStep: Span { .minutes(max(1, ((end - stage.opening).wholeMinutes + 59) / 60)) }

    private func play(
        _ changes: RunChanges, step: Span?, _ take: (IntervalRecord) -> Void
    ) throws(ConservationBreach) -> OutcomeMeasures {
        var run = opened
        run.schedule(changes)
        var meter = OutcomeMeter(run.engine, keepsSeries: step != nil)
        var reached = run.now
        while reached < end {
            reached = step.map { min(end, reached + $0) } ?? end
            try run.measure(to: reached) {
                meter.take($0)
                take($0)
            }
        }
        return meter.finished(run.engine)
    }
}

extension StagedRun {
    /// Schedules everything: the director's changes first, then what was ordered, each in the order in which it was put on
    /// the list. A replay of the journal does the same.
    public mutating func schedule(_ changes: RunChanges) {
        for change in changes.world { schedule(change.what, at: change.at) }
        for effect in changes.effects { schedule(effect.what) }
    }
}
