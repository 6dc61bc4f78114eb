import Drill
import Language
import Planning
import Situation
import Terminal
import Wording

/// What a review says, in a reader's words.
struct ReviewWords {
    let words: EntryWords
    let glyphs: Glyphs
    /// Columns a chart may take.
    let width: Int
    /// Whether a time of the day says which moment is meant.
    let isWithinDay: Bool

    var speech: Speech { words.speech }
    var names: Names { words.names }

    func callAsFunction(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        speech("review.\(key)", arguments)
    }

    func time(_ moment: Instant) -> String {
        isWithinDay ? speech.timeOfDay(moment) : speech.shortClock(moment)
    }

    /// What a column of a table has room for; the timeline has every word.
    func shortened(_ text: String) -> String { text.count <= 60 ? text : text.prefix(59) + "…" }

    /// With a decimal where it is small.
    func number(_ value: Double) -> String {
        value < 10 ? speech.decimal(value) : speech.number(Int(value.rounded()))
    }

    func minutes(_ span: Span) -> String { speech.span(span) }

    func share(_ actions: [ActionLedger.Status]) -> String {
        "\(speech.number(actions.count(where: \.isInTime))) / \(speech.number(actions.count))"
    }

    /// The words of an inject, and who speaks.
    func said(_ message: InjectMessage) -> String {
        let language = speech.language.rawValue
        func text(_ texts: [String: String]) -> String {
            texts[language] ?? texts["en"] ?? texts.values.min() ?? ""
        }
        return "\(text(message.from)): \(text(message.text))"
    }

    func objective(_ id: ExerciseObjective.ID, _ plan: ExercisePlan) -> String {
        plan.objectives.first { $0.id == id }.map { names.text($0.text) } ?? id.rawValue
    }

    /// An action with what it came to.
    func action(_ status: ActionLedger.Status, _ score: Score) -> String {
        let outcome = self("outcome.\(score.outcome(of: status).rawValue)")
        let took = status.took.map { ", \(minutes($0))" } ?? ""
        return self(
            "action",
            [
                "number": .number(status.inject), "act": .text(words.words(status.action.act)),
                "outcome": .text(outcome + took), "within": .text(minutes(status.action.within)),
            ])
    }

    // MARK: Criteria

    func line(_ result: Score.CriterionResult) -> String {
        "\(names.text(result.criterion.text)): \(value(result))"
    }

    func value(_ result: Score.CriterionResult) -> String {
        guard let value = result.value else {
            return result.grade == .notMeasured ? Speech.none : self("never")
        }
        return text(value, result.criterion.measure)
    }

    func limits(_ criterion: Criterion) -> String {
        "\(text(criterion.good, criterion.measure)) · \(text(criterion.poor, criterion.measure))"
    }

    private func text(_ value: Double, _ measure: ExerciseMeasure) -> String {
        switch measure {
        case .actionsInTime, .contradictionsSettled: speech.percent(value)
        case .response: speech.span(.minutes(Int(value.rounded())))
        default: number(value)
        }
    }

    // MARK: References

    func basis(_ references: ScoreReferences) -> String {
        let objective = references.objective
        let source =
            switch references.source {
            case .run: self("source.run")
            case .nothing: self("source.nothing")
            case .search(let evaluations, let isComplete):
                self(isComplete ? "source.search" : "source.broken-off", ["count": .number(evaluations)])
            }
        let weights = self(
            "weights",
            [
                "bed": .text(speech.decimal(objective.withoutBed)),
                "hour": .text(speech.decimal(objective.breachedHour)),
                "back": .text(speech.decimal(objective.turnedBack)),
            ])
        let gained = references.gained.map { self("gained", ["percent": .text(speech.percent($0))]) }
        return [gained, source, weights].compactMap(\.self).joined(separator: " ")
    }

    func chart(_ key: String, _ values: [[Double]], from: Instant, to: Instant) -> ReviewChart {
        let peaks = values.map { speech.number(Int($0.max() ?? 0)) }
        let alternative = self(
            "chart.alternative",
            ["run": .text(peaks[0]), "nothing": .text(peaks[1]), "best": .text(peaks[2])])
        let middle = from + Span(milliseconds: (to - from).milliseconds / 2)
        return ReviewChart(
            title: self("chart.\(key)"), names: [self("run"), self("nothing"), self("best")], run: values[0],
            nothing: values[1], best: values[2],
            labels: [
                .init(at: 0, speech.timeOfDay(from)), .init(at: 0.5, speech.timeOfDay(middle)),
                .init(at: 0.93, speech.timeOfDay(to)),
            ], alternative: alternative)
    }
}
