import ArgumentParser
import Language
import Situation
import Store

/// `ahual note TEXT`: writes a line into the duty log.
struct NoteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "note", abstract: Help.text("cli.note.abstract"),
            discussion: Help.text("cli.note.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("cli.note.place"), valueName: "place"))
    var place: String?

    @Argument(help: ArgumentHelp(Help.text("cli.note.text"), valueName: "text"))
    var text: [String]

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let words = text.joined(separator: " ")
            guard words.contains(where: { !$0.isWhitespace }) else {
                throw Failure.wrongUse(surroundings.catalog.say("cli.note.empty"))
            }
            let journal = try surroundings.journal(journal.path, making: true)
            let now = try journal.now(wall: surroundings.now())
            let author = Author(person: surroundings.person, seat: "duty-officer")
            let draft = Draft(
                .note(Note(text: words, place: try place.map { try resolve($0, surroundings) })),
                about: .moment(now), author: author, source: SourceID(author.person.rawValue))
            let intake = try journal.append([draft], at: now)
            ExerciseMark.around(journal, surroundings) {
                Output.result(intake.stored.map(\.description).joined())
            }
            ClockWarning.tell(behind: intake.clockBehind, surroundings)
        }
    }

    private func resolve(_ name: String, _ surroundings: Surroundings) throws -> String {
        let reference = try surroundings.files.reference()
        if let id = reference.checkpoint(named: name).only { return id.rawValue }
        if let id = reference.shelter(named: name).only { return id.rawValue }
        if let area = reference.area(named: name).only { return area.code }
        throw Failure.wrongUse(surroundings.catalog.say("cli.note.unknown-place", ["name": .text(name)]))
    }
}
