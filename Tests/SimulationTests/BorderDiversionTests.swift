import Situation
import Testing

@testable import Simulation

/// Parties that choose between sister posts, or are sent.
struct BorderDiversionTests {
    private func world(informed: Double) throws -> World {
        func sister(_ id: CheckpointID) -> SimulatedPost.Sister { .init(post: id, travel: .minutes(30)) }
        return try WorldBuilder.world(
            [
                WorldBuilder.post(
                    "north", WorldBuilder.side(perHour: 90, lanes: 1), sisters: [sister("south")]),
                WorldBuilder.post(
                    "south", WorldBuilder.side(perHour: 10, lanes: 1), sisters: [sister("north")]),
            ], hours: 48, diversion: Diversion(informedShare: informed, worthwhile: .minutes(20)))
    }

    @Test func `drivers who know the waits hold them within the way and what is worthwhile`() throws {
        var play = BorderPlay(try world(informed: 1))
        play.advance(to: 2880)
        let waits = play.posts.map { $0.expectedWait(.in, .car) }
        // 30 minutes of way and 20 worthwhile, and what comes in a tick and is still on the way.
        #expect(waits[0] - waits[1] < 75)
        #expect(waits[0] - waits[1] > 25)
        #expect(play.moved > 500)
        // Without them the line would be 30 an hour for two days.
        var ignorant = BorderPlay(try world(informed: 0))
        ignorant.advance(to: 2880)
        #expect(ignorant.moved == 0)
        #expect(ignorant.posts[0].expectedWait(.in, .car) > 1200)
    }

    @Test func `who has come to a sister stays there`() throws {
        var play = BorderPlay(try world(informed: 1))
        play.advance(to: 720)
        play.perform(.closePost("south", .in))
        play.advance(to: 1440)
        let south = play.interval(1)
        let north = play.interval(0)
        // Everybody who comes to south by itself can turn away, nobody who came from north.
        #expect(south.divertedHere > 0)
        #expect(north.divertedHere <= south.arrived - south.divertedHere)
        var here = 0
        play.posts[1].incoming.channels[0].forEachParty { here += Int($0.diversions) }
        #expect(here > 0)
    }

    @Test func `an order sends the part it says, and ends`() throws {
        var play = BorderPlay(try world(informed: 0))
        play.perform(.divert(from: "north", to: "south", share: 0.25))
        play.advance(to: 1440)
        let first = play.interval(0)
        // 2160 expected; the standard deviation of the part is 0.0093.
        #expect((Double(first.divertedAway) / Double(first.arrived) - 0.25).magnitude < 0.03)
        #expect(play.interval(1).divertedHere > 450)
        play.perform(.divert(from: "north", to: "south", share: 0))
        play.advance(to: 2000)
        #expect(play.interval(0).divertedAway == 0)
    }
}
