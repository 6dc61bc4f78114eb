import Situation

/// A choice of posts.
public struct PostSelection: Hashable, Sendable {
    /// What is chosen before anything is taken away.
    public var base: Base
    /// Posts taken away again.
    public var except: [CheckpointID] = []

    /// The ways to name posts.
    public enum Base: Hashable, Sendable {
        /// Every post: of the reference data where the scenario's posts are chosen, of the scenario elsewhere.
        case all
        /// These.
        case posts([CheckpointID])
        /// All posts of these border sections.
        case sections([SectionID])
    }
}

/// Where posts of a scenario differ from the reference data. What is `nil` stays as it is.
public struct PostChange: Hashable, Sendable {
    /// Which posts.
    public var posts: PostSelection
    /// Which way; `nil`: both.
    public var direction: Direction?
    /// Persons on a usual day.
    public var usualPersonsPerDay: Double?
    /// Lanes (or booths) around the clock.
    public var lanes: Int?
    /// Lanes for each hour of the day; takes the place of ``lanes``.
    public var roster: [Int]?
    /// Minutes for the vehicle or party as such.
    public var minutesPerParty: Double?
    /// Minutes for each person.
    public var minutesPerPerson: Double?
    /// How many parties can wait.
    public var room: Int?
    /// What becomes of work under way when a lane closes.
    public var closing: Closing?
    /// How long a party waits before it turns back, in minutes.
    public var patience: PlannedDistribution?
    /// Closer inspection.
    public var secondLine: PlannedSecondLine?
    /// By what means the usual people come.
    public var modes: [PlannedMode]?
    /// Lanes and booths apart from one another; take the place of the one line for all.
    public var channels: [PlannedChannel]?

    /// What becomes of work under way when a lane closes.
    public enum Closing: String, CaseIterable, Hashable, Sendable {
        case afterService = "after-service"
        case atOnce = "at-once"
    }
}

/// Lanes or booths for some means of travel.
public struct PlannedChannel: Hashable, Sendable {
    /// What they let through.
    public var modes: [TravelMode]
    /// For each hour of the day.
    public var roster: [Int]
    /// Minutes for the vehicle or party as such.
    public var minutesPerParty: Double
    /// Minutes for each person; `nil`: the reference data's.
    public var minutesPerPerson: Double?
    /// How many parties can wait; `nil`: any number.
    public var room: Int?
    /// What becomes of work under way when a lane closes.
    public var closing: PostChange.Closing
}

/// Closer inspection after the first line.
public struct PlannedSecondLine: Hashable, Sendable {
    /// Teams that inspect one party each.
    public var officers: Int
    /// The part of parties that is picked, by means of travel.
    public var share: [TravelMode: Double]
    /// How long it takes, in minutes.
    public var minutes: PlannedDistribution
}

/// One means of travel among those who come.
public struct PlannedMode: Hashable, Sendable {
    /// Which.
    public var mode: TravelMode
    /// The part of all persons.
    public var share: Double
    /// Mean number of persons in a vehicle or party; `nil`: as usual for the means.
    public var party: Double?
}
