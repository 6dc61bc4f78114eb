import Language
import Planning
import Reference
import Simulation
import Situation
import Terminal
import Wording

/// Two scenarios played under the same luck, and what differs, as plain text.
public struct ComparisonText {
    private let words: EnsembleWords

    /// - Parameters: the reader's reference data and words.
    public init(reference: Reference, catalog: Catalog) {
        words = EnsembleWords(
            speech: Speech(catalog), names: Names(reference: reference, language: catalog.language))
    }

    /// The whole text, a line an element.
    public func lines(_ first: PlanText, _ second: PlanText, _ comparison: PolicyComparisonResult) -> [String]
    {
        let parts = [
            head(first, second, comparison), country(comparison), bedEnds(comparison), places(comparison),
            [words("comparison.legend")],
        ]
        return Array(parts.filter { !$0.isEmpty }.flatMap { $0 + [""] }.dropLast())
    }

    private func head(_ first: PlanText, _ second: PlanText, _ comparison: PolicyComparisonResult) -> [String]
    {
        let runs = min(comparison.first.replications, comparison.second.replications)
        let isFew = runs < EnsembleWords.fewestForIntervals
        return [
            "\(words.speech("program.name")) · \(words("comparison.title"))",
            "  A: \(words.names.text(first)) (\(comparison.first.scenario))",
            "  B: \(words.names.text(second)) (\(comparison.second.scenario))",
            words.basis(comparison.first),
            words("note.simulated"),
        ] + (isFew ? [words("note.few-runs")] : [])
    }

    private func country(_ comparison: PolicyComparisonResult) -> [String] {
        let rows = comparison.differences.filter { $0.key.place == .country }
        return [words("heading.figures")] + table(rows, comparison)
    }

    /// When beds end, wherever they do in any run: what decisions hang on, told from luck or not.
    private func bedEnds(_ comparison: PolicyComparisonResult) -> [String] {
        let rows = comparison.differences.filter { difference in
            guard difference.key.measure == .hoursToFull else { return false }
            return [comparison.first, comparison.second].contains {
                ($0.measure(.hoursToFull, difference.key.place)?.occurred ?? 0) > 0
            }
        }
        return rows.isEmpty ? [] : [words("heading.regions")] + table(rows, comparison)
    }

    /// Elsewhere only what is told from luck.
    private func places(_ comparison: PolicyComparisonResult) -> [String] {
        let real = comparison.differences.filter { difference in
            difference.key.place != .country && difference.key.measure != .hoursToFull
                && (difference.value.verdict == .real || difference.share.verdict == .real)
        }
        guard !real.isEmpty else { return [words("comparison.nowhere")] }
        return [words("heading.places")] + table(real, comparison)
    }

    private func table(_ rows: [MeasureDifference], _ comparison: PolicyComparisonResult) -> [String] {
        var table = TextTable([.left, .left, .right, .right, .right, .left])
        table.add(
            ["place", "figure", "first", "second", "difference", "verdict"].map { words("column.\($0)") })
        for row in rows {
            let measure = row.key.measure
            let start = comparison.first.grid.start
            table.add([
                words.name(row.key.place), words.name(measure),
                words.middle(comparison.first.measure(measure, row.key.place), since: start),
                words.middle(comparison.second.measure(measure, row.key.place), since: start),
                difference(row.value, measure.unit, comparison), verdict(row, comparison),
            ])
        }
        return table.lines
    }

    /// The mean difference with its interval, signed: `−240 (−260…−220)`.
    private func difference(
        _ difference: PairedDifference, _ unit: RunMeasure.Unit, _ comparison: PolicyComparisonResult
    ) -> String {
        guard let mean = difference.mean else { return Speech.none }
        let text = signed(mean, unit)
        let runs = min(comparison.first.replications, comparison.second.replications)
        guard let interval = difference.interval, difference.verdict != .none,
            runs >= EnsembleWords.fewestForIntervals
        else { return text }
        return "\(text) (\(signed(interval.lowerBound, unit))…\(signed(interval.upperBound, unit)))"
    }

    private func signed(_ value: Double, _ unit: RunMeasure.Unit) -> String {
        let size: String
        switch unit {
        case .persons, .personHours: size = words.speech.decimal(abs(value))
        case .minutes: size = words.speech.span(.minutes(Int(abs(value).rounded())))
        case .hours, .hoursSinceStart: size = words.hours(abs(value))
        }
        return value < 0 ? "−\(size)" : value > 0 ? "+\(size)" : size
    }

    /// Whether the values differ; and, where it happens in more of one's runs than of the other's, that: a
    /// difference of values then speaks of the pairs only in which it happens in both.
    private func verdict(_ row: MeasureDifference, _ comparison: PolicyComparisonResult) -> String {
        let runs = min(comparison.first.replications, comparison.second.replications)
        guard runs >= EnsembleWords.fewestForIntervals else { return words("verdict.few-runs") }
        guard row.share.verdict == .real else { return verdict(row.value) }
        let (measure, place) = (row.key.measure, row.key.place)
        let happening = words(
            "verdict.happens",
            [
                "first": .text(words.share(comparison.first.measure(measure, place))),
                "second": .text(words.share(comparison.second.measure(measure, place))),
            ])
        guard row.value.mean != nil else { return happening }
        return "\(happening); \(words("verdict.where-both")): \(verdict(row.value))"
    }

    private func verdict(_ value: PairedDifference) -> String {
        let text = words("verdict.\(value.verdict == .notShown ? "not-shown" : value.verdict.rawValue)")
        guard let missing = value.pairsMissing else { return text }
        return text + ", " + words("verdict.missing", ["count": .number(missing)])
    }
}
