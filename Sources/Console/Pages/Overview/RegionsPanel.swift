import Situation
import Terminal
import Wording

extension Look {
    /// The regions that have shelters, the worst first.
    func regionsListing(_ reading: SituationReading) -> Listing {
        Listing(worstFirst(reading.regions), columns: regionColumns) { .region($0.id) }
    }

    func worstFirst(_ regions: [RegionReading]) -> [RegionReading] {
        regions.enumerated().sorted { left, right in
            let levels = (Attention(left.element), Attention(right.element))
            if levels.0 != levels.1 { return levels.0 > levels.1 }
            let hours = (
                left.element.runway.hoursLeft ?? .infinity, right.element.runway.hoursLeft ?? .infinity
            )
            return hours.0 == hours.1 ? left.offset < right.offset : hours.0 < hours.1
        }.map(\.element)
    }

    private var regionColumns: [Column<RegionReading>] {
        [
            Column(TableColumn("", minimum: 2)) { TableCell(mark(Attention($0))) },
            Column(
                TableColumn(speech("console.overview.shelters"), minimum: 17, ideal: 24, isFlexible: true)
            ) { TableCell(names.region($0.id), Attention($0) == .unheard ? .muted : .normal) },
            Column(TableColumn(speech("console.column.free-beds"), alignment: .right, minimum: 9)) {
                TableCell(illustrative(speech.number($0.free), if: $0.free != nil && $0.hasIllustrativeBeds))
            },
            Column(TableColumn(speech("console.column.runway"), alignment: .right, minimum: 14)) {
                TableCell(lasting($0.runway))
            },
            Column(TableColumn(speech("console.column.reserve"), alignment: .right, minimum: 14, priority: 2))
            {
                TableCell(reserve($0.reserveBeds, lead: $0.leadHours, isIllustrative: $0.hasIllustrativeBeds))
            },
            Column(TableColumn(speech("console.column.taken"), minimum: 8, ideal: 20, priority: 3)) {
                TableCell(widget: capacity($0.occupancy))
            },
            Column(TableColumn(speech("console.column.age"), alignment: .right, minimum: 8, priority: 1)) {
                age($0.freshness)
            },
        ]
    }

    func illustrative(_ text: String, if isIllustrative: Bool) -> String {
        (isIllustrative ? Speech.illustrativeMark : "") + text
    }

    /// Beds in reserve with the hours until they can be slept in.
    func reserve(_ beds: Beds, lead: Int?, isIllustrative: Bool) -> String {
        guard beds > .zero else { return "0" }
        let count = illustrative(speech.number(beds), if: isIllustrative)
        guard let lead else { return count }
        return "\(count) (\(speech.span(.hours(lead))))"
    }

    /// What the rows out of view add up to.
    func otherRegions(_ reading: SituationReading, shown: Range<Int>) -> StyledText {
        let rest = worstFirst(reading.regions).enumerated().filter { !shown.contains($0.offset) }.map(
            \.element)
        let free = rest.compactMap(\.free)
        let beds = free.isEmpty ? Speech.none : speech.number(free.reduce(.zero, +))
        return StyledText(
            speech("console.overview.other-regions", ["count": .number(rest.count), "beds": .text(beds)]),
            .muted)
    }
}
