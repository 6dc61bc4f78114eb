import ArgumentParser
import Language
import Situation
import Store

/// What every command takes.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"), help: ArgumentHelp(Help.text("cli.option.lang"), valueName: "kk|ru|en"))
    var language: Language?

    func surroundings() throws -> Surroundings { try Surroundings(language: language) }
}

/// Which journal.
struct JournalOptions: ParsableArguments {
    @Option(
        name: .customLong("journal"), help: ArgumentHelp(Help.text("cli.option.journal"), valueName: "file"))
    var path: String?
}

/// Which moment of the picture.
struct MomentOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("cli.option.as-known-at"), valueName: "time"))
    var asKnownAt: Instant?

    @Option(help: ArgumentHelp(Help.text("cli.option.as-recorded-at"), valueName: "time"))
    var asRecordedAt: Instant?

    var moment: PictureMoment { PictureMoment(asKnownAt: asKnownAt, asRecordedAt: asRecordedAt) }
}

extension Language: ExpressibleByArgument {}

extension Instant: ExpressibleByArgument {
    /// An ISO 8601 time with offset; a date alone means its end.
    public init?(argument: String) { self.init(iso8601: argument) }
}
