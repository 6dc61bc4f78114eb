import ArgumentParser
import Briefing
import Council
import Language
import Reference
import Situation

/// `ahual measures`: where the 73 measures stand.
struct MeasuresCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "measures", abstract: Help.text("council.cli.measures.abstract"),
            discussion: Help.text("council.cli.measures.discussion"),
            subcommands: [MeasuresList.self, MeasuresSet.self], defaultSubcommand: MeasuresList.self)
    }
}

/// `ahual measures list`.
struct MeasuresList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Help.text("council.cli.measures.list"))
    }

    @OptionGroup var asked: CouncilOptions

    @Argument(help: ArgumentHelp(Help.text("council.cli.measures.number"), valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp(Help.text("council.cli.measures.agency"), valueName: "key"))
    var agency: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.measures.direction"), valueName: "1–7"))
    var direction: Int?

    @Option(help: ArgumentHelp(Help.text("council.cli.measures.indicator"), valueName: "1–14"))
    var indicator: Int?

    @Flag(help: ArgumentHelp(Help.text("council.cli.measures.overdue")))
    var overdue = false

    @Option(help: ArgumentHelp(Help.text("council.cli.measures.due-within"), valueName: "30d"))
    var dueWithin: DayCount?

    func run() async throws {
        try asked.reading { session in
            if let number {
                guard let standing = MeasureNumber(number).flatMap(session.reading.board.standing) else {
                    throw session.surroundings.wrongUse(
                        "council.cli.wrong.no-measure", ["number": .number(number)])
                }
                return try session.print(
                    session.text.measure(standing), .measures([standing], session.subject), asJSON: asked.json
                )
            }
            let standings = try chosen(session)
            try session.print(
                session.text.measures(standings), .measures(standings, session.subject), asJSON: asked.json)
        }
    }

    /// The measures that all given conditions hold for: by number, or by day where one asks for days.
    private func chosen(_ session: CouncilSession) throws -> [MeasureStanding] {
        let board = session.reading.board
        var standings =
            overdue
            ? board.overdue + (dueWithin.map { board.due(within: $0.days) } ?? [])
            : dueWithin.map { board.due(within: $0.days) } ?? board.standings
        if let agency {
            guard let found = session.policy.agency(AgencyKey(agency)) else {
                throw session.surroundings.wrongUse("council.cli.wrong.no-agency", ["agency": .text(agency)])
            }
            let keys = AgencySheet.keys(of: found)
            standings = standings.filter { $0.measure.responsible.contains { keys.contains($0.agency) } }
        }
        if let direction { standings = standings.filter { $0.measure.direction == direction } }
        if let indicator {
            standings = standings.filter { $0.measure.indicators.contains { $0.value == indicator } }
        }
        return standings
    }
}

/// A number of days, written `30d` or `30`.
struct DayCount: ExpressibleByArgument {
    let days: Int

    init?(argument: String) {
        let digits = argument.hasSuffix("d") ? argument.dropLast() : Substring(argument)
        guard let days = Int(digits), (0...36_500).contains(days) else { return nil }
        self.days = days
    }
}

/// `ahual measures set N`: records how a measure goes.
struct MeasuresSet: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set", abstract: Help.text("council.cli.set.abstract"),
            discussion: Help.text("council.cli.set.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Argument(help: ArgumentHelp(Help.text("council.cli.measures.number"), valueName: "number"))
    var number: Int

    @Option(help: ArgumentHelp(Help.text("council.cli.set.period"), valueName: "period"))
    var period: ReportingPeriod?

    @OptionGroup var said: ExecutionOptions

    @Option(help: ArgumentHelp(Help.text("council.cli.set.agency"), valueName: "key"))
    var agency: String?

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let writer = try CouncilWriter(surroundings, path: journal.path)
            guard let measure = MeasureNumber(number).flatMap(writer.policy.measure) else {
                throw writer.wrong("no-measure", ["number": .number(number)])
            }
            let reporter = try agency.map(writer.agency)
            let state = MeasureState(
                measure: measure.number, period: try checked(period, of: measure, writer),
                state: try said.state(writer), words: said.words, evidence: try said.evidence(writer),
                agency: reporter)
            try writer.append(.measureState(state), source: reporter ?? measure.lead)
        }
    }

    /// A measure with several deadlines needs the one meant, and it has to be one it has.
    private func checked(
        _ period: ReportingPeriod?, of measure: Measure, _ writer: CouncilWriter
    ) throws -> ReportingPeriod? {
        let periods = MeasureSchedule.occurrences(of: measure).map(\.period)
        let known = periods.map(\.description).joined(separator: ", ")
        guard let period else {
            if periods.count > 1, said.state != .cannot {
                throw writer.wrong("which-period", ["periods": .text(known)])
            }
            return nil
        }
        guard periods.contains(period) else {
            throw writer.wrong("no-period", ["period": .text(period.description), "periods": .text(known)])
        }
        return period
    }
}

/// How far something has come, as the command line says it.
struct ExecutionOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("council.cli.set.state"), valueName: "state"))
    var state: ExecutionState.Name

    @Option(help: ArgumentHelp(Help.text("council.cli.set.to"), valueName: "day"))
    var to: CalendarDay?

    @Option(help: ArgumentHelp(Help.text("council.cli.set.reason"), valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.set.words"), valueName: "text"))
    var words: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.set.document"), valueName: "text"))
    var document: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.set.date"), valueName: "day"))
    var date: CalendarDay?

    func state(_ writer: CouncilWriter) throws -> ExecutionState {
        switch state {
        case .progress: return .progress
        case .done:
            guard document != nil else { throw writer.wrong("no-document") }
            return .done
        case .rescheduled:
            guard let to else { throw writer.wrong("no-day") }
            return .rescheduled(to: to)
        case .cannot:
            guard let reason else { throw writer.wrong("no-reason") }
            return .cannot(reason: reason)
        }
    }

    func evidence(_ writer: CouncilWriter) throws -> Evidence? {
        guard let document else {
            guard date == nil else { throw writer.wrong("date-alone") }
            return nil
        }
        return Evidence(document: document, date: date)
    }
}
