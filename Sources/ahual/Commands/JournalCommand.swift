import ArgumentParser
import Foundation
import Language
import Situation
import Store

/// `ahual journal …`: the record itself.
struct JournalCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "journal", abstract: Help.text("cli.journal.abstract"),
            subcommands: [
                JournalVerify.self, JournalShow.self, JournalExport.self, JournalBackup.self,
                JournalRetract.self, JournalSupersede.self,
                JournalRebuild.self,
            ])
    }
}

/// `ahual journal verify`: walks the chains.
struct JournalVerify: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: Help.text("cli.verify.abstract"),
            discussion: Help.text("cli.verify.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("cli.verify.expect"), valueName: "hash"))
    var expect: String?

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let expected = try expect.map { text in
                guard let hash = EntryHash(hexadecimal: text.lowercased()) else {
                    throw Failure.wrongUse(surroundings.catalog.say("cli.verify.bad-hash"))
                }
                return hash
            }
            let journal = try surroundings.journal(journal.path, making: false)
            let total = try journal.entryCount()
            var bar = ProgressBar(surroundings.catalog.say("cli.progress.verifying"))
            let result = try journal.verify(expecting: expected) {
                bar.show(Double($0) / Double(max(total, 1)))
            }
            bar.clear()
            try report(result, of: journal, surroundings)
        }
    }

    private func report(_ result: Verification, of journal: Journal, _ surroundings: Surroundings) throws {
        if json {
            Output.raw(try VerificationSummary(result, journal: journal).text())
        } else {
            ExerciseMark.around(journal, surroundings) {
                Output.result(
                    surroundings.catalog.say("cli.verify.walked", ["count": .number(result.entryCount)]))
                for head in result.heads { Output.result("\(head.id) \(head.hash)") }
                Output.result(
                    surroundings.catalog.say("cli.verify.head", ["hash": .text(result.head.description)]))
            }
        }
        if let fault = result.fault { throw Failure.found(surroundings.catalog.say(fault.phrase)) }
        if !json { Output.result(surroundings.catalog.say("cli.verify.sound")) }
    }
}

/// A verification for programs.
private struct VerificationSummary: Encodable {
    let kind = "verification"
    let version = 1
    let exercise: Bool
    let journal: String
    let entries: Int
    let head: String
    let heads: [String: String]
    let sound: Bool
    let brokenEntry: String?

    init(_ result: Verification, journal: Journal) {
        exercise = journal.header.nature == .exercise
        self.journal = journal.header.id
        entries = result.entryCount
        head = result.head.description
        heads = Dictionary(
            result.heads.map { ($0.id.description, $0.hash.description) },
            uniquingKeysWith: { first, _ in first })
        sound = result.fault == nil
        brokenEntry = result.fault?.entry?.description
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

/// The line that frames every print drawn from an exercise.
enum ExerciseMark {
    /// What `tell` prints, with the mark before and behind it where the journal is an exercise's.
    static func around(
        _ journal: Journal, _ surroundings: Surroundings, _ tell: () throws -> Void
    ) rethrows {
        print(journal, surroundings)
        try tell()
        print(journal, surroundings)
    }

    private static func print(_ journal: Journal, _ surroundings: Surroundings) {
        guard journal.header.nature == .exercise else { return }
        let word = surroundings.catalog.say("program.exercise")
        Output.result("*** \(word) · \(journal.header.scenario ?? journal.header.id) · \(word) ***")
    }
}

/// `ahual journal backup FILE`: a consistent copy while in use.
struct JournalBackup: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup", abstract: Help.text("cli.backup.abstract"),
            discussion: Help.text("cli.backup.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Argument(help: ArgumentHelp(Help.text("cli.backup.file"), valueName: "file"))
    var file: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let bar = ProgressBar(surroundings.catalog.say("cli.progress.copying"))
            let result = try journal.backUp(to: file)
            bar.clear()
            if let fault = result.fault { throw Failure.found(surroundings.catalog.say(fault.phrase)) }
            Output.result(
                surroundings.catalog.say(
                    "cli.backup.done",
                    ["count": .number(result.entryCount), "hash": .text(result.head.description)]))
        }
    }
}

/// `ahual journal rebuild`: makes the derived rows anew from the record.
struct JournalRebuild: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "rebuild", abstract: Help.text("cli.rebuild.abstract"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let count = try surroundings.journal(journal.path, making: false).rebuildDerived()
            Output.result(surroundings.catalog.say("cli.rebuild.done", ["count": .number(count)]))
        }
    }
}
