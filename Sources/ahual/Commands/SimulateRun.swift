import ArgumentParser
import Briefing
import Foundation
import Language
import Planning
import Simulation
import Situation
import Terminal

/// How a scenario is played many times.
struct EnsembleOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("simulation.run.cli.replications"), valueName: "1-100000"))
    var replications = 200

    @Option(help: ArgumentHelp(Help.text("simulation.run.cli.seed"), valueName: "number"))
    var seed: UInt64?

    @Option(help: ArgumentHelp(Help.text("simulation.run.cli.hours"), valueName: "1-9600"))
    var hours: Int?

    @Option(help: ArgumentHelp(Help.text("simulation.run.cli.threads"), valueName: "1-64"))
    var threads: Int?

    /// - Throws: ``Failure`` for a number outside what it may be.
    func check(_ catalog: Catalog) throws {
        let numbers: [(String, Int?, ClosedRange<Int>)] = [
            ("--replications", replications, EnsemblePlan.allowedReplications),
            ("--hours", hours, 1...9600), ("--threads", threads, 1...64),
        ]
        for case (let option, let value?, let allowed) in numbers where !allowed.contains(value) {
            throw Failure.wrongUse(
                catalog.say(
                    "simulation.run.cli.out-of-range",
                    [
                        "option": .text(option), "low": .number(allowed.lowerBound),
                        "high": .number(allowed.upperBound), "value": .text(String(value)),
                    ]))
        }
    }

    func plan(for scenario: Scenario) -> EnsemblePlan {
        EnsemblePlan(
            replications: replications, seed: seed ?? scenario.seed,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    func world(_ loaded: ScenarioShelf.Loaded) throws -> World {
        try hours.map { try loaded.world.lasting(.hours($0)) } ?? loaded.world
    }
}

/// `ahual simulate SCENARIO`: a scenario many times, as text with charts, as JSON, as tables.
struct SimulateRun: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run", abstract: Help.text("simulation.run.cli.abstract"),
            discussion: Help.text("simulation.run.cli.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var options: EnsembleOptions

    @Option(help: ArgumentHelp(Help.text("simulation.run.cli.compare"), valueName: "scenario"))
    var compare: String?

    @Option(help: ArgumentHelp(Help.text("simulation.run.cli.csv"), valueName: "dir"))
    var csv: String?

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.ascii")))
    var ascii = false

    @Flag(help: ArgumentHelp(Help.text("simulation.run.cli.list")))
    var list = false

    @Argument(help: ArgumentHelp(Help.text("simulation.run.cli.scenario"), valueName: "scenario"))
    var scenario: String?

    func run() async throws {
        let surroundings = try language.surroundings()
        try await surroundings.telling {
            if list { return try EnsemblePrinter(surroundings, isASCII: ascii).list() }
            try options.check(surroundings.catalog)
            guard let scenario else {
                throw Failure.wrongUse(surroundings.catalog.say("simulation.run.cli.no-scenario"))
            }
            let shelf = ScenarioShelf(surroundings)
            let first = try shelf.load(scenario)
            let isComplete =
                if let compare {
                    try await play(first, try shelf.load(compare), surroundings)
                } else {
                    try await play(first, surroundings)
                }
            if !isComplete { throw Failure.silent }
        }
    }

    private func play(_ loaded: ScenarioShelf.Loaded, _ surroundings: Surroundings) async throws -> Bool {
        let ensemble = Ensemble(world: try options.world(loaded), plan: options.plan(for: loaded.scenario))
        let result = try await EnsembleSession(surroundings).play(ensemble)
        let printer = EnsemblePrinter(surroundings, isASCII: ascii)
        if json {
            Output.raw(try EnsembleJSON(result).text() + "\n")
        } else {
            printer.print(loaded.scenario, result)
        }
        if let csv { try printer.write(EnsembleCSV(result).tables, to: csv) }
        return result.isComplete
    }

    /// Both under the luck of the first one's seed.
    private func play(
        _ first: ScenarioShelf.Loaded, _ second: ScenarioShelf.Loaded, _ surroundings: Surroundings
    ) async throws -> Bool {
        let comparison = PolicyComparison(
            try options.world(first), try options.world(second), plan: options.plan(for: first.scenario))
        let result = try await EnsembleSession(surroundings).play(comparison)
        let printer = EnsemblePrinter(surroundings, isASCII: ascii)
        if json {
            Output.raw(try ComparisonJSON(result).text() + "\n")
        } else {
            printer.print(first.scenario, second.scenario, result)
        }
        if let csv { try printer.write(ComparisonCSV(result).tables, to: csv) }
        return result.first.isComplete
    }
}
