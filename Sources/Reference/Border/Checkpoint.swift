import Situation

/// A border crossing point (өткізу пункті).
public struct Checkpoint: Hashable, Sendable, Identifiable {
    /// Such as `syrym`.
    public let id: CheckpointID
    public let kind: Kind
    /// The number in the list of 52 road checkpoints; `nil` for rail and air.
    public let number: Int?
    public let name: LocalName
    /// Other spellings and former names it is found by.
    public let aliases: [String]
    /// The country beyond; `nil` for an air post.
    public let neighbour: Neighbour?
    /// The post on the other side, in Russian as it is commonly printed; `nil` where it is not known.
    public let counterpart: String?
    public let region: RegionCode
    public let section: SectionID
    public let coordinates: Coordinates
    public let certainty: Certainty
    /// Who might cross in 2016.
    public let traffic2016: Traffic
    public let opening: Opening
    public let modernisation: Modernisation
    /// Closures that were announced or have ended.
    public let closures: [Closure]
    public let planning: PlanningValues
    /// What a reader of the data should know.
    public let note: String?

    /// What crosses there.
    public enum Kind: String, CaseIterable, Sendable {
        case road, rail, air
    }

    /// Whose citizens the post was open to in 2016.
    public enum Traffic: String, CaseIterable, Sendable {
        case multilateral, bilateral
        /// Bilateral by inference: the post is missing from the multilateral list.
        case bilateralInferred = "bilateral-inferred"
        case unknown
    }

    /// When the post is open.
    public enum Opening: String, CaseIterable, Sendable {
        case aroundTheClock = "around-the-clock"
        case daytime
        case unknown
    }

    /// A time during which the post was or is to be closed.
    public struct Closure: Hashable, Sendable {
        public let from: CalendarDay
        /// The last day or the day of reopening, where it was announced.
        public let until: CalendarDay?
        public let reason: String
    }
}
