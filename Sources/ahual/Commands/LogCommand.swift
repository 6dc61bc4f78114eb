import ArgumentParser
import Briefing
import Foundation
import Language
import Situation
import Store
import Wording

/// `ahual log`: the duty log, the newest line first, or as a form.
struct LogCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log", abstract: Help.text("cli.log.abstract"),
            discussion: Help.text("cli.log.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var filter: LogFilterOptions

    @Option(help: ArgumentHelp(Help.text("cli.log.form"), valueName: "form"))
    var form: LogForm?

    @Option(help: ArgumentHelp(Help.text("cli.log.format"), valueName: "format"))
    var format: LogFormat = .text

    @Option(help: ArgumentHelp(Help.text("cli.log.incident"), valueName: "name"))
    var incident: String?

    @Option(help: ArgumentHelp(Help.text("cli.log.agency"), valueName: "name"))
    var agency: String = ""

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: false)
            let desk = try LogDesk(surroundings, journal: journal, moment: moment.moment)
            let search = try filter.search(surroundings, moment: moment.moment)
            switch form {
            case nil: try desk.list(search, last: filter.last ?? 50, format)
            case .ics214:
                try desk.activityLog(search, last: filter.last, format, incident: incident, agency: agency)
            }
        }
    }
}

/// The forms a log can be printed on.
enum LogForm: String, CaseIterable, ExpressibleByArgument {
    case ics214 = "ics-214"
}

/// How a log or form is written down.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, html
}

/// Which lines of the log.
struct LogFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.text("cli.log.search"), valueName: "text"))
    var search: String = ""

    @Option(help: ArgumentHelp(Help.text("cli.filter.from"), valueName: "time"))
    var from: Instant?

    @Option(help: ArgumentHelp(Help.text("cli.filter.to"), valueName: "time"))
    var to: Instant?

    @Option(help: ArgumentHelp(Help.text("cli.filter.place"), valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp(Help.text("cli.filter.person"), valueName: "person"))
    var person: String?

    @Option(help: ArgumentHelp(Help.text("cli.filter.kind"), valueName: "kind"))
    var kind: [String] = []

    @Option(help: ArgumentHelp(Help.text("cli.log.last"), valueName: "count"))
    var last: Int?

    func search(_ surroundings: Surroundings, moment: PictureMoment) throws -> LogSearch {
        let known = Set(FactKind.allCases.map(\.rawValue))
        if let unknown = kind.first(where: { !known.contains($0) }) {
            throw Failure.wrongUse(
                surroundings.catalog.say(
                    "cli.log.unknown-kind",
                    ["kind": .text(unknown), "kinds": .text(known.sorted().joined(separator: ", "))]))
        }
        let reference = try surroundings.files.reference()
        return LogSearch(
            search, from: from, to: to,
            place: place.map { name in
                reference.checkpoint(named: name).only?.rawValue
                    ?? reference.shelter(named: name).only?.rawValue
                    ?? reference.area(named: name).only?.code ?? name
            },
            person: person.map(PersonName.init(rawValue:)), kinds: Set(kind), moment: moment)
    }
}

/// Reads the log of a journal and prints it.
struct LogDesk {
    private let surroundings: Surroundings
    private let journal: Journal
    private let words: EntryWords
    private let picture: Picture

    init(_ surroundings: Surroundings, journal: Journal, moment: PictureMoment) throws {
        self.surroundings = surroundings
        self.journal = journal
        words = try surroundings.entryWords()
        // For what became of promotions.
        picture = try journal.picture(at: moment).picture
    }

    private var identity: JournalIdentity { JournalIdentity(journal.header) }

