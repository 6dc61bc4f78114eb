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

/// How much a run, or many, had to do.
public struct RunWork: Hashable, Sendable {
    /// Vehicles and groups on foot that appeared.
    public var parties: Int
    /// Things that happened to them: arrivals, services, departures.
    public var events: Int

    /// So much work.
    public init(parties: Int = 0, events: Int = 0) {
        self.parties = parties
        self.events = events
    }

    static func += (left: inout RunWork, right: RunWork) {
        left.parties += right.parties
        left.events += right.events
    }
}
