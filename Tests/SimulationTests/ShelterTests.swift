import Simulation
import Situation
import Testing

@Suite struct `Shelters that fill` {
    /// 1,000 a surge hour, a tenth of whom need a bed, into 100 beds.
    private func crowded(stay: Span = .hours(1000), lead: Span = .hours(6)) throws -> BorderEngine {
        let world = try World(
            scenario: "test", start: TestWorld.start, length: .hours(24),
            posts: [TestWorld.post(perHour: 500, lanes: 50)],
            surges: [Surge(posts: ["syrym"], from: .zero, to: .hours(24), peakFactor: 3)],
            shelters: [TestWorld.shelter(open: 100, reserve: 80, occupied: 0, lead: lead)],
            intakes: [Intake(region: TestWorld.region, shareOfSurge: 0.1, meanStay: stay)])
        return BorderEngine(world: world, seed: 51)
    }

    @Test func `never more sleep there than beds are open, and the others are counted`() throws {
        var engine = try crowded()
        let reports = engine.advance(to: engine.world.end).shelterReports("oral-1")
        #expect(reports.allSatisfy { $0.occupied <= $0.openBeds })
        #expect(reports.last?.openBeds == 100)
        // 24 h · 1000 · 0.1 need one; those who found one are the beds and the few who left them
        // (100 beds · 23 h / 1000 h is about 2).
        let without = engine.withoutBed(in: TestWorld.region).count
        #expect(abs(Double(without) - 2298) < 0.1 * 2298)
    }

    @Test func `reserve opens after its lead time and not before`() throws {
        var engine = try crowded(lead: .hours(6))
        _ = engine.advance(to: engine.world.start + .hours(2))
        try engine.perform(.openReserve("oral-1", 80))
        let before = engine.advance(to: engine.world.start + .hours(8) - .minutes(1))
        let after = engine.advance(to: engine.world.start + .hours(8))
        #expect(before.shelterReports("oral-1").allSatisfy { $0.openBeds == 100 && $0.reserveBeds == 80 })
        let report = try #require(after.shelterReports("oral-1").last)
        #expect(report.openBeds == 180 && report.reserveBeds == 0 && report.occupied == 180)
    }

    /// A full house of 1,000 with nobody new: after one mean stay 1/e of them are left, 367.9 ± 2.576 √(1000
    /// · 0.368 · 0.632).
    @Test func `stays are exponential with their mean`() throws {
        let world = try World(
            scenario: "test", start: TestWorld.start, length: .hours(20), posts: [],
            shelters: [TestWorld.shelter(open: 1000, occupied: 1000)],
            intakes: [Intake(region: TestWorld.region, shareOfSurge: 0, meanStay: .hours(20))])
        var engine = BorderEngine(world: world, seed: 52)
        let last = try #require(engine.advance(to: world.end).shelterReports("oral-1").last)
        #expect(abs(Double(last.occupied.count) - 367.9) < 2.576 * (1000 * 0.3679 * 0.6321).squareRoot())
    }

    @Test func `usual traffic needs no bed unless it is said to`() throws {
        let world = try World(
            scenario: "test", start: TestWorld.start, posts: [TestWorld.post()],
            shelters: [TestWorld.shelter(occupied: 0)],
            intakes: [Intake(region: TestWorld.region, shareOfSurge: 1, meanStay: .hours(20))])
        var engine = BorderEngine(world: world, seed: 53)
        #expect(engine.advance(to: world.end).shelterReports("oral-1").allSatisfy { $0.occupied == 0 })
    }
}
