import Planning
import Simulation
import Situation
import Testing

@testable import Worlds

/// The wave of autumn 2022 against what was published, with the intervals of docs/validation-2022.md.
@Suite struct Autumn2022WaveTests {
    /// Persons let in and out by day, and let in by post from 21 to 29 September.
    private struct Play {
        var incoming: [Double] = []
        var outgoing: [Double] = []
        var byPost: [CheckpointID: Double] = [:]
    }

    private static let plays = Result { try (0..<6).map { try play(seed: 1000 + UInt64($0)) } }

    private static func play(seed: UInt64) throws -> Play {
        let world = try WorldsFixtures.world("northern-wave-2022")
        var engine = NationalEngine(world: world, seed: seed, warmUp: .hours(6))
        _ = try engine.playInterval(.hours(6))
        var play = Play()
        while let day = try engine.playInterval(.days(1)) {
            play.incoming.append(Double(day.incoming.reduce(0) { $0 + $1.served }))
            play.outgoing.append(Double(day.outgoing.reduce(0) { $0 + $1.served }))
            guard play.incoming.count <= 9 else { continue }
            for (post, interval) in zip(world.posts, day.incoming) {
                play.byPost[post.id, default: 0] += Double(interval.served)
            }
        }
        return play
    }

    private static func mean(_ value: (Play) -> Double) throws -> Double {
        let plays = try plays.get()
        return plays.reduce(0) { $0 + value($1) } / Double(plays.count)
    }

    @Test func `the figures put in come out again`() throws {
        // 98,000 in by noon of 27 September, the seventh day; 64,234 out in the same time.
        let incoming = try Self.mean { $0.incoming[0..<6].reduce(0, +) + $0.incoming[6] / 2 }
        #expect(abs(incoming / 98_000 - 1) < 0.05)
        let outgoing = try Self.mean { $0.outgoing[0..<6].reduce(0, +) + $0.outgoing[6] / 2 }
        #expect(abs(outgoing / 64_234 - 1) < 0.03)
    }

    @Test func `the national figures of 29 September to 4 October lie within the stated intervals`() throws {
        // 29 September: 22,500. A few runs of a wide law have an unsure mean.
        #expect(abs(try Self.mean { $0.incoming[8] } / 22_500 - 1) < 0.25)
        // 30 September: 14,900, inside 13,800 to 37,600 of single runs.
        #expect((13_000...38_000).contains(try Self.mean { $0.incoming[9] }))
        // Above 200,000 in, and 147,000 out, over fourteen days.
        #expect((200_000...330_000).contains(try Self.mean { $0.incoming.reduce(0, +) }))
        #expect(abs(try Self.mean { $0.outgoing.reduce(0, +) } / 147_000 - 1) < 0.1)
    }

    @Test(
        arguments: [
            ("syrym", 34.3, 12.5), ("taskala", 26.8, 6), ("shagan", 13.8, 6), ("aksai", 12.4, 6),
            ("zhanybek", 10.2, 6), ("orda", 2.4, 6),
        ] as [(CheckpointID, Double, Double)])
    func `a post's share of West Kazakhstan is as published within its stated tolerance`(
        post: CheckpointID, percent: Double, tolerance: Double
    ) throws {
        let road: [CheckpointID] = ["syrym", "taskala", "shagan", "aksai", "zhanybek", "orda"]
        let share = try Self.mean { play in
            100 * play.byPost[post, default: 0] / road.reduce(0) { $0 + play.byPost[$1, default: 0] }
        }
        #expect(abs(share - percent) < tolerance)
    }

    @Test func `the road posts of West Kazakhstan count a quarter less than published at most`() throws {
        let road: [CheckpointID] = ["syrym", "taskala", "shagan", "aksai", "zhanybek", "orda"]
        let all = try Self.mean { play in road.reduce(0) { $0 + play.byPost[$1, default: 0] } }
        #expect(abs(all / 49_094 - 1) < 0.3)
    }

    @Test func `only figures of 28 September or earlier stand behind the height of the wave`() throws {
        // docs/validation-2022.md: E = 98,000 − 6.5 · 10,500, s = 2E / 5.625², h = 7.125 s.
        let height = 2 * (98_000 - 6.5 * 10_500) / (5.625 * 5.625) * 7.125
        let scenario = try WorldsFixtures.scenario("northern-wave-2022")
        let until = scenario.flows.filter { $0.name.hasPrefix("until-28-september") }
        let written = until.reduce(0.0) { sum, flow in
            if case .personsPerDay(let persons) = flow.height { sum + persons } else { sum }
        }
        #expect(abs(written - height) < 5)
    }
}
