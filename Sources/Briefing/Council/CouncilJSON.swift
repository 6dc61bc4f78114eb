import Council
import Reference
import Situation
import Wording

/// What the council looks at as JSON for scripts; keys are only ever added. Days are `2026-06-30`, moments ISO 8601,
/// agencies and regions their keys. What is not known is left out.
public struct CouncilJSON: Encodable {
    let kind: String
    let version = 1
    let exercise: Bool
    let journal: String
    let entries: Int
    let head: String
    let at: String
    var indicators: [IndicatorPart]?
    var measures: [MeasurePart]?
    var questions: [QuestionPart]?
    var events: [EventPart]?
    var sources: [SourcePart]?

    private init(_ subject: CouncilSubject, kind: String) {
        self.kind = kind
        exercise = subject.position.journal.nature == .exercise
        journal = subject.position.journal.id
        entries = subject.position.entryCount
        head = subject.position.head
        at = subject.reading.now.iso8601
    }

    /// Indicators with all that is known of them.
    public static func indicators(_ standings: [IndicatorStanding], _ subject: CouncilSubject) -> CouncilJSON
    {
        var document = CouncilJSON(subject, kind: "indicators")
        document.indicators = standings.map(IndicatorPart.init)
        return document
    }

    /// Measures with all their deadlines.
    public static func measures(_ standings: [MeasureStanding], _ subject: CouncilSubject) -> CouncilJSON {
        var document = CouncilJSON(subject, kind: "measures")
        document.measures = standings.map(MeasurePart.init)
        return document
    }

    /// The council's register.
    public static func decisions(_ records: [DecisionRecord], _ subject: CouncilSubject) -> CouncilJSON {
        var document = CouncilJSON(subject, kind: "decisions")
        document.questions = records.map { QuestionPart($0, now: subject.reading.now) }
        return document
    }

    /// What falls due.
    public static func calendar(_ events: [CouncilCalendar.Event], _ subject: CouncilSubject) -> CouncilJSON {
        var document = CouncilJSON(subject, kind: "calendar")
        document.events = events.map(EventPart.init)
        return document
    }

    /// The systems figures come from.
    public static func sources(_ subject: CouncilSubject) -> CouncilJSON {
        var document = CouncilJSON(subject, kind: "sources")
        document.sources = subject.reading.sources.rows.map(SourcePart.init)
        return document
    }

    /// All of it, with every day of the plan.
    static func pack(_ subject: CouncilSubject) -> CouncilJSON {
        let reading = subject.reading
        var document = CouncilJSON(subject, kind: "council")
        document.indicators = reading.indicators.map(IndicatorPart.init)
        document.measures = reading.board.standings.map(MeasurePart.init)
        document.questions = reading.register.inOrder.map { QuestionPart($0, now: reading.now) }
        document.events = reading.calendar.events.map(EventPart.init)
        document.sources = reading.sources.rows.map(SourcePart.init)
        return document
    }

    /// The text, keys in order.
    public func text() throws -> String { try JSONText.of(self) }
}

// MARK: - Parts

extension CouncilJSON {
    struct IndicatorPart: Encodable {
        let number: Int
        let semantics: String
        let settledSeries: String?
        let contested: Bool
        let years: [YearPart]
        let projection: ProjectionPart?
        let trend: String
        let trendPerYear: Double?
        let regions: [RegionPart]?
        let measures: [Int]
        let findings: [String]

        init(_ standing: IndicatorStanding) {
            number = standing.id.value
            semantics = standing.semantics.measure.rawValue
            settledSeries = standing.settled?.source.rawValue
            contested = standing.isContested
            years = standing.years.map(YearPart.init)
            projection = ProjectionPart(standing.projection)
            switch standing.trend {
            case .tooLittle: (trend, trendPerYear) = ("too_little", nil)
            case .unclear(let slope): (trend, trendPerYear) = ("unclear", slope)
            case .rising(let slope): (trend, trendPerYear) = ("rising", slope)
            case .falling(let slope): (trend, trendPerYear) = ("falling", slope)
            }
            regions = standing.regions.map { table in
                table.rows.map { RegionPart($0.statement, rank: $0.rank) }
                    + table.others.map { RegionPart($0, rank: nil) }
            }
            measures = standing.measures.map(\.id.value)
            findings = standing.findings.map(\.discrepancy.id)
        }
    }

    struct YearPart: Encodable {
        let year: Int
        let targets: [String: Double]
        let value: Double?
        let months: Int?
        let status: String
        let reachable: [String: Bool]
        let entries: [String]

        init(_ standing: YearStanding) {
            year = standing.year
            targets = Dictionary(standing.targets.map { ($0.source.rawValue, $0.value) }) { first, _ in first
            }
            value = standing.figure?.value
            months = standing.figure?.months
            status = standing.status.rawValue
            reachable = Dictionary(
                standing.targets.compactMap { target in
                    target.pace?.isReachable.map { (target.source.rawValue, $0) }
                }
            ) { first, _ in first }
            entries = standing.figure?.statements.map(\.provenance.entry.description) ?? []
        }
    }

