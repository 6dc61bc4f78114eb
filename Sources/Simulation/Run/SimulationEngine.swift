import Situation

/// Something that plays a world forward and says what its posts and shelters would report.
///
/// What it gives are ``Draft``s like those of any feed, for the journal of an exercise. The same world, seed
/// and acts give the same drafts, however the way to a moment is cut into steps. An engine reads no clock:
/// who drives it asks a ``SimulatedClock`` how far to go.
public protocol SimulationEngine: Sendable {
    /// An engine at the beginning of a run.
    ///
    /// - Parameter warmUp: how long before the world's start the run begins, at usual loads. What is drafted
    ///   up to the start is the history that an exercise begins with.
    init(world: World, seed: UInt64, warmUp: Span)

    /// The simulated moment reached: a whole minute.
    var now: Instant { get }

    /// Whether the run is over, so that going on gives nothing more.
    var isFinished: Bool { get }

    /// Plays forward to the last whole minute up to `moment`, not beyond the end of the run.
    ///
    /// - Returns: everything that becomes known on the way, in order of time; nothing if the engine is there
    ///   already.
    /// - Throws: ``ConservationBreach`` when people appeared or vanished: an error of the engine, after which
    ///   nothing it says can be believed.
    mutating func advance(to moment: Instant) throws(ConservationBreach) -> [Draft]

    /// Does what a headquarters ordered, from ``now`` on.
    ///
    /// - Throws: ``ActFault`` when it cannot be done; the engine is then as it was.
    mutating func perform(_ act: SimulatedAct) throws(ActFault)
}

extension SimulationEngine {
    /// An engine at the start of `world`, with no history before it.
    public init(world: World, seed: UInt64) {
        self.init(world: world, seed: seed, warmUp: .zero)
    }
}
