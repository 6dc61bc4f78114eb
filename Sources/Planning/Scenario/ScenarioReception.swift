import Situation

/// What a region does with those who need a bed.
public struct ScenarioReception: Hashable, Sendable {
    /// Where.
    public var region: RegionCode
    /// Desks at which households are registered.
    public var desks: Int
    /// How long a household takes, in minutes.
    public var registration: PlannedDistribution
    /// Buses for the way to the shelters.
    public var buses: PlannedFleet?
    /// Trains for the same.
    public var trains: PlannedFleet?
    /// Regions that take people in when the own beds are gone, the preferred first.
    public var overflow: [Overflow]

    /// Another region that takes people in.
    public struct Overflow: Hashable, Sendable {
        public var region: RegionCode
        /// The way there.
        public var travel: Span
    }
}

/// Vehicles of one kind.
public struct PlannedFleet: Hashable, Sendable {
    /// How many.
    public var vehicles: Int
    /// Seats in each.
    public var seats: Int
    /// From leaving to being back and ready, for a shelter at no distance.
    public var turnRound: Span
    /// A vehicle leaves when it is full, or when its first passenger has waited this long.
    public var longestWait: Span
}

/// Where shelters differ from the reference data. What is `nil` stays as it is.
public struct ShelterChange: Hashable, Sendable {
    /// Which shelters.
    public var place: Place
    /// The part of the open beds taken at the beginning, 0 to 1.
    public var occupied: Double?
    public var openBeds: Int?
    public var reserveBeds: Int?
    /// From the order to open the reserve to the first night in it.
    public var lead: Span?
    /// The way from where people are registered.
    public var travel: Span?
    public var waterLitresPerDay: Double?
    public var taps: Int?
    public var toilets: Int?
    public var showers: Int?
    public var coveredSquareMetres: Double?
    public var staff: Int?
    public var foodKilocaloriesPerDay: Double?

    /// Which shelters.
    public enum Place: Hashable, Sendable {
        /// Every shelter of the scenario's regions.
        case all
        case region(RegionCode)
        case shelter(ShelterID)
    }
}