    struct ProjectionPart: Encodable {
        let year: Int
        let value: Double
        let low: Double
        let high: Double
        let confidence: Double
        let values: Int

        init?(_ projection: Projection) {
            guard case .value(let projected) = projection else { return nil }
            year = projected.year
            value = projected.value
            low = projected.low
            high = projected.high
            confidence = projected.confidence
            values = projected.values
        }
    }

    struct RegionPart: Encodable {
        let region: String?
        let period: String
        let value: Double
        let rank: Int?
        let entry: String

        init(_ statement: Statement<IndicatorValue>, rank: Int?) {
            region = statement.body.region?.rawValue
            period = statement.body.period.description
            value = statement.body.value
            self.rank = rank
            entry = statement.provenance.entry.description
        }
    }

    struct MeasurePart: Encodable {
        let number: Int
        let direction: Int
        let indicators: [Int]
        let agencies: [String]
        let printedDeadline: String
        let ambiguous: Bool
        let phase: String
        let deadlines: [DeadlinePart]

        init(_ standing: MeasureStanding) {
            number = standing.id.value
            direction = standing.measure.direction
            indicators = standing.measure.indicators.map(\.value)
            agencies = standing.measure.responsible.map(\.agency.rawValue)
            printedDeadline = standing.measure.deadlineText
            ambiguous = standing.isAmbiguous
            phase = standing.phase.rawValue
            deadlines = standing.occurrences.map(DeadlinePart.init)
        }
    }

    struct DeadlinePart: Encodable {
        let period: String
        let due: String
        let reading: String?
        let otherReading: String?
        let otherDue: String?
        let phase: String
        let daysLeft: Int
        let late: Bool
        let document: String?
        let documentDate: String?
        let entry: String?

        init(_ standing: OccurrenceStanding) {
            period = standing.occurrence.period.description
            due = standing.due.description
            reading = standing.occurrence.reading?.rawValue
            otherReading = standing.occurrence.other?.reading.rawValue
            otherDue = standing.occurrence.other?.due?.description
            phase = standing.phase.rawValue
            daysLeft = standing.daysLeft
            late = standing.isLate
            document = standing.last?.body.evidence?.document
            documentDate = standing.last?.body.evidence?.date?.description
            entry = standing.last?.provenance.entry.description
        }
    }

    struct QuestionPart: Encodable {
        let id: String
        let state: String
        let raised: String
        let raisedBy: String
        let text: String
        let positions: [String: String]
        let number: String?
        let date: String?
        let decision: String?
        let settles: [String]
        let assignments: [AssignmentPart]

        init(_ record: DecisionRecord, now: Instant) {
            id = record.id.rawValue
            state = record.state.rawValue
            raised = record.raised.iso8601
            raisedBy = record.question.raisedBy.rawValue
            text = record.question.text
            positions = Dictionary(
                record.positions.map { ($0.agency.rawValue, $0.stance.rawValue) }
            ) { first, _ in first }
            number = record.resolution?.number
            date = record.resolution?.date.description
            decision = record.resolution?.text
            settles = (record.resolution?.settles ?? []).map { settlement in
                switch settlement {
                case .discrepancy(let id): id
                case .targets(let indicator, let source): "indicator-\(indicator)=\(source.rawValue)"
                }
            }
            assignments = record.assignments.map { AssignmentPart($0, now: now) }
        }
    }

    struct AssignmentPart: Encodable {
        let agency: String
        let what: String
        let due: String?
        let state: String?
        let overdue: Bool

        init(_ record: DecisionRecord.AssignmentRecord, now: Instant) {
            agency = record.assignment.agency.rawValue
            what = record.assignment.what
            due = record.due?.description
            state = record.progress?.state.name.rawValue
            overdue = record.isOverdue(at: now)
        }
    }

    struct EventPart: Encodable {
        let id: String
        let day: String
        let ambiguous: Bool

        init(_ event: CouncilCalendar.Event) {
            id = event.id
            day = event.day.description
            ambiguous = event.isAmbiguous
        }
    }

    struct SourcePart: Encodable {
        let id: String?
        let owner: String?
        let listed: Bool
        let heardAs: [String]
        let lastKnown: String?
        let lastAbout: String?
        let entries: Int

        init(_ row: SourceRegister.Row) {
            id = row.system?.id.rawValue
            owner = row.system?.owner?.rawValue
            listed = row.system != nil
            heardAs = row.heardAs.map(\.rawValue)
            lastKnown = row.lastKnown?.iso8601
            lastAbout = row.lastAbout?.iso8601
            entries = row.entryCount
        }
    }
}
