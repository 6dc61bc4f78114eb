import Situation
import Terminal
import Wording

extension Look {
    /// The posts that pass the filter, the worst first unless a column is sorted by.
    func checkpointsListing(_ reading: SituationReading) -> Listing {
        let filter = Filter(model.view.filter)
        let worst = reading.checkpoints.enumerated().sorted { left, right in
            let levels = (Attention(left.element), Attention(right.element))
            if levels.0 != levels.1 { return levels.0 > levels.1 }
            let times = (left.element.timesUsual?.value ?? 0, right.element.timesUsual?.value ?? 0)
            return times.0 == times.1 ? left.offset < right.offset : times.0 > times.1
        }.map(\.element)
        let rows = worst.filter { filter.passes(searchText(of: $0)) }
        let columns = checkpointColumns
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: reading.checkpoints.count, columns: columns,
            sort: model.view.sort
        ) { .checkpoint($0.id) }
    }

    /// Everything a post can be found by: its names in all languages, its section and region.
    private func searchText(of post: CheckpointReading) -> String {
        let known = reference.checkpoint(post.id)
        let words = (known.map { $0.name.all + $0.aliases } ?? []) + [known?.counterpart ?? ""]
        return
            (words + [
                post.id.rawValue, names.section(post.section), post.section.rawValue,
                names.region(post.region),
                post.status.map { speech("words.status.\($0.value.rawValue)") } ?? "",
                Attention(post).key.map { speech($0) } ?? "",
            ]).joined(separator: " ")
    }

    private var checkpointColumns: [Column<CheckpointReading>] {
        [
            Column(TableColumn("", minimum: 2), key: { .number(Double(Attention($0).rawValue)) }) {
                TableCell(mark(Attention($0)))
            },
            Column(
                TableColumn(speech("console.column.post"), minimum: 10, ideal: 24, isFlexible: true),
                startsAscending: true, key: { .word(names.checkpoint($0.id)) }
            ) { TableCell(names.checkpoint($0.id)) },
            Column(
                TableColumn(speech("console.column.section"), minimum: 14, ideal: 20, priority: 6),
                startsAscending: true, key: { .word(names.section($0.section)) }
            ) { TableCell(names.section($0.section), .muted) },
            Column(
                TableColumn(speech("console.column.status"), minimum: 8, ideal: 10), startsAscending: true,
                key: { .word(status($0).plain) }
            ) { TableCell(status($0)) },
        ] + checkpointFlowColumns + checkpointLoadColumns
    }

    private var checkpointFlowColumns: [Column<CheckpointReading>] {
        [
            numbers("console.column.in-day", 8, key: { .count($0.incoming.lastDay?.persons.count) }) {
                TableCell(speech.number($0.incoming.lastDay?.persons))
            },
            numbers(
                "console.column.out-day", 8, priority: 1, key: { .count($0.outgoing.lastDay?.persons.count) }
            ) {
                TableCell(speech.number($0.outgoing.lastDay?.persons))
            },
            numbers("console.column.times", 5, key: { .optional($0.timesUsual?.value) }) {
                times($0.timesUsual)
            },
        ]
    }

    private var checkpointLoadColumns: [Column<CheckpointReading>] {
        [
            numbers("console.column.queue", 6, key: { .count($0.incoming.queue?.persons?.count) }) {
                TableCell(speech.number($0.incoming.queue?.persons))
            },
            numbers(
                "console.column.vehicles", 6, priority: 5, key: { .count($0.incoming.queue?.vehicles?.count) }
            ) {
                TableCell(speech.number($0.incoming.queue?.vehicles))
            },
            numbers("console.column.wait", 8, key: { .count($0.incoming.queue?.wait?.count) }) {
                TableCell(speech.wait($0.incoming.queue?.wait))
            },
            numbers("console.column.load", 6, priority: 3, key: { .optional($0.utilisation?.value) }) {
                utilisation($0.utilisation)
            },
            numbers("console.column.lanes", 6, priority: 4, key: { .count($0.lanesOpen?.value.count) }) {
                TableCell(lanes($0))
            },
            numbers("console.column.age", 8, priority: 2, key: { .count($0.freshness.age?.wholeMinutes) }) {
                age($0.freshness)
            },
        ]
    }

    private func numbers(
        _ key: String, _ width: Int, priority: Int = 0,
        key sortKey: @escaping @Sendable (CheckpointReading) -> SortKey,
        _ cell: @escaping @Sendable (CheckpointReading) -> TableCell
    ) -> Column<CheckpointReading> {
        Column(
            TableColumn(speech(key), alignment: .right, minimum: width, priority: priority), key: sortKey,
            cell: cell)
    }
}

// MARK: - Fields of a post

extension Look {
    /// The status in words; `–` while nobody said.
    func status(_ post: CheckpointReading) -> StyledText {
        guard let status = post.status?.value else { return StyledText(Speech.none, .muted) }
        let style: Style =
            switch status {
            case .open: .normal
            case .limited: .attention
            case .closed, .works: .warning
            }
        return StyledText(speech("words.status.\(status.rawValue)"), style)
    }

    /// Lanes open of all lanes.
    func lanes(_ post: CheckpointReading) -> String {
        let all = speech.count(post.lanes)
        return "\(speech.count(post.lanesOpen))/\(all)"
    }

    func utilisation(_ figure: Figure<Double>?) -> TableCell {
        TableCell(
            speech.figure(figure) { speech.percent($0) }, (figure?.value ?? 0) >= 1 ? .warning : .normal)
    }
}
