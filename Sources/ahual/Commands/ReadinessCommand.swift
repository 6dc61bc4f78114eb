import ArgumentParser
import Briefing
import Foundation
import Language
import Planning
import Readiness
import Simulation

/// `ahual readiness`: how ready what there is would be for each scenario.
struct ReadinessCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "readiness", abstract: Help.text("readiness.cli.abstract"),
            discussion: Help.text("readiness.cli.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("readiness.cli.replications"), valueName: "1-100000"))
    var replications = 50

    @Option(help: ArgumentHelp(Help.text("readiness.cli.seed"), valueName: "number"))
    var seed: UInt64?

    @Option(help: ArgumentHelp(Help.text("readiness.cli.save"), valueName: "file"))
    var save: String?

    @Option(help: ArgumentHelp(Help.text("readiness.cli.compare"), valueName: "file"))
    var compare: String?

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    @Flag(help: ArgumentHelp(Help.text("readiness.cli.all")))
    var all = false

    @Argument(help: ArgumentHelp(Help.text("readiness.cli.scenarios"), valueName: "scenario"))
    var scenarios: [String] = []

    func run() async throws {
        let surroundings = try language.surroundings()
        try await surroundings.telling {
            let allowed = EnsemblePlan.allowedReplications
            guard allowed.contains(replications) else {
                throw surroundings.wrongUse(
                    "simulation.run.cli.out-of-range",
                    [
                        "option": .text("--replications"), "low": .number(allowed.lowerBound),
                        "high": .number(allowed.upperBound), "value": .text(String(replications)),
                    ])
            }
            // Read before anything takes long.
            let earlier = try compare.map { try file($0, surroundings) }
            let session = try ReadinessSession(
                surroundings, scenarios: scenarios, journal: journal.path, replications: replications,
                seed: seed)
            let outcome = try await session.play()
            let data = try ReadinessFile.data(outcome.table)
            if let save { try data.write(to: URL(fileURLWithPath: save), options: .atomic) }
            let text = try session.text()
            if json {
                Output.raw(String(decoding: data, as: UTF8.self))
            } else {
                Output.result(text.lines(outcome.table, isWhole: all).joined(separator: "\n"))
            }
            if let earlier {
                let changes = text.lines(ReadinessComparison(from: earlier, to: outcome.table))
                // With --json standard output is one object and nothing else.
                if json {
                    Output.problem(changes.joined(separator: "\n"))
                } else {
                    Output.result("\n" + changes.joined(separator: "\n"))
                }
            }
            guard outcome.isComplete else {
                Output.problem(surroundings.catalog.say("readiness.cli.broken-off"))
                throw Failure.silent
            }
        }
    }

    private func file(_ path: String, _ surroundings: Surroundings) throws -> ReadinessTable {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw surroundings.wrongUse("readiness.cli.no-file", ["path": .text(path)])
        }
        do throws(ReadinessFileFault) {
            return try ReadinessFile.table(data)
        } catch {
            throw Failure.found("\(Output.oneLine(path)): \(surroundings.catalog.say(error.phrase))")
        }
    }
}

extension ReadinessFileFault {
    fileprivate var phrase: Phrase {
        switch self {
        case .noReadiness: Phrase("readiness.file.no-readiness")
        case .otherVersion(let version, let known):
            Phrase("readiness.file.other-version", ["found": .number(version), "known": .number(known)])
        case .damaged(let path): Phrase("readiness.file.damaged", ["path": .text(path)])
        }
    }
}
