import Simulation
import Situation

/// Looks for the best play of an exercise under one luck: greedily first, then by trying changes, then against every
/// player's run it is given. The same inputs give the same play, whatever the number of threads.
public struct BestPlaySearch: Sendable {
    public let stage: ExerciseStage
    /// What the director's side does to the world.
    public let changes: RunChanges
    /// Runs that people played of the same exercise under the same luck.
    public let players: [RunChanges]
    public let until: Instant
    public let objective: PlayObjective
    public let limits: PlayLimits
    /// How many runs may be played.
    public let budget: Int
    public let threads: Int

    /// - Parameters:
    ///   - changes: what the director's side does to the world; what trainees did in it is passed over. `nil` for what the
    ///     plan itself does at its times, all that is known before an exercise is played.
    ///   - until: where measuring ends; the exercise's end when `nil`.
    public init(
        _ stage: ExerciseStage, changes: RunChanges? = nil, players: [RunChanges] = [],
        until: Instant? = nil, objective: PlayObjective = .usual, limits: PlayLimits = .usual,
        budget: Int = 600, threads: Int = 2
    ) {
        self.stage = stage
        let planned = RunChanges(planned: stage.plan, from: stage.opening)
        self.changes = (changes ?? planned).withoutTrainees
        self.players = players
        self.until = until ?? stage.closing
        self.objective = objective
        self.limits = limits
        self.budget = budget
        self.threads = max(1, threads)
    }

    /// How far a search is.
    public struct Progress: Hashable, Sendable {
        public let evaluations: Int
        public let budget: Int
        /// Of nobody doing anything, and of the best play so far, as the objective counts.
        public let nothing: Double
        public let best: Double
    }

    /// Searches. If the task is cancelled, the best so far counts.
    ///
    /// - Parameter progress: told after every batch of runs.
    /// - Throws: `ConservationBreach`, an error of the engine.
    public func run(
        key: BestPlay.Key, _ progress: (Progress) -> Void = { _ in }
    ) async throws(ConservationBreach) -> BestPlay {
        let measuring = try RunMeasuring(stage, until: until)
        let nothing = try measuring.measure(changes)
        let known = max(
            stage.opening, try measuring.departure(changes).map { $0.at.hourAfter } ?? stage.opening)
        let choices = PlayChoices(
            stage, until: measuring.end, known: known, nothing: nothing, limits: limits)
        var climb = Climb(
            search: self, measuring: measuring, slots: choices.slots, nothing: objective.value(of: nothing))
        try await climb.start(progress)
        try await climb.improve(progress)
        return try result(climb, measuring, key)
    }

    /// All that is compared is measured in the same steps, so that not even rounding can make a player's run better.
    private func result(
        _ climb: Climb, _ measuring: RunMeasuring, _ key: BestPlay.Key
    ) throws(ConservationBreach) -> BestPlay {
        let step = measuring.chartStep
        let nothing = try measuring.measure(changes, step: step)
        var best = (acts: [PlayedAct](), outcome: nothing, player: Int?.none)
        func consider(_ run: RunChanges, _ acts: [PlayedAct], _ player: Int?) throws(ConservationBreach) {
            let outcome = try measuring.measure(run, step: step)
            if objective.value(of: outcome) < objective.value(of: best.outcome) {
                best = (acts, outcome, player)
            }
        }
        try consider(changes.playing(climb.acts), climb.acts, nil)
        for (index, player) in players.enumerated() {
            let run = RunChanges(effects: player.effects, world: changes.world)
            try consider(run, run.play, index)
        }
        return BestPlay(
            key: key, acts: best.acts, outcome: best.outcome, nothing: nothing, objective: objective,
            limits: limits, evaluations: climb.evaluations, isComplete: climb.isComplete, player: best.player)
    }
}

extension Instant {
    /// The end of the hour that it lies in: when the reports of that hour are there.
    fileprivate var hourAfter: Instant { startOfHour + .hours(1) }
}
