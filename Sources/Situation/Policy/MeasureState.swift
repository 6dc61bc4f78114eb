/// What is said of how a measure of the plan goes.
public struct MeasureState: Hashable, Codable, Sendable {
    public var measure: MeasureNumber
    /// Which of its deadlines it speaks of, by the deadline's own period: `2026-Q2`, `2027-12`, `2026-H1`. `nil` for
    /// the measure as a whole, which closes nothing of a measure with several deadlines but its being impossible.
    public var period: ReportingPeriod?
    public var state: ExecutionState
    /// What was done or is missing, in the reporter's words.
    public var words: String?
    /// What shows it.
    public var evidence: Evidence?
    /// The agency that reports.
    public var agency: AgencyKey?

    public init(
        measure: MeasureNumber, period: ReportingPeriod? = nil, state: ExecutionState, words: String? = nil,
        evidence: Evidence? = nil, agency: AgencyKey? = nil
    ) {
        self.measure = measure
        self.period = period
        self.state = state
        self.words = words
        self.evidence = evidence
        self.agency = agency
    }
}

/// How far something that has to be done has come: a measure, or what a decision gives somebody to do.
public enum ExecutionState: Hashable, Codable, Sendable {
    /// It is under way; the words beside it say how far.
    case progress
    case done
    /// Another last day was set.
    case rescheduled(to: CalendarDay)
    case cannot(reason: String)

    /// The name without what goes with it, as files and the command line write it.
    public var name: Name {
        switch self {
        case .progress: .progress
        case .done: .done
        case .rescheduled: .rescheduled
        case .cannot: .cannot
        }
    }

    /// The four states by name.
    public enum Name: String, CaseIterable, Codable, Sendable {
        case progress, done, rescheduled, cannot
    }
}

/// The document that shows something.
public struct Evidence: Hashable, Codable, Sendable {
    /// Its name and number, such as "MLSP order No. 12-ө".
    public var document: String
    /// The document's date.
    public var date: CalendarDay?

    public init(document: String, date: CalendarDay? = nil) {
        self.document = document
        self.date = date
    }
}
