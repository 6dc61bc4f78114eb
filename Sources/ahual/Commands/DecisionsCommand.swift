import ArgumentParser
import Briefing
import Council
import Language
import Situation
import Store

/// `ahual decisions …`: the register of the coordination council.
struct DecisionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "decisions", abstract: Help.text("council.cli.decisions.abstract"),
            discussion: Help.text("council.cli.decisions.discussion"),
            subcommands: [
                DecisionsList.self, DecisionsRaise.self, DecisionsPosition.self, DecisionsDecide.self,
                DecisionsAssignment.self, DecisionsWithdraw.self, DecisionsReopen.self,
            ], defaultSubcommand: DecisionsList.self)
    }
}

/// `ahual decisions list`.
struct DecisionsList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Help.text("council.cli.decisions.list"))
    }

    @OptionGroup var asked: CouncilOptions

    @Flag(help: ArgumentHelp(Help.text("council.cli.decisions.open")))
    var open = false

    func run() async throws {
        try asked.reading { session in
            let records = session.reading.register.inOrder.filter { !open || $0.isPending }
            try session.print(
                session.text.decisions(openOnly: open), .decisions(records, session.subject),
                asJSON: asked.json)
        }
    }
}

/// What every command that writes into the register takes.
struct QuestionOptions: ParsableArguments {
    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Argument(help: ArgumentHelp(Help.text("council.cli.decisions.question"), valueName: "question"))
    var question: String

    func writing(_ work: (CouncilWriter, QuestionID) throws -> Void) throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            guard !question.isEmpty, question.allSatisfy({ !$0.isWhitespace }) else {
                throw surroundings.wrongUse("council.cli.wrong.question-name")
            }
            try work(try CouncilWriter(surroundings, path: journal.path), QuestionID(question))
        }
    }
}

/// `ahual decisions raise QUESTION --by KEY TEXT`.
struct DecisionsRaise: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "raise", abstract: Help.text("council.cli.decisions.raise"))
    }

    @OptionGroup var asked: QuestionOptions

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.by"), valueName: "key"))
    var by: String

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.measure"), valueName: "1–73"))
    var measure: Int?

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.indicator"), valueName: "1–14"))
    var indicator: Int?

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.discrepancy"), valueName: "id"))
    var discrepancy: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.text"), valueName: "text"))
    var text: String

    func run() async throws {
        try asked.writing { writer, question in
            let agency = try writer.agency(by)
            if let measure, MeasureNumber(measure) == nil {
                throw writer.wrong("no-measure", ["number": .number(measure)])
            }
            if let indicator, IndicatorNumber(indicator) == nil {
                throw writer.wrong("no-indicator", ["number": .number(indicator)])
            }
            try writer.check(discrepancy: discrepancy)
            try writer.append(
                .raised(
                    .init(
                        text: text, raisedBy: agency, measure: measure.flatMap(MeasureNumber.init),
                        indicator: indicator.flatMap(IndicatorNumber.init), discrepancy: discrepancy)),
                to: question, source: agency)
        }
    }
}

extension CouncilWriter {
    /// A finding named has to be one of the decree's.
    func check(discrepancy id: String?) throws {
        guard let id, !policy.discrepancies.contains(where: { $0.id == id }) else { return }
        throw wrong("no-discrepancy", ["id": .text(id)])
    }
}

/// `ahual decisions position QUESTION --agency KEY --stance STANCE`.
struct DecisionsPosition: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "position", abstract: Help.text("council.cli.decisions.position"))
    }

    @OptionGroup var asked: QuestionOptions

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.agency"), valueName: "key"))
    var agency: String

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.stance"), valueName: "stance"))
    var stance: DecisionEvent.Position.Stance

    @Option(help: ArgumentHelp(Help.text("council.cli.set.words"), valueName: "text"))
    var words: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.set.document"), valueName: "text"))
    var document: String?

    @Option(help: ArgumentHelp(Help.text("council.cli.set.date"), valueName: "day"))
    var date: CalendarDay?

    func run() async throws {
        try asked.writing { writer, question in
            let agency = try writer.agency(agency)
            try writer.append(
                .position(
                    .init(
                        agency: agency, stance: stance, words: words,
                        evidence: document.map { Evidence(document: $0, date: date) })),
                to: question, source: agency)
        }
    }
}

