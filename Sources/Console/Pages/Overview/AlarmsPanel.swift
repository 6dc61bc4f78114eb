import Situation
import Terminal
import Wording

extension Look {
    /// What the panel lists: grave alarms that nobody has seen, what waits for a decision, then the other alarms.
    var overviewAlarmLines: [AlarmLine] {
        let rows = alarmRows.filter(\.state.isAnnunciated)
        func isGrave(_ row: AlarmRow) -> Bool {
            row.state.wantsAcknowledgement && (row.record.finding?.priority ?? .low) >= .high
        }
        func lines(_ rows: [AlarmRow]) -> [AlarmLine] { rows.map { .alarm($0, isInGroup: false) } }
        return lines(rows.filter(isGrave)) + watch.decisions.map { .decision($0) }
            + lines(rows.filter { !isGrave($0) })
    }

    /// Each in one line: when, what and where, what to do, who does it.
    var alarmsPanelListing: Listing {
        let columns: [Column<AlarmLine>] = [
            Column(TableColumn("", minimum: 2)) { TableCell(mark($0)) },
            Column(TableColumn("", minimum: 5)) { TableCell(since($0).map { day($0) } ?? "", .muted) },
            Column(TableColumn("", minimum: 36, isFlexible: true)) { TableCell(sentence($0)) },
            Column(TableColumn("", minimum: 30, ideal: 50, priority: 1)) { TableCell(step($0), .muted) },
        ]
        return Listing(overviewAlarmLines, columns: columns) { $0.item }
    }

    /// The panel's head: how many alarms and proposals there are. On a quiet night it is the whole panel.
    var alarmsPanelHead: StyledText {
        let rows = alarmRows
        let standing = rows.count { $0.state.isAnnunciated }
        let unseen = rows.count { $0.state.wantsAcknowledgement }
        var head = StyledText(speech("watch.overview.alarms") + " ", .heading)
        head = head.appending("\(standing)", standing > 0 ? .heading : .muted)
        if unseen > 0 {
            head = head.appending(
                "  " + speech("watch.alarm-page.unseen-count", ["count": .number(unseen)]), .warning)
        }
        let decisions = watch.decisions.count
        if decisions > 0 {
            head = head.appending(
                "  \(marks.diamond) " + speech("watch.overview.decisions", ["count": .number(decisions)]),
                .attention)
        }
        if seatLoad.isFlood { head = head.appending("  " + speech("watch.overview.flood"), .critical) }
        return head
    }

    private func sentence(_ line: AlarmLine) -> StyledText {
        switch line {
        case .alarm(let row, _):
            let style: Style = row.state.wantsAcknowledgement ? .normal : .muted
            return StyledText(alarmName(row.record.id), style).appending(value(of: row.record), .muted)
        case .decision, .group: return title(line)
        }
    }

    /// The time of day, or the day alone before today: enough to see how old it is.
    private func day(_ instant: Instant) -> String {
        let text = speech.brief(instant, now: shownMoment)
        return String(text.split(separator: " ").first ?? "")
    }

    private func value(of record: AlarmRecord) -> String {
        record.finding?.value.map { " " + measure($0, rule(record.id)?.metric) } ?? ""
    }
}
