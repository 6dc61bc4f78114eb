import Situation

/// A world played many times, each time with other luck.
///
/// The same world, seed and number of replications give the same result to the last bit, whatever the number
/// of threads: each replication's luck follows from its number, and the results are taken together in the
/// order of the numbers. Memory does not grow with the number of replications.
public struct Ensemble<Run: ReplicableRun>: Sendable {
    /// What is played.
    public let world: World
    /// How often, and with what luck.
    public let plan: EnsemblePlan
    private let replication: Replication<Run>

    /// - Parameter run: makes a run of the world with a seed.
    public init(world: World, plan: EnsemblePlan, run: @escaping @Sendable (UInt64) -> Run) {
        self.world = world
        self.plan = plan
        replication = Replication(world, make: run)
    }

    /// Plays the replications. If the task is cancelled, what is complete counts: the first so many.
    ///
    /// - Parameter progress: told after every replication, in order.
    /// - Throws: ``EnsembleFault`` when an engine breaks its own rules or nothing is complete.
    public func play(
        _ progress: (EnsembleProgress) -> Void = { _ in }
    ) async throws(EnsembleFault) -> EnsembleResult {
        var totals = EnsembleTotals(replication.layout)
        var breach: ConservationBreach?
        let done = await InOrder.fold(
            count: plan.replications, threads: plan.threads,
            work: { [replication, plan] in await replication.record(seed: plan.seed(of: $0)) },
            take: { outcome in
                switch outcome {
                case .success(let record): totals.add(record)
                case .failure(let found): breach = found
                }
                guard breach == nil else { return false }
                progress(EnsembleProgress(totals: totals, plan: plan, world: world))
                return true
            })
        if let breach {
            throw .breach(breach, replication: done - 1, seed: plan.seed(of: done - 1))
        }
        guard done > 0 else { throw .nothingComplete }
        return totals.result(of: world, plan)
    }
}

/// How far an ensemble is.
public struct EnsembleProgress: Sendable {
    fileprivate let totals: EnsembleTotals
    fileprivate let plan: EnsemblePlan
    fileprivate let world: World

    /// Replications complete.
    public var done: Int { totals.replications }
    /// Replications asked for.
    public var total: Int { plan.replications }
    /// What those complete come to. Costs milliseconds: not for every replication.
    public var resultSoFar: EnsembleResult { totals.result(of: world, plan) }
}
