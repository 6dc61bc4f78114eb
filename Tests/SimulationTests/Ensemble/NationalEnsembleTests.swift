import Situation
import Testing

@testable import Simulation

/// The real engine, many times.
struct NationalEnsembleTests {
    /// A post under a surge, with so many lanes in: the policy.
    private func world(lanes: Lanes, hours: Int = 12) throws -> World {
        let base = try EnsembleFixture.world(hours: hours)
        let families = PeopleGroup(id: "families", needsBedShare: 0.3, stayHours: .constant(48))
        let curve = RateCurve([
            .init(at: .zero, personsPerHour: 150), .init(at: .hours(hours), personsPerHour: 150),
        ])
        var posts = base.posts
        for index in posts[0].incoming.channels.indices {
            posts[0].incoming.channels[index].roster = Roster(lanes)
            posts[0].incoming.channels[index].service = ServiceTime(
                minutesPerPerson: 0.8, factor: try .gamma(shape: 4, mean: 1))
        }
        return try World(
            scenario: "surge", start: base.start, length: base.length, groups: [families], posts: posts,
            flows: [
                Flow(name: "families", group: "families", posts: [(id: "syrym", weight: 1)], curve: curve)
            ],
            receptions: base.receptions, shelters: base.shelters, limits: base.limits)
    }

    private func compare(
        _ replications: Int, secondSeed: UInt64, lanes: (Lanes, Lanes) = (3, 4)
    ) async throws -> PolicyComparisonResult {
        try await PolicyComparison(
            try world(lanes: lanes.0), try world(lanes: lanes.1),
            plan: EnsemblePlan(replications: replications, seed: 1, threads: 2),
            secondPlan: EnsemblePlan(replications: replications, seed: secondSeed, threads: 2)
        ) { NationalEngine(world: $0, seed: $1, warmUp: .hours(1)) }.play()
    }

    @Test func `the same luck makes the difference of two policies surer than luck of their own`()
        async throws
    {
        let same = try await compare(30, secondSeed: 1)
        let other = try await compare(30, secondSeed: 1_000_003)
        let first = try #require(same.difference(.personHoursWaited))
        let second = try #require(other.difference(.personHoursWaited))
        #expect(first.value.deviation < second.value.deviation)
        #expect((first.value.mean ?? 0) < 0)
        #expect(first.value.verdict == .real)
        // The people who come are the same under both: no more arrive where more lanes are open.
        #expect(same.difference(.arrivals)?.value.verdict == PairedDifference.Verdict.none)
        #expect(other.difference(.arrivals)?.value.verdict != PairedDifference.Verdict.none)
    }

    @Test func `a policy against itself differs by exactly nothing`() async throws {
        let result = try await compare(4, secondSeed: 1, lanes: (3, 3))
        #expect(result.differences.allSatisfy { $0.value.pairs == 0 || $0.value.verdict == .none })
    }

    @Test func `the country gives the same at one thread and at two`() async throws {
        let world = try world(lanes: 3)
        let alone = try await Ensemble(
            world: world, plan: EnsemblePlan(replications: 6, seed: 3, threads: 1)
        ).play()
        let together = try await Ensemble(
            world: world, plan: EnsemblePlan(replications: 6, seed: 3, threads: 2)
        ).play()
        #expect(alone == together)
        #expect(alone.work.parties > 0)
        // 100 beds, and some 45 persons an hour who need one.
        let full = try #require(alone.measure(.hoursToFull, .region("KZ-27")))
        #expect(full.occurred == 6)
    }
}
