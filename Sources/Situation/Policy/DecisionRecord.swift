/// What stands of a question before the council.
public struct DecisionRecord: Hashable, Codable, Sendable, Identifiable {
    public let id: QuestionID
    public private(set) var question: DecisionEvent.Question
    /// When it was raised.
    public private(set) var raised: Instant
    /// The last word of each agency, in the order in which they first spoke.
    public private(set) var positions: [DecisionEvent.Position] = []
    /// What was decided; `nil` while it is open, and after it was opened again.
    public private(set) var resolution: DecisionEvent.Resolution?
    /// How the resolution's assignments go, in its order.
    public private(set) var assignments: [AssignmentRecord] = []
    public private(set) var state = State.open
    /// Why it was withdrawn or opened again.
    public private(set) var reason: String?
    /// When its state last changed.
    public private(set) var since: Instant
    /// Who wrote the last entry.
    public private(set) var by: Author
    public private(set) var lastEntry: EntryID

    /// Where a question stands.
    public enum State: String, CaseIterable, Codable, Sendable {
        case open, decided, withdrawn
    }

    /// What somebody has to do, and how it goes.
    public struct AssignmentRecord: Hashable, Codable, Sendable {
        public let assignment: DecisionEvent.Assignment
        /// The last word on it; `nil` while nothing was said.
        public internal(set) var progress: DecisionEvent.Progress?
        /// The last day that is in time, as it was last set.
        public internal(set) var due: CalendarDay?

        /// Whether somebody still has to do it.
        public var isPending: Bool {
            switch progress?.state {
            case .done, .cannot: false
            case nil, .progress, .rescheduled: true
            }
        }

        /// Whether it should have been done by `now`.
        public func isOverdue(at now: Instant) -> Bool { isPending && due.map { now >= $0.end } ?? false }
    }

    init(_ id: QuestionID, _ question: DecisionEvent.Question, entry: Entry) {
        self.id = id
        self.question = question
        raised = entry.known.instant
        since = raised
        by = entry.author
        lastEntry = entry.id
    }

    /// Whether something is left to do: the question is open, or an assignment of it is.
    public var isPending: Bool {
        switch state {
        case .open: true
        case .decided: assignments.contains(where: \.isPending)
        case .withdrawn: false
        }
    }

    mutating func apply(_ change: DecisionEvent.Change, of entry: Entry) {
        lastEntry = entry.id
        by = entry.author
        switch change {
        case .raised(let question):
            // Said anew, it is worded anew; what agencies said of it stays.
            self.question = question
        case .position(let position):
            if let place = positions.firstIndex(where: { $0.agency == position.agency }) {
                positions[place] = position
            } else {
                positions.append(position)
            }
        case .decided(let resolution):
            self.resolution = resolution
            assignments = resolution.assignments.map { AssignmentRecord(assignment: $0, due: $0.due) }
            turn(.decided, at: entry, because: nil)
        case .assignment(let number, let progress):
            guard assignments.indices.contains(number - 1) else { return }
            assignments[number - 1].progress = progress
            if case .rescheduled(let day) = progress.state { assignments[number - 1].due = day }
        case .withdrawn(let reason): turn(.withdrawn, at: entry, because: reason)
        case .reopened(let reason):
            resolution = nil
            assignments = []
            turn(.open, at: entry, because: reason)
        }
    }

    private mutating func turn(_ next: State, at entry: Entry, because reason: String?) {
        state = next
        since = entry.known.instant
        self.reason = reason
    }
}

/// The council's register: every question ever raised, and what is settled by decisions.
public struct DecisionRegister: Hashable, Codable, Sendable {
    public private(set) var questions: [QuestionID: DecisionRecord] = [:]

    public init() {}

    /// All questions, first raised first.
    public var inOrder: [DecisionRecord] {
        questions.values.sorted { ($0.raised, $0.id) < ($1.raised, $1.id) }
    }

    /// The last entry of a question's thread, which the next one has to come after.
    public func lastEntry(of question: QuestionID) -> EntryID? { questions[question]?.lastEntry }

    /// Which series of targets a decision in force chose for an indicator, and the decision; `nil` while the council
    /// chose none. Of several the one of the later date holds.
    public func targets(of indicator: IndicatorNumber) -> SettledTargets? {
        inForce.reversed().lazy.compactMap { record, resolution in
            resolution.settles.lazy.compactMap { settlement -> SettledTargets? in
                guard case .targets(indicator, let source) = settlement else { return nil }
                return SettledTargets(
                    source: source, question: record.id, number: resolution.number, date: resolution.date)
            }.first
        }.first
    }

    /// The decision in force that settles a finding in the decree's text.
    public func settling(discrepancy id: String) -> DecisionRecord? {
        inForce.last { $0.resolution.settles.contains(.discrepancy(id)) }?.record
    }

    /// Decisions that hold, the latest last.
    private var inForce: [(record: DecisionRecord, resolution: DecisionEvent.Resolution)] {
        questions.values.compactMap { record in
            record.state == .decided ? record.resolution.map { (record, $0) } : nil
        }.sorted { ($0.1.date, $0.0.since, $0.0.id) < ($1.1.date, $1.0.since, $1.0.id) }
    }

    /// Takes in the next event in fold order. A word on a question that nobody raised says nothing here.
    mutating func apply(_ event: DecisionEvent, of entry: Entry) {
        if questions[event.question] == nil {
            guard case .raised(let question) = event.change else { return }
            questions[event.question] = DecisionRecord(event.question, question, entry: entry)
        } else {
            questions[event.question]?.apply(event.change, of: entry)
        }
    }
}

/// The council's choice between the two printed series.
public struct SettledTargets: Hashable, Codable, Sendable {
    public let source: TargetSource
    public let question: QuestionID
    /// The decision's number and date.
    public let number: String
    public let date: CalendarDay
}
