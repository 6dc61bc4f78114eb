import ArgumentParser
import Foundation
import Language
import Simulation
import Worlds

/// `ahual simulate flee DIR`: plays a public Flee case and scores it.
struct SimulateFlee: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "flee", abstract: Help.text("cli.simulate-flee.abstract"),
            discussion: Help.text("cli.simulate-flee.discussion"))
    }

    @OptionGroup var language: LanguageOptions

    @Option(
        help: ArgumentHelp(Help.text("cli.simulate-flee.settings"), valueName: "baseline|tuned|file"))
    var settings = "baseline"

    @Option(help: ArgumentHelp(Help.text("cli.simulate-flee.seed"), valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(Help.text("cli.simulate-flee.out"), valueName: "file"))
    var out: String?

    @Flag(help: ArgumentHelp(Help.text("cli.simulate-flee.per-person")))
    var perPerson = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    @Argument(help: ArgumentHelp(Help.text("cli.simulate-flee.directory"), valueName: "directory"))
    var directory: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let reading = try FleeCaseFolder(path: directory).read()
            let rules = try rules(surroundings)
            for remark in reading.remarks + rules.remarks {
                Output.problem(surroundings.catalog.say(remark.phrase))
            }
            let report = try play(reading.flee, rules.settings)
            if let out, out != "-" { try write(report.outcome.csv, to: out, surroundings) }
            if out == "-" { Output.raw(report.outcome.csv) }
            say(report, surroundings)
        }
    }

    private func rules(_ surroundings: Surroundings) throws -> FleeSettingsFile.Reading {
        switch settings {
        case "baseline": return FleeSettingsFile.Reading(settings: .baseline)
        case "tuned": return FleeSettingsFile.Reading(settings: .tuned)
        default:
            guard FileManager.default.fileExists(atPath: settings) else {
                throw Failure.wrongUse(
                    surroundings.catalog.say("simulation.flee.unknown-settings", ["name": .text(settings)]))
            }
            return try FleeSettingsFile.read(path: settings)
        }
    }

    private func play(_ flee: FleeCase, _ settings: FleeSettings) throws -> FleeReport {
        do {
            let method: DisplacementMethod = perPerson ? .perPerson : .cohorts
            let clock = ContinuousClock()
            let start = clock.now
            let outcome = try flee.play(settings, seed: seed, method: method)
            let duration = start.duration(to: clock.now)
            return FleeReport(
                flee: flee, outcome: outcome, settings: self.settings, method: method, seed: seed,
                seconds: Double(duration.components.seconds)
                    + Double(duration.components.attoseconds) * 1e-18)
        } catch {
            throw DisplacementProblem(error)
        }
    }

    private func write(_ text: String, to path: String, _ surroundings: Surroundings) throws {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw Failure.found(
                surroundings.catalog.say(
                    "simulation.flee.report.not-written",
                    ["path": .text(path), "reason": .text(error.localizedDescription)]))
        }
    }

    private func say(_ report: FleeReport, _ surroundings: Surroundings) {
        var text =
            json ? report.json : report.lines(surroundings.catalog).joined(separator: "\n")
        if let out, out != "-", !json {
            text += "\n" + surroundings.catalog.say("simulation.flee.report.written", ["path": .text(out)])
        }
        if out == "-" {
            Output.problem(text)
        } else {
            Output.result(text)
        }
    }
}
