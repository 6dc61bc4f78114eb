import Language
import Planning
import Simulation
import Situation

extension Model {
    /// The scenario of the view shown.
    var forecastScenario: ForecastScenario? {
        if case .forecast(let id) = view.destination { return forecast.scenario(id) }
        guard case .destination(.forecast(let id))? = view.list.selected else { return nil }
        return forecast.scenario(id)
    }

    /// Plays a scenario when it is first looked at; one that was played is shown as it is.
    mutating func openForecast(_ id: Scenario.ID) -> [Effect] {
        guard let scenario = forecast.scenario(id), forecast.outcomes[id] == nil, !forecast.isRunning(id)
        else {
            return []
        }
        return begin(scenario, seed: scenario.seed)
    }

    /// Plays the scenario of the view again, with other luck.
    mutating func playForecastAgain() -> [Effect] {
        guard let scenario = forecastScenario else { return [] }
        let before = forecast.outcomes[scenario.id]?.result.seed
        return begin(scenario, seed: before.map { $0 &+ 1 } ?? scenario.seed)
    }

    private mutating func begin(_ scenario: ForecastScenario, seed: UInt64) -> [Effect] {
        [.startForecast(forecast.begin(scenario, seed: seed))]
    }

    /// Ends what runs; what is complete comes as its result.
    mutating func stopForecast() -> [Effect] {
        forecast.running.map { [.stopForecast($0.order.id)] } ?? []
    }

    /// Why a forecast cannot be played again now.
    var reasonNotToPlayAgain: Phrase? {
        guard let scenario = forecastScenario else { return Phrase("console.why-not.no-scenario") }
        return forecast.isRunning(scenario.id) ? Phrase("console.why-not.forecast-runs") : nil
    }

    var reasonNotToStopForecast: Phrase? {
        forecast.running == nil ? Phrase("console.why-not.no-forecast-runs") : nil
    }
}

// MARK: - What comes from outside

extension Model {
    mutating func move(_ id: ForecastID, _ progress: ForecastProgress) {
        guard forecast.running?.order.id == id else { return }
        forecast.running?.progress = progress
    }

    mutating func take(_ id: ForecastID, _ result: EnsembleResult, isFinal: Bool) {
        guard let running = forecast.running, running.order.id == id else { return }
        forecast.outcomes[running.order.scenario] = ForecastDesk.Outcome(result: result, at: now)
        if isFinal { forecast.running = nil }
    }

    mutating func refuse(_ id: ForecastID, _ reason: Phrase) {
        guard let running = forecast.running, running.order.id == id else { return }
        forecast.running = nil
        forecast.refusals[running.order.scenario] = reason
        notice = Notice(phrase: reason, isFailure: true)
    }
}
