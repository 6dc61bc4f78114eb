import ArgumentParser
import Exercise
import Foundation
import Language
import Situation
import Store
import Synchronization

/// `ahual demo`: the console on a running demonstration exercise.
struct DemoCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo", abstract: Help.text("cli.demo.abstract"),
            discussion: Help.text("cli.demo.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var screen: ScreenOptionGroup

    @Option(help: ArgumentHelp(Help.text("cli.demo.speed"), valueName: "1-600"))
    var speed = 60

    @Option(help: ArgumentHelp(Help.text("cli.demo.hours"), valueName: "hours"))
    var hours = 30

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try await surroundings.telling {
            let demonstration = try Demonstration.prepare(surroundings, hours: hours, speed: speed)
            let bar = Mutex(ProgressBar(surroundings.catalog.say("cli.progress.demo")))
            try await demonstration.playHistory { share in bar.withLock { $0.show(share) } }
            bar.withLock { $0.clear() }
            guard Output.outputIsTerminal, Output.inputIsTerminal, !json else {
                try StatusPrinter(surroundings).print(demonstration.journal, at: .now, asJSON: json)
                return
            }
            try await ConsoleSession(surroundings, screen: screen)
                .run(demonstration.journal, at: .now, exercise: demonstration)
        }
    }
}
