import Situation

@testable import Simulation

/// A run whose numbers follow laws with known quantiles: every hour the first post has a queue that is uniform
/// between 0 and ``longestQueue``, and with ``chanceOfFull`` the shelter is full from then on.
struct SyntheticRun: ReplicableRun {
    static let longestQueue = 10_000.0
    static let chanceOfFull = 0.05

    let world: World
    private(set) var now: Instant
    private(set) var work = RunWork()
    private var stream: RandomStream
    private var isFull = false
    /// People more or less in every queue: a policy.
    private let shift: Int
    /// Hours of history that are played first.
    private let from: Instant

    init(_ world: World, seed: UInt64, shift: Int = 0, warmUp: Span = .zero) {
        self.world = world
        self.shift = shift
        from = world.start - warmUp
        now = from
        stream = RandomStream(seed: seed, name: "synthetic")
    }

    var isFinished: Bool { now >= world.end }

    mutating func playInterval(_ length: Span) throws(ConservationBreach) -> IntervalRecord? {
        guard !isFinished else { return nil }
        now = min(now + length, world.end)
        work.parties += 1
        work.events += 3
        isFull = isFull || stream.uniform() < Self.chanceOfFull
        return record()
    }

    private mutating func record() -> IntervalRecord {
        var busy = PostInterval()
        busy.arrived = 120
        busy.divertedHere = 20
        busy.served = 90
        busy.queuePersons = Int(stream.uniform() * Self.longestQueue) + shift
        busy.expectedWait = stream.exponential(mean: 60)
        busy.personMinutesWaited = Double(busy.queuePersons) * 60
        var shelter = ShelterInterval()
        shelter.openBeds = 100
        shelter.occupied = isFull ? 100 : 40
        if isFull { shelter.breached = [.water] }
        var region = RegionInterval()
        region.withoutBed = isFull ? 7 : 0
        return IntervalRecord(
            end: now, incoming: [busy, PostInterval()], outgoing: [PostInterval(), PostInterval()],
            regions: [region], shelters: [shelter])
    }
}

/// A run that breaks the engine's own rules after a few hours.
struct BrokenRun: ReplicableRun {
    private var healthy: SyntheticRun

    init(_ world: World, seed: UInt64) { healthy = SyntheticRun(world, seed: seed) }

    var now: Instant { healthy.now }
    var isFinished: Bool { healthy.isFinished }
    var work: RunWork { healthy.work }

    mutating func playInterval(_ length: Span) throws(ConservationBreach) -> IntervalRecord? {
        if now >= healthy.world.start + .hours(3) { throw .headcount(Headcount()) }
        return try healthy.playInterval(length)
    }
}

/// Worlds for synthetic runs.
enum EnsembleFixture {
    static let start = Instant(year: 2026, month: 9, day: 21, hour: 18)

    /// Two posts of one section, one region with one shelter of 100 beds.
    static func world(hours: Int = 24, flows: [Flow] = [], groups: [PeopleGroup] = []) throws -> World {
        let side = SimulatedPost.Side(
            usualPersonsPerDay: 1000,
            channels: [
                Channel(
                    modes: TravelMode.allCases.filter { $0 != .all }, roster: Roster(2),
                    service: ServiceTime(minutesPerPerson: 2))
            ])
        let posts = ["syrym", "taskala"].map {
            SimulatedPost(
                id: CheckpointID($0), region: "KZ-27", section: "ru-west", incoming: side, outgoing: side)
        }
        let reception = RegionReception(
            region: "KZ-27", registration: .init(desks: 2, minutes: .constant(5)),
            fleets: [.init(vehicles: 4, seats: 40, turnRound: .hours(1), longestWait: .minutes(30))])
        let shelter = SimulatedShelter(
            id: "oral-1", region: "KZ-27", openBeds: 100, reserveBeds: 0, travel: .minutes(20))
        return try World(
            scenario: "synthetic", start: start, length: .hours(hours), groups: groups, posts: posts,
            flows: flows, receptions: [reception], shelters: [shelter], limits: [ServiceLimit(.water, 15)])
    }

    static func play(
        _ replications: Int, seed: UInt64 = 1, threads: Int = 2, shift: Int = 0, hours: Int = 24
    ) async throws -> EnsembleResult {
        let world = try world(hours: hours)
        let plan = EnsemblePlan(replications: replications, seed: seed, threads: threads)
        return try await Ensemble(world: world, plan: plan) {
            SyntheticRun(world, seed: $0, shift: shift, warmUp: .hours(2))
        }.play()
    }
}
