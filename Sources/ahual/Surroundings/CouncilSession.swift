import ArgumentParser
import Briefing
import Council
import Language
import Reference
import Situation
import Store
import Wording

/// Opens a journal and reads from it what the council looks at.
struct CouncilSession {
    let surroundings: Surroundings
    let journal: Journal
    let policy: PolicyTables
    let subject: CouncilSubject
    let text: CouncilText

    init(
        _ surroundings: Surroundings, path: String?, moment: PictureMoment = PictureMoment(),
        window: Int = MeasureBoard.usualWindow
    ) throws {
        self.surroundings = surroundings
        journal = try surroundings.journal(path, making: false)
        let reference = try surroundings.files.reference()
        policy = try surroundings.files.policy()
        let total = try journal.entryCount()
        var bar = ProgressBar(surroundings.catalog.say("cli.progress.folding"))
        let state = try journal.picture(at: moment) { bar.show(Double($0) / Double(max(total, 1))) }
        bar.clear()
        let present = try journal.now(wall: surroundings.now())
        let now = moment.now(present)
        let head = try journal.head()
        subject = CouncilSubject(
            reading: CouncilReading(
                state.picture, reference: reference, policy: policy, now: now, window: window),
            policy: policy,
            position: JournalPosition(
                journal: JournalIdentity(journal.header), entryCount: head.entries,
                head: head.hash.description))
        text = CouncilText(
            subject,
            EntryWords(
                speech: surroundings.speech,
                names: Names(reference: reference, language: surroundings.language),
                policy: policy))
    }

    var reading: CouncilReading { subject.reading }

    /// Prints a document, as text or as JSON.
    func print(_ text: String, _ json: CouncilJSON, asJSON: Bool) throws {
        if asJSON { return Output.raw(try json.text() + "\n") }
        Output.result(String(text.dropLast()))
    }
}

/// Appends what is said of measures and questions.
struct CouncilWriter {
    let surroundings: Surroundings
    let journal: Journal
    let policy: PolicyTables

    init(_ surroundings: Surroundings, path: String?) throws {
        self.surroundings = surroundings
        journal = try surroundings.journal(path, making: true)
        policy = try surroundings.files.policy()
    }

    /// Stores one fact and prints its entry's id.
    func append(_ fact: Fact, source: AgencyKey?, place: ThreadPlace = .anywhere) throws {
        let now = try journal.now(wall: surroundings.now())
        let author = Author(person: surroundings.person, seat: "council-secretary")
        let draft = Draft(
            fact, about: .moment(now), author: author,
            source: SourceID(source?.rawValue ?? author.person.rawValue), place: place)
        let intake = try journal.append([draft], at: now)
        ExerciseMark.around(journal, surroundings) {
            Output.result(intake.stored.map(\.description).joined())
        }
        ClockWarning.tell(behind: intake.clockBehind, surroundings)
    }

    /// Says something of a question, after the last that was said of it.
    func append(_ change: DecisionEvent.Change, to question: QuestionID, source: AgencyKey?) throws {
        let register = try journal.picture(at: PictureMoment()).picture.register
        let isNew = if case .raised = change { true } else { false }
        guard isNew == (register.questions[question] == nil) else {
            throw wrong(isNew ? "known-question" : "no-question", ["question": .text(question.rawValue)])
        }
        try append(
            .decision(DecisionEvent(question, change)), source: source,
            place: .after(register.lastEntry(of: question)))
    }

    /// The agency with that key; a fault that names it when there is none.
    func agency(_ key: String) throws -> AgencyKey {
        guard let agency = policy.agency(AgencyKey(key)) else {
            throw wrong("no-agency", ["agency": .text(key)])
        }
        return agency.id
    }

    /// A use of the command line that cannot be meant.
    func wrong(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> Failure {
        surroundings.wrongUse("council.cli.wrong.\(key)", arguments)
    }
}

extension Surroundings {
    func wrongUse(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> Failure {
        Failure.wrongUse(catalog.say(key, arguments))
    }
}

extension CalendarDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension ReportingPeriod: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension ExecutionState.Name: ExpressibleByArgument {}
extension DecisionEvent.Position.Stance: ExpressibleByArgument {}

/// What every command takes that reads what the council looks at.
struct CouncilOptions: ParsableArguments {
    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions
    @OptionGroup var moment: MomentOptions

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    func reading(_ work: (CouncilSession) throws -> Void) throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            try work(try CouncilSession(surroundings, path: journal.path, moment: moment.moment))
        }
    }
}
