import Situation

/// Two worlds played under the same luck: what a difference between two policies, and nothing else, does.
///
/// Replication r of both has the same seed, and every entity its own stream, so the same people come at the same
/// times; what differs is what the policies make of it (common random numbers).
public struct PolicyComparison<Run: ReplicableRun>: Sendable {
    /// What is held against what.
    public let worlds: (World, World)
    /// How often, and with what luck.
    public let plan: EnsemblePlan
    private let replications: (Replication<Run>, Replication<Run>)
    /// The seed of the second world's runs; the first one's plan's, except where luck is to differ.
    private let secondPlan: EnsemblePlan

    /// - Parameter run: makes a run of a world with a seed.
    public init(
        _ first: World, _ second: World, plan: EnsemblePlan,
        run: @escaping @Sendable (World, UInt64) -> Run
    ) {
        self.init(first, second, plan: plan, secondPlan: plan, run: run)
    }

    /// A comparison whose second world may have luck of its own, to see what the same luck is worth.
    init(
        _ first: World, _ second: World, plan: EnsemblePlan, secondPlan: EnsemblePlan,
        run: @escaping @Sendable (World, UInt64) -> Run
    ) {
        self.init(
            first, second, plan: plan, secondPlan: secondPlan, runs: ({ run(first, $0) }, { run(second, $0) })
        )
    }

    /// A comparison whose runs are made of more than a world, by one maker for each.
    init(
        _ first: World, _ second: World, plan: EnsemblePlan, secondPlan: EnsemblePlan,
        runs: (@Sendable (UInt64) -> Run, @Sendable (UInt64) -> Run)
    ) {
        worlds = (first, second)
        self.plan = plan
        self.secondPlan = secondPlan
        replications = (Replication(first, make: runs.0), Replication(second, make: runs.1))
    }

    /// Plays the pairs. If the task is cancelled, the complete ones count.
    ///
    /// - Parameter progress: told after every pair: how many are done.
    /// - Throws: ``EnsembleFault``.
    public func play(_ progress: (Int) -> Void = { _ in }) async throws(EnsembleFault)
        -> PolicyComparisonResult
    {
        var totals = (EnsembleTotals(replications.0.layout), EnsembleTotals(replications.1.layout))
        var differences = PairedTotals(replications.0.layout, replications.1.layout)
        var breach: ConservationBreach?
        let done = await InOrder.fold(
            count: plan.replications, threads: plan.threads, work: work,
            take: { outcome in
                switch outcome {
                case .success(let pair):
                    totals.0.add(pair.first)
                    totals.1.add(pair.second)
                    differences.add(pair)
                case .failure(let found): breach = found
                }
                guard breach == nil else { return false }
                progress(totals.0.replications)
                return true
            })
        if let breach {
            throw .breach(breach, replication: done - 1, seed: plan.seed(of: done - 1))
        }
        guard done > 0 else { throw .nothingComplete }
        return PolicyComparisonResult(
            first: totals.0.result(of: worlds.0, plan), second: totals.1.result(of: worlds.1, secondPlan),
            differences: differences.result)
    }

    private var work: @Sendable (Int) async -> Result<RecordPair, ConservationBreach>? {
        { [replications, plan, secondPlan] number in
            guard let first = await replications.0.record(seed: plan.seed(of: number)) else { return nil }
            guard let second = await replications.1.record(seed: secondPlan.seed(of: number)) else {
                return nil
            }
            do throws(ConservationBreach) {
                return .success(RecordPair(first: try first.get(), second: try second.get()))
            } catch {
                return .failure(error)
            }
        }
    }
}

/// The two runs of one number.
struct RecordPair: Sendable {
    let first: ReplicationRecord
    let second: ReplicationRecord
}
