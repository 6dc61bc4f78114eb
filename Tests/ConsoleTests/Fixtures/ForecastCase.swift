import Planning
import Simulation
import Situation
import Support

@testable import Console

/// The forecast screen with a scenario that was played, one that is being played, and one that was not.
enum ForecastCase {
    static let played: Scenario.ID = "northern-wave-2022"
    static let running: Scenario.ID = "southern-conflict"

    /// Runs whose numbers are known; made once.
    private static let sample = Task { try await SampleEnsemble.result() }

    static func scenarios() throws -> [ForecastScenario] {
        try ["demonstration", "northern-wave-2022", "southern-conflict"].map {
            ForecastScenario(
                try ScenarioReader.load(SourceTree.folder("Scenarios").appending(path: "\($0).yaml")))
        }
    }

    /// Plays one scenario to its end, half of another, and stays in the list.
    static func open(_ sitting: inout Sitting, result: EnsembleResult) throws {
        sitting.press(.character("0"))
        sitting.tell(.scenariosLoaded(try scenarios(), faults: 0))
        sitting.model.navigation.show(.forecast(played))
        sitting.press(.character("r"))
        if let order = sitting.model.forecast.running?.order {
            sitting.tell(.forecastArrived(order.id, result, isFinal: true))
        }
        sitting.press(.escape)
        sitting.model.navigation.show(.forecast(running))
        sitting.press(.character("r"))
        if let order = sitting.model.forecast.running?.order {
            sitting.tell(
                .forecastMoved(order.id, ForecastProgress(done: 34, total: 200, left: .seconds(12))))
        }
        sitting.press(.escape)
    }

    static func result() async throws -> EnsembleResult { try await sample.value }
}
