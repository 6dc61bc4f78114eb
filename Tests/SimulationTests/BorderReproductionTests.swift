import Situation
import Testing

@testable import Simulation

/// The same run whatever the cuts, the same people whatever the policy, nobody from nowhere.
struct BorderReproductionTests {
    private let waitingFlow = Flow(
        name: "surge", group: "fleeing", posts: [("north", 2), ("south", 1)],
        curve: RateCurve([
            .init(at: .hours(3), personsPerHour: 0), .init(at: .hours(8), personsPerHour: 300),
            .init(at: .hours(20), personsPerHour: 0),
        ]))
    private let fleeing = PeopleGroup(
        id: "fleeing", documents: [.passport: 0.8, .none: 0.2], vulnerableShare: 0.3, needsBedShare: 0.5)

    /// Two sister posts with everything in them.
    private func world(flows: Bool = true, disrupted: Bool = true) throws -> World {
        func side(_ perDay: Double) throws -> SimulatedPost.Side {
            SimulatedPost.Side(
                usualPersonsPerDay: perDay, profile: .daytime,
                channels: [
                    Channel(
                        modes: [.car, .truck], roster: Roster(3),
                        service: ServiceTime(
                            minutesPerParty: 2, minutesPerPerson: 1, factor: try .gamma(shape: 3, mean: 1)),
                        room: 150),
                    Channel(
                        modes: [.bus, .foot], roster: Roster(lanesByHour: (0..<24).map { $0 < 6 ? 0 : 2 }),
                        service: ServiceTime(minutesPerPerson: 1), closing: .atOnce),
                ],
                secondLine: SecondLine(officers: 1, share: [.car: 0.1], minutes: .constant(15)),
                patienceMinutes: try .exponential(mean: 300))
        }
        let posts = [
            WorldBuilder.post(
                "north", try side(3000), out: try side(2000),
                sisters: [.init(post: "south", travel: .minutes(20))]),
            WorldBuilder.post(
                "south", try side(500), out: try side(400),
                sisters: [.init(post: "north", travel: .minutes(20))]),
        ]
        let closures = [
            Disruption(
                post: "north", from: .minutes(437), to: .minutes(611), effect: .lanesLeft(share: 0.34)),
            Disruption(
                post: "south", direction: .in, from: .hours(9), to: .hours(12),
                effect: .slowService(factor: 3)),
        ]
        return try WorldBuilder.world(
            posts, hours: 36, groups: [fleeing], flows: flows ? [waitingFlow] : [],
            disruptions: disrupted ? closures : [],
            diversion: Diversion(informedShare: 0.4, worthwhile: .minutes(15)))
    }

    private func acts(seed: UInt64) -> [(minute: Double, act: SimulatedAct)] {
        var stream = RandomStream(seed: seed, name: "acts")
        return (0..<20).map { index in
            let (post, other): (CheckpointID, CheckpointID) =
                stream.next() & 1 == 0 ? ("north", "south") : ("south", "north")
            let direction: Direction = stream.next() & 1 == 0 ? .in : .out
            let act: SimulatedAct =
                switch stream.next() % 5 {
                case 0: .staffLanes(post, direction, Lanes(Int(stream.next() % 9)))
                case 1: .closePost(post, direction)
                case 2: .openPost(post, direction)
                case 3: .followRoster(post, direction)
                default: .divert(from: post, to: other, share: stream.uniform())
                }
            return (Double(index * 97 + 13), act)
        }
    }

    @Test(arguments: 1...6)
    func `nobody appears from nowhere and nobody vanishes`(seed: Int) throws {
        var play = BorderPlay(try world(), seed: UInt64(seed))
        var acts = acts(seed: UInt64(seed))[...]
        for minute in 1...2160 {
            play.advance(to: Double(minute), cut: 1)
            while let next = acts.first, next.minute <= Double(minute) {
                play.perform(next.act)
                acts.removeFirst()
            }
            #expect(play.headcount.isBalanced)
        }
        #expect(play.moved > 0)
        #expect(
            play.letIn.reduce(0) { $0 + Int($1.party.persons) }
                == play.posts.reduce(0) { $0 + $1.letInPersons })
        #expect(zip(play.letIn, play.letIn.dropFirst()).allSatisfy { $0.party.group == $1.party.group })
    }

    /// Everything an engine sees of a run, hour by hour.
    private func story(_ world: World, seed: UInt64, cut: Double, acts: [(minute: Double, act: SimulatedAct)])
        -> [PostInterval]
    {
        var play = BorderPlay(world, seed: seed)
        var story: [PostInterval] = []
        var acts = acts[...]
        for hour in 1...36 {
            while let next = acts.first, next.minute < Double(hour * 60) {
                play.advance(to: next.minute, cut: cut)
                play.perform(next.act)
                acts.removeFirst()
            }
            play.advance(to: Double(hour * 60), cut: cut)
            for index in play.posts.indices { story.append(play.interval(index)) }
        }
        return story
    }

    @Test func `however a run is cut, it is the same run`() throws {
        let world = try world()
        let acts = acts(seed: 3)
        let coarse = story(world, seed: 5, cut: 10, acts: acts)
        #expect(story(world, seed: 5, cut: 10, acts: acts) == coarse)
        #expect(story(world, seed: 5, cut: 1, acts: acts) == coarse)
        #expect(story(world, seed: 5, cut: 0.37, acts: acts) == coarse)
        #expect(story(world, seed: 6, cut: 10, acts: acts) != coarse)
    }

    /// Who comes to a post by itself, by their luck.
    private func arrivals(_ world: World, acts: [SimulatedAct] = []) -> [UInt64] {
        let plan = PostPlan(world, post: 0)
        return plan.incoming.channels.flatMap(\.strands).filter { $0.flow == nil }.flatMap { strand in
            var strand = Strand(strand, scale: 1, seed: 9, from: 0, to: 2160)
            var list: [UInt64] = []
            while strand.nextTime < .infinity {
                list.append(strand.nextTime.bitPattern)
                list.append(strand.takeParty().luck)
            }
            return list
        }
    }

    @Test func `the usual people are the same with and without a flow`() throws {
        let usual = arrivals(try world(flows: false))
        #expect(usual.count > 3000)
        #expect(arrivals(try world(flows: true)) == usual)
        #expect(arrivals(try world(disrupted: false)) == usual)
    }

    @Test func `another lane policy changes who is served, not who comes`() throws {
        let world = try WorldBuilder.world(WorldBuilder.side(perHour: 60, lanes: 1, minutes: 1.5))
        var few = BorderPlay(world)
        var many = BorderPlay(world)
        many.perform(.staffLanes("north", .in, 5))
        for hour in 1...24 {
            few.advance(to: Double(hour) * 60)
            many.advance(to: Double(hour) * 60)
            let (left, right) = (few.interval(), many.interval())
            #expect(left.arrived == right.arrived)
            #expect(left.personMinutesWaited >= right.personMinutesWaited)
        }
    }

    @Test func `a flow turns out equally high at every post`() throws {
        var flow = waitingFlow
        flow.scale = try .lognormal(mean: 1, cv: 0.5)
        let plan = FlowPlan(flow, in: try world())
        #expect(plan.drawScale(seed: 4) == plan.drawScale(seed: 4))
        #expect(plan.drawScale(seed: 4) != plan.drawScale(seed: 5))
    }
}