/// `ahual decisions decide QUESTION --number N --date DAY --text TEXT`.
struct DecisionsDecide: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "decide", abstract: Help.text("council.cli.decisions.decide"),
            discussion: Help.text("council.cli.decisions.decide-discussion"))
    }

    @OptionGroup var asked: QuestionOptions

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.number"), valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.date"), valueName: "day"))
    var date: CalendarDay

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.decision"), valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.assign"), valueName: "key:day:what"))
    var assign: [String] = []

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.settle"), valueName: "id"))
    var settle: [String] = []

    @Option(help: ArgumentHelp(Help.text("council.cli.decisions.targets"), valueName: "14=plan"))
    var targets: [String] = []

    func run() async throws {
        try asked.writing { writer, question in
            for id in settle { try writer.check(discrepancy: id) }
            let chosen = try targets.map { try Self.settlement($0, writer) }
            let resolution = DecisionEvent.Resolution(
                text: text, number: number, date: date,
                assignments: try assign.map { try Self.assignment($0, writer) },
                settles: settle.map { .discrepancy($0) } + chosen)
            try writer.append(.decided(resolution), to: question, source: "COORD_COUNCIL")
        }
    }

    /// `KEY:2026-09-01:what`, the day left out where none was set.
    private static func assignment(
        _ text: String, _ writer: CouncilWriter
    ) throws -> DecisionEvent.Assignment {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 3, !parts[2].isEmpty else {
            throw writer.wrong("assignment", ["text": .text(text)])
        }
        let due = CalendarDay(parts[1])
        guard due != nil || parts[1].isEmpty else { throw writer.wrong("assignment", ["text": .text(text)]) }
        return .init(agency: try writer.agency(parts[0]), what: parts[2], due: due)
    }

    /// `14=plan` or `14=part6`.
    private static func settlement(
        _ text: String, _ writer: CouncilWriter
    ) throws -> DecisionEvent.Settlement {
        let parts = text.split(separator: "=").map(String.init)
        guard parts.count == 2, let number = Int(parts[0]).flatMap(IndicatorNumber.init),
            let source = TargetSource(rawValue: parts[1])
        else { throw writer.wrong("targets", ["text": .text(text)]) }
        return .targets(number, source)
    }
}

/// `ahual decisions assignment QUESTION N --state STATE`.
struct DecisionsAssignment: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "assignment", abstract: Help.text("council.cli.decisions.assignment"))
    }

    @OptionGroup var asked: QuestionOptions

    @Argument(help: ArgumentHelp(Help.text("council.cli.decisions.assignment-number"), valueName: "number"))
    var number: Int

    @OptionGroup var said: ExecutionOptions

    func run() async throws {
        try asked.writing { writer, question in
            let register = try writer.journal.picture(at: PictureMoment()).picture.register
            let assignments = register.questions[question]?.assignments ?? []
            guard assignments.indices.contains(number - 1) else {
                throw writer.wrong("no-assignment", ["number": .number(number)])
            }
            try writer.append(
                .assignment(
                    number,
                    .init(
                        state: try said.state(writer), words: said.words,
                        evidence: try said.evidence(writer))),
                to: question, source: assignments[number - 1].assignment.agency)
        }
    }
}

/// `ahual decisions withdraw QUESTION --reason TEXT`.
struct DecisionsWithdraw: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "withdraw", abstract: Help.text("council.cli.decisions.withdraw"))
    }

    @OptionGroup var asked: QuestionOptions

    @Option(help: ArgumentHelp(Help.text("council.cli.set.reason"), valueName: "text"))
    var reason: String

    func run() async throws {
        try asked.writing { writer, question in
            try writer.append(.withdrawn(reason: reason), to: question, source: nil)
        }
    }
}

/// `ahual decisions reopen QUESTION --reason TEXT`.
struct DecisionsReopen: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "reopen", abstract: Help.text("council.cli.decisions.reopen"))
    }

    @OptionGroup var asked: QuestionOptions

    @Option(help: ArgumentHelp(Help.text("council.cli.set.reason"), valueName: "text"))
    var reason: String

    func run() async throws {
        try asked.writing { writer, question in
            try writer.append(.reopened(reason: reason), to: question, source: nil)
        }
    }
}
