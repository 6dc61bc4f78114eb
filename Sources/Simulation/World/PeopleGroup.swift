import Situation

/// A kind of people who travel together through a scenario: who they are, what they come for, what they need.
///
/// Shares of one list add up to 1. They are what is *expected* of many; a run draws who needs what, and works
/// out by expectation what is only told (age, sex, purpose, documents).
public struct PeopleGroup: Hashable, Sendable, Identifiable {
    /// Names a group, such as `families`.
    public struct ID: Identifier {
        /// The name as scenario files write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// The name it goes by in the scenario.
    public var id: ID
    /// What they come for.
    public var purposes: [Purpose: Double]
    /// Whether and with what papers they come.
    public var documents: [Documents: Double]
    /// Age and sex.
    public var ages: [AgeSex: Double]
    /// The part of parties that are led past the line: families with small children, the sick, the disabled;
    /// 0 to 1.
    public var vulnerableShare: Double
    /// The part of households that need a bed once they are in the country, 0 to 1.
    public var needsBedShare: Double
    /// How long a household keeps its bed, in hours.
    public var stayHours: Distribution
    /// Of those who leave a bed, the part who go back over the border; the others travel on, 0 to 1.
    public var returnShare: Double

    /// A group; nothing is checked before it is part of a ``World``.
    public init(
        id: ID, purposes: [Purpose: Double] = [:], documents: [Documents: Double] = [:],
        ages: [AgeSex: Double] = [:], vulnerableShare: Double = 0, needsBedShare: Double = 0,
        stayHours: Distribution = .constant(24), returnShare: Double = 0
    ) {
        self.id = id
        self.purposes = purposes
        self.documents = documents
        self.ages = ages
        self.vulnerableShare = vulnerableShare
        self.needsBedShare = needsBedShare
        self.stayHours = stayHours
        self.returnShare = returnShare
    }

    /// The travellers of every day, of whom nobody needs a bed.
    public static let usual = PeopleGroup(id: "usual")
}
