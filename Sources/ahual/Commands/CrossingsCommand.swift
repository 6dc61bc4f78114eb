import ArgumentParser
import Crossings
import Language
import Reference
import Situation
import Store

/// `ahual crossings …`: people told from crossings.
struct CrossingsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "crossings", abstract: Help.text("crossings.help.abstract"),
            discussion: Help.text("crossings.help.discussion"),
            subcommands: [CrossingsCount.self, CrossingsClose.self, CrossingsErase.self],
            defaultSubcommand: CrossingsCount.self)
    }
}

/// A window of time on the command line.
struct WindowOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("crossings.help.from"), valueName: "time"))
    var from: CrossingTime?

    @Option(help: ArgumentHelp(Help.text("crossings.help.to"), valueName: "time"))
    var to: Instant?

    /// The window asked for; without a beginning the day before `to` or, without an end, the last whole day.
    func window(now: Instant) -> Period? {
        let to = to ?? now.startOfDay
        return Period(from: from?.start ?? to - .days(1), to: to)
    }
}

/// A time at which a window begins: a date alone means its beginning.
struct CrossingTime: ExpressibleByArgument {
    let start: Instant

    init?(argument: String) {
        guard let instant = Instant(iso8601: argument) else { return nil }
        guard !argument.contains("T") else {
            start = instant
            return
        }
        // A date alone is read as its end; its day, month or year began before that.
        let end = CivilTime(instant)
        switch argument.split(separator: "-").count {
        case 1: start = Instant(year: end.year - 1, month: end.month, day: end.day)
        case 2: start = Instant(year: end.year, month: end.month - 1, day: end.day)
        default: start = instant - .days(1)
        }
    }
}

/// A day, month or year on the command line.
struct NamedWindow: ExpressibleByArgument {
    let period: Period

    init?(argument: String) {
        guard !argument.contains("T"), let start = CrossingTime(argument: argument)?.start,
            let end = Instant(iso8601: argument), let period = Period(from: start, to: end)
        else { return nil }
        self.period = period
    }
}

/// `ahual crossings [count]`.
struct CrossingsCount: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "count", abstract: Help.text("crossings.help.count"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var window: WindowOptions

    @Option(help: ArgumentHelp(Help.text("crossings.help.post"), valueName: "post"))
    var post: String?

    @Option(help: ArgumentHelp(Help.text("crossings.help.section"), valueName: "section"))
    var section: String?

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            guard CrossingFile.exists(besideJournal: journal.path) else {
                throw Failure.found(surroundings.catalog.say("crossings.none"))
            }
            let desk = try surroundings.crossings(of: journal, seat: "crossings")
            let now = try journal.now(wall: surroundings.now())
            try desk.tell(at: now)
            guard let window = window.window(now: now) else {
                throw Failure.wrongUse(surroundings.catalog.say("feeds.problem.empty-period"))
            }
            let scope = try scope(desk, surroundings)
            var bar = ProgressBar(surroundings.catalog.say("crossings.progress"))
            let answer = try desk.answer(window, scope: scope, at: now) { bar.show($0) }
            bar.clear()
            if json {
                Output.raw(try CrossingJSON(answer, journal: journal.header).text() + "\n")
            } else {
                try ExerciseMark.around(journal, surroundings) {
                    let words = CrossingText(
                        surroundings.speech, reference: try surroundings.files.reference())
                    Output.result(words.lines(answer).joined(separator: "\n"))
                }
            }
        }
    }

    private func scope(_ desk: CrossingDesk, _ surroundings: Surroundings) throws -> CrossingScope {
        let reference = try surroundings.files.reference()
        guard post == nil || section == nil else {
            throw Failure.wrongUse(surroundings.catalog.say("crossings.post-or-section"))
        }
        var wanted = CrossingScope.country.name
        if let post { wanted = try one(reference.checkpoint(named: post), post, surroundings) }
        if let section { wanted = try one(reference.section(named: section), section, surroundings) }
        return desk.scopes.first { $0.name == wanted } ?? .country
    }

    private func one(
        _ match: NameMatch<some Identifier>, _ name: String, _ surroundings: Surroundings
    ) throws -> String {
        switch match {
        case .one(let id): return id.rawValue
        case .ambiguous(let ids):
            throw Failure.wrongUse(
                surroundings.catalog.say(
                    "feeds.problem.ambiguous-name",
                    ["found": .text(name), "names": .text(ids.map(\.rawValue).joined(separator: ", "))]))
        case .none:
            throw Failure.wrongUse(
                surroundings.catalog.say("feeds.problem.unknown-name", ["found": .text(name)]))
        }
    }
}

/// `ahual crossings close DAY|MONTH|YEAR`.
struct CrossingsClose: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "close", abstract: Help.text("crossings.help.close"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Argument(help: ArgumentHelp(Help.text("crossings.help.window"), valueName: "day"))
    var window: NamedWindow

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let desk = try surroundings.crossings(of: journal, seat: "crossings")
            let now = try journal.now(wall: surroundings.now())
            guard window.period.to <= now else {
                throw Failure.wrongUse(surroundings.catalog.say("crossings.not-over"))
            }
            try desk.tell(at: now)
            let counts = try desk.close(window.period, at: now)
            try ExerciseMark.around(journal, surroundings) {
                let words = CrossingText(surroundings.speech, reference: try surroundings.files.reference())
                let country = counts[CrossingScope.country.name] ?? CrossingCounts()
                Output.result(words.closed(window.period, country))
            }
        }
    }
}

/// `ahual crossings erase --before DAY`.
struct CrossingsErase: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "erase", abstract: Help.text("crossings.help.erase"),
            discussion: Help.text("crossings.help.erase-discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("crossings.help.before"), valueName: "day"))
    var before: CrossingTime

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let desk = try surroundings.crossings(of: journal, seat: "crossings")
            let now = try journal.now(wall: surroundings.now())
            var bar = ProgressBar(surroundings.catalog.say("crossings.progress"))
            let erasure = try desk.erase(before: CrossingDay(of: before.start), at: now) { bar.show($0) }
            bar.clear()
            ExerciseMark.around(journal, surroundings) {
                let say = surroundings.catalog
                Output.result(
                    say.say(
                        "crossings.erased",
                        [
                            "days": .number(erasure.days), "count": .number(erasure.rows),
                            "day": .text(CrossingDay(of: before.start).description),
                        ]))
                if !erasure.isLogEmptied { Output.problem(say.say("crossings.log-not-emptied")) }
            }
        }
    }
}
