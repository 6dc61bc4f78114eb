import Situation
import Terminal
import Watch
import Wording

/// A line of the list of alarms.
enum AlarmLine: Hashable, Sendable {
    case decision(Decision)
    case group(AlarmGroup, isOpen: Bool)
    case alarm(AlarmRow, isInGroup: Bool)

    var item: ItemID {
        switch self {
        case .decision(let decision): decision.item
        case .group(let group, _): .alarmGroup(group.cause)
        case .alarm(let row, _): .destination(.alarm(row.record.id))
        }
    }
}

extension Look {
    /// Alarms worth a look: those that want to be seen first, then by priority and age.
    var alarmRows: [AlarmRow] { watch.alarmRows(at: shownMoment) }

    var seatLoad: SeatLoad { SeatLoad(watch.raises, now: shownMoment) }

    /// What waits for a word, then alarms; those of a flood by cause, the worst first.
    var alarmLines: [AlarmLine] {
        let view = model.view.alarmView
        let filter = Filter(model.view.filter)
        let rows = alarmRows.filter { view.holds($0.state) && filter.passes(searchText(of: $0)) }
        let decisions = view == .quiet ? [] : watch.decisions.filter { filter.passes(words($0)) }
        return decisions.map { .decision($0) } + lines(of: rows)
    }

    private func lines(of rows: [AlarmRow]) -> [AlarmLine] {
        guard model.view.alarmView != .quiet, seatLoad.isFlood else {
            return rows.map { .alarm($0, isInGroup: false) }
        }
        return rows.grouped.flatMap { group -> [AlarmLine] in
            // A group of one is its alarm.
            guard group.rows.count > 1 else { return group.rows.map { .alarm($0, isInGroup: false) } }
            let isOpen = model.view.openGroups.contains(group.cause)
            return [.group(group, isOpen: isOpen)]
                + (isOpen ? group.rows.map { .alarm($0, isInGroup: true) } : [])
        }
    }

    private func searchText(of row: AlarmRow) -> String {
        [
            alarmName(row.record.id), row.record.id.description, priority(row.record.finding?.priority),
            speech("watch.state.\(row.state.key)"), nextStep(row.record.id),
        ].joined(separator: " ")
    }

    var alarmsListing: Listing {
        let lines = alarmLines
        let total = alarmRows.count { model.view.alarmView.holds($0.state) } + watch.decisions.count
        return Listing(lines, total: total, columns: alarmColumns, sort: nil) { $0.item }
    }

    private var alarmColumns: [Column<AlarmLine>] {
        [
            Column(TableColumn("", minimum: 2)) { TableCell(mark($0)) },
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell(since($0).map { speech.brief($0, now: shownMoment) } ?? "", .muted)
            },
            Column(TableColumn(speech("watch.column.alarm"), minimum: 28, isFlexible: true)) {
                TableCell(title($0))
            },
            Column(TableColumn(speech("watch.alarm-page.value-limit"), alignment: .right, minimum: 15)) {
                TableCell(measured($0))
            },
            Column(TableColumn(speech("watch.alarm-page.priority"), minimum: 10, priority: 2)) {
                TableCell(priority($0))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 14, priority: 1)) {
                TableCell(state($0))
            },
            Column(TableColumn(speech("watch.alarm-page.next-step"), minimum: 34, ideal: 60, priority: 3)) {
                TableCell(step($0), .muted)
            },
        ]
    }
}

// MARK: - Fields of a line

extension Look {
    func mark(_ line: AlarmLine) -> StyledText {
        switch line {
        case .decision: StyledText(marks.diamond + " ", .attention)
        case .group(let group, _): group.rows.first.map { mark($0) } ?? ""
        case .alarm(let row, _): mark(row)
        }
    }

    /// The mark of an alarm: twice for high priorities, and with a sign beside the colour.
    func mark(_ row: AlarmRow) -> StyledText {
        switch row.state {
        case .returnedUnacknowledged: return StyledText(marks.down + " ", .attention)
        case .unacknowledged, .acknowledged: break
        case .normal, .shelved, .suppressed, .outOfService: return StyledText("  ")
        }
        switch row.record.finding?.priority {
        case .critical, .high: return StyledText(marks.up + marks.up, .critical)
        case .medium: return StyledText(marks.up + " ", .warning)
        case .low, nil: return StyledText(marks.up + " ", .attention)
        }
    }

    func since(_ line: AlarmLine) -> Instant? {
        switch line {
        case .decision(let decision): decision.since
        case .group(let group, _): group.rows.compactMap(\.record.raised).max()
        case .alarm(let row, _): row.record.raised
        }
    }

    func title(_ line: AlarmLine) -> StyledText {
        switch line {
        case .decision(let decision): return StyledText(words(decision), .attention)
        case .group(let group, let isOpen):
            let sign = isOpen ? marks.down : marks.chevron
            return StyledText("\(sign) \(name(ofCause: group)) ", .heading)
                .appending(speech("watch.count.alarms", ["count": .number(group.rows.count)]), .warning)
        case .alarm(let row, let isInGroup):
            let indent = isInGroup ? "  " : ""
            return StyledText(indent + alarmName(row.record.id), row.state.isAnnunciated ? .normal : .muted)
        }
    }

    /// The cause in words, which is the rule's of its worst alarm, and the place that joins the group.
    private func name(ofCause group: AlarmGroup) -> String {
        let parts = group.cause.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let worst = group.rows.first else { return group.cause }
        let cause = rule(worst.record.id).map { names.text($0.cause.text) } ?? parts[0]
        return "\(subject(parts[1])): \(cause)"
    }

    private func measured(_ line: AlarmLine) -> String {
        if case .alarm(let row, _) = line { measured(row.record) } else { "" }
    }

    private func priority(_ line: AlarmLine) -> String {
        switch line {
        case .decision: ""
        case .group(let group, _): priority(group.rows.first?.record.finding?.priority)
        case .alarm(let row, _): priority(row.record.finding?.priority)
        }
    }

    private func state(_ line: AlarmLine) -> StyledText {
        switch line {
        case .decision: return StyledText(speech("watch.alarm-page.decide"), .attention)
        case .group(let group, _):
            let unseen = group.rows.count { $0.state.wantsAcknowledgement }
            return StyledText(
                speech("watch.alarm-page.unseen-count", ["count": .number(unseen)]),
                unseen > 0 ? .warning : .muted)
        case .alarm(let row, _):
            return StyledText(
                speech("watch.state.\(row.state.key)"), row.state.wantsAcknowledgement ? .warning : .muted)
        }
    }

    func step(_ line: AlarmLine) -> String {
        switch line {
        case .decision: ""
        case .group(let group, _): group.rows.first.map { nextStep($0.record.id) } ?? ""
        case .alarm(let row, _): nextStep(row.record.id)
        }
    }
}
