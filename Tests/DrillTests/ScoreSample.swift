import Drill
import Reference
import Situation
import StrictYAML
import Support
import Worlds

@testable import Planning

/// An exercise on the shipped demonstration, as small as a test needs it.
enum ScoreSample {
    static let opening = Instant.at(9)

    static func text(_ words: String) -> PlanText { PlanText([.kk: words, .ru: words, .en: words]) }

    static func plan(
        injects: [Inject] = [], evaluation: [Criterion] = [], length: Span = .hours(6),
        playFrom: Span = .hours(24)
    ) throws -> ExercisePlan {
        ExercisePlan(
            id: "small", name: text("Small"), purpose: text("To test"), notes: text("Invented"),
            scenario: "demonstration", seed: 7, playFrom: playFrom, length: length, history: playFrom,
            speed: 60,
            stations: [
                ExerciseStation(
                    id: "hq", name: text("HQ"), seat: "duty-officer", role: .shiftLead, regions: [],
                    sections: [], staff: 1)
            ],
            objectives: [
                ExerciseObjective(id: "see", text: text("See it coming")),
                ExerciseObjective(id: "decide", text: text("Decide in time")),
            ],
            injects: injects, agencies: .illustrative, delays: .illustrative, evaluation: evaluation,
            stops: [],
            source: PlanSource(
                of: try YAMLValue(parsing: "id: small", file: "small.yaml"), file: "small.yaml"))
    }

    static func inject(
        _ number: Int, _ id: Inject.ID, report: ToldFigure? = nil, expects: [ExpectedAction] = []
    ) -> Inject {
        Inject(
            number: number, id: id, when: .at(.minutes(number)), after: [], from: .agency("NSC"), to: .all,
            means: .telephone, text: text("Text \(number)"), change: nil, report: report, expects: expects,
            notes: nil)
    }

    static func expect(
        _ act: ExpectedAct, within: Span = .minutes(30), objective: ExerciseObjective.ID = "decide"
    ) -> ExpectedAction {
        ExpectedAction(act: act, within: within, objective: objective, note: nil)
    }

    static func stage(_ plan: ExercisePlan) throws -> ExerciseStage {
        let reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        let scenario = try ScenarioReader.load(
            SourceTree.folder("Scenarios").appendingPathComponent("demonstration.yaml"))
        return try ExerciseStage(plan, scenario: scenario, reference: reference)
    }
}

/// A journal written by hand: entries in order, and the picture after each.
struct HandJournal {
    private var builder = EntryBuilder()
    private(set) var entries: [Entry] = []
    private var picture = Picture()
    private var amendments = Amendments()

    static let officer = Author(person: "Aigul", seat: "duty-officer")

    /// Adds what somebody said and gives what a reader is told.
    @discardableResult
    mutating func say(
        _ fact: Fact, at moment: Instant, by author: Author = HandJournal.officer, source: SourceID = "hq"
    ) -> (entry: Entry, picture: Picture) {
        let entry = builder.entry(fact, about: .moment(moment), known: moment, source: source, author: author)
        entries.append(entry)
        amendments.note(entry)
        picture.apply(entry, amendments)
        return (entry, picture)
    }

    @discardableResult
    mutating func turn(_ turn: ExerciseTurn.Turn, at moment: Instant) -> (entry: Entry, picture: Picture) {
        say(
            .exercise(.turn(ExerciseTurn(turn: turn, scenario: "demonstration"))), at: moment,
            by: .system("exercise"))
    }

    @discardableResult
    mutating func send(_ number: Int, at moment: Instant) -> (entry: Entry, picture: Picture) {
        let message = InjectMessage(
            number: number, from: ["en": "x"], to: [], means: "telephone", text: ["en": "t"])
        return say(.exercise(.inject(message)), at: moment, by: .system("exercise"))
    }

    @discardableResult
    mutating func order(
        _ act: Act, number: Int = 1, at moment: Instant, by author: Author = HandJournal.officer
    ) -> (entry: Entry, picture: Picture) {
        say(
            .act(
                OrderEvent(
                    OrderID(act, number: number),
                    .ordered(act: act, reason: "queue", task: nil, asylum: TaskEvent.AsylumAnswer.none))),
            at: moment, by: author)
    }
}
