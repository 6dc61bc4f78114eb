import Foundation
import Language
import Simulation

/// Plays many runs with a progress bar, until they are done or Ctrl-C asks to end early.
struct EnsembleSession {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    func play(_ ensemble: Ensemble<NationalEngine>) async throws -> EnsembleResult {
        try await watching { bar in
            try await ensemble.play { bar.show(Double($0.done) / Double($0.total)) }
        }
    }

    func play(_ comparison: PolicyComparison<NationalEngine>) async throws -> PolicyComparisonResult {
        try await watching { bar in
            try await comparison.play { bar.show(Double($0) / Double(comparison.plan.replications)) }
        }
    }

    /// Does work under a progress bar that Ctrl-C asks to end.
    func watching<Result: Sendable>(
        label: String = "simulation.run.progress.label",
        _ work: @escaping @Sendable (inout ProgressBar) async throws -> Result
    ) async throws -> Result {
        let label = surroundings.catalog.say(label)
        let task = Task {
            var bar = ProgressBar(label)
            defer { bar.clear() }
            return try await work(&bar)
        }
        let interrupts = Interrupts { task.cancel() }
        defer { interrupts.end() }
        return try await task.value
    }
}
