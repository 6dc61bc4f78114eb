/// One task somebody has to do, such as `mass-influx/ru-west/1/B4` or `level/ru-west/high/inform-centre`.
public struct TaskRef: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Something that happens to a task.
public struct TaskEvent: Hashable, Codable, Sendable {
    public var task: TaskRef
    public var change: Change

    public init(_ task: TaskRef, _ change: Change) {
        self.task = task
        self.change = change
    }

    /// The turns of a task: a headquarters orders; agencies accept, do, or cannot.
    public enum Change: Hashable, Codable, Sendable {
        case opened(Opening)
        /// A person or agency answers for it from now on.
        case assigned(owner: String)
        case accepted
        case begun
        case done(Proof)
        case cannot(reason: String)
        case reopened(reason: String)
        /// It is that late that the next authority hears of it.
        case escalated(to: AgencyKey)
        /// The question about people seeking asylum was answered before it began.
        case asylumAsked(answer: AsylumAnswer)
        /// A message was drafted for it and sent by an officer, by whatever means.
        case messageSent(message: String, to: [AgencyKey], text: String)
        /// What it belonged to ended before it was done.
        case dropped(reason: String)
    }

    /// What a task is, as it stood when it was opened.
    public struct Opening: Hashable, Codable, Sendable {
        public var origin: Origin
        /// The step it is of the playbook or level.
        public var step: String
        public var lead: AgencyKey
        public var support: [AgencyKey]
        public var due: Instant
        /// Tasks that have to be done before it.
        public var after: [TaskRef]
        /// 1 for the first; more for what comes back.
        public var round: Int

        public init(
            origin: Origin, step: String, lead: AgencyKey, support: [AgencyKey] = [], due: Instant,
            after: [TaskRef] = [], round: Int = 1
        ) {
            self.origin = origin
            self.step = step
            self.lead = lead
            self.support = support
            self.due = due
            self.after = after
            self.round = round
        }
    }

    /// What a task comes from.
    public enum Origin: Hashable, Codable, Sendable {
        case playbook(PlaybookRunID, PlaybookID, phase: String)
        case level(SectionID, ImpactLevel)
    }

    /// What shows that a task is done.
    public enum Proof: Hashable, Codable, Sendable {
        /// The condition of the playbook holds.
        case figure(metric: String, subject: String, value: Double)
        /// Somebody reports it.
        case word(String)
    }

    /// Whether people seeking asylum are among those concerned. Nobody is returned to danger.
    public enum AsylumAnswer: String, CaseIterable, Codable, Sendable {
        case none, some, unknown
    }
}

/// What stands of a task.
public struct TaskRecord: Hashable, Codable, Sendable, Identifiable {
    public let id: TaskRef
    public private(set) var opening: TaskEvent.Opening
    public private(set) var opened: Instant
    public private(set) var owner: String?
    public private(set) var state = State.open
    /// When its state last changed.
    public private(set) var since: Instant
    /// Who changed it last.
    public private(set) var by: Author
    public private(set) var proof: TaskEvent.Proof?
    public private(set) var reason: String?
    /// When it was last opened again after it had been closed.
    public private(set) var reopened: Instant?
    public private(set) var escalatedTo: AgencyKey?
    public private(set) var asylum: TaskEvent.AsylumAnswer?
    public private(set) var messagesSent = 0
    public private(set) var lastEntry: EntryID

    public enum State: String, CaseIterable, Codable, Sendable {
        case open, accepted
        case underWay = "under_way"
        case done, cannot, dropped

        /// Whether somebody still has to do it.
        public var isPending: Bool {
            switch self {
            case .open, .accepted, .underWay: true
            case .done, .cannot, .dropped: false
            }
        }
    }

    init(_ id: TaskRef, _ opening: TaskEvent.Opening, entry: Entry) {
        self.id = id
        self.opening = opening
        opened = entry.known.instant
        since = opened
        by = entry.author
        lastEntry = entry.id
    }

    /// Whether it should have been done by `now`.
    public func isOverdue(at now: Instant) -> Bool { state.isPending && now > opening.due }

    mutating func apply(_ change: TaskEvent.Change, of entry: Entry) {
        lastEntry = entry.id
        func turn(_ next: State) {
            state = next
            since = entry.known.instant
            by = entry.author
        }
        switch change {
        case .opened(let opening): self = TaskRecord(id, opening, entry: entry)
        case .assigned(let owner): self.owner = owner
        case .accepted: turn(.accepted)
        case .begun: turn(.underWay)
        case .done(let proof):
            self.proof = proof
            turn(.done)
        case .cannot(let reason):
            self.reason = reason
            turn(.cannot)
        case .reopened(let reason):
            self.reason = reason
            proof = nil
            reopened = entry.known.instant
            turn(.open)
        case .escalated(let agency): escalatedTo = agency
        case .asylumAsked(let answer): asylum = answer
        case .messageSent: messagesSent += 1
        case .dropped(let reason):
            self.reason = reason
            turn(.dropped)
        }
    }
}
