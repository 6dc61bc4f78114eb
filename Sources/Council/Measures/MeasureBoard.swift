import Reference
import Situation

/// All measures at a moment, and the ways to look at them.
public struct MeasureBoard: Sendable {
    /// By number.
    public let standings: [MeasureStanding]
    public let now: Instant
    /// How many days before its last day something is due.
    public let window: Int

    /// How long before its last day a measure counts as due, unless told otherwise: our choice, the decree sets none.
    public static let usualWindow = 30

    public init(
        _ picture: Picture, policy: PolicyTables, now: Instant, window: Int = MeasureBoard.usualWindow
    ) {
        self.now = now
        self.window = window
        standings = policy.measures.map {
            MeasureStanding($0, in: picture.measures[$0.number], now: now, window: window)
        }
    }

    /// The measure with that number.
    public func standing(of number: MeasureNumber) -> MeasureStanding? {
        standings.first { $0.id == number }
    }

    /// How many measures stand where.
    public var counts: [MeasurePhase: Int] { Dictionary(grouping: standings, by: \.phase).mapValues(\.count) }

    /// Those whose current deadline has passed, the longest overdue first.
    public var overdue: [MeasureStanding] { pending { $0 < 0 } }

    /// Those whose current deadline comes within so many days, the nearest first; without the overdue ones.
    public func due(within days: Int) -> [MeasureStanding] { pending { (0...max(0, days)).contains($0) } }

    private func pending(_ isWanted: (Int) -> Bool) -> [MeasureStanding] {
        standings.filter { standing in
            standing.current.map { $0.phase.isPending && isWanted($0.daysLeft) } ?? false
        }.sorted { ($0.current?.due, $0.id) < ($1.current?.due, $1.id) }
    }

    /// Those of a direction of the plan.
    public func standings(ofDirection direction: Int) -> [MeasureStanding] {
        standings.filter { $0.measure.direction == direction }
    }

    /// Those that stand under an indicator.
    public func standings(under indicator: IndicatorNumber) -> [MeasureStanding] {
        standings.filter { $0.measure.indicators.contains(indicator) }
    }

    /// Every deadline of every measure, by day and then number.
    public var byDay: [OccurrenceStanding] {
        standings.flatMap(\.occurrences).sorted {
            ($0.due, $0.occurrence.measure, $0.occurrence.due) < (
                $1.due, $1.occurrence.measure, $1.occurrence.due
            )
        }
    }
}

private func < (
    left: (CalendarDay?, MeasureNumber), right: (CalendarDay?, MeasureNumber)
) -> Bool {
    guard left.0 == right.0 else {
        guard let first = left.0, let second = right.0 else { return left.0 != nil }
        return first < second
    }
    return left.1 < right.1
}

/// What one agency has to do.
public struct AgencySheet: Sendable {
    public let agency: Agency
    /// Measures it leads.
    public let leads: [MeasureStanding]
    /// Measures it takes part in, also as one of a group.
    public let takesPart: [MeasureStanding]
    /// Indicators it answers for, also as one of a group.
    public let indicators: [IndicatorNumber]
    /// What decisions of the council gave it to do, first raised first.
    public let assignments: [Given]

    /// Something a decision gave the agency to do.
    public struct Given: Sendable {
        public let question: QuestionID
        /// Its number in the resolution, from 1.
        public let number: Int
        public let record: DecisionRecord.AssignmentRecord
    }

    public init(of agency: Agency, board: MeasureBoard, register: DecisionRegister, indicators: [Indicator]) {
        self.agency = agency
        let keys = Self.keys(of: agency)
        leads = board.standings.filter { $0.measure.lead.map(keys.contains) ?? false }
        takesPart = board.standings.filter { standing in
            standing.measure.responsible.dropFirst().contains { keys.contains($0.agency) }
        }
        self.indicators = indicators.filter { indicator in
            indicator.responsible.contains { keys.contains($0.agency) }
        }.map(\.number)
        assignments = register.inOrder.flatMap { record in
            record.assignments.enumerated().filter { keys.contains($0.element.assignment.agency) }
                .map { Given(question: record.id, number: $0.offset + 1, record: $0.element) }
        }
    }

    /// The agency's key and, of a region's akimat, that of all akimats, which the plan names together.
    public static func keys(of agency: Agency) -> Set<AgencyKey> {
        agency.kind == .akimat ? [agency.id, "AKIMATS_ALL"] : [agency.id]
    }
}
