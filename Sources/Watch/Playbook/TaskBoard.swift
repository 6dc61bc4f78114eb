import Planning
import Situation

/// The tasks of playbooks and levels as a board: by phase and by agency, with their clocks.
public struct TaskBoard: Sendable {
    /// Those that want something first: overdue, then by when they are due, then what is closed.
    public let cards: [TaskCard]

    /// A group of cards under one heading.
    public struct Group<Key: Hashable & Sendable>: Sendable {
        public let key: Key
        public let cards: [TaskCard]
        public var counts: TaskCounts { TaskCounts(cards) }
    }

    /// The board of everything in the picture.
    ///
    /// - Parameters:
    ///   - run: only the tasks of this run of a playbook.
    ///   - section: only what levels oblige this section to.
    public init(
        _ picture: Picture, playbooks: [Playbook], levels: ImpactLevels? = nil, run: PlaybookRunID? = nil,
        section: SectionID? = nil, now: Instant
    ) {
        cards = picture.watch.tasks.values.filter { task in
            switch task.opening.origin {
            case .playbook(let its, _, _): section == nil && (run == nil || its == run)
            case .level(let its, _): run == nil && (section == nil || its == section)
            }
        }.map { TaskCard($0, in: picture.watch, playbooks: playbooks, levels: levels, now: now) }
            .sorted { $0.place < $1.place }
    }

    public var counts: TaskCounts { TaskCounts(cards) }

    /// By who answers for them, in the order of the agencies' keys.
    public var byAgency: [Group<AgencyKey>] { groups { $0.record.opening.lead } }

    /// By the phase of the playbook, as phases are named in it; a level's tasks stand under the level's own name.
    public var byPhase: [Group<TaskHeading>] { groups(\.heading) }

    /// The cards of one agency that leads or helps.
    public func cards(of agency: AgencyKey) -> [TaskCard] {
        cards.filter { $0.record.opening.lead == agency || $0.record.opening.support.contains(agency) }
    }

    /// The pending task that is due next; overdue ones first.
    public var next: TaskCard? { cards.first { $0.record.state.isPending } }

    private func groups<Key: Comparable & Hashable & Sendable>(_ key: (TaskCard) -> Key) -> [Group<Key>] {
        Dictionary(grouping: cards, by: key).sorted { $0.key < $1.key }.map { Group(key: $0.key, cards: $0.value) }
    }
}

/// One task as a board shows it.
public struct TaskCard: Sendable, Identifiable {
    public let record: TaskRecord
    /// What people call it, and what is to be done; `nil` when its plan is not there any more.
    public let code: PlanText?
    public let what: PlanText?
    public let clock: Clock
    /// Tasks that have to be done before it.
    public let waitsFor: [TaskRef]
    /// How the question about people seeking asylum stands, where it has to be asked.
    public let asylum: AsylumQuestion
    /// What it holds of the reserve.
    public let holds: [ReservePool: Int]
    /// The figure that proves it done, where there is one.
    public let proof: Condition?
    /// The message that goes with it.
    public let message: PlaybookMessage?
    /// Whether the step takes something from the reserve.
    public let takesReserve: Bool
    /// The phase or level it stands under.
    public let heading: TaskHeading

    public var id: TaskRef { record.id }

    /// How a task stands to its time.
    public enum Clock: Hashable, Sendable {
        case left(Span)
        case overdue(Span)
        /// Closed, in time or late by so much.
        case closed(late: Span?)
    }

    /// Whether the question is asked, and what was answered.
    public enum AsylumQuestion: Hashable, Sendable {
        case notAsked
        case unanswered
        case answered(TaskEvent.AsylumAnswer)
        /// The answer keeps it from beginning: nobody is returned to danger.
        case stops(TaskEvent.AsylumAnswer)
    }

    init(
        _ record: TaskRecord, in watch: WatchPicture, playbooks: [Playbook], levels: ImpactLevels?, now: Instant
    ) {
        self.record = record
        waitsFor = watch.openPrerequisites(of: record)
        holds = watch.reserves.compactMapValues { $0.commitments[record.id] }
        switch record.opening.origin {
        case .playbook(_, let id, let phase):
            let playbook = playbooks.first { $0.id == id }
            let step = playbook?.task(PlaybookTask.ID(record.opening.step))
            (code, what, proof) = (step?.code, step?.what, step?.proof)
            message = step?.message.flatMap { playbook?.message($0) }
            takesReserve = step?.reserve != nil
            asylum = AsylumQuestion(step, answer: record.asylum)
            let order = playbook?.phases.first { $0.id.rawValue == phase }?.order ?? .max
            heading = .phase(id, Phase.ID(phase), order: order)
        case .level(_, let level):
            let step = levels?.task(record.opening.step, of: level)
            (code, what, proof, message) = (step?.code, step?.what, nil, nil)
            takesReserve = false
            asylum = .notAsked
            heading = .level(level)
        }
        let late = (record.state.isPending ? now : record.since) - record.opening.due
        clock =
            if record.state.isPending {
                late > .zero ? .overdue(late) : .left(record.opening.due - now)
            } else {
                .closed(late: late > .zero ? late : nil)
            }
    }

    /// Its place on the board.
    fileprivate var place: (Int, Instant, TaskRef) {
        (record.state.isPending ? 0 : 1, record.opening.due, record.id)
    }
}

extension TaskCard.AsylumQuestion {
    fileprivate init(_ step: PlaybookTask?, answer: TaskEvent.AsylumAnswer?) {
        guard let step, step.asksAboutAsylum || step.stopsForAsylum else {
            self = .notAsked
            return
        }
        guard let answer else {
            self = .unanswered
            return
        }
        self = step.stopsForAsylum && answer != .none ? .stops(answer) : .answered(answer)
    }
}

/// What tasks stand under on a board by phase.
public enum TaskHeading: Hashable, Comparable, Sendable {
    case phase(PlaybookID, Phase.ID, order: Int)
    case level(ImpactLevel)

    /// Playbooks by their phases, in the order these are gone through, then levels, the highest first.
    public static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.phase(let first, _, let one), .phase(let second, _, let other)):
            (first, one) < (second, other)
        case (.level(let one), .level(let other)): one > other
        case (.phase, .level): true
        case (.level, .phase): false
        }
    }
}

/// How many tasks are how far.
public struct TaskCounts: Hashable, Sendable {
    public private(set) var open = 0
    public private(set) var accepted = 0
    public private(set) var underWay = 0
    public private(set) var done = 0
    public private(set) var cannot = 0
    public private(set) var dropped = 0
    /// Of those that are pending.
    public private(set) var overdue = 0

    init(_ cards: [TaskCard]) {
        for card in cards {
            switch card.record.state {
            case .open: open += 1
            case .accepted: accepted += 1
            case .underWay: underWay += 1
            case .done: done += 1
            case .cannot: cannot += 1
            case .dropped: dropped += 1
            }
            if case .overdue = card.clock { overdue += 1 }
        }
    }

    public var total: Int { open + accepted + underWay + done + cannot + dropped }
    /// What somebody still has to do.
    public var pending: Int { open + accepted + underWay }
}
