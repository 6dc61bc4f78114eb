import Reference
import Situation
import Terminal
import Wording

/// A row of the shelters screen: a region, or under it a site or a planned centre.
enum ShelterRow: Sendable {
    case region(RegionReading)
    case site(ShelterReading)
    /// A social rehabilitation centre of measure 22: listed, never counted.
    case planned(Shelter, PlannedCentre)

    var id: ItemID {
        switch self {
        case .region(let region): .region(region.id)
        case .site(let site): .shelter(site.id)
        case .planned(let shelter, _): .shelter(shelter.id)
        }
    }
}

extension Look {
    /// Regions with their sites under them, the planned centres last. Sorting moves regions, and sites within
    /// their region.
    func sheltersListing(_ reading: SituationReading) -> Listing {
        let columns = shelterColumns
        let filter = Filter(model.view.filter)
        let sort = model.view.sort
        let regions = worstFirst(reading.regions).map(ShelterRow.region).sorted(by: sort, columns)
        var rows: [ShelterRow] = []
        var total = 0
        for case .region(let region) in regions {
            let sites = region.shelters.map(ShelterRow.site).sorted(by: sort, columns)
            total += sites.count
            let matching = sites.filter { filter.passes(searchText(of: $0)) }
            if !matching.isEmpty { rows += [.region(region)] + matching }
        }
        let planned = plannedRows
        total += planned.count
        rows += planned.filter { filter.passes(searchText(of: $0)) }
        return Listing(rows, total: total, columns: columns, sort: sort, id: \.id)
    }

    private var plannedRows: [ShelterRow] {
        reference.shelters.compactMap { shelter in
            if case .plannedRehabilitationCentre(let centre) = shelter.facility {
                .planned(shelter, centre)
            } else {
                nil
            }
        }
    }

    private func searchText(of row: ShelterRow) -> String {
        switch row {
        case .region(let region): names.region(region.id)
        case .site(let site):
            (reference.shelter(site.id).map { $0.name.all + $0.aliases } ?? []).joined(separator: " ")
                + " \(site.id) \(names.region(site.region))"
        case .planned(let shelter, _):
            shelter.name.all.joined(separator: " ") + " \(names.region(shelter.region))"
        }
    }

    private var shelterColumns: [Column<ShelterRow>] {
        [
            Column(TableColumn("", minimum: 2), key: { .count(attention($0)?.rawValue) }) { row in
                TableCell(attention(row).map { mark($0) } ?? "")
            },
            Column(
                TableColumn(speech("console.column.shelter"), minimum: 18, ideal: 36, isFlexible: true),
                startsAscending: true, key: { .word(name($0).plain) }
            ) { TableCell(name($0)) },
            numbers("console.column.open", 7, key: { .count(beds($0)?.open.count) }) { openBeds($0) },
            numbers("console.column.occupied", 8, key: { .count(beds($0)?.occupied?.count) }) { row in
                beds(row).map { TableCell(speech.number($0.occupied)) } ?? TableCell("")
            },
            numbers("console.column.free", 7, priority: 3, key: { .count(beds($0)?.free?.count) }) { row in
                beds(row).map { TableCell(speech.number($0.free)) } ?? TableCell("")
            },
            numbers("console.column.reserve", 14, priority: 2, key: { .count(beds($0)?.reserve.count) }) {
                TableCell(reserve($0))
            },
            numbers("console.column.runway", 14, key: { .optional(runway($0)?.hoursLeft) }) { row in
                runway(row).map { TableCell(lasting($0)) } ?? TableCell("")
            },
            Column(TableColumn(speech("console.column.trend"), minimum: 8, ideal: 16, priority: 5)) {
                trend($0)
            },
            Column(TableColumn(speech("console.column.taken"), minimum: 8, ideal: 14, priority: 4)) { row in
                occupancy(row).map { TableCell(widget: capacity($0)) } ?? TableCell("")
            },
            numbers("console.column.age", 8, priority: 1, key: { .count(freshness($0)?.age?.wholeMinutes) }) {
                row in
                freshness(row).map { age($0) } ?? TableCell("")
            },
        ]
    }

    private func numbers(
        _ key: String, _ width: Int, priority: Int = 0,
        key sortKey: @escaping @Sendable (ShelterRow) -> SortKey,
        _ cell: @escaping @Sendable (ShelterRow) -> TableCell
    ) -> Column<ShelterRow> {
        Column(
            TableColumn(speech(key), alignment: .right, minimum: width, priority: priority), key: sortKey,
            cell: cell)
    }
}

// MARK: - Fields

extension Look {
    private func attention(_ row: ShelterRow) -> Attention? {
        switch row {
        case .region(let region): Attention(region)
        case .site(let site): Attention(site)
        case .planned: nil
        }
    }

    private func name(_ row: ShelterRow) -> StyledText {
        switch row {
        case .region(let region): StyledText(names.region(region.id), .heading)
        case .site(let site): StyledText("  " + names.shelter(site.id))
        case .planned(let shelter, _): StyledText(names.text(shelter.name), .muted)
        }
    }

    private func beds(_ row: ShelterRow) -> (open: Beds, reserve: Beds, occupied: Beds?, free: Beds?)? {
        switch row {
        case .region(let region): (region.openBeds, region.reserveBeds, region.occupied, region.free)
        case .site(let site): (site.openBeds.value, site.reserveBeds.value, site.occupied?.value, site.free)
        case .planned: nil
        }
    }

    private func openBeds(_ row: ShelterRow) -> TableCell {
        switch row {
        case .region(let region):
            TableCell(illustrative(speech.number(region.openBeds), if: region.hasIllustrativeBeds))
        case .site(let site): TableCell(speech.count(site.openBeds))
        case .planned: TableCell(speech("console.shelter.planned"), .muted)
        }
    }

    private func reserve(_ row: ShelterRow) -> String {
        switch row {
        case .region(let region):
            reserve(region.reserveBeds, lead: region.leadHours, isIllustrative: region.hasIllustrativeBeds)
        case .site(let site):
            reserve(
                site.reserveBeds.value, lead: site.leadHours.value,
                isIllustrative: site.reserveBeds.isIllustrative)
        case .planned(_, let centre): "\(centre.due)"
        }
    }

    private func runway(_ row: ShelterRow) -> Runway? {
        switch row {
        case .region(let region): region.runway
        case .site(let site): site.runway
        case .planned: nil
        }
    }

    private func trend(_ row: ShelterRow) -> TableCell {
        guard case .site(let site) = row else { return TableCell("") }
        return TableCell(
            widget: Sparkline(
                site.trend.map { Double($0.occupied.count) }, style: .chartIn,
                maximum: Double(max(1, site.openBeds.value.count))))
    }

    private func occupancy(_ row: ShelterRow) -> Double?? {
        switch row {
        case .region(let region): region.occupancy
        case .site(let site): site.occupancy
        case .planned: nil
        }
    }

    private func freshness(_ row: ShelterRow) -> Freshness? {
        switch row {
        case .region(let region): region.freshness
        case .site(let site): site.freshness
        case .planned: nil
        }
    }
}
