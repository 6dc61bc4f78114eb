import Foundation
import Language
import Simulation

/// What `ahual simulate flee` prints.
struct FleeReport {
    let flee: FleeCase
    let outcome: FleeOutcome
    let settings: String
    let method: DisplacementMethod
    let seed: UInt64
    let seconds: Double

    private var people: Int { outcome.days.last?.people ?? 0 }
    private var rate: Double { seconds > 0 ? Double(outcome.agentSteps) / seconds : 0 }

    private var capacities: [Int] {
        outcome.camps.map { name in flee.places.first { $0.name == name }?.capacity ?? 0 }
    }

    /// The report as text.
    func lines(_ catalog: Catalog) -> [String] {
        let method = catalog.say(
            self.method == .cohorts
                ? "simulation.flee.report.cohorts" : "simulation.flee.report.per-person")
        let model = catalog.say(
            "simulation.flee.report.model",
            ["settings": .text(settings), "method": .text(method), "seed": .text("\(seed)")])
        var rows = [(model, outcome.score)]
        for baseline in NaiveBaseline.all {
            rows.append((name(baseline, catalog), outcome.score(of: baseline, capacities: capacities)))
        }
        let width = rows.map(\.0.count).max() ?? 0
        let headings = [
            catalog.say("simulation.flee.report.error-rescaled"),
            catalog.say("simulation.flee.report.error-normal"),
        ]
        let head = String(repeating: " ", count: width) + "  " + headings.joined(separator: "  ")
        let table = rows.map { label, score in
            label + String(repeating: " ", count: width - label.count) + "  "
                + padded(score.rescaled, headings[0].count) + "  " + padded(score.normal, headings[1].count)
        }
        return [title(catalog), "", head] + table
            + ["", catalog.say("simulation.flee.report.hindsight"), speed(catalog)]
    }

    private func title(_ catalog: Catalog) -> String {
        catalog.say(
            "simulation.flee.report.title",
            [
                "name": .text(flee.name), "days": .number(flee.days), "date": .text(flee.date(of: 0)),
                "camps": .number(outcome.camps.count), "people": .number(people),
            ])
    }

    private func speed(_ catalog: Catalog) -> String {
        catalog.say(
            "simulation.flee.report.speed",
            [
                "steps": .number(outcome.agentSteps),
                "milliseconds": .text(String(format: "%.1f", seconds * 1000)),
                "rate": .number(Int(min(rate, 1e15))),
            ])
    }

    private func name(_ baseline: NaiveBaseline, _ catalog: Catalog) -> String {
        switch baseline {
        case .byCapacity: catalog.say("simulation.flee.report.by-capacity")
        case .shareKept(let day):
            catalog.say("simulation.flee.report.share-kept", ["day": .number(day)])
        }
    }

    private func padded(_ number: Double, _ width: Int) -> String {
        let text = String(format: "%.4f", number)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// The report for programs: keys are only ever added.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let summary = Summary(
            name: flee.name, days: flee.days, people: people, settings: settings,
            method: method.rawValue, seed: seed, errorRescaled: outcome.score.rescaled,
            errorNormal: outcome.score.normal,
            baselines: NaiveBaseline.all.map { baseline in
                let score = outcome.score(of: baseline, capacities: capacities)
                return Summary.Baseline(
                    name: key(baseline), errorRescaled: score.rescaled, errorNormal: score.normal)
            },
            hindsight: ["camp-capacities"], agentSteps: outcome.agentSteps, engineSeconds: seconds,
            agentStepsPerSecond: rate)
        // Whole numbers, finite numbers and texts always encode.
        return (try? encoder.encode(summary)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private func key(_ baseline: NaiveBaseline) -> String {
        switch baseline {
        case .byCapacity: "by-capacity"
        case .shareKept(let day): "share-of-day-\(day)"
        }
    }

    private struct Summary: Encodable {
        var kind = "flee-run"
        var version = 1
        let name: String
        let days, people: Int
        let settings, method: String
        let seed: UInt64
        let errorRescaled, errorNormal: Double
        let baselines: [Baseline]
        let hindsight: [String]
        let agentSteps: Int
        let engineSeconds, agentStepsPerSecond: Double

        struct Baseline: Encodable {
            let name: String
            let errorRescaled, errorNormal: Double
        }
    }
}
