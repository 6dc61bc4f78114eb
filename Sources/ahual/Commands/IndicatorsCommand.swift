import ArgumentParser
import Briefing
import Council
import Language
import Situation

/// `ahual indicators [NUMBER]`: where the 14 indicators stand.
struct IndicatorsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "indicators", abstract: Help.text("council.cli.indicators.abstract"),
            discussion: Help.text("council.cli.indicators.discussion"))
    }

    @OptionGroup var asked: CouncilOptions

    @Argument(help: ArgumentHelp(Help.text("council.cli.indicators.number"), valueName: "number"))
    var number: Int?

    func run() async throws {
        try asked.reading { session in
            guard let number else {
                let json = CouncilJSON.indicators(session.reading.indicators, session.subject)
                return try session.print(session.text.indicators(), json, asJSON: asked.json)
            }
            guard let standing = IndicatorNumber(number).flatMap(session.reading.indicator) else {
                throw session.surroundings.wrongUse(
                    "council.cli.wrong.no-indicator", ["number": .number(number)])
            }
            try session.print(
                session.text.indicator(standing), .indicators([standing], session.subject), asJSON: asked.json
            )
        }
    }
}

/// `ahual sources`: the systems figures come from.
struct SourcesCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "sources", abstract: Help.text("council.cli.sources.abstract"))
    }

    @OptionGroup var asked: CouncilOptions

    func run() async throws {
        try asked.reading { session in
            try session.print(session.text.sources(), .sources(session.subject), asJSON: asked.json)
        }
    }
}

/// `ahual calendar`: every day the decree or the council set.
struct CalendarCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "calendar", abstract: Help.text("council.cli.calendar.abstract"),
            discussion: Help.text("council.cli.calendar.discussion"))
    }

    @OptionGroup var asked: CouncilOptions

    @Flag(help: ArgumentHelp(Help.text("council.cli.calendar.ics")))
    var ics = false

    @Option(help: ArgumentHelp(Help.text("council.cli.calendar.from"), valueName: "day"))
    var from: CalendarDay?

    @Option(help: ArgumentHelp(Help.text("council.cli.calendar.to"), valueName: "day"))
    var to: CalendarDay?

    @Option(help: ArgumentHelp(Help.text("council.cli.calendar.remind"), valueName: "days"))
    var remind: Int?

    func run() async throws {
        try asked.reading { session in
            if ics {
                return Output.raw(session.text.iCalendar(from: from, to: to, reminderDays: remind))
            }
            let events = session.reading.calendar.events(from: from, to: to)
            try session.print(
                session.text.calendar(from: from, to: to), .calendar(events, session.subject),
                asJSON: asked.json)
        }
    }
}
