import ArgumentParser
import Briefing
import Foundation
import Language
import Planning
import Reference
import Situation
import Store

/// `ahual export …`: the picture for other programs.
struct ExportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: Help.text("exchange.help.abstract"),
            discussion: Help.text("exchange.help.discussion"),
            subcommands: [ExportHXL.self, ExportCAP.self, ExportJSON.self])
    }
}

/// What every export takes.
struct ExportOptions: ParsableArguments {
    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions

    @Option(help: ArgumentHelp(Help.text("exchange.help.out"), valueName: "file"))
    var out: String?

    /// Makes a text from the picture and prints it or writes it down.
    func export(_ text: (StatusSubject, Reference, Surroundings) throws -> String) throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let reference = try surroundings.files.reference()
            let subject = try StatusPrinter(surroundings).subject(of: journal, at: moment.moment, reference)
            let text = try text(subject, reference, surroundings)
            guard let out else { return Output.raw(text) }
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
            } catch {
                throw Failure.found(
                    surroundings.catalog.say(
                        "exchange.problem.not-written",
                        ["path": .text(out), "reason": .text(error.localizedDescription)]))
            }
        }
    }
}

/// `ahual export hxl KIND`.
struct ExportHXL: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "hxl", abstract: Help.text("exchange.help.hxl"))
    }

    @OptionGroup var options: ExportOptions

    @Argument(help: ArgumentHelp(Help.text("exchange.help.kind"), valueName: "kind"))
    var kind: HXLExport.Kind

    func run() async throws {
        try options.export { subject, reference, surroundings in
            let table = HXLExport(subject, reference: reference, catalog: surroundings.catalog).table(kind)
            for breach in table.breaches {
                // Counted from the first line of the file, which has two lines of head.
                let words: [String: Phrase.Argument] = [
                    "row": .number(breach.row + 3), "larger": .text(breach.larger),
                    "smaller": .text(breach.smaller),
                ]
                Output.problem(surroundings.catalog.say("exchange.problem.breach", words))
            }
            return table.csv
        }
    }
}

extension HXLExport.Kind: ExpressibleByArgument {}

/// `ahual export cap --alarm RULE/PLACE | --level SECTION`.
struct ExportCAP: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "cap", abstract: Help.text("exchange.help.cap"))
    }

    @OptionGroup var options: ExportOptions

    @Option(help: ArgumentHelp(Help.text("exchange.help.alarm"), valueName: "rule/place"))
    var alarm: String?

    @Option(help: ArgumentHelp(Help.text("exchange.help.level"), valueName: "section"))
    var level: String?

    @Option(help: ArgumentHelp(Help.text("exchange.help.sender"), valueName: "name"))
    var sender: String

    @Flag(name: .customLong("public"), help: ArgumentHelp(Help.text("exchange.help.public")))
    var isPublic = false

    func run() async throws {
        try options.export { subject, reference, surroundings in
            let catalog = surroundings.catalog
            guard sender.contains(where: { !$0.isWhitespace }) else {
                throw Failure.wrongUse(catalog.say("exchange.problem.bad-sender"))
            }
            // The reader's language first: many receivers show the first they find.
            let others = try Language.allCases.filter { $0 != surroundings.language }
                .map { try surroundings.files.catalog($0) }
            let draft = CAPDraft(
                subject, reference: reference,
                rules: try surroundings.files.alarmRules().rules(by: reference),
                levels: try surroundings.files.levels(), catalogs: [catalog] + others, sender: sender,
                isPublic: isPublic)
            switch (alarm, level) {
            case (let alarm?, nil):
                guard let found = AlarmID(alarm).flatMap(draft.alert) else {
                    throw Failure.found(catalog.say("exchange.problem.no-alarm", ["name": .text(alarm)]))
                }
                return found.xml
            case (nil, let level?):
                guard case .one(let section) = reference.section(named: level),
                    let found = draft.alert(section)
                else {
                    throw Failure.found(catalog.say("exchange.problem.no-level", ["name": .text(level)]))
                }
                return found.xml
            default: throw Failure.wrongUse(catalog.say("exchange.problem.which"))
            }
        }
    }
}

/// `ahual export json`.
struct ExportJSON: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "json", abstract: Help.text("exchange.help.json"))
    }

    @OptionGroup var options: ExportOptions

    func run() async throws {
        try options.export { subject, _, _ in try StatusJSON(subject).text() + "\n" }
    }
}
