import Situation
import Testing

@testable import Simulation

/// What no run can be made of is refused with a reason; what is only strange runs.
struct BorderWildWorldTests {
    private func refused(_ side: SimulatedPost.Side) -> WorldFault? {
        do {
            _ = try WorldBuilder.world(side)
            return nil
        } catch { return error as? WorldFault }
    }

    @Test func `nothing at all is legal`() throws {
        let world = try WorldBuilder.world(WorldBuilder.side(perHour: 0, lanes: 0, minutes: 0))
        var play = BorderPlay(world)
        play.advance(to: 4320)
        #expect(
            play.interval()
                == {
                    var nothing = PostInterval()
                    nothing.personMinutesWaited = 0
                    return nothing
                }())
        let state = play.posts[0].state(at: world.end)
        #expect(state.status == .limited || state.status == .open || state.status == .closed)
    }

    @Test func `services of no time and lines of no room run`() throws {
        var play = BorderPlay(try WorldBuilder.world(WorldBuilder.side(perHour: 6000, minutes: 0, room: 0)))
        play.advance(to: 600)
        let interval = play.interval()
        #expect(interval.served == interval.arrived && interval.arrived > 50_000)
    }

    @Test func `huge and impossible numbers are refused`() {
        #expect(refused(WorldBuilder.side(perHour: 1e6)) != nil)
        #expect(refused(WorldBuilder.side(perHour: .nan)) != nil)
        #expect(refused(WorldBuilder.side(perHour: -1)) != nil)
        #expect(refused(WorldBuilder.side(perHour: 70_000)) != nil)
        #expect(refused(WorldBuilder.side(lanes: 1001)) != nil)
        #expect(refused(WorldBuilder.side(lanes: -1)) != nil)
        #expect(refused(WorldBuilder.side(minutes: .infinity)) != nil)
        #expect(refused(WorldBuilder.side(factor: .constant(2))) != nil)
        #expect(refused(WorldBuilder.side(room: -1)) != nil)
    }

    @Test func `every means of travel needs lanes`() {
        var side = WorldBuilder.side(perHour: 1)
        side.mix = ModeShare.illustrativeRoad
        #expect(refused(side) == .noChannel(of: "north/in", .bus))
        side.usualPersonsPerDay = 0
        #expect(refused(side) == nil)
        side.mix = [ModeShare(.all, share: 1, partySize: 1)]
        #expect(refused(side) == .notAMeansOfTravel(of: "north/in"))
    }

    @Test func `lists must be whole and add up`() {
        var side = WorldBuilder.side(perHour: 1)
        side.channels[0].roster = Roster(lanesByHour: [1, 2])
        #expect(refused(side) == .wrongLength(of: "north/in/channel 1/roster", expected: 24, found: 2))
        side = WorldBuilder.side(perHour: 1)
        side.mix[0].share = 0.5
        #expect(refused(side) == .sharesDoNotAddUp(of: "north/in/mix", sum: 0.5))
        side = WorldBuilder.side(perHour: 1)
        side.profile.hours.removeLast()
        #expect(refused(side) == .wrongLength(of: "north/in/hours", expected: 24, found: 23))
    }

    @Test func `sisters must exist and be at least a tick away`() {
        func fault(_ sister: CheckpointID, _ minutes: Int) -> WorldFault? {
            let sisters = [SimulatedPost.Sister(post: sister, travel: .minutes(minutes))]
            do {
                _ = try WorldBuilder.world([
                    WorldBuilder.post("north", WorldBuilder.side(), sisters: sisters),
                    WorldBuilder.post("south", WorldBuilder.side()),
                ])
                return nil
            } catch { return error as? WorldFault }
        }
        #expect(fault("south", 10) == nil)
        #expect(fault("south", 9) != nil)
        #expect(fault("east", 30) == .unknownPost("east", of: "north"))
        #expect(fault("north", 30) == .duplicate("north"))
    }

    @Test func `a flow beyond what a run can bear is refused, or cut`() throws {
        func flow(_ perHour: Double, _ scale: Distribution = .constant(1)) -> Flow {
            Flow(
                name: "all", group: "usual", posts: [("north", 1)],
                curve: RateCurve([
                    .init(at: .zero, personsPerHour: perHour), .init(at: .hours(72), personsPerHour: perHour),
                ]), scale: scale)
        }
        let posts = [WorldBuilder.post("north", WorldBuilder.side())]
        #expect(throws: WorldFault.self) { try WorldBuilder.world(posts, flows: [flow(1_000_000)]) }
        #expect(throws: WorldFault.self) { try WorldBuilder.world(posts, flows: [flow(1), flow(1)]) }
        let wild = flow(10_000, try .lognormal(mean: 1, cv: 100))
        let world = try WorldBuilder.world(posts, flows: [wild])
        let plan = FlowPlan(wild, in: world)
        #expect((1...1000).allSatisfy { plan.drawScale(seed: $0) * 720_000 <= 50_000_000.001 })
    }
}
