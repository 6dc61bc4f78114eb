import Language
import Simulation

extension EnsembleFault: Sayable {
    public var phrase: Phrase {
        switch self {
        case .nothingComplete: Phrase("simulation.run.cli.nothing")
        case .breach(_, let replication, let seed):
            Phrase(
                "simulation.run.cli.breach",
                ["run": .number(replication), "seed": .text(String(seed))])
        }
    }
}
