import Drill
import Planning
import Situation
import Terminal
import Wording

extension Look {
    /// One part of the director's screen as a list.
    func listing(_ panel: Panel, of board: DirectorBoard) -> Listing {
        switch panel {
        case .expected: expectedListing(board)
        case .waiting: waitingListing(board)
        case .truth: truthListing(board)
        case .objectives: objectivesListing(board)
        case .observations: observationsListing(board)
        case .branches: branchesListing(board)
        default: eventsListing(board)
        }
    }

    // MARK: Events

    private func eventsListing(_ board: DirectorBoard) -> Listing {
        let columns: [Column<DirectorBoard.Row>] = [
            Column(TableColumn("", minimum: 1)) { TableCell(mark($0)) },
            Column(TableColumn("№", alignment: .right, minimum: 3)) { TableCell("\($0.number)", .key) },
            Column(TableColumn(speech("drill.column.when"), minimum: 7, ideal: 11)) {
                TableCell(when($0, board.now))
            },
            Column(TableColumn(speech("drill.column.to"), minimum: 6, ideal: 10)) {
                TableCell($0.to.isEmpty ? speech("drill.word.all") : $0.to, .muted)
            },
            Column(TableColumn(name(of: .main), minimum: 20, isFlexible: true)) { row in
                TableCell(names.text(row.text), style(of: row.state))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 9, ideal: 11)) {
                TableCell(speech("drill.row-state.\($0.state.rawValue)"), style(of: $0.state))
            },
        ]
        return Listing(board.rows, columns: columns) { .director(.inject($0.number)) }
    }

    private func mark(_ row: DirectorBoard.Row) -> StyledText {
        switch row.state {
        case .sent: StyledText(marks.done, .muted)
        case .skipped: StyledText(marks.none, .disabled)
        case .due: StyledText(marks.up, .warning)
        case .next: StyledText(marks.arrow, .accent)
        case .later: StyledText(" ")
        case .waiting: StyledText(row.isContingency ? marks.diamond : marks.circle, .muted)
        }
    }

    private func style(of state: DirectorBoard.Row.State) -> Style {
        switch state {
        case .sent, .waiting: .muted
        case .skipped: .disabled
        case .due: .warning
        case .next: .accent
        case .later: .normal
        }
    }

    /// Its time, or what it waits for.
    func when(_ row: DirectorBoard.Row, _ now: Instant) -> String {
        row.at.map { speech.brief($0, now: now) } ?? speech("drill.waits.\(row.waits.rawValue)")
    }

    // MARK: Expected actions

    private func expectedListing(_ board: DirectorBoard) -> Listing {
        typealias Row = (item: DirectorItem, expected: DirectorBoard.Expected)
        var counts: [Int: Int] = [:]
        let rows: [Row] = board.expected.map { expected in
            counts[expected.inject, default: 0] += 1
            return (.expected(inject: expected.inject, counts[expected.inject] ?? 1), expected)
        }
        let columns: [Column<Row>] = [
            Column(TableColumn("", minimum: 1)) { TableCell(mark($0.expected, board.now)) },
            Column(TableColumn("№", alignment: .right, minimum: 3)) {
                TableCell("\($0.expected.inject)", .key)
            },
            Column(TableColumn(name(of: .expected), minimum: 20, isFlexible: true)) {
                TableCell(words($0.expected.act), $0.expected.done == nil ? .normal : .muted)
            },
            Column(TableColumn(speech("drill.column.deadline"), minimum: 15)) {
                TableCell(deadline($0.expected, board.now))
            },
        ]
        return Listing(rows, columns: columns) { .director($0.item) }
    }

    func mark(_ expected: DirectorBoard.Expected, _ now: Instant) -> StyledText {
        if let done = expected.done {
            return done <= expected.deadline
                ? StyledText(marks.done, .muted) : StyledText(marks.diamond, .attention)
        }
        return expected.isMissed(at: now) ? StyledText(marks.up, .warning) : StyledText(marks.circle)
    }

    /// When it was done, how late that was, or how long there is.
    func deadline(_ expected: DirectorBoard.Expected, _ now: Instant) -> StyledText {
        if let done = expected.done {
            let at = speech("drill.director.done", ["time": .text(speech.timeOfDay(done))])
            guard done > expected.deadline else { return StyledText(at, .muted) }
            let late = speech("watch.work.late", ["time": .text(speech.span(done - expected.deadline))])
            return StyledText("\(speech.timeOfDay(done)) \(late)", .attention)
        }
        let left = expected.deadline - now
        guard left < .zero else {
            return StyledText(speech("drill.director.left", ["time": .text(speech.span(left))]))
        }
        return StyledText(speech("watch.work.late", ["time": .text(speech.span(.zero - left))]), .warning)
    }

    func words(_ act: ExpectedAct) -> String { entryWords.words(act) }

    // MARK: What waits for an agency

    private func waitingListing(_ board: DirectorBoard) -> Listing {
        let columns: [Column<DirectorBoard.Waiting>] = [
            Column(TableColumn("", minimum: 1)) { TableCell(mark($0, board.now)) },
            Column(TableColumn(speech("console.column.owner"), minimum: 8, ideal: 12)) {
                TableCell(owner(of: $0), .muted)
            },
            Column(TableColumn(name(of: .waiting), minimum: 20, isFlexible: true)) { TableCell(words($0)) },
            Column(TableColumn(speech("console.column.state"), minimum: 9, ideal: 11, priority: 1)) {
                TableCell(state(of: $0), .muted)
            },
            Column(TableColumn(speech("drill.column.waits"), minimum: 15)) { TableCell(time($0, board.now)) },
        ]
        return Listing(board.waiting, columns: columns) { .director($0.item) }
    }

    private func mark(_ waiting: DirectorBoard.Waiting, _ now: Instant) -> StyledText {
        if case .task(_, _, _, let due) = waiting, due < now { return StyledText(marks.up, .warning) }
        return StyledText(marks.circle)
    }

    private func owner(of waiting: DirectorBoard.Waiting) -> String {
        switch waiting {
        case .task(_, let lead, _, _): agency(lead)
        case .order: speech("drill.word.order")
        }
    }

    func words(_ waiting: DirectorBoard.Waiting) -> String {
        switch waiting {
        case .task(let task, _, _, _):
            watch.tasks[task].map { "\(code($0)) \(what($0))" } ?? task.rawValue
        case .order(_, let act, _): words(act)
        }
    }

    private func state(of waiting: DirectorBoard.Waiting) -> String {
        switch waiting {
        case .task(_, _, let state, _): speech("watch.task-state.\(state.rawValue)")
        case .order: word(OrderRecord.State.open)
        }
    }

    private func time(_ waiting: DirectorBoard.Waiting, _ now: Instant) -> StyledText {
        switch waiting {
        case .order(_, _, let since):
            return StyledText(speech("drill.director.since", ["time": .text(speech.span(now - since))]))
        case .task(_, _, _, let due):
            guard due < now else {
                return StyledText(speech("drill.director.left", ["time": .text(speech.span(due - now))]))
            }
            return StyledText(speech("watch.work.late", ["time": .text(speech.span(now - due))]), .warning)
        }
    }
}
