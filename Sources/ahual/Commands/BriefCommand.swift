import ArgumentParser
import Briefing
import Foundation
import Language
import Reference
import Situation
import Store

/// `ahual brief`: a pack for the council, or a situation report; `--verify` proves one.
struct BriefCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "brief", abstract: Help.text("brief.cli.abstract"),
            discussion: Help.text("brief.cli.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions

    @Option(
        name: .customLong("for"), parsing: .upToNextOption,
        help: ArgumentHelp(Help.text("brief.cli.for"), valueName: "audience"))
    var audience: [String] = []

    @Option(help: ArgumentHelp(Help.text("brief.cli.compare-with"), valueName: "time"))
    var compareWith: Instant?

    @Option(help: ArgumentHelp(Help.text("brief.cli.format"), valueName: "format"))
    var format: BriefFormat = .html

    @Option(help: ArgumentHelp(Help.text("brief.cli.out"), valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp(Help.text("brief.cli.verify"), valueName: "file"))
    var verify: String?

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            if let verify { return try BriefProof(surroundings, journal).prove(file: verify) }
            let maker = try BriefMaker(surroundings, journal)
            let text = try maker.brief(try seal(surroundings, maker, journal)).written()
            if let out {
                try text.write(toFile: out, atomically: true, encoding: .utf8)
                return Output.result(surroundings.catalog.say("brief.cli.written", ["file": .text(out)]))
            }
            // A file gets the pack byte for byte, so that it can be proved.
            if Output.outputIsTerminal { Output.result(String(text.dropLast())) } else { Output.raw(text) }
        }
    }

    private func seal(
        _ surroundings: Surroundings, _ maker: BriefMaker, _ journal: Journal
    ) throws -> PackSeal {
        let head = try journal.head()
        let present = try journal.now(wall: surroundings.now())
        let made = moment.moment.now(present)
        if let compareWith, compareWith >= made {
            throw surroundings.wrongUse(
                "brief.cli.wrong.compare-with", ["moment": .text(surroundings.speech.moment(made))])
        }
        return PackSeal(
            journal: journal.header.id, entries: head.entries, hash: head.hash.description, made: made,
            audience: try maker.audience(audience), language: surroundings.language.rawValue,
            format: format, asKnownAt: moment.asKnownAt.map { min($0, present) },
            asRecordedAt: moment.asRecordedAt.map { min($0, present) }, comparedWith: compareWith,
            program: ProgramVersion.current)
    }
}

extension BriefFormat: ExpressibleByArgument {}

/// Makes packs from a journal: the same seal always gives the same pack.
struct BriefMaker {
    private let surroundings: Surroundings
    private let journal: Journal
    private let reference: Reference
    private let policy: PolicyTables

    init(_ surroundings: Surroundings, _ journal: Journal) throws {
        self.surroundings = surroundings
        self.journal = journal
        reference = try surroundings.files.reference()
        policy = try surroundings.files.policy()
    }

    /// Whom the words of the command line mean; nothing means the council.
    func audience(_ words: [String]) throws -> BriefAudience {
        guard let audience = BriefAudience(words.isEmpty ? "council" : words.joined(separator: ":")) else {
            throw surroundings.wrongUse(
                "brief.cli.wrong.audience", ["text": .text(words.joined(separator: " "))])
        }
        switch audience {
        case .agency(let key) where policy.agency(key) == nil:
            throw surroundings.wrongUse("council.cli.wrong.no-agency", ["agency": .text(key.rawValue)])
        case .region(let code) where reference.region(code) == nil:
            throw surroundings.wrongUse("brief.cli.wrong.no-region", ["region": .text(code.rawValue)])
        default: return audience
        }
    }

    /// The pack that a seal names.
    func brief(_ seal: PackSeal) throws -> Brief {
        let moment = PictureMoment(
            asKnownAt: seal.asKnownAt, asRecordedAt: seal.asRecordedAt, entries: seal.entries)
        let state = try picture(at: moment)
        let subject = BriefSubject(
            seal: seal, journal: JournalIdentity(journal.header),
            view: view(state, at: seal.made), policy: policy,
            comparison: try seal.comparedWith.map { try comparison(with: $0, moment) },
            contested: state.amendments.contested)
        return Brief(subject, try surroundings.entryWords())
    }

    private func comparison(with since: Instant, _ moment: PictureMoment) throws -> BriefComparison {
        var then = moment
        then.asKnownAt = since
        var hindsight = moment
        hindsight.inHindsightOf = since
        return BriefComparison(
            then: view(try picture(at: then), at: since),
            hindsight: view(try picture(at: hindsight), at: since),
            corrections: try corrections(after: since, moment))
    }

    /// Corrections that became known after `since` of what was known by then.
    private func corrections(after since: Instant, _ moment: PictureMoment) throws -> [LaterCorrection] {
        var filter = EntryFilter()
        filter.kinds = [FactKind.correction.rawValue]
        filter.from = since
        filter.to = moment.asKnownAt
        filter.entries = moment.entries
        return try journal.entries(filter).compactMap { stored in
            let entry = stored.entry
            guard case .correction(let correction) = entry.fact, entry.known.instant > since,
                moment.asRecordedAt.map({ entry.recorded.instant <= $0 }) ?? true,
                let target = try journal.entry(correction.target)?.entry, target.known.instant <= since
            else { return nil }
            return LaterCorrection(entry, of: target)
        }
    }

    private func view(_ state: JournalPicture, at now: Instant) -> BriefView {
        BriefView(state.picture, reference: reference, policy: policy, now: now)
    }

    private func picture(at moment: PictureMoment) throws -> JournalPicture {
        let total = try journal.entryCount()
        var bar = ProgressBar(surroundings.catalog.say("cli.progress.folding"))
        let state = try journal.picture(at: moment) { bar.show(Double($0) / Double(max(total, 1))) }
        bar.clear()
        return state
    }
}
