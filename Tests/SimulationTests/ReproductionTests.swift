import Simulation
import Situation
import Testing

@Suite struct `The same run again` {
    @Test func `the same seed gives the same drafts and another seed others`() throws {
        let world = try TestWorld.eventful()
        var first = BorderEngine(world: world, seed: 1)
        var again = BorderEngine(world: world, seed: 1)
        var other = BorderEngine(world: world, seed: 2)
        let drafts = first.advance(to: world.end)
        #expect(drafts == again.advance(to: world.end))
        #expect(drafts != other.advance(to: world.end))
    }

    /// Steps of 37 s, 7 min 13 s and 5 h; 37 s is shorter than the engine's own minute.
    @Test(arguments: [37, 433, 18_000])
    func `one step and many steps give the same drafts`(seconds: Int) throws {
        let world = try TestWorld.eventful()
        var whole = BorderEngine(world: world, seed: 3, warmUp: .hours(5))
        var cut = BorderEngine(world: world, seed: 3, warmUp: .hours(5))
        var pieces: [Draft] = []
        var moment = cut.now
        while moment < world.end {
            moment = moment + .seconds(seconds)
            pieces += cut.advance(to: moment)
        }
        #expect(pieces == whole.advance(to: world.end))
        #expect(cut.isFinished && whole.isFinished)
    }

    @Test func `acts at the same moments give the same drafts however the way there is cut`() throws {
        let world = try TestWorld.eventful(length: .hours(12))
        func drafts(step: Span) throws -> [Draft] {
            var engine = BorderEngine(world: world, seed: 4)
            var drafts: [Draft] = []
            var moment = world.start
            while moment < world.end {
                moment = moment + step
                drafts += engine.advance(to: moment)
                if moment == world.start + .hours(4) {
                    try engine.perform(.staffLanes("syrym", .in, 12))
                    try engine.perform(.openReserve("oral-1", 60))
                }
            }
            return drafts
        }
        #expect(try drafts(step: .minutes(1)) == drafts(step: .hours(4)))
    }

    @Test func `an act at one post changes nothing at another, nor who comes`() throws {
        let world = try TestWorld.eventful(length: .hours(12))
        var asItWas = BorderEngine(world: world, seed: 5)
        var acted = BorderEngine(world: world, seed: 5)
        try acted.perform(.staffLanes("syrym", .in, 1))
        let before = asItWas.advance(to: world.end)
        let after = acted.advance(to: world.end)
        #expect(
            before.reports("taskala", .in).map(\.body) == after.reports("taskala", .in).map(\.body))
        #expect(asItWas.line("syrym", .in)?.arrived == acted.line("syrym", .in)?.arrived)
        #expect(asItWas.line("syrym", .in)?.served != acted.line("syrym", .in)?.served)
    }

    @Test func `within a minute the engine waits for its end`() throws {
        var engine = BorderEngine(world: try TestWorld.eventful(), seed: 7)
        _ = engine.advance(to: TestWorld.start + .minutes(9) + .seconds(59))
        #expect(engine.now == TestWorld.start + .minutes(9))
        let next = engine.advance(to: TestWorld.start + .minutes(10))
        #expect(next.reports("syrym", .in).count == 1)
    }

    @Test func `drafts come in order of time and none from beyond the moment asked for`() throws {
        let world = try TestWorld.eventful()
        var engine = BorderEngine(world: world, seed: 6, warmUp: .hours(3))
        let limit = world.start + .minutes(95)
        let known = engine.advance(to: limit).compactMap(\.known)
        #expect(known == known.sorted())
        #expect(known.last == world.start + .minutes(90))
        #expect(engine.now == limit)
        #expect(engine.advance(to: world.start).isEmpty)
    }
}
