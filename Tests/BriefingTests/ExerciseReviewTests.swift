import Drill
import Foundation
import Language
import Reference
import Situation
import StrictYAML
import Support
import Terminal
import Testing
import Wording

@testable import Briefing
@testable import Planning

struct ExerciseReviewTests {
    private static let officer = Author(person: "Aigul", seat: "duty-officer")
    private static func text(_ words: String) -> PlanText { PlanText([.kk: words, .ru: words, .en: words]) }

    private static func plan() throws -> ExercisePlan {
        func expect(_ act: ExpectedAct) -> ExpectedAction {
            ExpectedAction(act: act, within: .minutes(10), objective: "decide", note: nil)
        }
        func inject(_ number: Int, _ id: Inject.ID, _ act: ExpectedAct) -> Inject {
            Inject(
                number: number, id: id, when: .byHand, after: [], from: .agency("NSC"), to: .all,
                means: .telephone,
                text: text("Text \(number)"), change: nil, report: nil, expects: [expect(act)], notes: nil)
        }
        return ExercisePlan(
            id: "small", name: text("A <small> drill"), purpose: text("To test"), notes: text("Invented"),
            scenario: "demonstration", seed: 7, playFrom: .hours(24), length: .hours(2), history: .hours(24),
            speed: 60,
            stations: [
                ExerciseStation(
                    id: "hq", name: text("HQ"), seat: "duty-officer", role: .shiftLead, regions: [],
                    sections: [],
                    staff: 1)
            ],
            objectives: [ExerciseObjective(id: "decide", text: text("Decide in time"))],
            injects: [
                inject(1, "call", .order(.staffLanes, place: "syrym")),
                inject(2, "second", .order(.orderBuses, place: "KZ-27")),
            ],
            agencies: .illustrative, delays: .illustrative,
            evaluation: [
                Criterion(
                    id: "waited", objective: "decide", text: text("Hours waited"),
                    measure: .personHoursWaited,
                    good: 0, poor: 1)
            ], stops: [],
            source: PlanSource(
                of: try YAMLValue(parsing: "id: small", file: "small.yaml"), file: "small.yaml"))
    }

    private static func reference() throws -> Reference {
        try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
    }

    private static func entries(_ stage: ExerciseStage) -> [Entry] {
        var build = EntryBuilder()
        let start = stage.opening
        func turn(_ turn: ExerciseTurn.Turn) -> Fact {
            .exercise(.turn(ExerciseTurn(turn: turn, scenario: "demonstration", seed: 7)))
        }
        func inject(_ number: Int) -> Fact {
            let words = ["kk": "Мәтін \(number)", "ru": "Текст \(number)", "en": "Text \(number)"]
            let message = InjectMessage(
                number: number, from: ["kk": "ҰҚК", "ru": "КНБ", "en": "NSC"], to: [], means: "telephone",
                text: words)
            return .exercise(.inject(message))
        }
        let act = Act.staffLanes("syrym", .in, 12)
        let order = OrderEvent(
            OrderID(act, number: 1), .ordered(act: act, reason: "queue", task: nil, asylum: nil))
        let said: [(Fact, Int, Author)] = [
            (turn(.start), 0, .system("exercise")), (inject(1), 1, .system("exercise")),
            (.act(order), 5, officer),
            (.note(Note(text: "<script>alert(1)</script>", place: "syrym")), 6, officer),
            (inject(2), 30, .system("exercise")), (turn(.end), 120, .system("exercise")),
        ]
        return said.map { fact, minute, author in
            build.entry(
                fact, about: .moment(start + .minutes(minute)), known: start + .minutes(minute),
                author: author)
        }
    }

    private static func review(_ improvements: ImprovementPlan? = nil) throws -> ExerciseReview {
        let made = try made.get()
        return ExerciseReview(
            score: made.score, timeline: made.timeline, position: made.position, improvements: improvements)
    }

    /// Played once for all tests: it is the same each time.
    private static let made = Result { try make() }

    private static func make() throws -> ExerciseReview {
        let scenario = try ScenarioReader.load(
            SourceTree.folder("Scenarios").appendingPathComponent("demonstration.yaml"))
        let stage = try ExerciseStage(try plan(), scenario: scenario, reference: try reference())
        let entries = entries(stage)
        var keeper = ScoreKeeper(stage)
        var timeline = ReviewTimeline()
        var picture = Picture()
        for entry in entries {
            picture.apply(entry)
            keeper.note(entry, picture)
            timeline.note(entry)
        }
        let record = [
            DirectorEntry(
                at: stage.opening, by: "Eva",
                .rate(
                    DirectorOrder.ObjectiveRating(objective: "decide", rating: .someChallenges, words: "slow")
                ))
        ]
        let replay = PlayedExercise(stage, entries: entries, record: record)
        return ExerciseReview(
            score: keeper.score(try ScoreReferences(replay, best: nil), record: record), timeline: timeline,
            position: JournalPosition(
                journal: JournalIdentity(id: "j-7", nature: .exercise, scenario: "demonstration"),
                entryCount: 6,
                head: "00ff"))
    }

    private static func words(_ language: Language) throws -> EntryWords {
        let catalog = try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(
            language)
        return EntryWords(
            speech: Speech(catalog), names: Names(reference: try reference(), language: language))
    }

