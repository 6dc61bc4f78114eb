import Situation

/// What a post can do and what it usually sees, to plan and simulate with. Each value says whether it is
/// illustrative; `ahual import` replaces it with a reported one.
public struct PlanningValues: Hashable, Sendable {
    /// Lanes for entry.
    public let lanesIn: Planned<Lanes>
    /// Lanes for exit.
    public let lanesOut: Planned<Lanes>
    /// Passport booths of both directions.
    public let booths: Planned<Int>
    /// Officers on duty at one time, all services.
    public let staff: Planned<Int>
    /// Persons one open lane passes in an hour.
    public let personsPerLaneHour: Planned<Persons>
    /// Persons who enter on a usual day.
    public let usualIn: Planned<Persons>
    /// Persons who leave on a usual day.
    public let usualOut: Planned<Persons>

    /// Whether any of the values is illustrative.
    public var hasIllustrativeValues: Bool {
        lanesIn.isIllustrative || lanesOut.isIllustrative || booths.isIllustrative || staff.isIllustrative
            || personsPerLaneHour.isIllustrative || usualIn.isIllustrative || usualOut.isIllustrative
    }
}
