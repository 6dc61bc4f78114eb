import Situation
import Synchronization
import Testing

@testable import Simulation

struct EnsemblePartsTests {
    @Test func `days are kept by the hour, a year by steps of days`() {
        let start = EnsembleFixture.start
        let days = TimeGrid(start: start, length: .hours(72))
        #expect(days.count == 72)
        #expect(days.stepHours == 1)
        #expect(days.step(endingAt: start) == nil)
        #expect(days.step(endingAt: start + .hours(1)) == 0)
        #expect(days.step(endingAt: start + .hours(72)) == 71)
        #expect(days.step(endingAt: start + .hours(73)) == nil)
        let year = TimeGrid(start: start, length: .hours(9600))
        #expect(year.stepHours == 58)
        #expect(year.count == 166)
        #expect(year.step(endingAt: start + .hours(9600)) == 165)
        #expect(TimeGrid(start: start, length: .minutes(90)).count == 2)
        #expect(TimeGrid(start: start, length: .zero).count == 0)
    }

    @Test func `outputs are taken in order and never more than a few wait`() async {
        let started = Mutex(0)
        var taken: [Int] = []
        var widest = 0
        let count = await InOrder.fold(
            count: 200, threads: 2,
            work: { piece in
                started.withLock { $0 = max($0, piece) }
                // The first is the slowest: all others have to wait for it.
                if piece == 0 { try? await Task.sleep(for: .milliseconds(20)) }
                return piece
            },
            take: { piece in
                if taken.isEmpty { widest = started.withLock { $0 } }
                taken.append(piece)
                return true
            })
        #expect(count == 200)
        #expect(taken == Array(0..<200))
        #expect(widest < 8)
    }

    @Test func `a piece that was broken off ends what is taken before it`() async {
        var taken: [Int] = []
        let count = await InOrder.fold(
            count: 50, threads: 3, work: { $0 == 17 ? nil : $0 },
            take: {
                taken.append($0)
                return true
            })
        #expect(count == 17)
        #expect(taken == Array(0..<17))
        let stopped = await InOrder.fold(count: 50, threads: 3, work: { $0 }, take: { $0 < 9 })
        #expect(stopped == 10)
        #expect(await InOrder.fold(count: 0, threads: 3, work: { $0 }, take: { _ in true }) == 0)
    }

    @Test func `arrivals of a step of hours are shown by the hour, the last step by its own length`() throws {
        // 170 hours are 84 steps of two hours and one of two; 171 end with a step of one hour.
        let world = try EnsembleFixture.world(hours: 171)
        var run = SyntheticRun(world, seed: 1)
        var recorder = ReplicationRecorder(EnsembleLayout(world), end: world.end)
        while let interval = try run.playInterval(.hours(1)) { recorder.take(interval) }
        let grid = recorder.layout.grid
        let series = recorder.finished(work: RunWork()).series
        #expect(grid.stepHours == 2)
        #expect(series[0..<grid.count].allSatisfy { $0 == 100 })
    }

    @Test func `who is expected follows from the flows and their groups`() throws {
        let families = PeopleGroup(
            id: "families", purposes: [.asylum: 0.7, .transit: 0.3], documents: [.passport: 1],
            ages: [.under5: 0.25, .women18to59: 0.75])
        // A triangle of ten hours and 600 an hour at its height: 3,000 persons; half of it after the run.
        let curve = RateCurve([
            .init(at: .hours(19), personsPerHour: 0), .init(at: .hours(24), personsPerHour: 600),
            .init(at: .hours(29), personsPerHour: 0),
        ])
        let flow = Flow(
            name: "families", group: "families", posts: [(id: "syrym", weight: 1)], curve: curve,
            scale: .constant(2))
        let world = try EnsembleFixture.world(flows: [flow], groups: [families])
        let expected = ExpectedPeople(world)
        #expect(abs(expected.persons - 3000) < 1e-6)
        #expect(abs((expected.purposes[.asylum] ?? 0) - 2100) < 1e-6)
        #expect(abs((expected.ages[.under5] ?? 0) - 750) < 1e-6)
        #expect(abs((expected.documents[.passport] ?? 0) - 3000) < 1e-6)
    }
}
