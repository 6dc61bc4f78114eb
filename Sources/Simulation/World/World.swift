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
    /// Who travels; ``PeopleGroup/usual`` is always the first.
    public let groups: [PeopleGroup]
    /// Every post of the run, in the order in which they report.
    public let posts: [SimulatedPost]
    /// Who comes beyond the usual, and when.
    public let flows: [Flow]
    /// Who flees over the land towards the posts; `nil`: nobody is followed that far.
    public let displacement: GateDisplacement?
    /// When posts cannot work as they should.
    public let disruptions: [Disruption]
    /// How drivers choose between posts.
    public let diversion: Diversion
    /// What regions do with those who need a bed, one for a region.
    public let receptions: [RegionReception]
    /// Every shelter of the run.
    public let shelters: [SimulatedShelter]
    /// What shelters are held against.
    public let limits: [ServiceLimit]
    /// What is done when, by a plan made beforehand; by time.
    public let timetable: [TimedAct]

    /// How far posts are played at a time without looking at one another. No way between two posts is
    /// shorter, so what happens at one cannot reach another within it.
    public static let tick = Span.minutes(10)

    /// Checks everything a run relies on.
    ///
    /// - Parameter groups: those of the flows; the usual travellers are added.
    /// - Throws: ``WorldFault``, the first thing found that no run could be made of.
    public init(
        scenario: String, start: Instant, length: Span = .hours(72), groups: [PeopleGroup] = [],
        posts: [SimulatedPost], flows: [Flow] = [], displacement: GateDisplacement? = nil,
        disruptions: [Disruption] = [], diversion: Diversion = .none, receptions: [RegionReception] = [],
        shelters: [SimulatedShelter] = [],
        limits: [ServiceLimit] = [], timetable: [TimedAct] = []
    ) throws(WorldFault) {
        try WorldInspection.inspect(start: start, of: scenario)
        self.scenario = scenario
        self.start = start.startOfMinute
        self.length = .minutes(length.wholeMinutes)
        self.groups = groups.contains { $0.id == PeopleGroup.usual.id } ? groups : [.usual] + groups
        self.posts = posts
        self.flows = flows
        self.displacement = displacement
        self.disruptions = disruptions
        self.diversion = diversion
        self.receptions = receptions
        self.shelters = shelters
        self.limits = limits
        self.timetable = timetable.sorted { $0.at < $1.at }
        try WorldInspection(world: self).inspect()
    }

    /// The moment the run is over.
    public var end: Instant { start + length }

    /// Minutes since the start of the world; negative in the warm-up. The unit of time inside a run.
    func minutes(at instant: Instant) -> Double { (instant - start).inMinutes }
}

extension Span {
    /// Minutes with their fraction: the unit of time inside a run.
    var inMinutes: Double { Double(milliseconds) / 60_000 }
}
