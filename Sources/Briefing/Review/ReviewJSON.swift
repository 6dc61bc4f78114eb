import Drill
import Planning
import Situation
import Wording

/// A review for programs: one JSON object. Keys are only ever added; a change of meaning is a new ``schema``.
public struct ReviewJSON {
    /// What the object calls itself.
    public static let schema = "ahual.review/1"

    private let review: ExerciseReview
    private let words: EntryWords

    public init(_ review: ExerciseReview, words: EntryWords) {
        self.review = review
        self.words = words
    }

    /// - Throws: `EncodingError` for a number JSON cannot say.
    public func text() throws -> String { try JSONText.of(Whole(review, words)) }
}

extension ReviewJSON {
    fileprivate struct Whole: Encodable {
        let schema = ReviewJSON.schema
        let exercise = true
        let mark: String?
        let plan: String
        let scenario: String
        let journal: String
        let head: String
        let start: String
        let end: String
        let isOver: Bool
        let outcomes: [String: Outcome]
        let best: Best
        let response: Response
        let injects: [SentInject]
        let unanswered: [Int]
        let criteria: [CriterionRow]
        let ratings: [Rating]
        let alarms: [Alarm]
        let contradictions: [Case]
        let told: [Told]
        let reserves: [String: Int]
        let orders: [String: Int]
        let observations: [Observation]
        let timeline: [Line]
        let improvements: [Improvement]

        init(_ review: ExerciseReview, _ words: EntryWords) {
            let score = review.score
            let references = score.references
            mark = review.position.mark(words.speech)
            plan = score.plan.id.rawValue
            scenario = score.plan.scenario.rawValue
            journal = review.position.journal.id
            head = review.position.head
            start = score.from.iso8601
            end = score.to.iso8601
            isOver = score.isOver
            func outcome(_ measures: OutcomeMeasures) -> Outcome { Outcome(measures, references.objective) }
            outcomes = [
                "run": outcome(references.run), "nothing": outcome(references.nothing),
                "best": outcome(references.best),
            ]
            best = Best(references)
            response = Response(score.overall)
            injects = score.injects.map { inject in
                SentInject(inject, score, score.responses.first { $0.inject == inject.message.number })
            }
            unanswered = score.unanswered.map(\.message.number)
            criteria = score.criteria.map(CriterionRow.init)
            ratings = score.ratings.sorted { $0.key < $1.key }.map {
                Rating(objective: $0.key.rawValue, $0.value)
            }
            alarms = score.attention.waits.map { Alarm($0, until: score.to) }
            contradictions = score.attention.cases.map(Case.init)
            told = score.told.map(Told.init)
            reserves = Dictionary(
                uniqueKeysWithValues: score.reserves.peaks.map { ($0.key.rawValue, $0.value) })
            orders = Dictionary(
                uniqueKeysWithValues: score.reserves.orders.map { ($0.key.rawValue, $0.value) })
            observations = score.observations.compactMap(Observation.init)
            timeline = review.timeline.lines.map { Line($0, words) }
            improvements = (review.improvements?.items ?? []).map(Improvement.init)
        }
    }

    fileprivate struct Outcome: Encodable {
        let personHoursWaitedIn: Double
        let personHoursWaitedOut: Double
        let personHoursWithoutBed: Double
        let standardsBreachedHours: Double
        let peakQueue: Int
        let peakWaitMinutes: Double?
        let refused: Int
        let gaveUp: Int
        let reserveBedsOpened: Int
        let weighed: Double
        let posts: [Post]
        let series: [Step]

        init(_ measures: OutcomeMeasures, _ objective: PlayObjective) {
            personHoursWaitedIn = measures.personHoursWaitedIn
            personHoursWaitedOut = measures.personHoursWaitedOut
            personHoursWithoutBed = measures.personHoursWithoutBed
            standardsBreachedHours = measures.standardsBreachedHours
            peakQueue = measures.peakQueue
            peakWaitMinutes = measures.peakWait
            refused = measures.refused
            gaveUp = measures.gaveUp
            reserveBedsOpened = measures.reserveBedsOpened
            weighed = objective.value(of: measures)
            posts = measures.posts.map(Post.init)
            series = measures.series.map(Step.init)
        }
    }

    fileprivate struct Post: Encodable {
        let post: String
        let waitedIn: Double
        let waitedOut: Double
        let peakQueueIn: Int
        let peakQueueOut: Int

        init(_ post: OutcomeMeasures.Post) {
            self.post = post.id.rawValue
            waitedIn = post.incoming.personHoursWaited
            waitedOut = post.outgoing.personHoursWaited
            peakQueueIn = post.incoming.peakQueue
            peakQueueOut = post.outgoing.peakQueue
        }
    }

    fileprivate struct Step: Encodable {
        let at: String
        let waiting: Int
        let withoutBed: Int
        let breached: Int

        init(_ step: OutcomeMeasures.Step) {
            at = step.at.iso8601
            waiting = step.waiting
            withoutBed = step.withoutBed
            breached = step.breached
        }
    }

    fileprivate struct Best: Encodable {
        let source: String
        let evaluations: Int?
        let isComplete: Bool?
        let withoutBedWeight: Double
        let breachedHourWeight: Double
        let turnedBackWeight: Double
        let acts: [BestAct]
        /// Of what the best gains over nothing, the part that the run gained.
        let gained: Double?

        init(_ references: ScoreReferences) {
            switch references.source {
            case .search(let count, let complete):
                (source, evaluations, isComplete) = ("search", count, complete)
            case .run: (source, evaluations, isComplete) = ("run", nil, nil)
            case .nothing: (source, evaluations, isComplete) = ("nothing", nil, nil)
            }
            withoutBedWeight = references.objective.withoutBed
            breachedHourWeight = references.objective.breachedHour
            turnedBackWeight = references.objective.turnedBack
            acts = references.bestActs.map { BestAct(at: $0.at.iso8601, act: $0.act) }
            gained = references.gained
        }
    }

    fileprivate struct BestAct: Encodable {
        let at: String
        let act: Act
    }

    fileprivate struct Response: Encodable {
        let departure: String?
        let place: String?
        let detection: String?
        let decision: String?
        let relief: String?

        init(_ overall: Score.OverallResponse) {
            departure = overall.departure?.at.iso8601
            place = overall.departure?.place
            detection = overall.detection?.iso8601
            decision = overall.decision?.iso8601
            relief = overall.relief?.iso8601
        }
    }
}
