import Situation
import Terminal
import Wording

extension Look {
    /// The border sections, the worst first.
    func sectionsListing(_ reading: SituationReading) -> Listing {
        let rows = reading.sections.enumerated().sorted { left, right in
            let levels = (Attention(left.element), Attention(right.element))
            if levels.0 != levels.1 { return levels.0 > levels.1 }
            let times = (left.element.timesUsual?.value ?? 0, right.element.timesUsual?.value ?? 0)
            return times.0 == times.1 ? left.offset < right.offset : times.0 > times.1
        }.map(\.element)
        return Listing(rows, columns: sectionColumns) { .section($0.id) }
    }

    private var sectionColumns: [Column<SectionReading>] {
        [
            Column(TableColumn("", minimum: 2)) { TableCell(mark(Attention($0))) },
            Column(
                TableColumn(speech("console.overview.sections"), minimum: 16, ideal: 22, isFlexible: true)
            ) { TableCell(names.section($0.id), Attention($0) == .unheard ? .muted : .normal) },
            Column(TableColumn(speech("watch.levels.column"), minimum: 9, ideal: 12, priority: 5)) {
                TableCell(level($0))
            },
            numbers("console.column.in-day", 8) { TableCell(speech.number($0.inflow?.persons)) },
            numbers("console.column.out-day", 8, priority: 8) {
                TableCell(speech.number($0.outflow?.persons))
            },
            numbers("console.column.times", 5) { times($0.timesUsual) },
            numbers("console.column.queue", 6) { TableCell(speech.number($0.queue)) },
            numbers("console.column.wait", 8, priority: 3) { TableCell(speech.wait($0.wait)) },
            Column(TableColumn(speech("console.column.day"), minimum: 8, ideal: 24, priority: 4)) {
                TableCell(widget: hourly($0.hours))
            },
            numbers("console.column.posts", 6, priority: 9) {
                TableCell("\($0.postsReporting)/\($0.postsTotal)", .muted)
            },
            numbers("console.column.age", 8, priority: 2) { age($0.freshness) },
        ]
    }

    private func numbers(
        _ key: String, _ width: Int, priority: Int = 0,
        _ cell: @escaping @Sendable (SectionReading) -> TableCell
    ) -> Column<SectionReading> {
        Column(
            TableColumn(speech(key), alignment: .right, minimum: width, priority: priority), cell: cell)
    }
}

extension Look {
    /// The level in force and the one proposed; that a section is silent where neither is.
    fileprivate func level(_ section: SectionReading) -> StyledText {
        let level = level(section.id, isShort: true)
        return level.width == 0 && Attention(section) == .silent ? word(.silent) : level
    }
}

// MARK: - Fields that many lists have

extension Look {
    /// How many times its usual, with the colour of what it means.
    func times(_ figure: Figure<Double>?) -> TableCell {
        let value = figure?.value ?? 0
        return TableCell(
            speech.figure(figure) { speech.times($0) },
            value >= 4 ? .critical : value >= 2 ? .warning : .normal)
    }

    /// The last 24 hours as a small picture. An hour nobody reported on leaves a gap.
    func hourly(_ cells: [HourCell]) -> Sparkline {
        Sparkline(cells.map { $0.isKnown ? Double($0.persons) : nil }, style: .chartIn)
    }

    /// How old the last word is, marked once it is overdue.
    func age(_ freshness: Freshness) -> TableCell {
        TableCell(speech.age(freshness), freshness.isFresh ? .muted : .attention)
    }

    func lasting(_ runway: Runway) -> StyledText {
        let hours = runway.hoursLeft ?? .infinity
        return StyledText(speech.runway(runway), hours < 6 ? .critical : hours < 24 ? .warning : .normal)
    }

    /// How full something is; orange when nearly nothing is left.
    func capacity(_ share: Double?) -> CapacityBar {
        CapacityBar(fraction: share, style: (share ?? 0) >= 0.9 ? .chartOut : .chartIn)
    }
}
