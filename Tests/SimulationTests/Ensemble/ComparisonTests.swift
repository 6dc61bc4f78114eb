import Situation
import Testing

@testable import Simulation

struct ComparisonTests {
    private func compare(
        _ replications: Int, shift: Int, secondSeed: UInt64 = 1, threads: Int = 2
    ) async throws -> PolicyComparisonResult {
        let world = try EnsembleFixture.world()
        // The second world is told from the first by its name alone.
        let other = try World(
            scenario: "policy", start: world.start, length: world.length, posts: world.posts,
            receptions: world.receptions, shelters: world.shelters, limits: world.limits)
        return try await PolicyComparison(
            world, other, plan: EnsemblePlan(replications: replications, seed: 1, threads: threads),
            secondPlan: EnsemblePlan(replications: replications, seed: secondSeed, threads: threads)
        ) { SyntheticRun($0, seed: $1, shift: $0.scenario == "policy" ? shift : 0) }.play()
    }

    @Test func `a world against itself differs by exactly nothing`() async throws {
        let result = try await compare(40, shift: 0)
        #expect(result.differences.count > 30)
        #expect(result.differences.allSatisfy { $0.value.pairs == 0 || $0.value.verdict == .none })
        #expect(result.differences.allSatisfy { $0.share.verdict == .none })
        #expect(result.first.measures == result.second.measures)
    }

    @Test func `a policy that shortens every line by ten is seen under the same luck, and not without it`()
        async throws
    {
        let same = try await compare(60, shift: -10)
        let waited = try #require(same.difference(.personHoursWaited))
        // Ten persons less in each of 24 hours.
        #expect(abs((waited.value.mean ?? 0) + 240) < 1e-6)
        #expect(waited.value.verdict == .real)
        let other = try #require(
            try await compare(60, shift: -10, secondSeed: 9).difference(.personHoursWaited))
        #expect(other.value.verdict == .notShown)
        #expect(other.value.deviation > 100 * (waited.value.deviation + 1))
    }

    @Test func `pairs are the same at any number of threads`() async throws {
        #expect(try await compare(30, shift: 5, threads: 1) == compare(30, shift: 5, threads: 4))
    }

    @Test func `a difference is real when its interval does not reach nothing`() {
        // Worked out by hand: mean 2, deviation 1, t(97.5 %, 2) = 4.302653, half width 2.4841.
        let unsure = PairedDifference(Tally([1, 2, 3]))
        #expect(unsure.verdict == .notShown)
        #expect(abs((unsure.interval?.lowerBound ?? 0) + 0.48414) < 1e-4)
        // (2.4841 / 2)² · 3 = 4.63, so five pairs in all.
        #expect(unsure.pairsMissing == 2)
        let sure = PairedDifference(Tally([11, 12, 13]))
        #expect(sure.verdict == .real)
        #expect(sure.pairsMissing == nil)
        #expect(PairedDifference(Tally([0, 0, 0])).verdict == .none)
        #expect(PairedDifference(Tally()).verdict == .notShown)
        #expect(PairedDifference(Tally([5])).verdict == .notShown)
        #expect(PairedDifference(Tally([1e-9, 1, -1])).pairsMissing == nil)
    }

    @Test func `what happens only under one of two policies shows as a difference of shares`() {
        var totals = Tally()
        for _ in 0..<20 { totals.add(-1) }
        for _ in 0..<20 { totals.add(0) }
        let difference = PairedDifference(totals)
        #expect(abs((difference.mean ?? 0) + 0.5) < 1e-12)
        #expect(difference.verdict == .real)
    }
}
