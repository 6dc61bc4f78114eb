import Situation
import Support
import Testing

@testable import Planning
@testable import Watch

@Suite struct AlarmPropertyTests {
    private static let rules = [
        AlarmRule.wait(for: .minutes(20), off: .minutes(20), suppressions: [.post([.closed])]),
        .sample(
            "post-queue", .metric("post.queue_persons", scope: .any, .above, .value(200)),
            suppressions: [.alarm("post-wait")]),
        .sample("post-silence", .silence(SilenceTest(of: .posts, times: 3, atLeast: .minutes(30), words: 3))),
        .sample(
            "source-silence", .silence(SilenceTest(of: .sources, times: 3, atLeast: .minutes(30), words: 3))),
        .sample("post-closed", .closure([.closed], scope: .any)),
        .sample(
            "section-queue", .metric("section.queue_persons", scope: .any, .atLeast, .value(400)),
            for: .minutes(10), worse: [AlarmStep(value: 800, priority: .high)]),
        .sample(
            "shelter-occupancy", .metric("shelter.occupancy", scope: .any, .atLeast, .value(0.9)),
            returns: AlarmReturn(value: 0.8, duration: .minutes(10))),
        .sample(
            "section-influx", .influx(InfluxTest(of: .sections, times: 1.3, timesWithoutHistory: 2, score: 6))
        ),
    ]

    /// One step of a random history, the same for every bench it is played to.
    private static func step(_ bench: inout AlarmBench, _ random: inout Seeded, _ now: Instant) {
        let post = AlarmBench.posts[Int.random(in: 0..<3, using: &random)]
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<6:
            bench.wait(
                Int.random(in: 0...500, using: &random), at: now, post: post,
                persons: Int.random(in: 0...80, using: &random))
        case 6:
            let status = CheckpointStatus.allCases[Int.random(in: 0..<4, using: &random)]
            bench.say(.checkpointState(CheckpointState(checkpoint: post, status: status)), at: now)
        case 7, 8:
            let shelter = AlarmBench.shelters[Int.random(in: 0..<2, using: &random)]
            bench.say(
                .shelterReport(
                    ShelterReport(
                        shelter: shelter, openBeds: 100, reserveBeds: 100,
                        occupied: Beds(Int.random(in: 50...120, using: &random)))), at: now)
        case 9:
            guard let alarm = bench.picture.watch.alarms.keys.sorted().first else { return }
            let acts: [AlarmEvent.Change] = [
                .acknowledged, .shelved(until: now + .minutes(45), reason: "x"), .unshelved(reason: "x"),
                .takenOutOfService(reason: "x"), .putInService(reason: "x"),
            ]
            bench.act(acts[Int.random(in: 0..<acts.count, using: &random)], on: alarm, at: now)
        default: break
        }
    }

    @Test(arguments: 0..<6)
    func `working out only what changed finds what working out everything finds`(seed: UInt64) {
        var lazy = AlarmBench(Self.rules)
        var eager = AlarmBench(Self.rules)
        var luck = (Seeded(seed), Seeded(seed))
        var pace = Seeded(seed &+ 1000)
        var now = Instant.at(0)
        for _ in 0..<200 {
            now = now + .minutes(Int.random(in: 0...9, using: &pace))
            Self.step(&lazy, &luck.0, now)
            Self.step(&eager, &luck.1, now)
            #expect(lazy.look(now) == eager.look(now, everything: true))
        }
        #expect(!lazy.entries.isEmpty)
        #expect(lazy.watch.evaluations < eager.watch.evaluations / 2)
    }

    @Test func `nothing is worked out when nothing changed`() {
        var bench = AlarmBench(Self.rules)
        bench.wait(10, at: .at(10))
        bench.look(.at(10, 1))
        bench.look(.at(10, 2))
        let before = bench.watch.evaluations
        for second in 0..<60 { #expect(bench.look(.at(10, 2) + .seconds(second)).isEmpty) }
        #expect(bench.watch.evaluations == before)
    }

    @Test(arguments: 0..<4)
    func `an alarm is never raised twice at one priority, nor returned when it does not stand`(seed: UInt64) {
        var bench = AlarmBench(Self.rules)
        var random = Seeded(seed)
        var now = Instant.at(0)
        var standing: [AlarmID: AlarmPriority] = [:]
        for _ in 0..<200 {
            now = now + .minutes(Int.random(in: 1...9, using: &random))
            Self.step(&bench, &random, now)
            for event in bench.look(now) {
                switch event.change {
                case .raised(let finding):
                    #expect(standing[event.alarm].map { $0 < finding.priority } ?? true)
                    standing[event.alarm] = finding.priority
                case .returned:
                    #expect(standing[event.alarm] != nil)
                    standing[event.alarm] = nil
                default: break
                }
            }
        }
    }
}
