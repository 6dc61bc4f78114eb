import Simulation
import Situation

/// How long the simulator takes for the whole country: 72 posts in a surge.
struct SimulatorBench: Measuring {
    let hours: Int
    let runs: Int

    let name = "simulator"

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let world = try world()
        let times = (0..<runs).map { run in
            ContinuousClock().measure {
                var engine = BorderEngine(world: world, seed: UInt64(run))
                _ = engine.advance(to: world.end)
            }.inSeconds
        }
        return [
            BenchLine(
                "simulator, 72 posts for \(hours) h", ours: times.median, .seconds,
                note: "\(Int(Double(hours) * 3600 / times.median)) times as fast as time itself")
        ]
    }

    private func world() throws -> World {
        let posts = (1...72).map { number in
            SimulatedPost(
                id: CheckpointID("post-\(number)"), region: "KZ-27",
                incoming: .init(usualPersonsPerHour: 400, profile: .daytime, lanes: 6),
                outgoing: .init(usualPersonsPerHour: 400, profile: .daytime, lanes: 6),
                personsPerLaneHour: 100, mix: ModeShare.illustrativeRoad)
        }
        let surge = Surge(
            posts: posts.map(\.id), from: .hours(hours / 6), to: .hours(hours), peakFactor: 20,
            rampUp: .hours(hours / 6), rampDown: .hours(hours / 6))
        return try World(
            scenario: "bench", start: Instant(year: 2026, month: 3, day: 2), length: .hours(hours),
            posts: posts, surges: [surge])
    }
}
