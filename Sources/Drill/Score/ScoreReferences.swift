import Simulation
import Situation

/// The run as it was played, and beside it under the same luck and the same hand of the director: nothing done, and the
/// best play known.
public struct ScoreReferences: Sendable {
    public let run: OutcomeMeasures
    public let nothing: OutcomeMeasures
    public let best: OutcomeMeasures
    public let objective: PlayObjective
    /// Where the best comes from.
    public let source: BestSource
    /// What the best does when; empty for nothing.
    public let bestActs: [PlayedAct]
    /// When the played truth first left the usual.
    public let departure: UsualWatch.Departure?
    /// What the run was in truth.
    public let truth: TruthBook

    /// The part of what the best known gains over doing nothing that the run gained: 1 for as good as the best, 0 for no
    /// better than nothing, below 0 for worse. `nil` where there was nothing to gain.
    public var gained: Double? {
        objective.gained(
            objective.value(of: run), nothing: objective.value(of: nothing), best: objective.value(of: best))
    }

    /// Where the best play known comes from.
    public enum BestSource: Hashable, Sendable {
        /// A search of so many runs; whether it went to its end.
        case search(evaluations: Int, isComplete: Bool)
        /// Nothing known beats the run itself.
        case run
        /// Nothing known beats doing nothing.
        case nothing
    }

    /// - Parameter best: the result of a search for the same exercise and luck, whenever it was made; its acts are played
    ///   in the run's own world and time.
    /// - Throws: `ConservationBreach`, an error of the engine.
    public init(_ replay: PlayedExercise, best found: BestPlay?) throws(ConservationBreach) {
        let measuring = try RunMeasuring(replay.stage, until: replay.end)
        let step = measuring.chartStep
        let objective = found?.objective ?? .usual
        (run, truth) = try measuring.tell(replay.changes, step: step)
        nothing = try measuring.measure(replay.changes.withoutTrainees, step: step)
        departure = try measuring.departure(replay.changes)
        var best = (nothing, BestSource.nothing, [PlayedAct]())
        if objective.value(of: run) < objective.value(of: nothing) { best = (run, .run, replay.changes.play) }
        if let found {
            let played = try measuring.measure(replay.changes.playing(found.acts), step: step)
            if objective.value(of: played) < objective.value(of: best.0) {
                let source = BestSource.search(evaluations: found.evaluations, isComplete: found.isComplete)
                best = (played, source, found.acts)
            }
        }
        (self.best, source, bestActs) = best
        self.objective = objective
    }
}
