import ArgumentParser
import Foundation
import Language
import Situation
import Store

/// `ahual journal retract ENTRY`: says that an entry no longer counts.
struct JournalRetract: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retract", abstract: Help.text("cli.retract.abstract"),
            discussion: Help.text("cli.retract.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("cli.correct.reason"), valueName: "text"))
    var reason: String

    @Argument(help: ArgumentHelp(Help.text("cli.correct.entry"), valueName: "entry"))
    var entry: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            try Correcting(surroundings, journalPath: journal.path, entry: entry, reason: reason)
                .append { _ in .retract }
        }
    }
}

/// `ahual journal supersede ENTRY BODY`: puts another fact in an entry's place.
struct JournalSupersede: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "supersede", abstract: Help.text("cli.supersede.abstract"),
            discussion: Help.text("cli.supersede.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("cli.correct.reason"), valueName: "text"))
    var reason: String

    @Argument(help: ArgumentHelp(Help.text("cli.correct.entry"), valueName: "entry"))
    var entry: String

    @Argument(help: ArgumentHelp(Help.text("cli.supersede.body"), valueName: "json"))
    var body: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            try Correcting(surroundings, journalPath: journal.path, entry: entry, reason: reason)
                .append { target in .supersede(try replacement(for: target, surroundings)) }
        }
    }

    /// The body may name only what changes; the rest stays as it was.
    private func replacement(for target: StoredEntry, _ surroundings: Surroundings) throws -> Fact {
        do {
            return try target.fact(changing: Array(body.utf8))
        } catch {
            throw Failure.wrongUse(
                surroundings.catalog.say(
                    "cli.supersede.bad-body",
                    ["kind": .text(target.entry.fact.kindName), "reason": .text("\(error)")]))
        }
    }
}

/// One correction on its way to the journal.
private struct Correcting {
    private let surroundings: Surroundings
    private let journal: Journal
    private let target: StoredEntry
    private let reason: String

    init(_ surroundings: Surroundings, journalPath: String?, entry: String, reason: String) throws {
        guard let id = EntryID(entry) else {
            throw Failure.wrongUse(surroundings.catalog.say("cli.correct.bad-entry", ["entry": .text(entry)]))
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Failure.wrongUse(surroundings.catalog.say("cli.correct.no-reason"))
        }
        self.surroundings = surroundings
        self.reason = reason
        journal = try surroundings.journal(journalPath, making: false)
        guard let stored = try journal.entry(id) else { throw StoreError.noSuchEntry(id) }
        target = stored
    }

    func append(_ change: (StoredEntry) throws -> Correction.Change) throws {
        let correction = Correction(target: target.entry.id, change: try change(target), reason: reason)
        let now = try journal.now(wall: surroundings.now())
        let author = Author(person: surroundings.person, seat: "duty-officer")
        let draft = Draft(
            .correction(correction), about: target.entry.about, author: author,
            source: SourceID(author.person.rawValue))
        let intake = try journal.append([draft], at: now)
        ExerciseMark.around(journal, surroundings) {
            Output.result(intake.stored.map(\.description).joined())
        }
        ClockWarning.tell(behind: intake.clockBehind, surroundings)
    }
}
