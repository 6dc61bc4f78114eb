import Council
import Language
import Reference
import Situation
import Terminal
import Wording

extension Look {
    /// The measures of the plan by urgency, each as its current deadline stands.
    func measuresListing(_ council: CouncilReading) -> Listing {
        let filter = Filter(model.view.filter)
        let chosen = model.view.measureView
        let rows = council.board.standings.filter {
            chosen.passes($0) && filter.passes(searchText(of: $0))
        }.mostUrgentFirst
        return Listing(
            rows.sorted(by: model.view.sort, measureColumns), total: council.board.standings.count,
            columns: measureColumns, sort: model.view.sort
        ) { .measure($0.id) }
    }

    private func searchText(of standing: MeasureStanding) -> String {
        let measure = standing.measure
        return [
            "\(standing.id)", measure.name.all.joined(separator: " "), agencies(measure.responsible),
            measure.responsible.map(\.agency.rawValue).joined(separator: " "), phase(standing).plain,
            standing.current?.due.description ?? "", measure.deadlineText,
            measure.indicators.map { "i\($0)" }.joined(separator: " "),
        ].joined(separator: " ")
    }

    private var measureColumns: [Column<MeasureStanding>] {
        [
            Column(
                TableColumn("№", alignment: .right, minimum: 2), startsAscending: true,
                key: { .count($0.id.value) }
            ) { TableCell("\($0.id)", .muted) },
            Column(TableColumn("", minimum: 1)) { TableCell(mark($0)) },
            Column(
                TableColumn(speech("council.column.due"), minimum: 12), startsAscending: true,
                key: { .optional($0.current.map { Double($0.daysLeft) }) }
            ) { TableCell(due($0)) },
            Column(TableColumn(speech("policy.measures.left"), alignment: .right, minimum: 6)) {
                TableCell(left($0))
            },
            Column(TableColumn(speech("council.column.phase"), minimum: 10, ideal: 21, priority: 3)) {
                TableCell(phase($0))
            },
            Column(
                TableColumn(speech("council.column.lead"), minimum: 7, ideal: 12, priority: 1),
                startsAscending: true, key: { .word($0.measure.lead.map(agency) ?? "") }
            ) { TableCell($0.measure.lead.map(agency) ?? Speech.none) },
            Column(
                TableColumn(speech("policy.measures.direction"), alignment: .right, minimum: 5, priority: 5),
                startsAscending: true, key: { .count($0.measure.direction) }
            ) { TableCell("\($0.measure.direction)", .muted) },
            Column(
                TableColumn(speech("council.column.measure"), minimum: 20, isFlexible: true),
                startsAscending: true, key: { .word(names.text($0.measure.name)) }
            ) { TableCell(names.text($0.measure.name)) },
            Column(TableColumn(speech("policy.measures.indicators"), minimum: 5, ideal: 9, priority: 6)) {
                TableCell($0.measure.indicators.map { "\($0)" }.joined(separator: ", "), .muted)
            },
        ]
    }

    /// How many call for something, how many are done, and what the list is narrowed to.
    func measuresNote(_ council: CouncilReading) -> String {
        let counts = council.board.counts
        let states = [MeasurePhase.overdue, .due, .done].compactMap { phase in
            counts[phase].map { "\(speech("council.phase.\(phase.rawValue)")) \($0)" }
        }
        let chosen = model.view.measureView
        let only = [
            chosen.phase.map { speech("council.phase.\($0.rawValue)") },
            chosen.direction.map { speech("policy.measures.only-direction", ["number": .number($0)]) },
            chosen.agency.map(agency),
            chosen.indicator.map { speech("policy.measures.only-indicator", ["number": .number($0.value)]) },
        ].compactMap(\.self)
        guard !only.isEmpty else { return states.joined(separator: " · ") }
        return speech("policy.measures.only", ["what": .text(only.joined(separator: ", "))])
    }

    var measuresLegend: String { "? \(speech("policy.measures.legend"))" }
}

// MARK: - Fields of a measure

extension Look {
    func mark(_ standing: MeasureStanding) -> StyledText {
        switch standing.phase {
        case .overdue: StyledText(marks.up, .warning)
        case .due: StyledText(marks.diamond, .attention)
        case .notDue: StyledText(marks.circle, .muted)
        case .rescheduled: StyledText(marks.arrow, .attention)
        case .cannot: StyledText(marks.times, .warning)
        case .done: StyledText(marks.done, .chartIn)
        }
    }

    /// Where a measure stands, in a word.
    func phase(_ standing: MeasureStanding) -> StyledText {
        standing.current.map(phase) ?? StyledText(Speech.none, .muted)
    }

    func phase(_ occurrence: OccurrenceStanding) -> StyledText {
        let style: Style =
            switch occurrence.phase {
            case .overdue, .cannot: .warning
            case .due, .rescheduled: .attention
            case .notDue: .muted
            case .done: .normal
            }
        let key = occurrence.isLate ? "done-late" : occurrence.phase.rawValue
        return StyledText(speech("council.phase.\(key)"), style)
    }

    /// The last day in time, with a mark where the printed words leave it open.
    private func due(_ standing: MeasureStanding) -> StyledText {
        guard let current = standing.current else { return StyledText(Speech.none, .muted) }
        let day = StyledText(current.due.description)
        return current.occurrence.isAmbiguous ? day.appending(" ?", .attention) : day
    }

    private func left(_ standing: MeasureStanding) -> StyledText {
        guard let current = standing.current, current.phase.isPending else { return StyledText("") }
        return StyledText(speech.number(current.daysLeft), current.daysLeft < 0 ? .warning : .normal)
    }

    /// The agency that leads, and how many more take part.
    func lead(_ measure: Measure) -> String {
        let more = measure.responsible.count - 1
        return (measure.lead.map(agency) ?? Speech.none) + (more > 0 ? " +\(more)" : "")
    }

    /// The day and how far it is, for one line under a measure.
    func dueWords(_ standing: MeasureStanding) -> [String] {
        guard let current = standing.current else { return [] }
        let day = current.due.description + (current.occurrence.isAmbiguous ? " ?" : "")
        guard current.phase.isPending else { return [day] }
        return [day, distance(current.daysLeft)]
    }

    /// How many days are left, or have passed.
    func distance(_ days: Int) -> String {
        days < 0
            ? speech("policy.measures.days-over", ["count": .number(-days)])
            : speech("policy.measures.days-left", ["count": .number(days)])
    }
}
