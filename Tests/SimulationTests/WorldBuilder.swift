import Situation

@testable import Simulation

/// Small worlds for tests of posts.
enum WorldBuilder {
    /// Tuesday 3 March 2026, 00:00 in Kazakhstan.
    static let start = Instant(milliseconds: 1_772_478_000_000)

    /// One channel for cars, one person each.
    static func side(
        perHour: Double = 0, lanes: Lanes = 1, minutes: Double = 1, factor: Distribution = .constant(1),
        room: Int = .max, closing: ServiceStation<Int>.Closing = .afterService,
        secondLine: SecondLine? = nil, patience: Distribution? = nil, profile: TrafficProfile = .flat
    ) -> SimulatedPost.Side {
        SimulatedPost.Side(
            usualPersonsPerDay: perHour * 24, profile: profile,
            mix: [ModeShare(.car, share: 1, partySize: 1)],
            channels: [
                Channel(
                    modes: [.car], roster: Roster(lanes),
                    service: ServiceTime(minutesPerParty: minutes, minutesPerPerson: 0, factor: factor),
                    room: room, closing: closing)
            ], secondLine: secondLine, patienceMinutes: patience)
    }

    static func post(
        _ id: CheckpointID = "north", _ incoming: SimulatedPost.Side, out: SimulatedPost.Side = side(),
        sisters: [SimulatedPost.Sister] = []
    ) -> SimulatedPost {
        SimulatedPost(
            id: id, region: "KZ-27", section: "west", incoming: incoming, outgoing: out, sisters: sisters)
    }

    /// Takes in whoever may need a bed; what becomes of them is not these tests' business.
    private static let reception = RegionReception(
        region: "KZ-27", registration: .init(desks: 1, minutes: .constant(1)), fleets: [])

    static func world(
        _ posts: [SimulatedPost], hours: Int = 72, groups: [PeopleGroup] = [], flows: [Flow] = [],
        disruptions: [Disruption] = [], diversion: Diversion = .none
    ) throws -> World {
        try World(
            scenario: "test", start: start, length: .hours(hours), groups: groups, posts: posts, flows: flows,
            disruptions: disruptions, diversion: diversion, receptions: [reception])
    }

    /// A world of one post with something at its incoming side.
    static func world(
        _ side: SimulatedPost.Side, hours: Int = 72, disruptions: [Disruption] = []
    ) throws -> World {
        try world([post("north", side)], hours: hours, disruptions: disruptions)
    }
}

/// Plays posts as an engine does: by ticks, handing over those under way and publishing waits.
struct BorderPlay {
    private(set) var posts: [PostRun]
    private(set) var now = 0.0
    var letIn: [LetIn] = []
    private(set) var moved = 0

    init(_ world: World, seed: UInt64 = 1) {
        posts = world.posts.indices.map { PostRun(world, post: $0, seed: seed, from: 0) }
    }

    mutating func advance(to minute: Double, cut: Double = 10) {
        while now < minute {
            // Posts hear of one another at whole ticks only, however finely a run is cut.
            let tick = (now / 10).rounded(.down) * 10 + 10
            now = min(minute, tick, now + cut)
            for index in posts.indices { posts[index].advance(to: now, letIn: &letIn) }
            handOver()
            if now == tick { publish() }
        }
    }

    private mutating func handOver() {
        for index in posts.indices {
            for party in posts[index].takeUnderway() {
                moved += Int(party.party.persons)
                posts[party.post].receive(party)
            }
        }
    }

    private mutating func publish() {
        let waits = posts.map(\.expectedWaits)
        for index in posts.indices {
            for (place, sister) in posts[index].plan.sisters.enumerated() {
                posts[index].publish(waits[sister.post], ofSister: place)
            }
        }
    }

    mutating func perform(_ act: SimulatedAct) {
        for index in posts.indices { posts[index].perform(act) }
    }

    mutating func interval(_ post: Int = 0) -> PostInterval { posts[post].takeInterval().incoming }

    /// Everyone at all posts and let in.
    var headcount: Headcount {
        var sum = posts.reduce(Headcount()) { $0 + $1.headcount }
        sum.left += posts.reduce(0) { $0 + $1.letInPersons }
        return sum
    }
}
