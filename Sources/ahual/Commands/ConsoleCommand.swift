import ArgumentParser
import Language
import Situation
import Store
import Terminal

/// How the screen is opened.
struct ScreenOptionGroup: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("cli.option.color"), valueName: "auto|always|never"))
    var color: ColourChoice = .auto

    @Flag(help: ArgumentHelp(Help.text("cli.option.ascii")))
    var ascii = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.read-only")))
    var readOnly = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.no-mouse")))
    var noMouse = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.no-bell")))
    var noBell = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.no-title")))
    var noTitle = false

    func options(_ environment: [String: String]) -> ScreenOptions {
        ScreenOptions(
            environment: environment, colour: color, repertoire: ascii ? .ascii : nil, usesMouse: !noMouse)
    }
}

extension ColourChoice: ExpressibleByArgument {}

/// `ahual console`: the screens.
struct ConsoleCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "console", abstract: Help.text("cli.console.abstract"),
            discussion: Help.text("cli.console.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var screen: ScreenOptionGroup

    func run() async throws {
        let surroundings = try language.surroundings()
        try await surroundings.telling {
            // Only the live watch makes its journal when there is none; a file that was named must be there.
            let opened = try surroundings.journal(journal.path, making: journal.path == nil)
            try await ConsoleSession(surroundings, screen: screen).run(opened, at: moment.moment)
        }
    }
}
