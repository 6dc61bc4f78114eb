import ArgumentParser
import Console
import Language

/// `ahual keys`: the console's keys, from the same records that dispatch them.
struct KeysCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "keys", abstract: Help.text("cli.keys.abstract"))
    }

    @OptionGroup var language: LanguageOptions

    func run() async throws {
        Output.result(KeyDocumentation.markdown(try language.surroundings().catalog))
    }
}
