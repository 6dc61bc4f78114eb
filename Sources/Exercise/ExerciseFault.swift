import Simulation
import Situation
import Store

/// Why an exercise cannot go on.
public enum ExerciseFault: Error, Hashable, Sendable {
    /// The journal refuses.
    case store(StoreError)
    /// People appeared or vanished in the simulation: an error of the engine, and nothing more is appended.
    case engine(ConservationBreach)
    /// The director's record cannot be read or written.
    case record(path: String, reason: String)
    /// Its exercise or scenario cannot be played any more: the first fault found.
    case unplayable(String)
}
