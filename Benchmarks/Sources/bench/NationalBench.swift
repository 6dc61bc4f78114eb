import Foundation
import Planning
import Reference
import Simulation
import Situation
import Synchronization
import Worlds

/// How long the whole country takes many times: every road post for 72 hours on two cores, and what more
/// replications cost in memory.
struct NationalBench: Measuring {
    let runs: Int

    let name = "national"

    private static let replications = 200

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let world = try Self.world()
        say("\(world.posts.count) posts, \(Int(world.length.inHours)) h")
        let small = try Self.play(world, replications: 50)
        let smallPeak = PeakMemory.kilobytes
        let whole = try (0..<runs).map { _ in try Self.play(world, replications: Self.replications) }
        let wholePeak = PeakMemory.kilobytes
        let many = try Self.play(world, replications: 4 * Self.replications)
        let manyPeak = PeakMemory.kilobytes
        let work = whole[0].result.work
        return [
            BenchLine(
                "simulator, \(world.posts.count) posts, 72 h, 200 runs, 2 cores",
                ours: whole.map(\.seconds).median, .seconds, goal: .atMost(3),
                note: "\(work.parties) parties and \(work.events) events in all"),
            BenchLine(
                "memory of 200 runs over that of 50", ours: Double(wholePeak - smallPeak), .kilobytes,
                note: "VmHWM \(smallPeak) KB after 50 (\(small.result.replications) done)"),
            BenchLine(
                "memory of 800 runs over that of 200", ours: Double(manyPeak - wholePeak), .kilobytes,
                note: "VmHWM \(manyPeak) KB after 800 (\(many.result.replications) done)"),
        ]
    }

    private static func play(
        _ world: World, replications: Int
    ) throws -> (seconds: Double, result: EnsembleResult) {
        let plan = EnsemblePlan(replications: replications, seed: 1, threads: 2)
        let ended = DispatchSemaphore(value: 0)
        let outcome = Mutex<Result<EnsembleResult, EnsembleFault>?>(nil)
        let started = ContinuousClock.now
        // The bench has no asynchronous main; the semaphore orders the writing before the reading.
        Task.detached {
            let played: Result<EnsembleResult, EnsembleFault>
            do throws(EnsembleFault) {
                played = .success(try await Ensemble(world: world, plan: plan).play())
            } catch {
                played = .failure(error)
            }
            outcome.withLock { $0 = played }
            ended.signal()
        }
        ended.wait()
        let seconds = (ContinuousClock.now - started).inSeconds
        guard let played = outcome.withLock({ $0 }) else { throw EnsembleFault.nothingComplete }
        return (seconds, try played.get())
    }

    /// The demonstration's influx with every road post of the reference data playing.
    private static func world() throws -> World {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let reference = try ReferenceLoader(folder: root.appending(path: "Sources/Reference/Resources"))
            .core()
        let file = root.appending(path: "Scenarios/demonstration.yaml")
        let posts = reference.checkpoints.filter { $0.kind == .road }.map(\.id.rawValue)
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing(/\nposts:\s*\[[^\]]*\]/, with: "\nposts: [\(posts.joined(separator: ", "))]")
        let outcome = ScenarioReader.read(text: text, file: file.lastPathComponent)
        guard let scenario = outcome.scenario else { throw CocoaError(.fileReadCorruptFile) }
        return try WorldBuilder(scenario, reference: reference).world().lasting(.hours(72))
    }
}
