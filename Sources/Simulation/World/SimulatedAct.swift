import Situation

/// What can be done in a running simulation: what a headquarters can order.
public typealias SimulatedAct = Act

/// An act and when it is done.
public struct TimedAct: Hashable, Sendable {
    /// Since the world's start.
    public var at: Span
    /// What is done.
    public var act: SimulatedAct

    /// An act at a time.
    public init(at: Span, _ act: SimulatedAct) {
        self.at = at
        self.act = act
    }
}

/// Why an act cannot be done.
public enum ActFault: Error, Hashable, Sendable {
    case unknownPost(CheckpointID)
    case unknownShelter(ShelterID)
    case unknownRegion(RegionCode)
    /// Fewer than none or more than a post can have.
    case lanesOutOfRange(Lanes, allowed: ClosedRange<Lanes>)
    /// Fewer than none or more than a region can have.
    case countOutOfRange(Int, allowed: ClosedRange<Int>)
    /// A part below none or above all.
    case shareOutOfRange(Double)
    /// Diversion to a post that is no sister: nobody knows the way there.
    case noSister(of: CheckpointID, CheckpointID)
    /// More beds than are left to order, or fewer than one.
    case reserveOutOfRange(Beds, left: Beds)
    /// The run is over.
    case runIsOver
}
