/// One question before the council, such as `target-14` or `q-2026-3`.
public struct QuestionID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Something that happens to a question of the council's register (measures 13, 15, 16 and 21 of the plan, and part 2,
/// chapter 4, paragraph 9 of the decree, which finds that decisions are not taken together).
public struct DecisionEvent: Hashable, Codable, Sendable {
    public var question: QuestionID
    public var change: Change

    public init(_ question: QuestionID, _ change: Change) {
        self.question = question
        self.change = change
    }

    /// The turns of a question.
    public enum Change: Hashable, Codable, Sendable {
        case raised(Question)
        /// An agency says where it stands; its later word stands in the earlier one's place.
        case position(Position)
        case decided(Resolution)
        /// How what was given to somebody goes, by its number in the resolution.
        case assignment(Int, Progress)
        case withdrawn(reason: String)
        /// It comes before the council again; what was decided no longer holds.
        case reopened(reason: String)
    }

    /// What is asked.
    public struct Question: Hashable, Codable, Sendable {
        public var text: String
        /// Who brings it before the council.
        public var raisedBy: AgencyKey
        /// The measure it comes from, if any.
        public var measure: MeasureNumber?
        /// The indicator it is about, if any.
        public var indicator: IndicatorNumber?
        /// The finding in the decree's text it is about, such as `TARGET-14`.
        public var discrepancy: String?

        public init(
            text: String, raisedBy: AgencyKey, measure: MeasureNumber? = nil,
            indicator: IndicatorNumber? = nil, discrepancy: String? = nil
        ) {
            self.text = text
            self.raisedBy = raisedBy
            self.measure = measure
            self.indicator = indicator
            self.discrepancy = discrepancy
        }
    }

    /// Where an agency stands.
    public struct Position: Hashable, Codable, Sendable {
        public var agency: AgencyKey
        public var stance: Stance
        public var words: String?
        public var evidence: Evidence?

        public init(agency: AgencyKey, stance: Stance, words: String? = nil, evidence: Evidence? = nil) {
            self.agency = agency
            self.stance = stance
            self.words = words
            self.evidence = evidence
        }

        /// What it comes to.
        public enum Stance: String, CaseIterable, Codable, Sendable {
            case agrees, objects
            /// It agrees if something is changed; the words say what.
            case conditional
            case abstains
        }
    }

    /// What the council decided.
    public struct Resolution: Hashable, Codable, Sendable {
        public var text: String
        /// The number of the minutes or decision.
        public var number: String
        public var date: CalendarDay
        /// Who does what by when; numbered from 1 in this order.
        public var assignments: [Assignment]
        /// Which of the decree's open points it settles.
        public var settles: [Settlement]

        public init(
            text: String, number: String, date: CalendarDay, assignments: [Assignment] = [],
            settles: [Settlement] = []
        ) {
            self.text = text
            self.number = number
            self.date = date
            self.assignments = assignments
            self.settles = settles
        }
    }

    /// What somebody has to do.
    public struct Assignment: Hashable, Codable, Sendable {
        public var agency: AgencyKey
        public var what: String
        /// The last day that is in time; `nil` where none was set.
        public var due: CalendarDay?

        public init(agency: AgencyKey, what: String, due: CalendarDay? = nil) {
            self.agency = agency
            self.what = what
            self.due = due
        }
    }

    /// An open point of the decree's text that a decision closes.
    public enum Settlement: Hashable, Codable, Sendable {
        /// A finding in the printed text, by its id.
        case discrepancy(String)
        /// Which of the two printed target series of an indicator holds.
        case targets(IndicatorNumber, TargetSource)
    }

    /// How an assignment goes.
    public struct Progress: Hashable, Codable, Sendable {
        public var state: ExecutionState
        public var words: String?
        public var evidence: Evidence?

        public init(state: ExecutionState, words: String? = nil, evidence: Evidence? = nil) {
            self.state = state
            self.words = words
            self.evidence = evidence
        }
    }
}

/// The two places of the decree that print an indicator's targets.
public enum TargetSource: String, CaseIterable, Codable, Sendable {
    /// The table of part 6.
    case part6
    /// The line above the measures of the plan.
    case plan
}
