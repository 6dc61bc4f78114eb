import ArgumentParser
import Language

/// `ahual info`: where everything is.
struct InfoCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "info", abstract: Help.text("cli.info.abstract"))
    }

    @OptionGroup var language: LanguageOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        var lines = [("version", ProgramVersion.current), ("journal", surroundings.folders.journal)]
        lines += [("state", surroundings.folders.state), ("exercises", surroundings.folders.exercises)]
        lines += surroundings.files.places().map { ($0.name, $0.path) }
        for (name, value) in lines {
            Output.result("\(surroundings.catalog.say("cli.info.\(name)")): \(value)")
        }
    }
}
