import Situation

/// How one direction of a post stands.
public struct LineReading: Hashable, Sendable {
    /// Who came since the beginning of the run, those from sister posts included.
    public let arrived: Persons
    /// Who was let through since the beginning of the run.
    public let served: Persons
    /// Who is at the post now: in line, at a lane, in the second line.
    public let waiting: Persons
    /// The vehicles they are in.
    public let waitingVehicles: Vehicles
    /// The lanes that work now.
    public let lanesOpen: Lanes
}
