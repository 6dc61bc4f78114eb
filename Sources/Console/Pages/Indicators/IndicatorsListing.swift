import Reference
import Situation
import Terminal
import Wording

extension Look {
    /// The 14 indicators with this year's value, targets by year, owner and source.
    func indicatorsListing(_ reading: SituationReading) -> Listing {
        let filter = Filter(model.view.filter)
        let rows = reading.indicators.filter { filter.passes(searchText(of: $0)) }
        let columns = indicatorColumns(year: CivilTime(reading.now).year)
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: reading.indicators.count, columns: columns,
            sort: model.view.sort
        ) { .indicator($0.targets.number) }
    }

    private func searchText(of indicator: IndicatorReading) -> String {
        let known = reference.indicator(indicator.targets.number)
        return "\(indicator.targets.number) " + (known?.name.all.joined(separator: " ") ?? "")
            + " " + (known.map { agencies($0.responsible) } ?? "") + " " + verdict(indicator).plain
    }

    private func indicatorColumns(year: Int) -> [Column<IndicatorReading>] {
        let lead: [Column<IndicatorReading>] = [
            Column(
                TableColumn("№", alignment: .right, minimum: 2), startsAscending: true,
                key: { .count($0.targets.number.value) }
            ) { TableCell("\($0.targets.number)", .muted) },
            Column(TableColumn("", minimum: 2), key: { .number(Self.rank($0.status)) }) {
                TableCell(mark($0))
            },
            Column(
                TableColumn(speech("console.column.indicator"), minimum: 22, isFlexible: true),
                startsAscending: true,
                key: { .word(names.indicator($0.targets.number)) }
            ) { TableCell(names.indicator($0.targets.number)) },
            Column(TableColumn(speech("console.column.unit"), minimum: 8, ideal: 10, priority: 3)) {
                TableCell(unit($0.targets.number), .muted)
            },
            Column(
                TableColumn(speech("console.column.value"), alignment: .right, minimum: 9),
                key: { .optional($0.latest?.body.value) }
            ) { TableCell(value($0)) },
        ]
        return lead + yearColumns(from: year) + [
            Column(TableColumn(speech("console.column.status"), minimum: 12, priority: 2)) {
                TableCell(verdict($0))
            },
            Column(TableColumn(speech("console.column.owner"), minimum: 12, ideal: 22, priority: 4)) {
                TableCell(owner($0.targets.number), .muted)
            },
            Column(TableColumn(speech("console.column.source"), minimum: 8, ideal: 12, priority: 5)) {
                TableCell(source($0.targets.number), .muted)
            },
        ]
    }

    /// The targets of this year and the ones after it; the later, the sooner a column gives way.
    private func yearColumns(from year: Int) -> [Column<IndicatorReading>] {
        let first = min(max(year, 2025), 2030)
        let years = [first] + (2025...2030).filter { $0 > first } + (2025...2030).filter { $0 < first }
        return years.enumerated().map { index, year in
            Column(
                TableColumn(
                    "\(year)", alignment: .right, minimum: 7, ideal: 9, priority: index == 0 ? 1 : 6 + index)
            ) { TableCell(targets($0, in: year), index == 0 ? .normal : .muted) }
        }
    }

    private static func rank(_ status: IndicatorReading.Status) -> Double {
        switch status {
        case .missed: 3
        case .dependsOnSeries: 2
        case .noValue, .noTarget: 1
        case .met: 0
        }
    }
}

// MARK: - Fields of an indicator

extension Look {
    /// This year's value; a percentage says so, since narrow lists have no column for units.
    func value(_ indicator: IndicatorReading) -> String {
        guard let value = indicator.latest?.body.value else { return Speech.none }
        let isPercent = reference.indicator(indicator.targets.number)?.unit.code == .percent
        return speech.decimal(value, digits: 2) + (isPercent ? "\u{00A0}%" : "")
    }

    func unit(_ number: IndicatorNumber) -> String {
        reference.indicator(number).map { names.text($0.unit.name) } ?? ""
    }

    /// The agency that leads, and how many more answer for it.
    private func owner(_ number: IndicatorNumber) -> String {
        guard let responsible = reference.indicator(number)?.responsible, let first = responsible.first else {
            return Speech.none
        }
        let more = responsible.count - 1
        return agency(first.agency) + (more > 0 ? " +\(more)" : "")
    }

    private func source(_ number: IndicatorNumber) -> String {
        (reference.indicator(number)?.sources ?? []).map(agency).joined(separator: ", ")
    }

    /// How the value stands, in a word.
    func verdict(_ indicator: IndicatorReading) -> StyledText {
        switch indicator.status {
        case .noValue: StyledText(speech("console.verdict.no-value"), .muted)
        case .noTarget: StyledText(speech("console.verdict.no-target"), .muted)
        case .met: StyledText(speech("console.verdict.met"))
        case .missed: StyledText(speech("console.verdict.missed"), .warning)
        case .dependsOnSeries: StyledText(speech("console.verdict.two-targets"), .attention)
        }
    }
}
