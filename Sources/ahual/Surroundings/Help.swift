import Foundation
import Language

/// The words of `--help`, in the language the command line or the environment asks for.
///
/// The argument parser asks for them before any command has run, so they are found from the process's
/// arguments alone.
enum Help {
    /// A text of the catalog, for the argument parser.
    static func text(_ key: String) -> String { catalog?.say(key) ?? key }

    /// The catalog of the language asked for; read once, since every run needs it.
    static let catalog: Catalog? = {
        let language = LanguageChoice.language(
            arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)
        return try? Files(environment: ProcessInfo.processInfo.environment).catalog(language)
    }()
}

/// Which language to speak.
enum LanguageChoice {
    /// `--lang`, else `$AHUAL_LANG`, else Kazakh.
    static func language(arguments: [String], environment: [String: String]) -> Language {
        var asked = environment["AHUAL_LANG"]
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count { asked = arguments[index + 1] }
            if argument.hasPrefix("--lang=") { asked = String(argument.dropFirst(7)) }
        }
        return asked.flatMap(Language.init(rawValue:)) ?? .kk
    }
}
