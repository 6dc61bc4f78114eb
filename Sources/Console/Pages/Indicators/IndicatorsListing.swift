import Council
import Reference
import Situation
import Terminal
import Wording

extension Look {
    /// The 14 indicators with this year's figure, targets by year, pace, where they lead, owner and source.
    func indicatorsListing(_ council: CouncilReading) -> Listing {
        let filter = Filter(model.view.filter)
        let rows = council.indicators.filter { filter.passes(searchText(of: $0)) }
        let columns = indicatorColumns(year: CivilTime(council.now).year)
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: council.indicators.count, columns: columns,
            sort: model.view.sort
        ) { .indicator($0.id) }
    }

    private func searchText(of standing: IndicatorStanding) -> String {
        [
            "\(standing.id)", standing.indicator.name.all.joined(separator: " "),
            agencies(standing.indicator.responsible), verdict(standing.thisYear).plain,
        ].joined(separator: " ")
    }

    private func indicatorColumns(year: Int) -> [Column<IndicatorStanding>] {
        let lead: [Column<IndicatorStanding>] = [
            Column(
                TableColumn("№", alignment: .right, minimum: 2), startsAscending: true,
                key: { .count($0.id.value) }
            ) { TableCell("\($0.id)", .muted) },
            Column(TableColumn("", minimum: 2), key: { .number(Self.rank($0.thisYear?.status)) }) {
                TableCell(mark($0))
            },
            Column(
                TableColumn(speech("console.column.indicator"), minimum: 22, isFlexible: true),
                startsAscending: true, key: { .word(names.text($0.indicator.name)) }
            ) { TableCell(names.text($0.indicator.name)) },
            Column(TableColumn(speech("console.column.unit"), minimum: 8, ideal: 10, priority: 4)) {
                TableCell(unit($0.indicator), .muted)
            },
            Column(
                TableColumn(speech("console.column.value"), alignment: .right, minimum: 9),
                key: { .optional($0.thisYear?.figure?.value) }
            ) { TableCell(value($0)) },
        ]
        return lead + yearColumns(from: year) + outlookColumns
    }

    private var outlookColumns: [Column<IndicatorStanding>] {
        [
            Column(TableColumn(speech("console.column.status"), minimum: 15, priority: 2)) {
                TableCell(shortVerdict($0.thisYear))
            },
            Column(TableColumn(speech("policy.indicators.pace"), minimum: 14, ideal: 20, priority: 3)) {
                TableCell(pace($0.thisYear))
            },
            Column(TableColumn(speech("council.column.by-2030"), minimum: 12, ideal: 18, priority: 5)) {
                TableCell(projected($0.projection), .muted)
            },
            Column(TableColumn(speech("console.column.owner"), minimum: 12, ideal: 22, priority: 6)) {
                TableCell(owner($0.indicator), .muted)
            },
            Column(TableColumn(speech("console.column.source"), minimum: 8, ideal: 12, priority: 7)) {
                TableCell($0.indicator.sources.map(agency).joined(separator: ", "), .muted)
            },
        ]
    }

    /// The targets of this year and the ones after it; the later, the sooner a column gives way.
    private func yearColumns(from year: Int) -> [Column<IndicatorStanding>] {
        let all = IndicatorStanding.years
        let first = min(max(year, all.lowerBound), all.upperBound)
        let years = [first] + all.filter { $0 > first } + all.filter { $0 < first }
        return years.enumerated().map { index, year in
            Column(
                TableColumn(
                    "\(year)", alignment: .right, minimum: 7, ideal: 9, priority: index == 0 ? 1 : 7 + index)
            ) { standing in
                TableCell(
                    targets(standing.years.first { $0.year == year }), index == 0 ? .normal : .muted)
            }
        }
    }

    private static func rank(_ status: IndicatorStatus?) -> Double {
        switch status {
        case .missed?: 4
        case .dependsOnSeries?: 3
        case .underWay?: 2
        case .noValue?, .noTarget?, nil: 1
        case .met?: 0
        }
    }
}

// MARK: - Fields of an indicator

extension Look {
    /// This year's figure, or the newest of an earlier period with that period; a percentage says so, since narrow
    /// lists have no column for units.
    func value(_ standing: IndicatorStanding) -> StyledText {
        if let figure = standing.thisYear?.figure {
            return StyledText(number(figure.value, of: standing.indicator))
        }
        guard let latest = standing.latest else { return StyledText(Speech.none, .muted) }
        return StyledText(
            "(\(latest.body.period)) " + number(latest.body.value, of: standing.indicator), .muted)
    }

    /// A value in the indicator's unit, where that is the percentage.
    func number(_ value: Double, of indicator: Indicator) -> String {
        speech.decimal(value, digits: 2) + (indicator.unit.code == .percent ? "\u{00A0}%" : "")
    }

    func unit(_ indicator: Indicator) -> String { names.text(indicator.unit.name) }

    /// The agency that leads, and how many more answer for it.
    private func owner(_ indicator: Indicator) -> String {
        guard let first = indicator.responsible.first else { return Speech.none }
        let more = indicator.responsible.count - 1
        return agency(first.agency) + (more > 0 ? " +\(more)" : "")
    }

    /// How a year's figure stands against the target, in a word.
    func verdict(_ year: YearStanding?) -> StyledText { verdict(year?.status ?? .noTarget) }

    /// The same for a narrow column.
    private func shortVerdict(_ year: YearStanding?) -> StyledText {
        year?.status == .dependsOnSeries
            ? StyledText(speech("policy.indicators.two-targets"), .attention) : verdict(year)
    }

    func verdict(_ status: IndicatorStatus) -> StyledText {
        let style: Style =
            switch status {
            case .noValue, .noTarget: .muted
            case .met, .underWay: .normal
            case .missed: .warning
            case .dependsOnSeries: .attention
            }
        return StyledText(speech("council.status.\(status.rawValue)"), style)
    }

    /// Whether the present rate reaches the year's targets; nothing where the year can bring no more.
    func pace(_ year: YearStanding?) -> StyledText {
        let paces = (year?.targets ?? []).compactMap(\.pace).filter { $0.monthsLeft > 0 }
        guard !paces.isEmpty else { return StyledText("") }
        let answers = Set(paces.map(\.isReachable))
        guard answers.count == 1, let answer = answers.first else {
            return StyledText(speech("policy.pace.one-of-two"), .attention)
        }
        switch answer {
        case true?: return StyledText(speech("policy.pace.reachable"))
        case false?: return StyledText(speech("policy.pace.out-of-reach"), .attention)
        case nil: return StyledText(speech("council.pace.unknown"), .muted)
        }
    }

    /// Where the series leads, with the interval; why nothing is projected is said on the indicator's own page.
    private func projected(_ projection: Projection) -> String {
        guard case .value(let projected) = projection else { return Speech.none }
        let ends = [projected.low, projected.high].map { speech.decimal($0, digits: 1) }
        return "\(speech.decimal(projected.value, digits: 1)) (\(ends.joined(separator: "…")))"
    }
}
