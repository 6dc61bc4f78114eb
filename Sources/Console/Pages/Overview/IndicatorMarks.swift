import Reference
import Situation
import Terminal
import Wording

extension Look {
    /// The 14 indicators as a row of marks, without its name where that would cost a mark.
    func indicatorMarks(_ reading: SituationReading, width: Int) -> StyledText {
        let marks = reading.indicators.reduce(StyledText("")) { line, item in
            line.appending(" \(item.targets.number)") + mark(item)
        }
        let named = StyledText(speech("console.overview.indicators") + " ", .heading) + marks
        return named.width <= width ? named : marks
    }

    /// How an indicator stands; two targets that differ are marked whatever the value is.
    func mark(_ indicator: IndicatorReading) -> StyledText {
        let mark =
            switch indicator.status {
            case .noValue, .noTarget: StyledText(marks.none, .muted)
            case .met: StyledText(marks.dot, .chartIn)
            case .missed: StyledText(marks.up, .warning)
            case .dependsOnSeries: StyledText("")
            }
        return indicator.targets.differ ? mark.appending(marks.diamond, .attention) : mark
    }

    /// The indicators with their names, for screens that have room.
    func indicatorsPanelListing(_ reading: SituationReading) -> Listing {
        let columns: [Column<IndicatorReading>] = [
            Column(TableColumn("", alignment: .right, minimum: 2)) {
                TableCell("\($0.targets.number)", .muted)
            },
            Column(TableColumn("", minimum: 2)) { TableCell(mark($0)) },
            Column(TableColumn(speech("console.overview.indicators"), minimum: 20, isFlexible: true)) {
                TableCell(names.indicator($0.targets.number))
            },
            Column(TableColumn(speech("console.column.value"), alignment: .right, minimum: 9)) {
                TableCell(value($0))
            },
            Column(TableColumn(speech("console.column.target"), alignment: .right, minimum: 9)) {
                TableCell(targets($0, in: $0.year), .muted)
            },
        ]
        return Listing(reading.indicators, columns: columns) { .indicator($0.targets.number) }
    }

    /// The year's target; both where the two series differ.
    func targets(_ indicator: IndicatorReading, in year: Int) -> String {
        let (first, second) = (indicator.targets.part6[year], indicator.targets.plan[year])
        guard let first, let second, first != second else {
            return speech.decimal(first ?? second, digits: 2)
        }
        return speech.decimal(first, digits: 2) + marks.diamond + speech.decimal(second, digits: 2)
    }
}
