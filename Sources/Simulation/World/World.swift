import Situation

/// All that a run starts from. A world that exists has been checked: a run of it ends, and its numbers stay
/// in range.
public struct World: Hashable, Sendable {
    /// The name of the scenario, as the journal gives it.
    public let scenario: String
    /// The simulated moment the run begins at, taken down to its whole minute.
    public let start: Instant
    /// How long the run is, taken down to whole minutes.
    public let length: Span
    public let posts: [SimulatedPost]
    public let surges: [Surge]
    public let disruptions: [Disruption]
    public let shelters: [SimulatedShelter]
    public let intakes: [Intake]

    /// - Throws: ``WorldFault``, the first thing found that no run could be made of.
    public init(
        scenario: String, start: Instant, length: Span = .hours(72), posts: [SimulatedPost],
        surges: [Surge] = [], disruptions: [Disruption] = [], shelters: [SimulatedShelter] = [],
        intakes: [Intake] = []
    ) throws(WorldFault) {
        try WorldInspection.inspect(start: start, of: scenario)
        self.scenario = scenario
        self.start = start.startOfMinute
        self.length = .minutes(length.wholeMinutes)
        self.posts = posts
        self.surges = surges
        self.disruptions = disruptions
        self.shelters = shelters
        self.intakes = intakes
        try WorldInspection(world: self).inspect()
    }

    /// The moment the run is over.
    public var end: Instant { start + length }
}

extension Instant {
    /// The beginning of the minute that holds this moment.
    var startOfMinute: Instant {
        self - Span(milliseconds: (self - startOfHour).milliseconds % 60_000)
    }
}
