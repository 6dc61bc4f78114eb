import Foundation
import Simulation
import Worlds

/// How fast the displacement model plays the public case of Mali 2012, beside Flee's stated 204,000 agent-steps
/// a second on one core, and what ten times the people cost.
struct FleeBench: Measuring {
    let runs: Int

    let name = "flee"

    /// What Flee reaches on one core of a machine like ours, as stated with the case.
    private static let fleesRate = 204_000.0

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let path = "../shared/data/flee/mali2012"
        guard FileManager.default.fileExists(atPath: path) else {
            say("no case folder at \(path): nothing is measured")
            return []
        }
        let mali = try FleeCaseFolder(path: path).read().flee
        let many = Self.tenfold(mali)
        var rates: [RatePair] = []
        var costs: [Double] = []
        for run in 0..<(runs * 4) {
            let one = try time(mali, seed: UInt64(run))
            let ten = try time(many, seed: UInt64(run))
            rates.append(RatePair(ours: one.rate, theirs: Self.fleesRate))
            costs.append(ten.seconds / one.seconds)
        }
        return [
            BenchLine(
                "displacement, mali2012, agent-steps", pairs: rates, .perSecond, goal: .ratioAtLeast(2000),
                note: "theirs: Flee's stated rate"),
            BenchLine(
                "displacement, ten times the people, cost", ours: costs.median, .times, goal: .atMost(1.2),
                note: "of the cost of mali2012; each pair one after the other"),
        ]
    }

    private func time(_ flee: FleeCase, seed: UInt64) throws -> (seconds: Double, rate: Double) {
        var steps = 0
        let seconds = try ContinuousClock().measure {
            steps = try flee.play(.baseline, seed: seed).agentSteps
        }.inSeconds
        return (seconds, Double(steps) / seconds)
    }

    /// The case with ten times everybody: populations, capacities and counts.
    private static func tenfold(_ flee: FleeCase) -> FleeCase {
        var many = flee
        for index in many.places.indices {
            many.places[index].population *= 10
            many.places[index].capacity = many.places[index].capacity.map { $0 * 10 }
        }
        for row in many.total.rows.indices { many.total.rows[row].count *= 10 }
        for camp in many.camps.indices {
            for row in many.camps[camp].rows.indices { many.camps[camp].rows[row].count *= 10 }
        }
        return many
    }
}
