import Situation
import Testing

@testable import Simulation

/// The rules of a post, one by one.
struct BorderRuleTests {
    private func disruption(
        _ effect: Disruption.Effect, from: Span = .zero, to: Span = .hours(6), reason: String? = nil,
        direction: Direction? = nil
    ) -> Disruption {
        Disruption(
            post: "north", direction: direction, from: from, to: to, effect: effect, reason: reason)
    }

    @Test func `at a closed post nobody is let through and all are still there`() throws {
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 60, lanes: 3), disruptions: [disruption(.lanesLeft(share: 0))])
        var play = BorderPlay(world)
        play.advance(to: 359)
        let interval = play.interval()
        #expect(interval.served == 0)
        #expect(interval.arrived > 200)
        #expect(interval.queuePersons == interval.arrived)
        #expect(interval.queueVehicles == interval.arrived)
        #expect(interval.waitMean == nil)
        #expect(interval.expectedWait == nil)
        play.advance(to: 1440)
        #expect(play.interval().queuePersons < 10)
    }

    @Test func `a breakdown makes services that begin in it take longer`() throws {
        // Constant minutes at one lane that is never idle: 1 a minute, then one in four minutes.
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 600),
            disruptions: [
                disruption(.slowService(factor: 4), from: .hours(2), to: .hours(4)),
                disruption(.slowService(factor: 2), from: .hours(3), to: .hours(5)),
            ])
        var play = BorderPlay(world)
        var served: [Int] = []
        for hour in 1...6 {
            play.advance(to: Double(hour) * 60)
            served.append(play.interval().served)
        }
        #expect((59...60).contains(served[0]))
        #expect(served[1] == 60)
        #expect((15...16).contains(served[2]) && (15...16).contains(served[3]))
        #expect((29...31).contains(served[4]))
        #expect((59...60).contains(served[5]))
    }

    @Test func `overlapping closures leave the smallest part`() throws {
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 1, lanes: 10),
            disruptions: [
                disruption(.lanesLeft(share: 0.5), reason: "ice"),
                disruption(.lanesLeft(share: 0.01), from: .hours(1), to: .hours(2), reason: "works"),
            ])
        var play = BorderPlay(world)
        #expect(play.interval().lanesOpen == 5)
        play.advance(to: 60)
        #expect(play.interval().lanesOpen == 1)
        let state = play.posts[0].state(at: world.start + .hours(1))
        #expect(state.status == .limited)
        #expect(state.reason == "works")
        #expect(state.until == world.start + .hours(2))
        play.advance(to: 120)
        #expect(play.posts[0].state(at: world.start + .hours(2)).reason == "ice")
        play.advance(to: 360)
        let after = play.posts[0].state(at: world.start + .hours(6))
        #expect(after.status == .open && after.lanesIn == 10 && after.until == nil)
    }

    @Test(arguments: ServiceStation<Int>.Closing.allCases)
    func `a closing lane ends its work or breaks it off`(closing: ServiceStation<Int>.Closing) throws {
        // Services of 50 minutes; the post shuts at 02:00 for four hours.
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 60, lanes: 4, minutes: 50, closing: closing),
            disruptions: [disruption(.lanesLeft(share: 0), from: .hours(2))])
        var play = BorderPlay(world)
        play.advance(to: 120)
        _ = play.interval()
        play.advance(to: 360)
        #expect(play.interval().served == (closing == .atOnce ? 0 : 4))
    }

    @Test func `families are led past the line`() throws {
        let families = PeopleGroup(id: "families", vulnerableShare: 1)
        let curve = RateCurve([
            .init(at: .zero, personsPerHour: 10), .init(at: .hours(24), personsPerHour: 10),
        ])
        let flow = Flow(name: "families", group: "families", posts: [("north", 1)], curve: curve)
        let side = WorldBuilder.side(perHour: 80, minutes: 1)
        let world = try WorldBuilder.world(
            [WorldBuilder.post("north", side)], hours: 24, groups: [families], flows: [flow])
        var play = BorderPlay(world)
        play.advance(to: 1440)
        // 90 an hour come and 60 are served; without precedence the last would wait eight hours.
        let channel = play.posts[0].incoming.channels[0]
        var left = 0
        channel.forEachParty { left += $0.isVulnerable ? 1 : 0 }
        #expect(left < 5)
        #expect(channel.station.waiting > 500)
    }

    @Test func `the second line holds those picked and works on in a closed post`() throws {
        let secondLine = SecondLine(officers: 1, share: [.car: 1], minutes: .constant(10))
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 60, lanes: 5, minutes: 0.5, secondLine: secondLine),
            disruptions: [disruption(.lanesLeft(share: 0), from: .hours(2), to: .hours(4))])
        var play = BorderPlay(world)
        play.advance(to: 120)
        #expect((10...12).contains(play.interval().served))
        play.advance(to: 240)
        #expect(play.interval().served == 12)
    }

    @Test func `staffed lanes are split by the rosters, one at least for each channel`() {
        #expect(LaneRule.split(8, by: [4, 2, 1, 1]) == [4, 2, 1, 1])
        #expect(LaneRule.split(16, by: [4, 2, 1, 1]) == [8, 4, 2, 2])
        #expect(LaneRule.split(4, by: [40, 2, 1, 1]) == [1, 1, 1, 1])
        #expect(LaneRule.split(2, by: [1, 2, 4]) == [0, 1, 1])
        #expect(LaneRule.split(3, by: [0, 0]) == [2, 1])
        #expect(LaneRule.split(3, by: [5, 0]) == [3, 0])
        #expect(LaneRule.split(0, by: [5, 1]) == [0, 0])
        #expect(LaneRule.split(5, by: []) == [])
    }

    @Test func `an order overrides the roster until the roster holds again`() throws {
        var side = WorldBuilder.side(perHour: 10)
        side.channels[0].roster = Roster(lanesByHour: (0..<24).map { Lanes($0) })
        let world = try WorldBuilder.world(side)
        var play = BorderPlay(world)
        for hour in 0..<24 {
            #expect(play.posts[0].reading(.in).lanesOpen == Lanes(hour))
            play.advance(to: Double(hour + 1) * 60)
        }
        play.perform(.staffLanes("north", .in, 7))
        play.advance(to: 1600)
        #expect(play.posts[0].reading(.in).lanesOpen == 7)
        play.perform(.closePost("north", .in))
        #expect(play.posts[0].reading(.in).lanesOpen == 0)
        play.perform(.openPost("north", .in))
        play.perform(.followRoster("north", .in))
        #expect(play.posts[0].reading(.in).lanesOpen == 2)
        play.perform(.staffLanes("south", .in, 9))
        #expect(play.posts[0].reading(.in).lanesOpen == 2)
    }

    @Test func `an expected wait is the work ahead over the lanes`() throws {
        // Shut until 03:00, so everybody waits; then two lanes of one minute each.
        let world = try WorldBuilder.world(
            WorldBuilder.side(perHour: 100, lanes: 2),
            disruptions: [
                disruption(.lanesLeft(share: 0), to: .hours(3))
            ])
        var play = BorderPlay(world)
        play.advance(to: 170)
        #expect(play.posts[0].expectedWait(.in, .car) == .infinity)
        #expect(play.posts[0].expectedWait(.in, .foot) == .infinity)
        play.advance(to: 180)
        let waiting = Double(play.posts[0].incoming.channels[0].station.waiting)
        #expect((play.posts[0].expectedWait(.in, .car) - (waiting + 1) / 2).magnitude < 1e-6)
    }
}
