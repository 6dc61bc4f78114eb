import Situation
import Testing

@testable import Simulation

@Suite struct `The same national run again` {
    @Test func `the same seed gives the same drafts and another seed others`() throws {
        let world = try NationalWorlds.eventful()
        var first = NationalEngine(world: world, seed: 1)
        var again = NationalEngine(world: world, seed: 1)
        var other = NationalEngine(world: world, seed: 2)
        let drafts = try first.advance(to: world.end)
        #expect(try drafts == again.advance(to: world.end))
        #expect(try drafts != other.advance(to: world.end))
    }

    /// Steps of 37 s, 7 min 13 s and 5 h; 37 s is shorter than the engine's own minute.
    @Test(arguments: [37, 433, 18_000])
    func `one step and many steps give the same drafts`(seconds: Int) throws {
        let world = try NationalWorlds.eventful()
        var whole = NationalEngine(world: world, seed: 3, warmUp: .hours(5))
        var cut = NationalEngine(world: world, seed: 3, warmUp: .hours(5))
        var pieces: [Draft] = []
        var moment = cut.now
        while moment < world.end {
            moment = moment + .seconds(seconds)
            pieces += try cut.advance(to: moment)
        }
        #expect(try pieces == whole.advance(to: world.end))
        #expect(cut.isFinished && whole.isFinished)
        #expect(cut.headcount == whole.headcount)
    }

    @Test func `acts at the same moments give the same drafts however the way there is cut`() throws {
        let world = try NationalWorlds.eventful(length: .hours(12))
        func drafts(step: Span) throws -> [Draft] {
            var engine = NationalEngine(world: world, seed: 4)
            var drafts: [Draft] = []
            var moment = world.start
            while moment < world.end {
                moment = moment + step
                drafts += try engine.advance(to: moment)
                if moment == world.start + .hours(4) {
                    try engine.perform(.staffLanes("syrym", .in, 12))
                    try engine.perform(.openReserve("oral-1", 60))
                    try engine.perform(.divert(from: "taskala", to: "syrym", share: 0.5))
                }
            }
            return drafts
        }
        #expect(try drafts(step: .minutes(1)) == drafts(step: .hours(4)))
    }

    @Test func `a timetable does what acts at the same moments do`() throws {
        let asked = try NationalWorlds.eventful(length: .hours(12))
        let planned = try World(
            scenario: "test", start: asked.start, length: asked.length, groups: [NationalWorlds.families],
            posts: asked.posts, flows: asked.flows, disruptions: asked.disruptions,
            diversion: asked.diversion, receptions: asked.receptions, shelters: asked.shelters,
            limits: asked.limits,
            timetable: [TimedAct(at: .hours(4), .staffLanes("syrym", .in, 12))])
        var first = NationalEngine(world: asked, seed: 4)
        _ = try first.advance(to: asked.start + .hours(4))
        try first.perform(.staffLanes("syrym", .in, 12))
        _ = try first.advance(to: asked.end)
        var second = NationalEngine(world: planned, seed: 4)
        _ = try second.advance(to: planned.end)
        #expect(first.headcount == second.headcount)
        #expect(first.line("syrym", .in) == second.line("syrym", .in))
    }

    @Test func `an act at one post changes nothing at a post without a road to it`() throws {
        let world = try World(
            scenario: "test", start: NationalWorlds.start, length: .hours(12),
            posts: [NationalWorlds.post("syrym"), NationalWorlds.post("kordai")])
        var asItWas = NationalEngine(world: world, seed: 5)
        var acted = NationalEngine(world: world, seed: 5)
        try acted.perform(.staffLanes("syrym", .in, 1))
        let before = try asItWas.advance(to: world.end)
        let after = try acted.advance(to: world.end)
        #expect(before.reports("kordai", .in).map(\.body) == after.reports("kordai", .in).map(\.body))
        #expect(asItWas.line("syrym", .in)?.arrived == acted.line("syrym", .in)?.arrived)
        #expect(asItWas.line("syrym", .in)?.served != acted.line("syrym", .in)?.served)
    }

    @Test func `a run that counts is the run that reports`() throws {
        let world = try NationalWorlds.eventful()
        var reporting = NationalEngine(world: world, seed: 8)
        var counting = NationalEngine(world: world, seed: 8)
        let drafts = try reporting.advance(to: world.end)
        var served = 0
        var hours = 0
        while let record = try counting.playInterval() {
            served += record.incoming[0].served
            hours += 1
        }
        #expect(hours == 24)
        #expect(drafts.reports("syrym", .in).reduce(0) { $0 + $1.body.persons.count } == served)
        #expect(reporting.headcount == counting.headcount)
    }
}
