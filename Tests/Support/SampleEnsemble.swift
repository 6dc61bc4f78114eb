import Simulation
import Situation

/// A few runs of a plain engine whose numbers are known, for tests of what is said of them.
public enum SampleEnsemble {
    /// 20 runs, or fewer, of six hours.
    public static func result(replications: Int = 20, threads: Int = 2) async throws -> EnsembleResult {
        let world = try world("trial")
        let plan = EnsemblePlan(replications: replications, seed: 77, threads: threads)
        return try await Ensemble(world: world, plan: plan) { SampleRun(world, seed: $0, relief: 0) }.play()
    }

    /// The same with half of the queue taken away.
    public static func comparison() async throws -> PolicyComparisonResult {
        let plan = EnsemblePlan(replications: 20, seed: 77, threads: 2)
        return try await PolicyComparison(try world("trial"), try world("relief"), plan: plan) {
            SampleRun($0, seed: $1, relief: $0.scenario == "relief" ? 200 : 0)
        }.play()
    }

    private static func world(_ name: String) throws -> World {
        let side = SimulatedPost.Side(
            usualPersonsPerDay: 500,
            channels: [
                Channel(
                    modes: TravelMode.allCases.filter { $0 != .all }, roster: Roster(2),
                    service: ServiceTime(minutesPerPerson: 1))
            ])
        let posts = ["syrym", "taskala"].map {
            SimulatedPost(
                id: CheckpointID($0), region: "KZ-27", section: "ru-west", incoming: side, outgoing: side)
        }
        let reception = RegionReception(
            region: "KZ-27", registration: .init(desks: 2, minutes: .constant(5)),
            fleets: [.init(vehicles: 4, seats: 40, turnRound: .hours(1), longestWait: .minutes(30))])
        return try World(
            scenario: name, start: Instant(year: 2026, month: 9, day: 21, hour: 18), length: .hours(6),
            posts: posts, receptions: [reception],
            shelters: [SimulatedShelter(id: "oral-1", region: "KZ-27", openBeds: 50, reserveBeds: 0)],
            limits: [ServiceLimit(.water, 15)])
    }
}

/// A run that a few lines of arithmetic give.
private struct SampleRun: ReplicableRun {
    private let world: World
    private(set) var now: Instant
    private(set) var work = RunWork()
    private var luck: Seeded
    private let relief: Int

    init(_ world: World, seed: UInt64, relief: Int) {
        self.world = world
        self.relief = relief
        now = world.start
        luck = Seeded(seed)
    }

    var isFinished: Bool { now >= world.end }

    mutating func playInterval(_ length: Span) throws(ConservationBreach) -> IntervalRecord? {
        guard !isFinished else { return nil }
        now = min(now + length, world.end)
        work.parties += 10
        work.events += 30
        var post = PostInterval()
        post.arrived = 40
        post.served = 30
        post.queuePersons = 300 + Int(luck.next() % 100) - relief
        post.expectedWait = Double(post.queuePersons) / 2
        post.personMinutesWaited = Double(post.queuePersons) * 60
        var region = RegionInterval()
        region.cameInNeed = 12
        region.withoutBed = now > world.start + .hours(2) ? 10 + Int(luck.next() % 5) : 0
        region.personMinutesWithoutBed = Double(region.withoutBed) * 60
        var shelter = ShelterInterval()
        shelter.openBeds = 50
        shelter.occupied = now > world.start + .hours(2) ? 50 : 20
        shelter.breached = [.water]
        return IntervalRecord(
            end: now, incoming: [post, PostInterval()], outgoing: [PostInterval(), PostInterval()],
            regions: [region], shelters: [shelter])
    }
}
