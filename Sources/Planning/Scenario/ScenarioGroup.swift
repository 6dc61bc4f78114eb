import Situation

/// A kind of people who travel together: who they are, what they come for, what they need.
public struct ScenarioGroup: Hashable, Sendable, Identifiable {
    /// The name flows call it by.
    public var id: String
    /// What people call it; `nil` where nobody has said.
    public var name: PlanText?
    /// What they come for; shares of 1.
    public var purposes: [Purpose: Double]
    /// With what papers; shares of 1.
    public var documents: [Documents: Double]
    /// Age and sex; shares of 1.
    public var ages: [AgeSex: Double]
    /// The part of parties that are led past the line.
    public var vulnerable: Double
    /// The part of households that need a bed.
    public var needsBed: Double
    /// How long a household keeps its bed, in minutes.
    public var stay: PlannedDistribution
    /// Of those who leave a bed, the part who go back over the border.
    public var returning: Double
}
