import Situation

/// One world, ready to be played with any luck.
struct Replication<Run: ReplicableRun>: Sendable {
    let layout: EnsembleLayout
    let end: Instant
    let make: @Sendable (UInt64) -> Run

    init(_ world: World, make: @escaping @Sendable (UInt64) -> Run) {
        layout = EnsembleLayout(world)
        end = world.end
        self.make = make
    }

    /// Plays the whole run.
    ///
    /// - Returns: `nil` when the task was cancelled on the way: half a run says nothing.
    func record(seed: UInt64) async -> Result<ReplicationRecord, ConservationBreach>? {
        var run = make(seed)
        var recorder = ReplicationRecorder(layout, end: end)
        var hours = 0
        do throws(ConservationBreach) {
            while !run.isFinished {
                guard !Task.isCancelled else { return nil }
                guard let interval = try run.playInterval(.hours(1)) else { break }
                recorder.take(interval)
                hours += 1
                // Others of the program wait for the same threads.
                if hours % Self.hoursBetweenRests == 0 { await Task.yield() }
            }
        } catch {
            return .failure(error)
        }
        return .success(recorder.finished(work: run.work))
    }

    private static var hoursBetweenRests: Int { 12 }
}
