import Situation

/// A border post as the simulator sees it: in each direction one line of people and lanes that serve it.
public struct SimulatedPost: Hashable, Sendable {
    /// The post's id, as reports give it.
    public var id: CheckpointID
    /// Where those who need a bed are taken in.
    public var region: RegionCode
    /// Into the country.
    public var incoming: Side
    /// Out of the country.
    public var outgoing: Side
    /// How many persons one open lane passes in an hour, the same in both directions.
    public var personsPerLaneHour: Double
    /// By what means people come; the shares add up to 1.
    public var mix: [ModeShare]

    /// One direction of a post.
    public struct Side: Hashable, Sendable {
        /// Persons who come in a mean hour of a usual day.
        public var usualPersonsPerHour: Double
        /// How they are spread over the day.
        public var profile: DailyProfile
        /// Lanes open at the beginning; 0 is a closed direction, at which everyone waits.
        public var lanes: Lanes

        /// A direction; nothing is checked before it is part of a ``World``.
        public init(usualPersonsPerHour: Double, profile: DailyProfile = .flat, lanes: Lanes) {
            self.usualPersonsPerHour = usualPersonsPerHour
            self.profile = profile
            self.lanes = lanes
        }
    }

    /// A post; nothing is checked before it is part of a ``World``.
    public init(
        id: CheckpointID, region: RegionCode, incoming: Side, outgoing: Side,
        personsPerLaneHour: Double, mix: [ModeShare]
    ) {
        self.id = id
        self.region = region
        self.incoming = incoming
        self.outgoing = outgoing
        self.personsPerLaneHour = personsPerLaneHour
        self.mix = mix
    }

    func side(_ direction: Direction) -> Side { direction == .in ? incoming : outgoing }
}
