import Situation
import Testing

@testable import Simulation

@Suite struct `What a national run reports` {
    @Test func `a run begins with STARTEX and ends with ENDEX`() throws {
        let world = try NationalWorlds.eventful()
        var engine = NationalEngine(world: world, seed: 41)
        let drafts = try engine.advance(to: Instant(milliseconds: .max))
        #expect(
            drafts.first?.fact == .exercise(.turn(ExerciseTurn(turn: .start, scenario: "test", seed: 41))))
        #expect(drafts.turns.map(\.turn) == [.start, .end])
        #expect(drafts.last?.known == world.end && engine.isFinished)
        #expect(try engine.advance(to: Instant(milliseconds: .max)).isEmpty)
    }

    @Test func `posts report every ten minutes of the clock, each period once`() throws {
        // A start at 08:37 makes a first period of three minutes, then round tens.
        let start = NationalWorlds.start + .minutes(37)
        let world = try World(
            scenario: "test", start: start, length: .hours(2), posts: [NationalWorlds.post("syrym")])
        var engine = NationalEngine(world: world, seed: 42)
        let periods = try engine.advance(to: world.end).reports("syrym", .out).map(\.about)
        #expect(periods.first?.start == start && periods.first?.end == start + .minutes(3))
        #expect(periods.last?.end == world.end)
        for (before, after) in zip(periods, periods.dropFirst()) { #expect(before.end == after.start) }
        #expect(periods.count == 13)
    }

    @Test func `every draft is signed by the simulator and known when its time is over`() throws {
        let world = try NationalWorlds.eventful()
        var engine = NationalEngine(world: world, seed: 43)
        for draft in try engine.advance(to: world.end) {
            #expect(draft.source == "simulator" && draft.author == .system("simulator"))
            #expect(draft.known == draft.about.end)
        }
    }

    @Test func `a post says when its lanes change, why and until when`() throws {
        let world = try NationalWorlds.eventful()
        var engine = NationalEngine(world: world, seed: 44)
        let states = try engine.advance(to: world.end).states("syrym")
        // Six lanes, of which 0.3 are 1.8, rounded to 2, from hour 5 to 7.
        #expect(states.map(\.lanesIn) == [6, 2, 6])
        #expect(states.map(\.status) == [.open, .limited, .open])
        try #require(states.count == 3)
        #expect(states[1].reason == "x" && states[1].until == world.start + .hours(7))
    }

    @Test func `an order shows at once and a disruption keeps its part of it`() throws {
        let world = try NationalWorlds.eventful()
        var engine = NationalEngine(world: world, seed: 45)
        _ = try engine.advance(to: world.start + .hours(6))
        try engine.perform(.staffLanes("syrym", .in, 20))
        let states = try engine.advance(to: engine.now).states("syrym")
        // 0.3 of 20.
        #expect(states.map(\.lanesIn) == [6] && states.map(\.status) == [.limited])
        #expect(try engine.advance(to: world.end).states("syrym").last?.lanesIn == 20)
    }

    @Test func `the warm-up is a history of quiet hours up to the start`() throws {
        let world = try NationalWorlds.eventful()
        var engine = NationalEngine(world: world, seed: 46, warmUp: .hours(48))
        let history = try engine.advance(to: world.start)
        let reports = history.reports("syrym", .in)
        #expect(reports.count == 48)
        #expect(reports.allSatisfy { $0.about.end - $0.about.start == .hours(1) })
        #expect(history.last { $0.known != world.start }?.known == world.start - .hours(1))
        // 2,400 a day for two days, 4,800 in all; a party has at most a bus load, so 10 % is ample.
        let persons = reports.reduce(0) { $0 + $1.body.persons.count }
        #expect((4300...5300).contains(persons))
        #expect(history.turns.map(\.turn) == [.start])
        #expect(try engine.advance(to: world.end).reports("syrym", .in).count == 144)
    }

    @Test func `acts that cannot be done say why and change nothing`() throws {
        let world = try NationalWorlds.eventful()
        var engine = NationalEngine(world: world, seed: 47)
        #expect(throws: ActFault.unknownPost("nowhere")) {
            try engine.perform(.staffLanes("nowhere", .in, 1))
        }
        #expect(throws: ActFault.lanesOutOfRange(-1, allowed: 0...1000)) {
            try engine.perform(.staffLanes("syrym", .in, -1))
        }
        #expect(throws: ActFault.unknownShelter("nowhere")) { try engine.perform(.openReserve("nowhere", 1)) }
        #expect(throws: ActFault.noSister(of: "syrym", "syrym")) {
            try engine.perform(.divert(from: "syrym", to: "syrym", share: 0.5))
        }
        #expect(throws: ActFault.shareOutOfRange(1.5)) {
            try engine.perform(.divert(from: "syrym", to: "taskala", share: 1.5))
        }
        try engine.perform(.openReserve("oral-1", 70))
        #expect(throws: ActFault.reserveOutOfRange(31, left: 30)) {
            try engine.perform(.openReserve("oral-1", 31))
        }
        _ = try engine.advance(to: world.end)
        #expect(throws: ActFault.runIsOver) { try engine.perform(.staffLanes("syrym", .in, 1)) }
    }
}
