import ArgumentParser
import Briefing
import Foundation
import Language
import Situation
import Store
import Watch

/// `ahual handover`: the document of the handover that goes on, of the last one, or a draft of the next.
struct HandoverCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "handover", abstract: Help.text("cli.handover.abstract"),
            discussion: Help.text("cli.handover.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp(Help.text("cli.handover.seat"), valueName: "seat"))
    var seat: String = "duty-officer"

    @Option(help: ArgumentHelp(Help.text("cli.handover.format"), valueName: "format"))
    var format: HandoverFormat = .text

    @Option(help: ArgumentHelp(Help.text("cli.handover.out"), valueName: "file"))
    var out: String?

    @Flag(help: ArgumentHelp(Help.text("cli.handover.draft")))
    var draft = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let maker = HandoverMaker(surroundings, journal: journal, seat: SeatName(seat))
            let document = try draft ? maker.next() : maker.current()
            let words = try surroundings.entryWords()
            let text = format == .html ? document.html(words) : document.text(words)
            guard let out else {
                if format == .html { Output.raw(text) } else { Output.result(String(text.dropLast())) }
                return
            }
            try text.write(toFile: out, atomically: true, encoding: .utf8)
            Output.result(surroundings.catalog.say("cli.handover.written", ["file": .text(out)]))
        }
    }
}

/// How the document is written down.
enum HandoverFormat: String, CaseIterable, ExpressibleByArgument {
    case text, html
}

/// Makes documents of a seat's handovers from a journal.
struct HandoverMaker {
    private let surroundings: Surroundings
    private let journal: Journal
    private let seat: SeatName

    init(_ surroundings: Surroundings, journal: Journal, seat: SeatName) {
        self.surroundings = surroundings
        self.journal = journal
        self.seat = seat
    }

    /// The one that goes on, else the last one, else what would be handed over now.
    func current() throws -> HandoverDocument {
        let record = try journal.picture().picture.watch.seats[seat]
        if let progress = record?.handover {
            return try document(at: progress.begun, progress, closing: nil)
        }
        guard let record, let passing = record.lastPassing else { return try next() }
        // Before an emergency relief the seat was still the other's.
        let moment = passing.handover?.begun ?? Instant(milliseconds: passing.at.milliseconds - 1)
        let closing = record.holder.flatMap { holder -> HandoverDocument.Closing? in
            guard holder.person == passing.to, holder.since == passing.at else { return nil }
            return HandoverDocument.Closing(
                holder: holder, isUncountersigned: record.uncountersigned.values.contains(holder.person))
        }
        return try document(at: moment, passing.handover, closing: closing)
    }

    /// A draft of what would be handed over now.
    func next() throws -> HandoverDocument {
        try document(at: nil, nil, closing: nil)
    }

    private func document(
        at moment: Instant?, _ progress: ShiftRecord.HandoverProgress?, closing: HandoverDocument.Closing?
    ) throws -> HandoverDocument {
        let reference = try surroundings.files.reference()
        let present = try journal.now(wall: surroundings.now())
        let now = moment ?? present
        let picture = try journal.picture(at: PictureMoment(asKnownAt: moment)).picture
        let reading = SituationReading(
            picture, places: reference.places, targets: reference.targets, now: now)
        let since = picture.watch.seats[seat]?.holder?.since
        let counts = try since.map { try journal.counts(from: $0, to: now) } ?? [:]
        let head = try journal.head()
        let identity = JournalIdentity(journal.header)
        return HandoverDocument(
            draft: HandoverDraft(picture, reading: reading, seat: seat, now: now, counts: counts),
            picture: picture, reading: reading, progress: progress, closing: closing,
            position: JournalPosition(
                journal: identity, entryCount: progress?.handover.entryCount ?? head.entries,
                head: progress?.handover.head ?? head.hash.description))
    }
}
