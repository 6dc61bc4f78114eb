import Planning
import Simulation
import Situation

/// Reads a journal once, entry by entry with the picture after each, and makes the score of it.
public struct ScoreKeeper: Sendable {
    public let stage: ExerciseStage
    private let around: [String: [String]]
    private var ledger: ActionLedger
    private var responses: ResponseLedger
    private var attention = AttentionLedger()
    private var reserves = ReserveLedger()
    private var injects: [Score.SentInject] = []
    private var started: Instant?
    private var ended: Instant?
    /// When the last entry was known that was taken in.
    public private(set) var last: Instant?

    public init(_ stage: ExerciseStage) {
        self.stage = stage
        around = stage.placesAround
        ledger = ActionLedger(stage.plan)
        responses = ResponseLedger(stage.plan, placesAround: around)
    }

    /// Takes in the next entry in fold order, with the picture after it.
    public mutating func note(_ entry: Entry, _ picture: Picture) {
        guard ended == nil else { return }
        last = entry.known.instant
        ledger.note(entry, picture)
        responses.note(entry, picture)
        attention.note(entry, picture)
        reserves.note(entry, picture)
        guard case .exercise(let event) = entry.fact else { return }
        switch event {
        case .turn(let turn):
            if turn.turn == .start { started = started ?? entry.known.instant }
            if turn.turn.isEnd { ended = entry.known.instant }
        case .inject(let message):
            let planned = stage.plan.injects.first { $0.number == message.number }
            injects.append(Score.SentInject(message: message, at: entry.known.instant, planned: planned))
        case .effect, .branch, .record: break
        }
    }

    /// The score of what was read.
    ///
    /// - Parameters:
    ///   - references: of the same journal.
    ///   - record: the director's, for ratings and observations.
    public func score(_ references: ScoreReferences, record: [DirectorEntry]) -> Score {
        let to = ended ?? last ?? stage.opening
        let told = told(references.truth)
        let draft = ScoreDraft(
            actions: ledger.statuses, responses: responses.responses, attention: attention,
            reserves: reserves, run: references.run, to: to)
        return Score(
            plan: stage.plan, from: started ?? stage.opening, to: to, isOver: ended != nil, injects: injects,
            actions: ledger.statuses, responses: responses.responses, overall: overall(references, to),
            attention: attention, told: told, reserves: reserves, references: references,
            criteria: stage.plan.evaluation.map(draft.result), ratings: record.lastRatings,
            observations: record.filter { if case .observe = $0.order { true } else { false } })
    }

    private func overall(_ references: ScoreReferences, _ end: Instant) -> Score.OverallResponse {
        guard let departure = references.departure, departure.at <= end else {
            return Score.OverallResponse(
                departure: nil, from: nil, detection: nil, decision: nil, relief: nil)
        }
        let from = max(departure.at, started ?? stage.opening)
        let affected = widened([departure.place])
        let deeds = responses.deeds.filter { !affected.isDisjoint(with: widened($0.places)) }
        let decisions = deeds.filter(\.isDecision)
        let entries = Set(decisions.map(\.entry))
        let orders = Set(decisions.compactMap(\.order))
        let relief = responses.effects.filter { effect in
            (entries.contains(effect.cause) || effect.order.map(orders.contains) ?? false) && effect.at <= end
        }
        return Score.OverallResponse(
            departure: departure, from: from, detection: deeds.first?.at, decision: decisions.first?.at,
            relief: relief.map(\.at).min())
    }

    /// With the sections and regions that the places lie in.
    private func widened(_ places: Set<String>) -> Set<String> {
        places.union(places.flatMap { around[$0] ?? [] })
    }

    private func told(_ truth: TruthBook) -> [Score.ToldContradiction] {
        injects.compactMap { sent in
            guard let figure = sent.planned?.report, let actual = truth.truth(of: figure, at: sent.at),
                figure.isWrong(against: actual)
            else { return nil }
            return Score.ToldContradiction(
                inject: sent.message.number, place: figure.place, kind: figure.kind, told: figure.value,
                truth: actual, at: sent.at, noticed: noticed(figure, of: sent))
        }
    }

    /// When a trainee first asked about or settled a case with that source or at that place, or did something the inject
    /// expects about it.
    private func noticed(_ figure: ToldFigure, of sent: Score.SentInject) -> Instant? {
        let cases = attention.cases.filter { $0.place == figure.place || $0.sources.contains(figure.source) }
        let done = ledger.statuses.filter { $0.inject == sent.message.number }
        return (cases.compactMap(\.noticed) + done.compactMap(\.done)).filter { $0 >= sent.at }.min()
    }
}

extension [DirectorEntry] {
    /// The last rating of each objective.
    fileprivate var lastRatings: [ExerciseObjective.ID: DirectorOrder.ObjectiveRating] {
        var ratings: [ExerciseObjective.ID: DirectorOrder.ObjectiveRating] = [:]
        for entry in self {
            if case .rate(let rating) = entry.order {
                ratings[ExerciseObjective.ID(rating.objective)] = rating
            }
        }
        return ratings
    }
}

extension ExerciseStage {
    /// What a post and a shelter lie in.
    var placesAround: [String: [String]] {
        var around: [String: [String]] = [:]
        for post in world.posts { around[post.id.rawValue] = [post.section.rawValue, post.region.rawValue] }
        for shelter in world.shelters { around[shelter.id.rawValue] = [shelter.region.rawValue] }
        return around
    }
}
