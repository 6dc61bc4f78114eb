import Situation

/// A border crossing point (өткізу пункті).
public struct Checkpoint: Hashable, Sendable, Identifiable {
    /// Such as `syrym`.
    public let id: CheckpointID
    /// Road, rail or air.
    public let kind: Kind
    /// The number in the list of 52 road checkpoints; `nil` for rail and air.
    public let number: Int?
    /// The name it goes by.
    public let name: LocalName
    /// Other spellings and former names it is found by.
    public let aliases: [String]
    /// The country beyond; `nil` for an air post.
    public let neighbour: Neighbour?
    /// The post on the other side, in Russian as it is commonly printed; `nil` where it is not known.
    public let counterpart: String?
    /// The region it lies in, by today's borders.
    public let region: RegionCode
    /// The border section it belongs to.
    public let section: SectionID
    /// Where it is, approximately.
    public let coordinates: Coordinates
    /// How sure the name, the region and the post itself are.
    public let certainty: Certainty
    /// Who might cross in 2016.
    public let traffic2016: Traffic
    /// Its opening hours; unknown for every post so far.
    public let opening: Opening
    /// Whether and how far it is being rebuilt.
    public let modernisation: Modernisation
    /// Closures that were announced or have ended.
    public let closures: [Closure]
    /// What it can do and usually sees.
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
        /// The first day.
        public let from: CalendarDay
        /// The last day or the day of reopening, where it was announced.
        public let until: CalendarDay?
        /// Why, in English.
        public let reason: String
    }
}
