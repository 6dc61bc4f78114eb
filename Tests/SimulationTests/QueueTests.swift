import Simulation
import Situation
import Testing

@Suite struct `Lines at posts` {
    private func engine(_ post: SimulatedPost, hours: Int = 24, seed: UInt64 = 31) throws -> BorderEngine {
        BorderEngine(world: try TestWorld.quiet([post], length: .hours(hours)), seed: seed)
    }

    /// 600 persons an hour come to lanes for 1,000: the line must not build up. At a load of 0.6 a line with
    /// Poisson pairs waits (M/D/1, batches of two on average) well under a minute, so a minute's worth of
    /// arrivals, 10, bounds its mean with room.
    @Test func `with capacity above the load the line stays short`() throws {
        let post = TestWorld.post(perHour: 600, lanes: 10, mix: TestWorld.cars)
        var engine = try engine(post)
        let reports = engine.advance(to: engine.world.end).reports("syrym", .in).map(\.body)
        let waiting = reports.compactMap(\.waitingPersons?.count)
        #expect(waiting.count == 144)
        #expect(Double(waiting.reduce(0, +)) / 144 < 10)
        #expect(reports.compactMap(\.wait?.count).allSatisfy { $0 <= 5 })
    }

    /// 2,000 persons an hour come to lanes for 1,000: after t hours (2000 − 1000)·t wait.
    @Test(arguments: [6, 12, 24])
    func `with twice the load the line grows by what is too much`(hours: Int) throws {
        let post = TestWorld.post(perHour: 2000, lanes: 10, mix: TestWorld.cars)
        var engine = try engine(post, hours: hours)
        let last = try #require(
            engine.advance(to: engine.world.end).reports("syrym", .in).last?.body)
        let waiting = try #require(last.waitingPersons)
        let expected = Double(1000 * hours)
        #expect(abs(Double(waiting.count) - expected) < 0.05 * expected)
        // One who joins waits until all before are through: waiting / 1000 hours, rounded up to minutes.
        #expect(last.wait?.count == (waiting.count * 60 + 999) / 1000)
    }

    @Test func `as many come as are expected`() throws {
        // 24 h · 600 persons; in pairs on average with one certain person each, the variance of a vehicle's
        // persons about 0 is 1 + 3 + 1 = 5 = E[(1 + N)²], so the sum's is 7200 · 5.
        let post = TestWorld.post(perHour: 600, lanes: 10, mix: TestWorld.cars)
        var engine = try engine(post)
        _ = engine.advance(to: engine.world.end)
        let arrived = try #require(engine.line("syrym", .in)?.arrived.count)
        #expect(abs(Double(arrived) - 14_400) < 2.576 * (7200.0 * 5).squareRoot())
    }

    @Test func `with no lane everyone waits and nobody can say how long`() throws {
        var engine = try engine(TestWorld.post(lanes: 0))
        let drafts = engine.advance(to: engine.world.end)
        let reports = drafts.reports("syrym", .in).map(\.body)
        #expect(reports.allSatisfy { $0.persons == 0 && $0.wait == nil && $0.lanesOpen == 0 })
        let line = try #require(engine.line("syrym", .in))
        #expect(line.served == 0 && line.waiting == line.arrived && line.arrived > 0)
        #expect(drafts.states("syrym").map(\.status) == [.closed])
    }

    @Test func `lanes that pass nobody and posts where nobody comes are no trouble`() throws {
        var stuck = try engine(TestWorld.post(perLaneHour: 0))
        _ = stuck.advance(to: stuck.world.end)
        #expect(stuck.line("syrym", .in)?.served == 0)
        var deserted = try engine(TestWorld.post(perHour: 0))
        _ = deserted.advance(to: deserted.world.end)
        #expect(deserted.line("syrym", .in)?.arrived == 0)
    }

    @Test func `a slow lane lets a person through when their time is done`() throws {
        // One lane, four an hour, always someone waiting: 24 h give 96, less the first minutes.
        var engine = try engine(TestWorld.post(perHour: 300, lanes: 1, perLaneHour: 4))
        _ = engine.advance(to: engine.world.end)
        let served = try #require(engine.line("syrym", .in)?.served.count)
        #expect((95...96).contains(served))
    }

    /// Nobody comes from 08 to 20; from 20 to 21 come 24 · 100 = 2,400 to lanes for 1,000. Twelve idle hours
    /// must not have worked ahead: 1,400 ± 2.576 √(1200 · 5) wait at 21.
    @Test func `lanes that stood idle have not worked ahead`() throws {
        var post = TestWorld.post(perHour: 0, lanes: 10, mix: TestWorld.cars)
        let evening = (0..<24).map { $0 == 20 ? 24.0 : 0 }
        post.incoming.usualPersonsPerHour = 100
        post.incoming.profile = DailyProfile(multipliers: evening)
        var engine = try engine(post, hours: 13)
        _ = engine.advance(to: engine.world.end)
        let waiting = try #require(engine.line("syrym", .in)?.waiting.count)
        #expect(abs(Double(waiting) - 1400) < 2.576 * (1200.0 * 5).squareRoot())
    }

    /// A surge from hour 2 to 6 with one hour up and one down at 3 times the usual 600: 1,200 more on the
    /// plateau of two hours and half of it in each ramp: 1200 · (2 + ½ + ½) = 3,600.
    @Test func `a surge brings what its shape says`() throws {
        let post = TestWorld.post(perHour: 600, lanes: 100, mix: TestWorld.cars)
        func arrivals(_ surges: [Surge]) throws -> Int {
            let world = try World(
                scenario: "test", start: TestWorld.start, length: .hours(8), posts: [post], surges: surges)
            var engine = BorderEngine(world: world, seed: 33)
            _ = engine.advance(to: world.end)
            return try #require(engine.line("syrym", .in)?.arrived.count)
        }
        let surge = Surge(
            posts: ["syrym"], from: .hours(2), to: .hours(6), peakFactor: 3, rampUp: .hours(1),
            rampDown: .hours(1))
        // The usual people are the same ones in both, so the difference is the surge alone; the variance of
        // the persons in 1,800 vehicles is 1800 · 5.
        let extra = try arrivals([surge]) - arrivals([])
        #expect(abs(Double(extra) - 3600) < 2.576 * (1800.0 * 5).squareRoot())
    }
}
