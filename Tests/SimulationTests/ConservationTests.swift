import Simulation
import Situation
import Testing

@Suite struct `Conservation` {
    @Test(arguments: 0..<12)
    func `at every minute everyone is accounted for`(seed: UInt64) throws {
        let world = try TestWorld.eventful()
        var engine = BorderEngine(world: world, seed: seed)
        while !engine.isFinished {
            _ = engine.advance(to: engine.now + .minutes(1))
            #expect(engine.conservationBreach == nil)
            if engine.now == world.start + .hours(3) { try engine.perform(.openReserve("oral-2", 100)) }
            if engine.now == world.start + .hours(8) { try engine.perform(.staffLanes("syrym", .in, 0)) }
        }
    }

    @Test func `the reports add up to those let through`() throws {
        let world = try TestWorld.eventful()
        var engine = BorderEngine(world: world, seed: 21)
        let drafts = engine.advance(to: world.end)
        for direction in Direction.allCases {
            let reports = drafts.reports("syrym", direction).map(\.body)
            let served = reports.reduce(0) { $0 + $1.persons.count }
            let line = try #require(engine.line("syrym", direction))
            #expect(served == line.served.count)
            #expect(reports.last?.waitingPersons == line.waiting)
            #expect(line.arrived == line.served + line.waiting)
        }
    }

    @Test func `a shelter's reports follow from one another`() throws {
        let world = try TestWorld.eventful()
        var engine = BorderEngine(world: world, seed: 22)
        let reports = engine.advance(to: world.end).shelterReports("oral-1")
        for (before, after) in zip(reports, reports.dropFirst()) {
            let change = (after.arrived?.count ?? 0) - (after.departed?.count ?? 0)
            #expect(after.occupied.count == before.occupied.count + change)
        }
        #expect(reports.count == 49)
    }
}
