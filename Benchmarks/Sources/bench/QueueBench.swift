import Foundation
import Simulation

/// How fast the kernel plays M/M/8 at a load of 0.85 on one core, beside engines that many use. An event is an
/// arrival or an end of service, whatever an engine counts inside.
struct QueueBench: Measuring {
    let customers: Int
    let runs: Int

    let name = "queue"

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let engines = [(name: "simpy", customers: 40_000), (name: "ciw", customers: 10_000)]
        let lines = engines.compactMap { engine in
            let pairs = pairs(engine.name, customers: engine.customers, say)
            return pairs.isEmpty
                ? nil
                : BenchLine(
                    "M/M/8 events, beside \(engine.name)", pairs: pairs, .perSecond,
                    note: "theirs is \(engine.name), same model, same run")
        }
        let alone = (0..<runs).map { ours(seed: UInt64($0)) }.median
        return [
            BenchLine(
                "M/M/8 events, one core", ours: alone, .perSecond, goal: .atLeast(20_000_000),
                note: "arrivals and ends of service at a load of 0.85")
        ] + lines
    }

    private func ours(seed: UInt64) -> Double {
        var events = 0
        let time = ContinuousClock().measure {
            events = MarkovQueue.play(servers: 8, load: 0.85, customers: customers, seed: seed).events
        }.inSeconds
        return Double(events) / time
    }

    /// Ours and theirs, one right after the other; none when the engine is not there.
    private func pairs(_ engine: String, customers: Int, _ say: (String) -> Void) -> [RatePair] {
        var pairs: [RatePair] = []
        for run in 0..<runs {
            guard let theirs = theirs(engine, customers: customers) else {
                say("\(engine) is not installed and is left out (pip install \(engine))")
                break
            }
            pairs.append(RatePair(ours: ours(seed: UInt64(run)), theirs: theirs))
        }
        return pairs
    }

    private func theirs(_ engine: String, customers: Int) -> Double? {
        let process = Process()
        let python = ProcessInfo.processInfo.environment["AHUAL_BENCH_PYTHON"] ?? "python3"
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, "Benchmarks/queue_simpy.py", engine, String(customers)]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return Double(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
