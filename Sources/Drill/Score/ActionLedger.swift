import Planning
import Situation

/// Which expected actions of the injects sent so far are done, and when.
///
/// It is fed a journal's entries in fold order, each with the picture after it. An action counts when a trainee does
/// it between the moment its inject was sent and ENDEX; later than its deadline is late. What is a state that lasts
/// (a level, a playbook, a reserve, an order, an acknowledged alarm) and is in force as the inject comes counts as done at
/// that moment. A task counts with the state it reached, whoever said so: agencies that are played answer a task that trainees
/// opened, and nobody can accept it a second time. An order taken back by whoever gave it, or an entry that is withdrawn, does not count any more.
public struct ActionLedger: Sendable {
    private let injects: [Int: Inject]
    /// In the order in which the injects were sent, then that of the file.
    public private(set) var statuses: [Status] = []
    /// ENDEX, when it came.
    public private(set) var end: Instant?

    /// How one expected action stands.
    public struct Status: Hashable, Sendable {
        /// The number in the list of events.
        public let inject: Int
        /// The inject's name in the file.
        public let injectID: Inject.ID
        public let action: ExpectedAction
        public let sent: Instant
        public let deadline: Instant
        /// When it was done; `nil` when not yet.
        public internal(set) var done: Instant?
        public internal(set) var by: Author?
        /// The entry that did it, or the last one of what was in force already.
        public internal(set) var entry: EntryID?
        /// The order that did it, where it was one.
        var order: OrderID?

        /// Whether it was done, and in its time.
        public var isInTime: Bool { done.map { $0 <= deadline } ?? false }
        /// From the inject to the act; `nil` when it was not done.
        public var took: Span? { done.map { $0 - sent } }
    }

    /// Before anything was sent.
    public init(_ plan: ExercisePlan) {
        injects = Dictionary(plan.injects.map { ($0.number, $0) }) { first, _ in first }
    }

    /// Takes in the next entry.
    ///
    /// - Parameter picture: the picture after it.
    public mutating func note(_ entry: Entry, _ picture: Picture) {
        guard end == nil else { return }
        if case .exercise(let event) = entry.fact { note(event, of: entry, picture) }
        if let withdrawn = entry.withdrawn { clear { $0.entry == withdrawn } }
        guard let fact = entry.statedFact, entry.author.isTrainee || entry.isWordOnTask else { return }
        if case .act(let event) = fact, case .cancelled = event.change { clear { $0.order == event.order } }
        for index in statuses.indices where statuses[index].done == nil {
            guard statuses[index].action.act.isDone(by: entry, saying: fact, picture) else { continue }
            statuses[index].done = entry.known.instant
            statuses[index].by = entry.author
            statuses[index].entry = entry.id
            if case .act(let event) = fact { statuses[index].order = event.order }
        }
    }

    /// Whether an action that this inject expects was not done in its time; not before that time is over, and not when
    /// the inject was not sent.
    public func isMissed(_ inject: Inject.ID, at now: Instant) -> Bool {
        statuses.contains { $0.injectID == inject && $0.deadline < now && !$0.isInTime }
    }

    private mutating func note(_ event: ExerciseEvent, of entry: Entry, _ picture: Picture) {
        switch event {
        case .turn(let turn) where turn.turn.isEnd: end = entry.known.instant
        case .inject(let message): send(message.number, at: entry.known.instant, picture)
        default: break
        }
    }

    private mutating func send(_ number: Int, at now: Instant, _ picture: Picture) {
        // Sent a second time it expects nothing new.
        guard let inject = injects[number], !statuses.contains(where: { $0.inject == number }) else { return }
        for action in inject.expects {
            var status = Status(
                inject: number, injectID: inject.id, action: action, sent: now, deadline: now + action.within)
            if let standing = action.act.standing(in: picture) {
                status.done = now
                status.by = standing.by
                status.entry = standing.entry
                status.order = picture.watch.orders.values.first { $0.lastEntry == standing.entry }?.id
            }
            statuses.append(status)
        }
    }

    private mutating func clear(where isMeant: (Status) -> Bool) {
        for index in statuses.indices where statuses[index].done != nil && isMeant(statuses[index]) {
            statuses[index].done = nil
            statuses[index].by = nil
            statuses[index].entry = nil
            statuses[index].order = nil
        }
    }
}

extension Entry {
    /// Whether an agency that is played says how far a task is.
    fileprivate var isWordOnTask: Bool {
        guard case .task = fact else { return false }
        return author.seat == Author.playedSeat
    }

    /// The entry that this one takes back altogether.
    fileprivate var withdrawn: EntryID? {
        guard case .correction(let correction) = fact, case .retract = correction.change else { return nil }
        return correction.target
    }
}
