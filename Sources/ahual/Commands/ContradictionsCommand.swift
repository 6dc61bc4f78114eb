import ArgumentParser
import Briefing
import Language
import Reference
import Situation
import Store
import Watch

/// `ahual contradictions`: figures that cannot both be right.
struct ContradictionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "contradictions", abstract: Help.text("watch.desk.cli.abstract"),
            discussion: Help.text("watch.desk.cli.discussion"))
    }

    /// How the list is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions

    @Flag(help: ArgumentHelp(Help.text("watch.desk.cli.open")))
    var open = false

    @Option(help: ArgumentHelp(Help.text("watch.desk.cli.format"), valueName: "text|json"))
    var format = Format.text

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let reference = try surroundings.files.reference()
            let total = try journal.entryCount()
            var bar = ProgressBar(surroundings.catalog.say("cli.progress.folding"))
            let state = try journal.picture(at: moment.moment) {
                bar.show(Double($0) / Double(max(total, 1)))
            }
            bar.clear()
            let present = try journal.now(wall: surroundings.now())
            let now = moment.moment.now(present)
            let identity = JournalIdentity(
                id: journal.header.id, nature: journal.header.nature, scenario: journal.header.scenario)
            let list = ContradictionList(items(state.picture, reference, now), journal: identity)
            switch format {
            case .json: Output.raw(try list.json() + "\n")
            case .text:
                Output.result(
                    list.lines(reference: reference, catalog: surroundings.catalog)
                        .joined(separator: "\n"))
            }
        }
    }

    /// The cases on record, first raised first, then what is found and not on record.
    private func items(_ picture: Picture, _ reference: Reference, _ now: Instant) -> [ContradictionList.Item]
    {
        let records = picture.watch.contradictions
        let recorded = records.values.filter { !open || $0.isOpen }
            .sorted { ($0.raised, $0.id) < ($1.raised, $1.id) }
            .map { ContradictionList.Item(id: $0.id, finding: $0.finding, record: $0) }
        let reading = SituationReading(
            picture, places: reference.places, targets: reference.targets, now: now)
        let found = ContradictionWatch.findings(in: picture, reading: reading)
            .filter { records[$0.id] == nil }
            .map { ContradictionList.Item(id: $0.id, finding: $0.finding) }
        return recorded + found
    }
}
