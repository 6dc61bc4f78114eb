import Exercise
import Foundation
import Simulation
import Situation
import Store
import Worlds

/// The demonstration exercise: a fresh journal of its own and the run that fills it.
struct Demonstration: Sendable {
    let journal: Journal
    let run: ExerciseRun

    /// Days of history before the start, so that the usual is known and the chart is full.
    private static let warmUp = Span.hours(96)

    /// Makes the journal and the engine; nothing is played yet.
    ///
    /// - Parameter hours: how far into the scenario play begins.
    static func prepare(_ surroundings: Surroundings, hours: Int, speed: Int) throws -> Demonstration {
        let scenario = try surroundings.files.demonstration()
        let world = try WorldBuilder(scenario, reference: try surroundings.files.reference()).world()
        let stamp = surroundings.now().iso8601.filter(\.isNumber).prefix(14)
        let header = JournalHeader(
            id: UUID().uuidString, nature: .exercise, scenario: scenario.id.rawValue, seed: scenario.seed,
            created: scenario.start - warmUp)
        let journal = try Journal.create(
            "\(surroundings.folders.exercises)/demonstration-\(stamp)-\(getpid()).ahual", header: header,
            station: try surroundings.station())
        let started = ContinuousClock.now
        let run = try ExerciseRun(
            NationalEngine(world: world, seed: scenario.seed, warmUp: warmUp), into: journal,
            from: scenario.start + .hours(min(max(hours, 0), 72)),
            speed: SimulatedClock.Speed(clamping: speed), elapsed: { ContinuousClock.now - started })
        return Demonstration(journal: journal, run: run)
    }

    /// Plays what lies before the moment at which play begins.
    func playHistory(_ progress: @escaping @Sendable (Double) -> Void) async throws {
        try await run.playHistory(progress: progress)
    }
}
