import ArgumentParser
import Briefing
import Drill
import Exercise
import Foundation
import Language
import Planning
import Situation
import Store
import Terminal
import Wording

/// `ahual review JOURNAL`: what an exercise came to.
struct ReviewCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "review", abstract: Help.text("review.cli.abstract"),
            discussion: Help.text("review.cli.discussion"))
    }

    @OptionGroup var language: LanguageOptions

    @Argument(help: ArgumentHelp(Help.text("review.cli.journal"), valueName: "journal"))
    var journal: String

    @Option(help: ArgumentHelp(Help.text("review.cli.format"), valueName: "format"))
    var format: ReviewFormat = .text

    @Option(help: ArgumentHelp(Help.text("review.cli.out"), valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp(Help.text("review.cli.plan"), valueName: "file"))
    var plan: String?

    @Option(help: ArgumentHelp(Help.text("review.cli.earlier"), valueName: "file"))
    var earlier: String?

    @Flag(help: ArgumentHelp(Help.text("review.cli.draft-plan")))
    var draftPlan = false

    @Flag(help: ArgumentHelp(Help.text("cli.option.ascii")))
    var ascii = false

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let maker = try ReviewMaker(surroundings, journal: journal, plan: plan, earlier: earlier)
            let review = try maker.review()
            if draftPlan { return try maker.writeDraft(of: review) }
            let words = try surroundings.entryWords()
            let text =
                switch format {
                case .text: review.text(words, repertoire: ascii ? .ascii : .unicode, width: 100)
                case .html: review.html(words)
                case .json: try ReviewJSON(review, words: words).text() + "\n"
                }
            guard let out else {
                if format == .text { Output.result(String(text.dropLast())) } else { Output.raw(text) }
                return
            }
            try text.write(toFile: out, atomically: true, encoding: .utf8)
            Output.result(surroundings.catalog.say("review.cli.written", ["file": .text(out)]))
        }
    }
}

/// How a review is written down.
enum ReviewFormat: String, CaseIterable, ExpressibleByArgument {
    case text, html, json
}

/// Makes the review of an exercise from its journal.
struct ReviewMaker {
    private let surroundings: Surroundings
    private let journal: Journal
    private let path: String
    private let plan: String?
    private let earlier: String?

    /// - Parameters:
    ///   - plan: the file of the improvement plan; `nil` for the one beside the journal.
    ///   - earlier: that of the exercise before.
    /// - Throws: a ``Failure`` for a live journal.
    init(_ surroundings: Surroundings, journal path: String, plan: String?, earlier: String?) throws {
        self.surroundings = surroundings
        self.path = path
        self.plan = plan
        self.earlier = earlier
        journal = try surroundings.journal(path, making: false)
        guard journal.header.nature == .exercise else {
            throw Failure.wrongUse(surroundings.catalog.say("review.cli.live", ["file": .text(path)]))
        }
    }

    func review() throws -> ExerciseReview {
        // From the journal when it is over, else from the director's own file, which only a director may read.
        let known = try PublishedRecord(in: journal, orBeside: ExerciseFiles(journal: path))
        let (opening, record) = (known.opening, known.entries)
        let stage = try opening.stage(try surroundings.files.reference())
        let read = try read(stage)
        let played = PlayedExercise(
            stage, entries: read.changes, record: record, reached: read.keeper.last)
        let cache = BestPlayCache(folder: URL(fileURLWithPath: surroundings.folders.bestPlays))
        let references = try ScoreReferences(played, best: cache.play(for: BestPlay.Key(opening, stage)))
        let head = try journal.head()
        return ExerciseReview(
            score: read.keeper.score(references, record: record), timeline: read.timeline,
            position: JournalPosition(
                journal: JournalIdentity(journal.header), entryCount: head.entries,
                head: head.hash.description),
            improvements: try improvements(plan ?? draftFile, isNamed: plan != nil),
            earlier: try earlier.flatMap { try improvements($0, isNamed: true) })
    }

    /// Writes a draft of the improvement plan; never over one that people wrote.
    func writeDraft(of review: ExerciseReview) throws {
        let file = plan ?? draftFile
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure.wrongUse(surroundings.catalog.say("review.cli.plan-exists", ["file": .text(file)]))
        }
        let draft = review.draftPlan(try surroundings.entryWords())
        try draft.yaml.write(toFile: file, atomically: true, encoding: .utf8)
        Output.result(surroundings.catalog.say("review.cli.written", ["file": .text(file)]))
    }

    private struct Read {
        var keeper: ScoreKeeper
        var timeline = ReviewTimeline()
        /// The entries of the exercise itself.
        var changes: [Entry] = []
    }

    /// One fold of the whole journal.
    private func read(_ stage: ExerciseStage) throws -> Read {
        var read = Read(keeper: ScoreKeeper(stage))
        let amendments = try journal.amendments()
        let total = try journal.entryCount()
        var bar = ProgressBar(surroundings.catalog.say("review.cli.measuring"))
        var picture = Picture()
        try journal.forEach { stored in
            let entry = stored.entry
            picture.apply(entry, amendments)
            read.keeper.note(entry, picture)
            read.timeline.note(entry)
            if case .exercise = entry.fact { read.changes.append(entry) }
            bar.show(Double(picture.entryCount) / Double(max(total, 1)))
        }
        bar.clear()
        return read
    }

    // MARK: Improvement plans

    private var draftFile: String {
        (path.hasSuffix(".ahual") ? String(path.dropLast(6)) : path) + ".improvement.yaml"
    }

    private func improvements(_ file: String, isNamed: Bool) throws -> ImprovementPlan? {
        guard isNamed || FileManager.default.fileExists(atPath: file) else { return nil }
        let url = URL(fileURLWithPath: file)
        return try ImprovementPlan(text: try PlanFile.text(of: url, named: file), file: file)
    }
}
