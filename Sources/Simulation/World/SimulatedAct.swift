import Situation

/// What can be done in a running simulation.
public enum SimulatedAct: Hashable, Sendable {
    /// Staffs a number of lanes in one direction, whatever the roster says, from now on; disruptions still take
    /// their part of them. Where a side has several channels, each gets its part, at least one.
    case staffLanes(CheckpointID, Direction, Lanes)
    /// Lets the roster hold again.
    case followRoster(CheckpointID, Direction)
    /// Shuts a post in one direction: nobody is let through until it is opened again. Who comes waits.
    case closePost(CheckpointID, Direction)
    /// Opens it again.
    case openPost(CheckpointID, Direction)
    /// Sends this part of those who come to another post, 0 to 1, until told otherwise.
    case divert(from: CheckpointID, to: CheckpointID, share: Double)
    /// Opens or closes desks for registration.
    case staffRegistration(RegionCode, desks: Int)
    /// Brings more buses to a region, after the delay it takes to get them.
    case orderBuses(RegionCode, count: Int)
    /// Orders beds of a shelter's reserve; they open after its lead time.
    case openReserve(ShelterID, Beds)
    /// Lets people of a region be taken in by another one's shelters when its own are full.
    case askRegion(from: RegionCode, to: RegionCode)
}

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
