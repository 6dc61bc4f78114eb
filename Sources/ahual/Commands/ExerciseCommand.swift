import ArgumentParser
import Foundation
import Language
import Planning
import Situation
import StrictYAML

/// `ahual exercise …`: exercise files and their lists of events.
struct ExerciseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "exercise", abstract: Help.text("cli.exercise.abstract"),
            subcommands: [ExerciseList.self, ExerciseEvents.self])
    }
}

/// `ahual exercise list`: the exercises there are, without their secrets.
struct ExerciseList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Help.text("cli.exercise.list.abstract"))
    }

    @OptionGroup var language: LanguageOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let (exercises, faults) = try ExerciseShelf(surroundings).all()
            let language = surroundings.planLanguage
            for exercise in exercises {
                Output.result(
                    surroundings.catalog.say(
                        "cli.exercise.list.line",
                        [
                            "id": .text(exercise.id.rawValue), "name": .text(exercise.name[language]),
                            "length": .text(exercise.length.written),
                            "stations": .number(exercise.stations.count),
                        ]))
            }
            for fault in faults { Output.problem(PlanFinding(fault).line(surroundings.catalog)) }
            if !faults.isEmpty { throw Failure.silent }
        }
    }
}

/// `ahual exercise msel FILE`: the list of events, printed, as CSV, or taken back from CSV.
struct ExerciseEvents: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "msel", abstract: Help.text("cli.exercise.msel.abstract"),
            discussion: Help.text("cli.exercise.msel.discussion"))
    }

    @OptionGroup var language: LanguageOptions

    @Flag(help: ArgumentHelp(Help.text("cli.exercise.msel.csv")))
    var csv = false

    @Option(
        name: .customLong("import"),
        help: ArgumentHelp(Help.text("cli.exercise.msel.import"), valueName: "csv"))
    var taken: String?

    @Option(help: ArgumentHelp(Help.text("cli.exercise.msel.out"), valueName: "file"))
    var out: String?

    @Argument(help: ArgumentHelp(Help.text("cli.exercise.msel.file"), valueName: "file"))
    var file: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            guard (taken == nil) == (out == nil), !(csv && taken != nil) else {
                throw Failure.wrongUse(surroundings.catalog.say("cli.exercise.msel.both"))
            }
            let (text, exercise) = try ExerciseShelf(surroundings).load(file)
            if let taken, let out {
                try takeIn(taken, text, exercise, out, surroundings)
            } else if csv {
                Output.raw(EventsListText.csv(exercise.injects))
            } else {
                let language = surroundings.planLanguage
                for inject in exercise.injects {
                    Output.result(EventsListText.line(inject, in: language))
                }
            }
        }
    }

    private func takeIn(
        _ path: String, _ text: String, _ exercise: ExercisePlan, _ out: String, _ surroundings: Surroundings
    ) throws {
        guard !FileManager.default.fileExists(atPath: out) else {
            throw Failure.wrongUse(
                surroundings.catalog.say("cli.exercise.msel.exists", ["name": .text(out)]))
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure.wrongUse(
                surroundings.catalog.say("cli.exercise.msel.unreadable", ["name": .text(path)]))
        }
        let list = EventsListImport(Array(bytes), file: path, into: exercise)
        for fault in list.faults { Output.problem(PlanFinding(fault).line(surroundings.catalog)) }
        // The list is the director's secret until it is sent.
        let isWritten = FileManager.default.createFile(
            atPath: out, contents: Data(list.text(replacingListIn: text).utf8),
            attributes: [.posixPermissions: 0o600])
        guard isWritten else {
            throw Failure.found(
                surroundings.catalog.say("cli.exercise.msel.unwritable", ["name": .text(out)]))
        }
        Output.result(
            surroundings.catalog.say(
                "cli.exercise.msel.done",
                [
                    "changed": .number(list.changed), "added": .number(list.added),
                    "same": .number(list.same), "faults": .number(list.faults.count),
                ]))
        if !list.faults.isEmpty { throw Failure.silent }
    }
}

extension Surroundings {
    /// The reader's language as plan files name it; both lists have the same ones.
    fileprivate var planLanguage: PlanText.Language { PlanText.Language(rawValue: language.rawValue) ?? .kk }
}