    func list(_ search: LogSearch, last: Int, _ format: LogFormat) throws {
        let log = try lines(try journal.search(search, limit: max(0, last)), of: search)
        switch format {
        case .text:
            Output.result(DutyLogText(words: words).lines(log, of: identity).joined(separator: "\n"))
        case .json:
            let json = DutyLogJSON(words: words, journal: identity)
            for line in log { Output.raw(try json.text(line)) }
        case .html: throw Failure.wrongUse(surroundings.catalog.say("cli.log.no-html"))
        }
    }

    /// Form ICS-214, for which the period has to be said.
    func activityLog(
        _ search: LogSearch, last: Int?, _ format: LogFormat, incident: String?, agency: String
    ) throws {
        guard let from = search.from, let to = search.to, let period = Period(from: from, to: to) else {
            throw Failure.wrongUse(surroundings.catalog.say("cli.log.no-period"))
        }
        // What the program itself wrote is nobody's activity.
        let found = try journal.search(search, limit: last ?? Self.longestForm)
            .filter { $0.entry.author.seat != "system" }
        let now = try journal.now(wall: surroundings.now())
        let head = try journal.head()
        let form = ActivityLog(
            incident: incident ?? journal.header.scenario ?? Speech.none, period: period,
            person: search.person,
            agency: agency, lines: try lines(found, of: search).reversed(), roles: try roles(by: to),
            preparedBy: surroundings.person, preparedAt: now,
            position: JournalPosition(
                journal: identity, entryCount: head.entries, head: head.hash.description))
        switch format {
        case .text: Output.result(String(form.text(words).dropLast()))
        case .html: Output.raw(form.html(words))
        case .json: throw Failure.wrongUse(surroundings.catalog.say("cli.log.no-json"))
        }
    }

    /// The most lines of one form.
    private static let longestForm = 10_000

    private func lines(_ found: [StoredEntry], of search: LogSearch) throws -> [DutyLogLine] {
        let entries = found.map(\.entry)
        let corrections = try journal.corrections(of: entries.map(\.id))
        return try entries.map { entry in
            var original: Entry?
            if case .correction(let correction) = entry.fact {
                original = try journal.entry(correction.target)?.entry
            }
            return DutyLogLine(
                entry,
                corrections: (corrections[entry.id] ?? []).map(\.entry).filter { search.moment.includes($0) },
                original: original, significance: picture.watch.significance[entry.id])
        }
    }

    /// As what people were signed on last, by `moment`.
    private func roles(by moment: Instant) throws -> [PersonName: Role] {
        let shifts = try journal.search(LogSearch(to: moment, kinds: [FactKind.shift.rawValue]), limit: 1000)
        var roles: [PersonName: Role] = [:]
        for stored in shifts {
            guard case .shift(let event) = stored.entry.fact, let (person, role) = event.change.taking,
                roles[person] == nil
            else { continue }
            roles[person] = role
        }
        return roles
    }
}

extension ShiftEvent.Change {
    /// Who takes a seat, and as what.
    fileprivate var taking: (PersonName, Role)? {
        switch self {
        case .signedOn(let person, let role, _), .handoverClosed(let person, let role, _),
            .relieved(let person, let role, _, _):
            (person, role)
        default: nil
        }
    }
}

extension PictureMoment {
    /// Whether `entry` was there then.
    fileprivate func includes(_ entry: Entry) -> Bool {
        (asKnownAt.map { entry.known.instant <= $0 } ?? true)
            && (asRecordedAt.map { entry.recorded.instant <= $0 } ?? true)
    }
}

extension JournalIdentity {
    init(_ header: JournalHeader) {
        self.init(id: header.id, nature: header.nature, scenario: header.scenario)
    }
}

extension Surroundings {
    /// What entries say, in the reader's words; places by name, and plans where they can be read.
    func entryWords() throws -> EntryWords {
        EntryWords(
            speech: speech, names: Names(reference: try files.reference(), language: language),
            playbooks: (try? files.playbooks().playbooks) ?? [],
            alarmRules: (try? files.alarmRules().rules) ?? [], levels: try? files.levels(),
            policy: try? files.policy())
    }
}
