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
    /// Every post of the run, in the order in which they report.
    public let posts: [SimulatedPost]
    /// Who comes beyond the usual, and when.
    public let surges: [Surge]
    /// When posts work with fewer lanes.
    public let disruptions: [Disruption]
    /// Every shelter of the run; those of a region fill in this order.
    public let shelters: [SimulatedShelter]
    /// Who needs a bed, one for a region.
    public let intakes: [Intake]

    /// Checks everything a run relies on.
    ///
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
