import Situation
import Testing

@testable import Simulation

@Suite struct `Displacement and the posts` {
    /// 20,000 people in a city at war, 60 km from one post and 60 km from another.
    private static func world(closed: CheckpointID? = nil) throws -> World {
        let network = try DisplacementNetwork(
            places: [
                .init("city", .origin(population: 20_000, intensity: [1])),
                .init("west", .gate(personsPerDay: 1000)), .init("east", .gate(personsPerDay: 1000)),
            ],
            routes: [FleeRoute(0, 1, kilometres: 60), FleeRoute(0, 2, kilometres: 60)], departureShare: 0.1)
        let displacement = GateDisplacement(
            network: network, gates: ["syrym", "taskala"], group: "families",
            mix: [ModeShare(.car, share: 0.7, partySize: 3), ModeShare(.foot, share: 0.3, partySize: 2)])
        let disruptions = closed.map {
            [Disruption(post: $0, from: .zero, to: .days(8), effect: .lanesLeft(share: 0))]
        }
        return try World(
            scenario: "test", start: NationalWorlds.start, length: .days(8),
            groups: [NationalWorlds.families],
            posts: [
                NationalWorlds.post("syrym", perDay: 100, lanes: 20),
                NationalWorlds.post("taskala", perDay: 100, lanes: 20),
            ], displacement: displacement, disruptions: disruptions ?? [],
            receptions: [NationalWorlds.reception], shelters: [NationalWorlds.shelter("oral-1")])
    }

    /// In eight days 1 − 0.9⁸ = 57 % of 20,000 set out, 11,390; all but the last day's have had time for 60 km.
    @Test func `those who set out stand in the posts' lines, and nobody is lost`() throws {
        let world = try Self.world()
        var engine = NationalEngine(world: world, seed: 3)
        while try engine.playInterval() != nil { #expect(engine.headcount.isBalanced) }
        let came = engine.posts.reduce(0) { $0 + $1.side(.in).tally.fromNetwork }
        #expect((9500...11_600).contains(came))
        let gone = engine.posts.reduce(0) { $0 + $1.displacedGone }
        #expect(gone > came * 9 / 10)
    }

    @Test func `a shut post's line makes people look for the other`() throws {
        func share(closed: CheckpointID?) throws -> Double {
            let world = try Self.world(closed: closed)
            var engine = NationalEngine(world: world, seed: 3)
            while try engine.playInterval() != nil {}
            let came = engine.posts.map { Double($0.side(.in).tally.fromNetwork) }
            return came[1] / (came[0] + came[1])
        }
        let even = try share(closed: nil)
        #expect((0.42...0.58).contains(even))
        #expect(try share(closed: "syrym") > even + 0.05)
    }

    @Test func `it is the same run however it is cut`() throws {
        let world = try Self.world()
        var whole = NationalEngine(world: world, seed: 9)
        var cut = NationalEngine(world: world, seed: 9)
        let drafts = try whole.advance(to: world.start + .days(3))
        var pieces: [Draft] = []
        for minute in stride(from: 7, through: 3 * 1440 + 6, by: 7) {
            pieces += try cut.advance(to: min(world.start + .minutes(minute), world.start + .days(3)))
        }
        #expect(pieces == drafts)
    }
}
