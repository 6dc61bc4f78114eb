import Council
import Reference
import Situation
import Terminal
import Wording

extension Look {
    /// The 14 indicators as a row of marks, without its name where that would cost a mark.
    func indicatorMarks(width: Int) -> StyledText {
        let marks = reference.indicators.reduce(StyledText("")) { line, item in
            line.appending(" \(item.number)") + mark(item)
        }
        let named = StyledText(speech("console.overview.indicators") + " ", .heading) + marks
        return named.width <= width ? named : marks
    }

    /// How an indicator stands; a dot that says nothing until the decree's tables are read.
    func mark(_ indicator: Indicator) -> StyledText {
        council?.indicator(indicator.number).map(mark) ?? StyledText(".", .muted)
    }

    /// How an indicator stands against this year's target; two targets that differ are marked whatever the value is.
    func mark(_ standing: IndicatorStanding) -> StyledText {
        let mark =
            switch standing.thisYear?.status {
            case .noValue?, .noTarget?, nil: StyledText(marks.none, .muted)
            case .met?: StyledText(marks.dot, .chartIn)
            case .underWay?: StyledText(marks.circle, isOutOfReach(standing) ? .attention : .muted)
            case .missed?: StyledText(marks.up, .warning)
            case .dependsOnSeries?: StyledText("")
            }
        return standing.isContested ? mark.appending(marks.diamond, .attention) : mark
    }

    /// Whether the present rate reaches none of this year's targets.
    private func isOutOfReach(_ standing: IndicatorStanding) -> Bool {
        let paces = (standing.thisYear?.targets ?? []).compactMap { $0.pace?.isReachable }
        return !paces.isEmpty && paces.allSatisfy { !$0 }
    }

    /// The indicators with their names, for screens that have room.
    var indicatorsPanelListing: Listing {
        let columns: [Column<Indicator>] = [
            Column(TableColumn("", alignment: .right, minimum: 2)) { TableCell("\($0.number)", .muted) },
            Column(TableColumn("", minimum: 2)) { TableCell(mark($0)) },
            Column(TableColumn(speech("console.overview.indicators"), minimum: 20, isFlexible: true)) {
                TableCell(names.text($0.name))
            },
            Column(TableColumn(speech("console.column.value"), alignment: .right, minimum: 9)) {
                TableCell(council?.indicator($0.number).map(value) ?? "")
            },
            Column(TableColumn(speech("console.column.target"), alignment: .right, minimum: 9)) {
                TableCell(council?.indicator($0.number).map { targets($0.thisYear) } ?? "", .muted)
            },
        ]
        return Listing(reference.indicators, columns: columns) { .indicator($0.number) }
    }

    /// The year's target; both where the two series differ and the council chose none.
    func targets(_ year: YearStanding?) -> String {
        let values = (year?.targets ?? []).map(\.value)
        guard let first = values.first else { return Speech.none }
        let shown = values.allSatisfy { $0 == first } ? [first] : values
        return shown.map { speech.decimal($0, digits: 2) }.joined(separator: marks.diamond)
    }
}
