import Planning
import Situation
import Watch

extension ExerciseGame {
    /// The time of the next inject that has one and was not sent.
    public var nextInjectTime: Instant? {
        let planned = state.plan.injects.filter { !state.isGone($0.number, sent: sent) }
            .compactMap { state.time(of: $0) }
        let invented = state.invented.filter { !state.isGone($0.number, sent: sent) }
            .map { state.time(of: $0) }
        return (planned + invented).filter { $0 > run.now }.min()
    }

    /// What a director's screen shows of the list, the expectations, the truth and the objectives.
    ///
    /// - Parameter board: with the clock filled in.
    public func fill(_ board: inout DirectorBoard, _ figures: WatchFigures) {
        board.rows = rows(figures)
        board.expected = ledger.statuses.map { status in
            DirectorBoard.Expected(
                inject: status.inject, act: status.action.act, objective: status.action.objective.rawValue,
                deadline: status.deadline, done: status.done)
        }
        .sorted { ($0.done == nil ? 0 : 1, $0.deadline) < ($1.done == nil ? 0 : 1, $1.deadline) }
        board.truth = truth(figures)
        board.waiting = waiting(figures.picture)
        board.objectives = state.plan.objectives.map {
            DirectorBoard.Objective(
                id: $0.id.rawValue, text: $0.text, rating: state.ratings[$0.id.rawValue])
        }
        board.observations = state.observations
    }
}

// MARK: - The list

extension ExerciseGame {
    private func rows(_ figures: WatchFigures) -> [DirectorBoard.Row] {
        let sentAt = Dictionary(
            figures.picture.exercise.injects.map { ($0.message.number, $0.at) }
        ) { first, _ in first }
        let next = nextInjectTime
        let planned = state.plan.injects.map { inject in
            row(inject, sentAt: sentAt[inject.number] ?? state.delivered[inject.number], next: next)
        }
        let invented = state.invented.map { inject in
            row(inject, sentAt: sentAt[inject.number], next: next)
        }
        return (planned + invented).sorted { left, right in
            (left.at ?? .distantFuture, left.number) < (right.at ?? .distantFuture, right.number)
        }
    }

    private func row(_ inject: Inject, sentAt: Instant?, next: Instant?) -> DirectorBoard.Row {
        let planned = state.time(of: inject)
        return DirectorBoard.Row(
            number: inject.number, state: rowState(inject.number, sentAt, planned, next),
            at: sentAt ?? planned, waits: inject.when.waits, from: from(inject), to: to(inject),
            means: inject.means.rawValue, text: text(inject),
            objective: inject.expects.first?.objective.rawValue, notes: inject.notes,
            isContingency: inject.isContingency)
    }

    private func row(
        _ inject: DirectorOrder.InventedInject, sentAt: Instant?, next: Instant?
    ) -> DirectorBoard.Row {
        let planned = state.time(of: inject)
        return DirectorBoard.Row(
            number: inject.number, state: rowState(inject.number, sentAt, planned, next),
            at: sentAt ?? planned, waits: .time, from: PlanText(all: inject.from),
            to: inject.to.joined(separator: ", "), means: inject.means,
            text: PlanText(byLanguage: state.changes[inject.number]?.text ?? inject.text), objective: nil,
            notes: nil, isContingency: false)
    }

    private func rowState(
        _ number: Int, _ sentAt: Instant?, _ planned: Instant?, _ next: Instant?
    ) -> DirectorBoard.Row.State {
        if sentAt != nil { return .sent }
        if state.isSkipped(number) { return .skipped }
        guard let planned else { return .waiting }
        if planned <= run.now { return .due }
        return planned == next ? .next : .later
    }

    private func from(_ inject: Inject) -> PlanText {
        switch inject.from {
        case .words(let text): text
        case .agency(let agency):
            stage.words.names[agency].map(PlanText.init(byLanguage:)) ?? PlanText(all: agency.rawValue)
        }
    }

    private func to(_ inject: Inject) -> String {
        switch inject.to {
        case .all: ""
        case .station(let station): station.rawValue
        case .agency(let agency): agency.rawValue
        }
    }

    private func text(_ inject: Inject) -> PlanText {
        state.changes[inject.number]?.text.map(PlanText.init(byLanguage:)) ?? inject.text
    }
}

extension InjectTime {
    fileprivate var waits: DirectorBoard.Row.Waits {
        switch self {
        case .at: .time
        case .state: .state
        case .byHand: .hand
        case .missed: .missed
        }
    }
}

extension PlanText {
    /// The texts by the names of their languages.
    init(byLanguage texts: [String: String]) {
        self.init(
            Dictionary(
                uniqueKeysWithValues: texts.compactMap { name, text in
                    Language(rawValue: name).map { ($0, text) }
                }))
    }

    /// The same words in every language.
    init(all text: String) {
        self.init(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) }))
    }
}

extension Instant {
    /// After everything that has a time.
    fileprivate static let distantFuture = Instant(milliseconds: .max)
}

// MARK: - The truth

extension ExerciseGame {
    /// What differs most from what is known, for each thing the more the worse.
    private func truth(_ figures: WatchFigures) -> [DirectorBoard.TruthRow] {
        let posts = stage.world.posts.map(\.id).compactMap { post -> DirectorBoard.TruthRow? in
            guard let line = run.engine.line(post, .in) else { return nil }
            return DirectorBoard.TruthRow(
                metric: .postQueuePersons, place: post.rawValue, truth: Double(line.waiting.count),
                believed: believed(.postQueuePersons, post.rawValue, figures),
                age: figures.reading.checkpoint(post)?.freshness.age)
        }
        let regions = stage.world.receptions.map(\.region).flatMap { region in
            [
                DirectorBoard.TruthRow(
                    metric: .regionBedsFree, place: region.rawValue,
                    truth: Double(run.engine.freeBeds(in: region).count),
                    believed: believed(.regionBedsFree, region.rawValue, figures), age: nil),
                DirectorBoard.TruthRow(
                    metric: .regionWithoutBed, place: region.rawValue,
                    truth: Double(run.engine.withoutBed(in: region)?.count ?? 0),
                    believed: believed(.regionWithoutBed, region.rawValue, figures), age: nil),
            ]
        }
        return (posts + regions).sorted { left, right in
            (right.difference, left.place, left.metric.rawValue)
                < (left.difference, right.place, right.metric.rawValue)
        }
    }

    private func believed(_ metric: Metric, _ place: String, _ figures: WatchFigures) -> Double? {
        guard case .value(let value) = figures.measured(metric, for: place) else { return nil }
        return value
    }

    private func waiting(_ picture: Picture) -> [DirectorBoard.Waiting] {
        let tasks = picture.watch.tasks.values
            .filter { $0.state.isPending && stage.plan.agencies.manner(of: $0.opening.lead) == nil }
            .sorted { ($0.opening.due, $0.id) < ($1.opening.due, $1.id) }
            .map { DirectorBoard.Waiting.task($0.id, $0.opening.lead, $0.state, due: $0.opening.due) }
        let orders = picture.watch.orders.values
            .filter { order in
                order.state == .open
                    && stage.plan.agencies.manner(of: AgencyPlayer.agency(for: order.act)) == nil
            }
            .sorted { ($0.ordered, $0.id) < ($1.ordered, $1.id) }
            .map { DirectorBoard.Waiting.order($0.id, $0.act, since: $0.ordered) }
        return tasks + orders
    }
}

extension DirectorBoard.TruthRow {
    /// How far the trainees are off; what they do not know counts as nothing known of it.
    fileprivate var difference: Double { abs(truth - (believed ?? 0)) }
}
