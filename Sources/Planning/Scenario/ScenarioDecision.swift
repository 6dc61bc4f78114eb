import Situation

/// A time in which posts cannot work as they should.
public struct ScenarioDisruption: Hashable, Sendable {
    /// What people are told.
    public var what: PlanText
    /// Where.
    public var posts: PostSelection
    /// Which way; `nil`: both.
    public var direction: Direction?
    /// When it begins, counted from the scenario's start.
    public var from: Span
    /// When it is over.
    public var to: Span
    /// What it does.
    public var effect: Effect

    /// What a disruption does.
    public enum Effect: Hashable, Sendable {
        /// This part of the lanes stays open, 0 to 1; 0 shuts the post.
        case lanesLeft(Double)
        /// Service takes this many times as long.
        case serviceTimes(Double)
    }
}

/// Something the headquarters does at a time set beforehand.
public struct ScenarioDecision: Hashable, Sendable {
    /// Counted from the scenario's start.
    public var at: Span
    /// What people are told.
    public var what: PlanText
    /// What is done.
    public var act: Act

    /// What can be decided.
    public enum Act: Hashable, Sendable {
        /// A part of the beds that shelters of a region hold in reserve.
        case openRegionReserve(RegionCode, share: Double)
        case openReserve(ShelterID, beds: Int)
        case staffLanes(CheckpointID, Direction, lanes: Int)
        case followRoster(CheckpointID, Direction)
        case closePost(CheckpointID, Direction)
        case openPost(CheckpointID, Direction)
        case divert(from: CheckpointID, to: CheckpointID, share: Double)
        case staffRegistration(RegionCode, desks: Int)
        case orderBuses(RegionCode, count: Int)
        case askRegion(from: RegionCode, to: RegionCode)
    }

    /// The keys acts are written under, in the order in which documents list them.
    static let actKeys = OrderKind.allCases.map(\.rawValue)
}
