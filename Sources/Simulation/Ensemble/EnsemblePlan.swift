import Situation

/// How often a world is played, with what luck, and by how many threads.
public struct EnsemblePlan: Hashable, Sendable {
    /// How many times.
    public let replications: Int
    /// What the luck of every replication is derived from.
    public let seed: UInt64
    /// How many replications are played at a time. It changes nothing but the time they take.
    public let threads: Int
    /// How long before the world's start each run begins, at usual loads, so that lines are not empty then.
    public let warmUp: Span

    /// The numbers of replications that can be asked for.
    public static let allowedReplications = 1...100_000

    /// - Parameters:
    ///   - replications: taken to the nearer end of ``allowedReplications``.
    ///   - threads: 1 at least.
    public init(replications: Int, seed: UInt64, threads: Int, warmUp: Span = .hours(6)) {
        let allowed = Self.allowedReplications
        self.replications = min(max(replications, allowed.lowerBound), allowed.upperBound)
        self.seed = seed
        self.threads = max(1, threads)
        self.warmUp = max(.zero, warmUp)
    }

    /// The seed of one replication: the output of that number of ``SplitMix`` from the base seed, so that no
    /// two are the same and each can be played again alone.
    public func seed(of replication: Int) -> UInt64 {
        var mixer = SplitMix(state: seed &+ UInt64(truncatingIfNeeded: replication) &* SplitMix.step)
        return mixer.next()
    }
}

extension SplitMix {
    /// What its state grows by from one output to the next.
    fileprivate static let step: UInt64 = 0x9e37_79b9_7f4a_7c15
}

/// Why an ensemble has no result.
public enum EnsembleFault: Error, Hashable, Sendable {
    /// People appeared or vanished in a run: an error in the engine. The seed plays the run again.
    case breach(ConservationBreach, replication: Int, seed: UInt64)
    /// It was broken off before the first replication was complete.
    case nothingComplete
}
