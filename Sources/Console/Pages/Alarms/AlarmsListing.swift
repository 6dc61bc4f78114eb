import Situation
import Terminal
import Watch
import Wording

/// An alarm with its state at the moment shown.
struct AlarmRow: Sendable {
    let record: AlarmRecord
    let state: AlarmState
}

extension Look {
    /// Alarms worth a look: those that want to be seen first, then by priority and age.
    var alarmRows: [AlarmRow] {
        let now = model.context.past?.moment ?? model.now ?? Instant(milliseconds: 0)
        return watch.alarms.values.map { AlarmRow(record: $0, state: $0.state(at: now)) }
            .filter { $0.state != .normal }
            .sorted { left, right in
                if left.rank != right.rank { return left.rank < right.rank }
                let (first, second) = (left.record.finding?.priority, right.record.finding?.priority)
                if first != second { return (first ?? .low) > (second ?? .low) }
                return (left.record.raised ?? Instant(milliseconds: 0), left.record.id)
                    < (right.record.raised ?? Instant(milliseconds: 0), right.record.id)
            }
    }

    func alarmsPage(in area: Rect) -> Page {
        let listing = alarmsListing
        return listPage(
            listing, head: listHead(listing, counting: "watch.count.alarms"), in: area, preview: preview)
    }

    var alarmsListing: Listing {
        let filter = Filter(model.view.filter)
        let all = alarmRows
        let columns = alarmColumns
        return Listing(
            all.filter { filter.passes(name($0.record.id)) }, total: all.count, columns: columns,
            sort: nil
        ) { .destination(.alarm($0.record.id)) }
    }

    private var alarmColumns: [Column<AlarmRow>] {
        [
            Column(TableColumn("", minimum: 2)) { TableCell(mark($0)) },
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell($0.record.raised.map { speech.brief($0, now: model.now) } ?? "", .muted)
            },
            Column(TableColumn(speech("watch.column.alarm"), minimum: 24, isFlexible: true)) {
                TableCell(name($0.record.id))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 16)) {
                TableCell(
                    speech("watch.state.\($0.state.key)"), $0.state.wantsAcknowledgement ? .warning : .muted)
            },
            Column(TableColumn(speech("console.column.value"), alignment: .right, minimum: 9, priority: 1)) {
                TableCell($0.record.finding?.value.map { speech.decimal($0, digits: 1) } ?? marks.none)
            },
        ]
    }

    /// The mark of an alarm: twice for high priorities, and with a sign beside the colour.
    func mark(_ row: AlarmRow) -> StyledText {
        guard row.state.isAnnunciated else { return StyledText("  ") }
        switch row.record.finding?.priority {
        case .critical, .high: return StyledText(marks.up + marks.up, .critical)
        case .medium: return StyledText(marks.up + " ", .warning)
        case .low, nil: return StyledText(marks.up + " ", .attention)
        }
    }
}

extension AlarmRow {
    /// What wants to be seen, what holds, what is kept quiet.
    fileprivate var rank: Int {
        switch state {
        case .unacknowledged: 0
        case .returnedUnacknowledged: 1
        case .acknowledged: 2
        case .shelved: 3
        case .suppressed: 4
        case .outOfService: 5
        case .normal: 6
        }
    }
}

extension AlarmState {
    /// Its name in the catalogs.
    var key: String {
        switch self {
        case .normal: "normal"
        case .unacknowledged: "unacknowledged"
        case .acknowledged: "acknowledged"
        case .returnedUnacknowledged: "returned"
        case .shelved: "shelved"
        case .suppressed: "suppressed"
        case .outOfService: "out-of-service"
        }
    }
}
