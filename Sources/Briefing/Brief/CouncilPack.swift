import Council
import Reference
import Situation
import Wording

/// The council's pack: indicators, measures, findings in the decree's text, open questions, what falls due, sources,
/// and what is not known.
struct CouncilPack {
    let brief: Brief
    let text: CouncilText

    init(_ brief: Brief) {
        self.brief = brief
        text = CouncilText(brief.subject.council, brief.words)
    }

    typealias Section = PrintedDocument.Section

    var reading: CouncilReading { brief.view.council }

    var sections: [Section] {
        let comparison = brief.subject.comparison.map { SinceThen(brief, $0).sections } ?? []
        return [inShort] + comparison + indicators + measures + findings + questions + calendar
            + [part("sources", text.sourceList.body), gaps]
    }

    func part(_ key: String, _ body: PrintedDocument.Body) -> Section {
        Section(heading: brief("heading.\(key)"), body: body)
    }

    // MARK: In short

    private var inShort: Section {
        let year = CivilTime(reading.now).year
        var lines = ["\(brief("heading.indicators")), \(year):"]
        let statuses = Dictionary(grouping: reading.indicators) { $0.thisYear?.status ?? .noTarget }
        lines += IndicatorStatus.allCases.compactMap { status in
            statuses[status].map { standings in
                "– \(brief.speech("council.status.\(status.rawValue)")): \(standings.count) ("
                    + standings.map { "\($0.id)" }.joined(separator: ", ") + ")"
            }
        }
        lines.append("\(brief("heading.measures")):")
        lines += MeasurePhase.allCases.compactMap { phase in
            reading.board.counts[phase].map {
                "– \(brief.speech("council.phase.\(phase.rawValue)")): \($0)"
            }
        }
        let open = reading.register.inOrder.filter(\.isPending)
        lines.append(brief("line.open-questions", ["count": .number(open.count)]))
        let contested = reading.indicators.filter(\.isContested).map { "\($0.id)" }
        if !contested.isEmpty {
            lines.append(brief("line.contested", ["numbers": .text(contested.joined(separator: ", "))]))
        }
        return part("in-short", .lines(lines))
    }

    // MARK: Measures

    private var measures: [Section] {
        let overdue = reading.board.overdue
        let first = Section(
            heading: brief("heading.overdue", ["count": .number(overdue.count)]),
            body: overdue.isEmpty ? .lines([brief("line.none-overdue")]) : table(overdue), depth: 1)
        let directions = brief.subject.policy.directions.map { direction in
            Section(
                heading: "\(direction.number). \(brief.names.text(direction.name))",
                body: table(reading.board.standings(ofDirection: direction.number)), depth: 1)
        }
        let count = reading.board.standings.count
        return [
            part(
                "measures",
                .lines([
                    brief(
                        "line.measures",
                        ["count": .number(count), "days": .number(reading.board.window)])
                ])), first,
        ] + directions
    }

    /// Measures with the last word on each and where it is from.
    func table(_ standings: [MeasureStanding]) -> PrintedDocument.Body {
        let columns = text.measureColumns + [brief.speech("council.column.said")]
        return .table(
            columns,
            rows: standings.map { standing in
                text.row(standing) + [standing.last.map(said) ?? brief.speech("council.line.not-begun")]
            })
    }

    private func said(_ statement: Statement<MeasureState>) -> String {
        text.said(statement) + ", "
            + brief.speech(
                "status.origin",
                [
                    "source": .text(statement.provenance.source.rawValue),
                    "moment": .text(brief.speech.moment(statement.provenance.known)),
                ])
    }

    // MARK: The rest

    /// What is found in the decree's text, all of it, in the decree's words.
    private var findings: [Section] {
        let policy = brief.subject.policy
        let head = part("findings", .lines([brief("line.findings")]))
        let parts = Discrepancy.Severity.allCases.compactMap { severity -> Section? in
            let found = policy.discrepancies.filter { $0.severity == severity }
            guard !found.isEmpty else { return nil }
            let lines = found.flatMap { finding in
                text.lines(
                    IndicatorStanding.Finding(
                        discrepancy: finding, settledBy: reading.register.settling(discrepancy: finding.id)))
            }
            return Section(
                heading: brief("severity.\(severity.rawValue)", ["count": .number(found.count)]),
                body: .lines(lines), depth: 1)
        }
        return [head] + parts
    }

    private var questions: [Section] {
        let open = reading.register.inOrder.filter(\.isPending)
        let head = part("questions", .lines([brief("line.open-questions", ["count": .number(open.count)])]))
        return [head] + text.questions(open).map { Section(heading: $0.heading, body: $0.body, depth: 1) }
    }

    /// The half-year from the day of the pack on.
    private var calendar: [Section] {
        let today = CalendarDay(reading.now)
        let last = CalendarDay(year: today.year, month: today.month + 6, day: today.day)
        let events = reading.calendar.events(from: today, to: last)
        let head = part(
            "calendar",
            .lines([
                brief(
                    "line.calendar",
                    ["from": .text(today.description), "to": .text(last.description)])
            ]))
        return [head] + text.days(events).map { Section(heading: $0.heading, body: $0.body, depth: 1) }
    }

    /// What the pack does not know.
    private var gaps: Section {
        let unvalued = reading.indicators.filter { $0.thisYear?.figure == nil }
        var lines = [
            brief(
                "gap.indicators",
                [
                    "count": .number(unvalued.count),
                    "numbers": .text(list(unvalued.map { "\($0.id)" })),
                ])
        ]
        let unprojected = reading.indicators.filter {
            if case .value = $0.projection { false } else { true }
        }
        lines.append(
            brief(
                "gap.projections",
                ["count": .number(unprojected.count), "numbers": .text(list(unprojected.map { "\($0.id)" }))]
            ))
        let unheard = reading.board.standings.filter { $0.last == nil }
        lines.append(
            brief(
                "gap.measures",
                ["count": .number(unheard.count), "numbers": .text(list(unheard.map { "\($0.id)" }))]))
        let silent = reading.sources.rows.filter { $0.lastKnown == nil }.compactMap {
            $0.system.map { brief.names.text($0.name) }
        }
        lines.append(
            brief(
                "gap.sources", ["count": .number(silent.count), "names": .text(list(silent))]))
        return part("gaps", .lines(lines))
    }

    private func list(_ items: [String]) -> String {
        items.isEmpty ? Speech.none : items.joined(separator: ", ")
    }
}