    @Test(arguments: [
        (Language.kk, "ОҚУ-ЖАТТЫҒУ"), (.ru, "УЧЕНИЕ"), (.en, "EXERCISE"),
    ])
    func `every form bears the mark at head and foot, and no key is missing`(language: Language, mark: String)
        throws
    {
        let review = try Self.review()
        let words = try Self.words(language)
        let text = review.text(words, repertoire: .unicode, width: 100)
        let lines = text.split(separator: "\n")
        #expect(lines.first?.contains(mark) == true)
        #expect(lines.last?.contains(mark) == true)
        let html = review.html(words)
        // In the title, and at head and foot of every printed page.
        #expect(html.components(separatedBy: mark).count > 5)
        #expect(html.contains("<title>\(mark)"))
        let json = try ReviewJSON(review, words: words).text()
        #expect(json.contains("\"mark\" : \"\(mark) "))
        for written in [text, html, json] { #expect(!written.contains("⟨")) }
    }

    @Test func `the HTML runs no script, loads nothing and says in words what its drawings show`() throws {
        let html = try Self.review().html(try Self.words(.en))
        #expect(!html.contains("<script"))
        #expect(!html.contains("http"))
        #expect(!html.contains("src="))
        #expect(html.contains("&lt;script&gt;"))
        #expect(html.contains("A &lt;small&gt; drill"))
        let drawings = html.components(separatedBy: "<svg ").count - 1
        #expect(drawings >= 1)
        #expect(html.components(separatedBy: "<desc id=").count - 1 == drawings)
        #expect(html.components(separatedBy: "role=\"img\"").count - 1 == drawings)
    }

    @Test
    func `strengths and gaps stand under their objective, ratings beside them, the unanswered on a list`()
        throws
    {
        let review = try Self.review()
        let text = review.text(try Self.words(.en), repertoire: .ascii, width: 80)
        #expect(text.contains("Evaluators’ rating: S — performed with some challenges: slow"))
        // Four minutes of ten; the buses never; hours of waiting above one.
        #expect(text.contains("No. 1: Order: Open lanes — Syrym") || text.contains("No. 1:"))
        #expect(text.contains("in time, 4"))
        #expect(text.contains("not done"))
        let unanswered = text.components(separatedBy: "Unanswered injects").last ?? ""
        #expect(unanswered.hasPrefix("\n  2, "))
        #expect(review.draftPlan(try Self.words(.en)).items.count == 2)
    }

    /// The keys that programs rely on. One more is no change; one fewer or another name is.
    @Test func `the JSON keeps its keys`() throws {
        let json = try ReviewJSON(try Self.review(), words: try Self.words(.en)).text()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let keys: Set = [
            "schema", "exercise", "mark", "plan", "scenario", "journal", "head", "start", "end", "isOver",
            "outcomes",
            "best", "response", "injects", "unanswered", "criteria", "ratings", "alarms", "contradictions",
            "told",
            "reserves", "orders", "observations", "timeline", "improvements",
        ]
        #expect(keys.subtracting(object.keys).sorted() == [])
        #expect(object["schema"] as? String == "ahual.review/1")
        #expect(object["exercise"] as? Bool == true)
        let injects = try #require(object["injects"] as? [[String: Any]])
        let expected = try #require(injects.first?["expected"] as? [[String: Any]])
        #expect(
            Set(["kind", "objective", "deadline", "done", "by", "entry", "outcome"]).isSubset(
                of: try #require(expected.first).keys))
        #expect(expected.first?["kind"] as? String == "order")
        #expect(object["unanswered"] as? [Int] == [2])
        let outcomes = try #require(object["outcomes"] as? [String: [String: Any]])
        #expect(Set(outcomes.keys) == ["run", "nothing", "best"])
    }

    @Test func `an improvement plan reads as it was written, whatever its words hold`() throws {
        let plan = ImprovementPlan(
            exercise: "small", journal: "j-7",
            items: [
                ImprovementPlan.Item(
                    objective: "decide", what: "Say \"who\": \\ once\nand again", owner: "Дина",
                    date: "2026-03-01"),
                ImprovementPlan.Item(objective: "decide", what: "- a list?", state: .done),
            ])
        #expect(try ImprovementPlan(text: plan.yaml, file: "p.yaml") == plan)
        #expect(
            try ImprovementPlan(
                text: ImprovementPlan(exercise: "x", journal: nil, items: []).yaml, file: "p.yaml"
            ).items.isEmpty)
        let text = try Self.review(plan).text(try Self.words(.kk), repertoire: .unicode, width: 80)
        #expect(text.contains("Дина"))
        #expect(text.contains("2026-03-01"))
    }

    @Test(arguments: ["date: tomorrow", "date: 2026-3-1", "state: maybe", "who: x"])
    func `a fault in an improvement plan is told with its line`(line: String) {
        let yaml = """
            kind: improvement-plan
            version: 1
            exercise: x
            items:
              - objective: decide
                what: do it
                \(line)
            """
        #expect { try ImprovementPlan(text: yaml, file: "p.yaml") } throws: { error in
            (error as? YAMLFault)?.line == 7 || (error as? YAMLFault)?.line == 5
        }
    }
}
