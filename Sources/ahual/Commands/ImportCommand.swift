import ArgumentParser
import Feeds
import Foundation
import Language
import Situation
import Store

/// `ahual import FILE|-`: takes a feed into the journal.
struct ImportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import", abstract: Help.text("cli.import.abstract"),
            discussion: Help.text("cli.import.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    @Argument(help: ArgumentHelp(Help.text("cli.import.file"), valueName: "file"))
    var file: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: true)
            let outcome = try FeedFileImport(surroundings, journal: journal).run(file) { fault in
                Output.problem(FaultLine.text(fault, file: file, catalog: surroundings.catalog))
            }
            if json {
                report(outcome, surroundings)
            } else {
                ExerciseMark.around(journal, surroundings) { report(outcome, surroundings) }
            }
            if outcome.faults > 0 { throw Failure.silent }
        }
    }

    private func report(_ outcome: FeedImport.Outcome, _ surroundings: Surroundings) {
        let say = surroundings.catalog
        if !outcome.unknownColumns.isEmpty {
            let names = outcome.unknownColumns.joined(separator: ", ")
            Output.problem(say.say("cli.import.unknown-columns", ["names": .text(names)]))
        }
        ClockWarning.tell(behind: outcome.clockBehind, surroundings)
        if outcome.heldCrossings {
            Output.problem(say.say("cli.import.holds-pseudonyms"))
        }
        if json {
            Output.raw(ImportSummary(outcome).text)
        } else {
            Output.result(say.say(ImportWords.phrase(outcome, surroundings)))
        }
    }
}

/// Tells of a clock that cannot be believed.
enum ClockWarning {
    static func tell(behind: Span?, _ surroundings: Surroundings) {
        if let behind { Output.problem(surroundings.catalog.say(phrase(behind: behind, surroundings))) }
    }

    static func phrase(behind: Span, _ surroundings: Surroundings) -> Phrase {
        Phrase("cli.import.clock-behind", ["span": .text(surroundings.speech.span(behind))])
    }
}

/// What became of a feed, for a person.
enum ImportWords {
    static func phrase(_ outcome: FeedImport.Outcome, _ surroundings: Surroundings) -> Phrase {
        if let before = outcome.takenBefore {
            return Phrase("cli.import.taken-before", ["moment": .text(surroundings.speech.moment(before))])
        }
        return Phrase(
            "cli.import.done",
            [
                "stored": .number(outcome.stored), "duplicates": .number(outcome.duplicates),
                "faults": .number(outcome.faults),
            ])
    }
}

/// One bad row as `FILE:LINE: column: what is wrong`.
enum FaultLine {
    static func text(_ fault: RowFault, file: String, catalog: Catalog) -> String {
        let column = fault.column.map { " \($0):" } ?? ""
        return "\(file):\(fault.line):\(column) \(catalog.say(fault.phrase))"
    }
}

/// What became of a feed, for programs.
private struct ImportSummary: Encodable {
    let stored: Int
    let crossings: Int
    let duplicates: Int
    let faults: Int
    let rows: Int
    let takenBefore: String?
    let unknownColumns: [String]

    init(_ outcome: FeedImport.Outcome) {
        stored = outcome.stored
        crossings = outcome.crossings
        duplicates = outcome.duplicates
        faults = outcome.faults
        rows = outcome.rows
        takenBefore = outcome.takenBefore?.iso8601
        unknownColumns = outcome.unknownColumns
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Whole numbers and texts always encode.
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }
}

/// Takes one feed file in, with a bar while it takes long.
struct FeedFileImport {
    private let surroundings: Surroundings
    private let journal: Journal
    private let showsProgress: Bool

    init(_ surroundings: Surroundings, journal: Journal, showsProgress: Bool = true) {
        self.surroundings = surroundings
        self.journal = journal
        self.showsProgress = showsProgress
    }

    func run(_ file: String, onFault: (RowFault) -> Void) throws -> FeedImport.Outcome {
        let (journal, surroundings) = (journal, surroundings)
        let feed = FeedImport(
            into: journal, reference: try surroundings.files.reference(),
            author: Author(person: surroundings.person, seat: "import"),
            now: { (try? journal.now(wall: surroundings.now())) ?? surroundings.now() },
            crossings: { try surroundings.crossings(of: journal, seat: "import") })
        if file != "-", try journal.hasTakenFeeds(), let before = try feed.takenBefore(FileBytes(path: file))
        {
            var outcome = FeedImport.Outcome()
            outcome.takenBefore = before
            return outcome
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        let size = (attributes?[.size] as? NSNumber)?.doubleValue ?? 0
        var bar = ProgressBar(surroundings.catalog.say("cli.progress.importing"))
        defer { if showsProgress { bar.clear() } }
        return try feed.run(try FileBytes(path: file), name: file, onFault: onFault) { bytes in
            if showsProgress, size > 0 { bar.show(Double(bytes) / size) }
        }
    }
}
