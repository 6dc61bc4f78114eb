import ArgumentParser
import Briefing
import Language
import Reference
import Situation
import Store
import Watch

/// `ahual alarms …`: what rings, by which rules, and how well.
struct AlarmsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "alarms", abstract: Help.text("watch.alarms.abstract"),
            subcommands: [AlarmsList.self, AlarmsReport.self, AlarmsRules.self],
            defaultSubcommand: AlarmsList.self)
    }
}

/// `ahual alarms list`: what stands now.
struct AlarmsList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Help.text("watch.alarms.listabstract"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let reference = try surroundings.files.reference()
            let rules = try surroundings.files.alarmRules().rules(by: reference)
            let state = try journal.picture(at: moment.moment)
            let present = try journal.now(wall: surroundings.now())
            let now = moment.moment.now(present)
            ExerciseMark.around(journal, surroundings) {
                let text = AlarmListText(reference: reference, rules: rules, catalog: surroundings.catalog)
                Output.result(text.lines(state.picture.watch, now: now).joined(separator: "\n"))
            }
        }
    }
}

/// `ahual alarms rules`: what the console watches for.
struct AlarmsRules: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "rules", abstract: Help.text("watch.alarms.rulesabstract"))
    }

    @OptionGroup var language: LanguageOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let reference = try surroundings.files.reference()
            let folder = try surroundings.files.alarmRules()
            let text = AlarmListText(
                reference: reference, rules: folder.rules(by: reference), catalog: surroundings.catalog)
            Output.result(text.ruleLines().joined(separator: "\n"))
            for fault in folder.faults { Output.problem(surroundings.catalog.say(fault.phrase)) }
            if !folder.faults.isEmpty { throw Failure.silent }
        }
    }
}

/// `ahual alarms report`: the figures of ISA-18.2.
struct AlarmsReport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report", abstract: Help.text("watch.alarms.reportabstract"),
            discussion: Help.text("watch.alarms.discussion"))
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("watch.alarms.fromopt"), valueName: "time"))
    var from: Instant?

    @Option(help: ArgumentHelp(Help.text("watch.alarms.toopt"), valueName: "time"))
    var to: Instant?

    @Option(help: ArgumentHelp(Help.text("watch.alarms.formatopt")))
    var format = Format.text

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let end = try to ?? journal.now(wall: surroundings.now())
            guard let period = Period(from: from ?? end - .days(1), to: end) else {
                throw Failure.wrongUse(surroundings.catalog.say("watch.alarms.badperiod"))
            }
            var filter = EntryFilter()
            filter.kinds = [FactKind.alarm.rawValue]
            filter.to = period.to
            let report = AlarmReport(try journal.entries(filter).lazy.map(\.entry), over: period)
            try print(report, of: journal, surroundings)
        }
    }

    private func print(_ report: AlarmReport, of journal: Journal, _ surroundings: Surroundings) throws {
        let identity = JournalIdentity(
            id: journal.header.id, nature: journal.header.nature, scenario: journal.header.scenario)
        if format == .json {
            Output.raw(try AlarmReportJSON(report, journal: identity).text() + "\n")
            return
        }
        let reference = try surroundings.files.reference()
        let text = AlarmReportText(
            reference: reference, rules: try surroundings.files.alarmRules().rules,
            catalog: surroundings.catalog)
        ExerciseMark.around(journal, surroundings) {
            Output.result(text.lines(report).joined(separator: "\n"))
        }
    }
}
