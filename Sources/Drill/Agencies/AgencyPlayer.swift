import Planning
import Reference
import Simulation
import Situation
import Watch
import Worlds

/// Answers for the agencies that are not in the room, as the plan says they do.
///
/// What an agency decides about a task follows from the exercise's seed and the task's name alone, so the same task
/// meets the same answer after the same time in every run with that seed.
public struct AgencyPlayer: Sendable {
    let stage: ExerciseStage

    /// Who speaks for an agency in the journal, so that its word is never taken for a trainee's.
    public static func author(_ agency: AgencyKey) -> Author {
        Author(person: PersonName(agency.rawValue), seat: seat)
    }

    /// The seat of those who are played.
    public static let seat = Author.playedSeat

    /// How an agency answers one thing.
    struct Answer: Equatable {
        let refuses: Bool
        /// From being asked to saying yes or no.
        let acceptance: Span
        /// From saying yes to being done.
        let work: Span
    }

    func answer(of agency: AgencyKey, to name: String, round: Int) -> Answer? {
        guard let manner = stage.plan.agencies.manner(of: agency) else { return nil }
        var stream = RandomStream(seed: stage.seed, name: "agency/\(agency)/\(name)/\(round)")
        let refuses = stream.uniform() < manner.refusals
        return Answer(
            refuses: refuses, acceptance: Self.span(manner.acceptance, &stream),
            work: Self.span(manner.work, &stream))
    }

    /// A drawn time, a minute at least; a law that no simulator takes is a minute.
    private static func span(_ planned: PlannedDistribution, _ stream: inout RandomStream) -> Span {
        guard let law = try? planned.minutes() else { return .minutes(1) }
        return .minutes(min(max(1, Int(law.draw(from: &stream).rounded())), 100_000))
    }
}

extension AgencyPlayer {
    /// What agencies say at `now` about the tasks they have.
    func onTasks(_ picture: Picture, playbooks: [Playbook], now: Instant) -> [Draft] {
        picture.watch.tasks.values.filter(\.state.isPending).sorted { $0.id < $1.id }.flatMap { task in
            words(on: task, picture, playbooks, now)
        }
    }

    private func words(
        on task: TaskRecord, _ picture: Picture, _ playbooks: [Playbook], _ now: Instant
    ) -> [Draft] {
        guard let answer = answer(of: task.opening.lead, to: task.id.rawValue, round: task.opening.round)
        else { return [] }
        func draft(_ change: TaskEvent.Change) -> [Draft] {
            [said(.task(TaskEvent(task.id, change)), by: task.opening.lead, picture, now)]
        }
        switch task.state {
        case .open:
            guard now >= (task.reopened ?? task.opened) + answer.acceptance else { return [] }
            return answer.refuses ? draft(.cannot(reason: stage.words.refusal)) : draft(.accepted)
        case .accepted: return mayBegin(task, picture, playbooks) ? draft(.begun) : []
        case .underWay: return now >= task.since + answer.work ? draft(.done(.word(stage.words.report))) : []
        case .done, .cannot, .dropped: return []
        }
    }

    /// An agency begins when the tasks before are done, the question on asylum is answered, and it has what the
    /// headquarters was to commit to it.
    private func mayBegin(_ task: TaskRecord, _ picture: Picture, _ playbooks: [Playbook]) -> Bool {
        guard picture.watch.openPrerequisites(of: task).isEmpty else { return false }
        guard case .playbook(_, let id, _) = task.opening.origin,
            let step = playbooks.first(where: { $0.id == id })?.task(PlaybookTask.ID(task.opening.step))
        else { return true }
        if step.stopsForAsylum, task.asylum != TaskEvent.AsylumAnswer.none { return false }
        if step.asksAboutAsylum, task.asylum == nil { return false }
        guard step.reserve != nil else { return true }
        return picture.watch.reserves.values.contains { $0.commitments[task.id] != nil }
    }

    /// What those who are ordered say at `now`.
    func onOrders(_ picture: Picture, now: Instant) -> [Draft] {
        picture.watch.orders.values.filter(\.state.isPending).sorted { $0.id < $1.id }.flatMap { order in
            words(on: order, picture, now)
        }
    }

    private func words(on order: OrderRecord, _ picture: Picture, _ now: Instant) -> [Draft] {
        let agency = Self.agency(for: order.act)
        guard let answer = answer(of: agency, to: order.id.rawValue, round: 1) else { return [] }
        func draft(_ change: OrderEvent.Change) -> [Draft] {
            [said(.act(OrderEvent(order.id, change)), by: agency, picture, now)]
        }
        switch order.state {
        case .open:
            guard now >= order.ordered + answer.acceptance else { return [] }
            return answer.refuses ? draft(.refused(reason: stage.words.refusal)) : draft(.accepted)
        case .accepted:
            guard let effect = order.effect, now >= effect else { return [] }
            return draft(.done(words: stage.words.report))
        case .refused, .done, .cancelled: return []
        }
    }

    /// Who is ordered: the border service for posts, the region's akimat for the rest.
    static func agency(for act: Act) -> AgencyKey {
        switch act.kind {
        case .staffLanes, .followRoster, .closePost, .openPost, .divert: "NSC"
        case .staffRegistration, .orderBuses, .openReserve, .askRegion: "LEB"
        }
    }

    /// Something an agency says, in its place in its thread.
    func said(_ fact: Fact, by agency: AgencyKey, _ picture: Picture, _ now: Instant) -> Draft {
        Draft(
            fact, about: .moment(now), author: Self.author(agency), source: SourceID("played:\(agency)"),
            place: .after(picture.watch.lastEntry(of: fact)))
    }

    /// What the director says for an agency.
    func said(_ order: DirectorOrder.AgencyOrder, _ picture: Picture, _ now: Instant) -> Draft? {
        func task(_ ref: TaskRef, _ change: TaskEvent.Change) -> Draft? {
            guard let record = picture.watch.tasks[ref], record.state.isPending else { return nil }
            return said(.task(TaskEvent(ref, change)), by: record.opening.lead, picture, now)
        }
        func reply(_ id: OrderID, _ change: OrderEvent.Change) -> Draft? {
            guard let record = picture.watch.orders[id], record.state == .open else { return nil }
            return said(.act(OrderEvent(id, change)), by: Self.agency(for: record.act), picture, now)
        }
        return switch order {
        case .accept(let ref): task(ref, .accepted)
        case .begin(let ref): task(ref, .begun)
        case .done(let ref, let words): task(ref, .done(.word(words)))
        case .cannot(let ref, let reason): task(ref, .cannot(reason: reason))
        case .acceptOrder(let id): reply(id, .accepted)
        case .refuseOrder(let id, let reason): reply(id, .refused(reason: reason))
        }
    }
}
