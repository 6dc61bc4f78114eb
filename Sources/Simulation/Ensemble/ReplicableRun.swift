import Situation

/// A run that can be played many times with different luck.
public protocol ReplicableRun: Sendable {
    /// The simulated moment reached.
    var now: Instant { get }
    /// Whether the run is over.
    var isFinished: Bool { get }
    /// What it has cost so far.
    var work: RunWork { get }
    /// Plays on for `length`, or to the end of the run; `nil` when it is over.
    ///
    /// - Throws: ``ConservationBreach`` when people appeared or vanished: an error in the engine.
    mutating func playInterval(_ length: Span) throws(ConservationBreach) -> IntervalRecord?
}

extension NationalEngine: ReplicableRun {}

extension Ensemble where Run == NationalEngine {
    /// The whole country, many times. What its runs have in common is worked out once.
    public init(world: World, plan: EnsemblePlan) {
        let national = NationalPlan(world)
        self.init(world: world, plan: plan) { NationalEngine(national, seed: $0, warmUp: plan.warmUp) }
    }
}

extension PolicyComparison where Run == NationalEngine {
    /// Two policies for the whole country.
    public init(_ first: World, _ second: World, plan: EnsemblePlan) {
        let (one, other) = (NationalPlan(first), NationalPlan(second))
        self.init(
            first, second, plan: plan, secondPlan: plan,
            runs: (
                { NationalEngine(one, seed: $0, warmUp: plan.warmUp) },
                { NationalEngine(other, seed: $0, warmUp: plan.warmUp) }
            ))
    }
}
