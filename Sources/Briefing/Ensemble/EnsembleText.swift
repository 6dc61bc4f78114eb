import Language
import Reference
import Simulation
import Situation
import Terminal
import Wording

/// What many runs of a scenario come to as plain text, with charts: what `ahual simulate` prints.
public struct EnsembleText {
    let words: EnsembleWords
    let glyphs: Glyphs
    /// Columns a chart takes.
    let width: Int
    /// Columns a table may take; `nil` where nothing is cut, as in a file.
    let tableWidth: Int?

    /// - Parameters:
    ///   - width: columns the charts may take; 60 to 200.
    ///   - tableWidth: columns a table may take with its ranges; `nil` for as many as it needs.
    public init(
        reference: Reference, catalog: Catalog, repertoire: Glyphs.Repertoire, width: Int,
        tableWidth: Int? = nil
    ) {
        self.tableWidth = tableWidth
        words = EnsembleWords(
            speech: Speech(catalog), names: Names(reference: reference, language: catalog.language))
        glyphs = .for(repertoire)
        self.width = min(max(width, 60), 200)
    }

    /// The whole text, a line an element.
    public func lines(_ subject: EnsembleSubject) -> [String] {
        let result = subject.result
        let parts = [
            head(subject), figures(result), sections(result), posts(result), regions(result),
            breaches(result), people(result), charts(result), [words("legend")],
        ]
        return Array(parts.filter { !$0.isEmpty }.flatMap { $0 + [""] }.dropLast())
    }

    /// What is played, how often, and what it is worth.
    func head(_ subject: EnsembleSubject) -> [String] {
        let result = subject.result
        var lines = [
            "\(words.speech("program.name")) · \(words("title")): \(words.names.text(subject.name))",
            words(
                "heading.run",
                [
                    "scenario": .text(result.scenario),
                    "start": .text(words.speech.moment(result.grid.start)),
                    "span": .text(words.speech.span(result.end - result.grid.start)),
                ]),
            words.basis(result),
            words("note.simulated"),
        ]
        if result.replications < EnsembleWords.fewestForIntervals { lines.append(words("note.few-runs")) }
        if subject.isConflict { lines.append(words("note.conflict")) }
        let notes = words.names.text(subject.notes)
        if !notes.isEmpty { lines += TextWrap.lines(of: notes, width: width) }
        return lines
    }

    private func figures(_ result: EnsembleResult) -> [String] {
        var table = TextTable([.left, .right, .right, .right, .right, .right])
        table.add(
            ["figure", "p10", "p50", "p90", "mean", "runs"].map { words("column.\($0)") })
        let start = result.grid.start
        for summary in result.measures where summary.key.place == .country {
            let unit = summary.key.measure.unit
            func value(_ number: Double?) -> String { words.value(number, unit, since: start) }
            table.add([
                words.name(summary.key.measure), value(summary.fan?.p10), value(summary.fan?.p50),
                value(summary.fan?.p90), mean(summary, since: start), words.share(summary),
            ])
        }
        return [words("heading.figures")] + table.lines
    }

    /// The mean and how sure it is; a mean moment of time says nothing.
    private func mean(_ summary: MeasureSummary, since start: Instant) -> String {
        let unit = summary.key.measure.unit
        guard unit != .hoursSinceStart, let fan = summary.fan else { return Speech.none }
        let mean = words.value(fan.mean, unit, since: start)
        guard let interval = summary.interval, summary.runs >= EnsembleWords.fewestForIntervals else {
            return mean
        }
        return "\(mean) ± \(words.value((interval.upperBound - interval.lowerBound) / 2, unit, since: start))"
    }
}
