import Situation
import Synchronization
import Testing

@testable import Simulation

struct EnsembleTests {
    @Test func `quantiles over many runs are those of the law each hour is drawn from`() async throws {
        let result = try await EnsembleFixture.play(600)
        let fan = try #require(result.fan(.postQueuePersons, .post("syrym")))
        #expect(fan.steps.count == 24)
        // Uniform between 0 and 10,000; a rank of 600 has a deviation of at most 2 %, the sketch adds 0.9 %.
        for step in fan.steps {
            let step = try #require(step)
            #expect(abs(step.p10 - 1000) < 600)
            #expect(abs(step.p50 - 5000) < 900)
            #expect(abs(step.p90 - 9000) < 600)
            #expect(abs(step.mean - 5000) < 500)
        }
        let waits = try #require(result.fan(.postWaitMinutes, .post("syrym"))?.steps[5])
        // Exponential with mean 60: the median is 60 ln 2.
        #expect(abs(waits.p50 - 41.6) < 9)
        #expect(abs(waits.p90 - 138.2) < 30)
    }

    @Test func `a peak is the greatest of the hours, and its time is spread evenly`() async throws {
        let result = try await EnsembleFixture.play(400)
        let peak = try #require(result.measure(.peakQueue, .post("syrym"))?.fan)
        // The greatest of 24 uniform numbers is below x with the chance x²⁴.
        #expect(abs(peak.p10 - 9085) < 200)
        #expect(abs(peak.p50 - 9715) < 80)
        #expect(abs(peak.p90 - 9956) < 40)
        let time = try #require(result.measure(.peakQueueAt, .post("syrym"))?.fan)
        #expect(abs(time.mean - 12.5) < 1.2)
    }

    @Test func `what may not happen has a share of runs, and times only of those in which it does`()
        async throws
    {
        let result = try await EnsembleFixture.play(400)
        let full = try #require(result.measure(.hoursToFull, .region("KZ-27")))
        // Two hours of history count too: 26 tries with the chance of 1 in 20.
        #expect(abs(full.share - 0.7365) < 0.075)
        let never = try #require(result.measure(.peakQueueAt, .post("taskala")))
        #expect(never.occurred == 0)
        #expect(never.fan == nil)
        #expect(never.interval == nil)
        let breach = try #require(result.measure(.hoursToBreach(.water), .shelter("oral-1")))
        #expect(breach.occurred == full.occurred)
        #expect(result.measure(.hoursToBreach(.food), .shelter("oral-1")) == nil)
    }

    @Test func `sums count everyone once`() async throws {
        let result = try await EnsembleFixture.play(10)
        // 120 come to the post in each of 24 hours, 20 of them from a sister post.
        #expect(result.measure(.arrivals, .post("syrym"))?.fan?.p50 == 2880)
        #expect(result.measure(.arrivals)?.fan?.p50 == 2400)
        #expect(result.measure(.arrivals)?.interval == 2400...2400)
        #expect(result.measure(.letIn, .section("ru-west"))?.fan?.mean == 2160)
        #expect(result.fan(.countryArrivalsHour)?.steps[7]?.p90 == 100)
        #expect(result.fan(.countryBedsFree)?.steps.count == 24)
        #expect(result.work == RunWork(parties: 260, events: 780))
    }

    @Test func `a wait that most runs do not know is not shown`() async throws {
        let result = try await EnsembleFixture.play(10)
        let fan = try #require(result.fan(.postWaitMinutes, .post("taskala")))
        #expect(fan.steps.allSatisfy { $0 == nil })
        #expect(fan.highest == nil)
    }

    @Test(arguments: [2, 3, 8])
    func `any number of threads gives the same result to the last bit`(_ threads: Int) async throws {
        let alone = try await EnsembleFixture.play(60, threads: 1)
        let together = try await EnsembleFixture.play(60, threads: threads)
        #expect(alone == together)
        let others = try await EnsembleFixture.play(60, seed: 2, threads: threads)
        #expect(alone.fans != others.fans)
    }

    @Test func `fifty of a hundred replications are the fifty of fifty`() async throws {
        let world = try EnsembleFixture.world()
        let plan = EnsemblePlan(replications: 100, seed: 1, threads: 2)
        var half: EnsembleResult?
        _ = try await Ensemble(world: world, plan: plan) {
            SyntheticRun(world, seed: $0, warmUp: .hours(2))
        }.play { progress in if progress.done == 50 { half = progress.resultSoFar } }
        let fifty = try await EnsembleFixture.play(50)
        #expect(half?.fans == fifty.fans)
        #expect(half?.measures == fifty.measures)
        #expect(half?.isComplete == false)
        #expect(half?.replicationsAsked == 100)
    }

    @Test func `breaking off gives the first runs, whole`() async throws {
        let world = try EnsembleFixture.world()
        let plan = EnsemblePlan(replications: 100_000, seed: 1, threads: 2)
        let reached = Mutex(0)
        let task = Task {
            try await Ensemble(world: world, plan: plan) {
                SyntheticRun(world, seed: $0, warmUp: .hours(2))
            }.play { progress in reached.withLock { $0 = progress.done } }
        }
        while reached.withLock({ $0 }) < 20 { await Task.yield() }
        task.cancel()
        let result = try await task.value
        #expect(result.replications >= 20)
        #expect(result.replications < 100_000)
        let whole = try await EnsembleFixture.play(result.replications)
        #expect(result.measures == whole.measures)
        #expect(result.fans == whole.fans)
    }

    @Test func `broken off before anything is complete it has no result`() async throws {
        let world = try EnsembleFixture.world()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Ensemble(
                world: world, plan: EnsemblePlan(replications: 10, seed: 1, threads: 1)
            ) { SyntheticRun(world, seed: $0) }.play()
        }
        await #expect(throws: EnsembleFault.nothingComplete) { try await task.value }
    }

    @Test func `an engine that loses people is an error with the seed that shows it again`() async throws {
        let world = try EnsembleFixture.world()
        let plan = EnsemblePlan(replications: 10, seed: 5, threads: 2)
        await #expect(
            throws: EnsembleFault.breach(.headcount(Headcount()), replication: 0, seed: plan.seed(of: 0))
        ) {
            try await Ensemble(world: world, plan: plan) { BrokenRun(world, seed: $0) }.play()
        }
    }

    @Test func `no two replications have the same luck`() {
        let plan = EnsemblePlan(replications: 1, seed: 42, threads: 1)
        #expect(Set((0..<10_000).map { plan.seed(of: $0) }).count == 10_000)
    }

    @Test func `what is asked for is kept within bounds`() {
        #expect(EnsemblePlan(replications: 0, seed: 1, threads: 0).replications == 1)
        #expect(EnsemblePlan(replications: .max, seed: 1, threads: 1).replications == 100_000)
        #expect(EnsemblePlan(replications: 1, seed: 1, threads: -3).threads == 1)
    }
}
