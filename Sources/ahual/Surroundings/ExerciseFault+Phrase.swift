import Exercise
import Language
import Simulation

extension ExerciseFault: Sayable {
    /// What stopped the exercise, and what to do.
    public var phrase: Phrase {
        switch self {
        case .store(let error): error.phrase
        case .engine(let breach): breach.phrase
        case .record(let path, let reason):
            Phrase("exercise.fault.record", ["path": .text(path), "reason": .text(reason)])
        case .unplayable(let reason): Phrase("exercise.fault.unplayable", ["reason": .text(reason)])
        }
    }
}

extension ConservationBreach: Sayable {
    /// What the engine lost count of, for whoever is to mend it.
    public var phrase: Phrase {
        switch self {
        case .headcount(let count):
            Phrase(
                "simulation.breach.headcount",
                ["came": .number(count.came), "accounted": .number(count.accounted)])
        case .displacement(let fault): Phrase("simulation.breach.displacement", ["reason": .text("\(fault)")])
        case .overfull(_, let occupied, let open):
            Phrase("simulation.breach.overfull", ["occupied": .number(occupied), "open": .number(open)])
        }
    }
}
