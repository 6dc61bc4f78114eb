import ArgumentParser
import Foundation
import Language
import Situation
import Store
import Wording

/// Which entries of a journal.
struct EntryFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("cli.filter.kind"), valueName: "kind"))
    var kind: [String] = []

    @Option(help: ArgumentHelp(Help.text("cli.filter.place"), valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp(Help.text("cli.filter.source"), valueName: "source"))
    var source: String?

    @Option(help: ArgumentHelp(Help.text("cli.filter.person"), valueName: "person"))
    var person: String?

    @Option(help: ArgumentHelp(Help.text("cli.filter.from"), valueName: "time"))
    var from: Instant?

    @Option(help: ArgumentHelp(Help.text("cli.filter.to"), valueName: "time"))
    var to: Instant?

    @Option(help: ArgumentHelp(Help.text("cli.filter.last"), valueName: "count"))
    var last: Int?

    func filter(_ surroundings: Surroundings) throws -> EntryFilter {
        var filter = EntryFilter()
        filter.kinds = Set(kind)
        filter.subject = try place.map { name in
            let reference = try surroundings.files.reference()
            return reference.checkpoint(named: name).only?.rawValue
                ?? reference.shelter(named: name).only?.rawValue
                ?? reference.area(named: name).only?.code ?? name
        }
        filter.source = source.map(SourceID.init(rawValue:))
        filter.person = person.map(PersonName.init(rawValue:))
        filter.from = from
        filter.to = to
        filter.last = last
        return filter
    }
}

/// `ahual journal show`: entries as lines, newest last.
struct JournalShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: Help.text("cli.show.abstract"),
            discussion: Help.text("cli.show.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var filter: EntryFilterOptions

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let filter = try filter.filter(surroundings)
            if json {
                try journal.forEach(filter) { Output.raw(try EntryLine.json($0, of: journal) + "\n") }
            } else {
                try ExerciseMark.around(journal, surroundings) {
                    try journal.forEach(filter) {
                        Output.result(EntryLine.text($0.entry, body: $0.body, surroundings))
                    }
                }
            }
        }
    }
}

/// `ahual journal export`: the whole record as NDJSON, to read and verify with other tools.
struct JournalExport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: Help.text("cli.export.abstract"),
            discussion: Help.text("cli.export.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var filter: EntryFilterOptions

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            Output.raw(try EntryLine.header(of: journal) + "\n")
            try journal.forEach(filter.filter(surroundings)) {
                Output.raw(try EntryLine.json($0, of: journal) + "\n")
            }
        }
    }
}

/// One entry as a line.
enum EntryLine {
    static func text(_ entry: Entry, body: [UInt8], _ surroundings: Surroundings) -> String {
        let speech = surroundings.speech
        let known = speech.moment(entry.known.instant)
        let words: String
        switch entry.fact {
        case .note(let note): words = (note.place.map { "\($0): " } ?? "") + note.text
        default: words = String(decoding: body, as: UTF8.self)
        }
        // One entry, one line: a line break in a note must not look like an entry of its own.
        return Output.oneLine(
            "\(entry.id)  \(known)  \(entry.fact.kindName)  \(entry.source)  "
                + "\(entry.author.person)  \(speech.about(entry.about))  \(words)")
    }

    /// The whole entry with its link, one JSON object.
    static func json(_ stored: StoredEntry, of journal: Journal) throws -> String {
        let entry = stored.entry
        var object: [String: Any] = [
            "id": entry.id.description, "station": entry.id.station.rawValue, "number": entry.id.number,
            "recorded": entry.recorded.instant.iso8601, "recordedBits": entry.recorded.bits,
            "known": entry.known.instant.iso8601, "knownBits": entry.known.bits,
            "person": entry.author.person.rawValue, "seat": entry.author.seat.rawValue,
            "source": entry.source.rawValue, "confidence": entry.confidence.rawValue,
            "kind": entry.fact.kindName, "version": entry.fact.bodyVersion,
            "previous": stored.previous.description, "hash": stored.hash.description,
            "exercise": journal.header.nature == .exercise,
            "body": try JSONSerialization.jsonObject(with: Data(stored.body), options: .fragmentsAllowed),
        ]
        switch entry.about {
        case .moment(let instant): object["at"] = instant.iso8601
        case .period(let period):
            object["from"] = period.from.iso8601
            object["to"] = period.to.iso8601
        }
        return try line(object)
    }

    static func header(of journal: Journal) throws -> String {
        let header = journal.header
        return try line([
            "kind": "journal", "version": 1, "id": header.id, "nature": header.nature.rawValue,
            "exercise": header.nature == .exercise, "scenario": header.scenario ?? NSNull(),
            "seed": header.seed.map { String($0) } ?? NSNull(), "created": header.created.iso8601,
            "hash": header.hash.description,
        ])
    }

    private static func line(_ object: [String: Any]) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
