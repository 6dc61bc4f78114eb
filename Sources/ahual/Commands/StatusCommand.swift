import ArgumentParser
import Briefing
import Language
import Reference
import Situation
import Store

/// `ahual status`: the picture without a terminal.
struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status", abstract: Help.text("cli.status.abstract"),
            discussion: Help.text("cli.status.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            try StatusPrinter(surroundings).print(journal, at: moment.moment, asJSON: json)
        }
    }
}

/// Prints the picture of a journal.
struct StatusPrinter {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    func print(_ journal: Journal, at moment: PictureMoment, asJSON: Bool) throws {
        let reference = try surroundings.files.reference()
        let subject = try subject(of: journal, at: moment, reference)
        if asJSON {
            Output.raw(try StatusJSON(subject).text() + "\n")
        } else {
            let lines = StatusText(reference: reference, catalog: surroundings.catalog).lines(subject)
            Output.result(lines.joined(separator: "\n"))
        }
    }

    /// The picture of a journal at a moment, as documents are made from it.
    func subject(
        of journal: Journal, at moment: PictureMoment, _ reference: Reference
    ) throws -> StatusSubject {
        let total = try journal.entryCount()
        var bar = ProgressBar(surroundings.catalog.say("cli.progress.folding"))
        let state = try journal.picture(at: moment) { bar.show(Double($0) / Double(max(total, 1))) }
        bar.clear()
        let present = try journal.now(wall: surroundings.now())
        let now = moment.now(present)
        return StatusSubject(
            picture: state.picture,
            reading: SituationReading(
                state.picture, places: reference.places, targets: reference.targets, now: now),
            journal: JournalIdentity(
                id: journal.header.id, nature: journal.header.nature, scenario: journal.header.scenario),
            contested: state.amendments.contested,
            asKnownAt: moment.asKnownAt.map { min($0, present) },
            asRecordedAt: moment.asRecordedAt.map { min($0, present) })
    }
}
