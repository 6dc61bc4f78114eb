import Situation
import Terminal
import Wording

extension Look {
    func tasksPage(in area: Rect) -> Page {
        let listing = tasksListing
        let runs = runsInForce
        // A line for each playbook in force; the list keeps the most of a small screen.
        let shown = Array(runs.prefix(area.height < 24 ? 2 : 6))
        let (top, below) = area.splitTop(shown.count)
        // Orders under the tasks, as many as a third of the screen holds.
        let orders = watch.orders.isEmpty ? 0 : min(watch.orders.count + 2, below.height / 3)
        let (rest, bottom) = below.splitBottom(orders)
        var page = listPage(listing, head: boardHead(listing), in: rest, preview: boardPreview)
        if orders > 0 { page.add(.orders, ordersListing, in: bottom.splitTop(1).rest) }
        for (line, run) in shown.enumerated() {
            page.draw(
                Text(self.line(of: run)), in: Rect(x: top.x, y: top.y + line, width: top.width, height: 1))
        }
        return page
    }

    /// What is marked in the list that keys go to.
    private func boardPreview(of item: ItemID) -> Document? {
        let marked = model.view.focus == .orders ? model.view.lists[.orders]?.selected : nil
        return preview(of: marked ?? item)
    }

    private func boardHead(_ listing: Listing) -> StyledText {
        let grouping = speech("watch.work.board.\(model.board.grouping.rawValue)")
        let shown = speech(model.board.showsAll ? "watch.work.board.all" : "watch.work.board.open")
        return listHead(listing, counting: "watch.count.tasks", note: "\(shown) · \(grouping)")
    }

    /// A playbook in force in one line: where, which phase, how long, how its tasks stand.
    func line(of run: PlaybookRunRecord) -> StyledText {
        let book = playbook(run.playbook)
        let tasks = watch.tasks.values.filter { $0.opening.origin.run == run.id }
        let late = tasks.count { $0.isOverdue(at: present) }
        let phase = run.phases.last.map { self.phase($0.phase, of: book) } ?? ""
        let name = book.map { names.text($0.name) } ?? run.playbook.rawValue
        let counts = speech(
            "watch.work.board.counts",
            [
                "open": .number(tasks.count(where: \.state.isPending)),
                "going": .number(tasks.count { $0.state == .underWay }),
                "done": .number(tasks.count { $0.state == .done }),
            ])
        var line = StyledText("\(name) · \(words(run.affected))  ", .heading)
            .appending(sinceStart(run), .accent)
        // What is late is never cut off by a narrow screen.
        if late > 0 {
            line = line.appending(
                "  \(marks.up) \(speech("watch.work.board.late", ["count": .number(late)]))", .warning)
        }
        return line.appending("  \(counts)  \(phase)", .muted)
    }

    var tasksListing: Listing {
        let filter = Filter(model.view.filter)
        let all = taskRows
        let rows = all.filter { filter.passes(searchText(of: $0)) }
        let heads = model.view.sort == nil ? groupHeads(rows) : [:]
        let columns = taskColumns(heads)
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: all.count, columns: columns,
            sort: model.view.sort
        ) { .destination(.task($0.record.id)) }
    }

    private func searchText(of row: TaskRow) -> String {
        [
            name(row.record.id), agency(row.record.opening.lead), row.record.owner ?? "",
            speech("watch.task-state.\(row.record.state.rawValue)"),
        ].joined(separator: " ")
    }

    /// The title of each group, at the first row of it.
    private func groupHeads(_ rows: [TaskRow]) -> [TaskRef: String] {
        var heads: [TaskRef: String] = [:]
        var last = ""
        for row in rows {
            let title = group(row).title
            if title != last { heads[row.record.id] = title }
            last = title
        }
        return heads
    }

    private func taskColumns(_ heads: [TaskRef: String]) -> [Column<TaskRow>] {
        var columns = [Column<TaskRow>(TableColumn("", minimum: 2)) { TableCell(mark($0)) }]
        switch model.board.grouping {
        case .urgency: break
        // The agency stands in its own column already.
        case .agency: break
        case .phase:
            columns.append(
                Column(TableColumn(speech("watch.work.column.phase"), minimum: 14, ideal: 24)) {
                    TableCell(heads[$0.record.id] ?? "", .heading)
                })
        }
        if model.board.grouping == .agency { columns.append(agencyColumn(heads)) }
        columns += [
            Column(
                TableColumn(speech("watch.work.column.code"), minimum: 5, ideal: 7), startsAscending: true,
                key: { .number(Double($0.record.opening.due.milliseconds)) }
            ) { TableCell(code($0.record), .key) },
            Column(
                TableColumn(speech("console.column.text"), minimum: 20, isFlexible: true),
                startsAscending: true, key: { .word(what($0.record)) }
            ) { TableCell(what($0.record)) },
        ]
        if model.board.grouping != .agency { columns.append(agencyColumn(nil)) }
        return columns + stateColumns
    }

    private func agencyColumn(_ heads: [TaskRef: String]?) -> Column<TaskRow> {
        Column(
            TableColumn(speech("console.column.owner"), minimum: 10, ideal: 14), startsAscending: true,
            key: { .word(agency($0.record.opening.lead)) }
        ) { row in
            if let heads { return TableCell(heads[row.record.id] ?? "", .heading) }
            return TableCell(row.record.owner ?? agency(row.record.opening.lead), .muted)
        }
    }

    private var stateColumns: [Column<TaskRow>] {
        [
            Column(
                TableColumn(speech("console.column.state"), minimum: 10), startsAscending: true,
                key: { .number(Double($0.urgency.rawValue)) }
            ) {
                TableCell(
                    speech("watch.task-state.\($0.record.state.rawValue)"),
                    $0.record.state == .cannot ? .warning : .muted)
            },
            Column(
                TableColumn(speech("watch.work.column.left"), minimum: 16), startsAscending: true,
                key: { .number(Double($0.left.milliseconds)) }
            ) { TableCell(timeLeft($0)) },
            Column(TableColumn(speech("watch.work.column.waits"), minimum: 6, ideal: 10, priority: 1)) {
                TableCell($0.waits.map { code($0) }.joined(separator: " "), .attention)
            },
        ]
    }

    /// What is to be done.
    func what(_ record: TaskRecord) -> String {
        entryWords.words(of: record.id)?.what ?? record.opening.step
    }

    /// The short name of a task.
    func taskCode(_ task: TaskRef) -> String {
        watch.tasks[task].map { code($0) } ?? task.rawValue.split(separator: "/").last.map(String.init)
            ?? task.rawValue
    }
}
