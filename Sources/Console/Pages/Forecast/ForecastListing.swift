import Planning
import Simulation
import Situation
import Terminal
import Wording

extension Look {
    /// The words of simulated figures.
    var ensembleWords: EnsembleWords { EnsembleWords(speech: speech, names: names) }

    /// The scenarios that can be played.
    var forecastListing: Listing {
        let filter = Filter(model.view.filter)
        let all = model.forecast.scenarios
        let rows = all.filter { filter.passes(names.text($0.name) + " \($0.id)") }
        return Listing(rows, total: all.count, columns: forecastColumns) {
            .destination(.forecast($0.id))
        }
    }

    private var forecastColumns: [Column<ForecastScenario>] {
        [
            Column(TableColumn(speech("console.column.scenario"), minimum: 30, isFlexible: true)) {
                TableCell(names.text($0.name))
            },
            Column(TableColumn(speech("console.column.length"), alignment: .right, minimum: 6, priority: 2)) {
                TableCell(speech.span($0.horizon), .muted)
            },
            Column(TableColumn(speech("console.column.state"), minimum: 20)) {
                let state = forecastState($0.id)
                return TableCell(state.plain, state.spans.first?.style ?? .normal)
            },
            Column(TableColumn(speech("console.column.first-full"), minimum: 18, ideal: 26, priority: 1)) {
                TableCell(firstFull($0.id) ?? Speech.none)
            },
        ]
    }

    /// Whether a scenario was played, is being played, or cannot be.
    func forecastState(_ id: Scenario.ID) -> StyledText {
        if let running = model.forecast.running, running.order.scenario == id {
            let (done, total) = (running.progress.done, running.progress.total)
            return StyledText(
                ensembleWords("progress.begun", ["count": .number(done), "asked": .number(total)]), .accent)
        }
        if let outcome = model.forecast.outcomes[id] { return StyledText(age(of: outcome), .normal) }
        if model.forecast.refusals[id] != nil {
            return StyledText(speech("console.forecast.refused"), .warning)
        }
        return StyledText(speech("console.forecast.not-played"), .muted)
    }

    /// How many runs it rests on and how long ago it came.
    func age(of outcome: ForecastDesk.Outcome) -> String {
        let runs = speech("console.forecast.runs", ["count": .number(outcome.result.replications)])
        guard let at = outcome.at, let now = model.now, now >= at else { return runs }
        return runs + ", " + speech("console.forecast.ago", ["age": .text(speech.span(now - at))])
    }

    /// The region whose beds end first in most of the runs, and when.
    private func firstFull(_ id: Scenario.ID) -> String? {
        guard let result = model.forecast.outcomes[id]?.result else { return nil }
        let full = result.measures(.hoursToFull, at: .region).filter { $0.share >= 0.5 }
        guard let first = full.min(by: { ($0.fan?.p50 ?? 0) < ($1.fan?.p50 ?? 0) }) else {
            return ensembleWords("never")
        }
        let hours = ensembleWords.value(first.fan?.p50, .hours, since: result.grid.start)
        return "\(hours) \(ensembleWords.name(first.key.place))"
    }

    /// The line over the list, and what to say while there is no list.
    var forecastNote: String? {
        switch model.forecast.shelf {
        case .notAsked, .loading: return speech("console.word.loading")
        case .refused(let reason): return speech.say(reason)
        case .loaded(_, let faults):
            return faults > 0 ? speech("console.forecast.faults", ["count": .number(faults)]) : nil
        }
    }
}
