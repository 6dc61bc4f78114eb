import Language
import Reference
import Situation
import Wording

/// The picture as HXL tables, one kind of thing in each.
public struct HXLExport {
    private let subject: StatusSubject
    private let reference: Reference
    private let speech: Speech
    private let names: Names

    public enum Kind: String, CaseIterable, Sendable {
        case posts, sections, regions, shelters, indicators
    }

    public init(_ subject: StatusSubject, reference: Reference, catalog: Catalog) {
        self.subject = subject
        self.reference = reference
        speech = Speech(catalog)
        names = Names(reference: reference, language: catalog.language)
    }

    /// All things of one kind that there are, also those of which nothing is known.
    public func table(_ kind: Kind) -> HXLTable {
        switch kind {
        case .posts: table(Self.postColumns, subject.reading.checkpoints.map(row))
        case .sections: table(Self.sectionColumns, subject.reading.sections.map(row))
        case .regions: table(Self.regionColumns, subject.reading.regions.map(row))
        case .shelters: table(Self.shelterColumns, subject.reading.shelters.map(row))
        case .indicators: table(Self.indicatorColumns, reference.indicators.flatMap(rows))
        }
    }

    /// Every row of an exercise says that it is one.
    private func table(_ columns: [HXLColumn], _ cells: [[HXLColumn: String]]) -> HXLTable {
        var columns = columns
        var mark: String?
        if subject.journal.nature == .exercise {
            columns.insert(.exercise, at: 0)
            mark = "\(speech("program.exercise")) \(subject.journal.scenario ?? subject.journal.id)"
        }
        return HXLTable(
            headings: columns.map { speech("exchange.column.\($0.rawValue)") }, tags: columns.map(\.tag),
            rows: cells.map { cells in
                columns.map { $0 == .exercise ? mark ?? "" : cells[$0] ?? "" }
            })
    }
}

// MARK: - Rows

extension HXLExport {
    private static let postColumns: [HXLColumn] = [
        .country, .region, .regionName, .section, .place, .placeName, .latitude, .longitude, .within, .status,
        .start, .end, .crossingsIn, .coveredIn, .crossingsOut, .coveredOut, .waiting, .wait, .lanesOpen,
        .lanes, .illustrative, .source, .known, .age,
    ]

    private func row(_ post: CheckpointReading) -> [HXLColumn: String] {
        var row: [HXLColumn: String] = [.country: "KZ", .section: post.section.rawValue]
        row[.region] = post.region.rawValue
        row[.regionName] = names.region(post.region)
        row[.place] = post.id.rawValue
        row[.placeName] = names.checkpoint(post.id)
        put(reference.checkpoint(post.id)?.coordinates, in: &row)
        row[.status] = post.status?.value.rawValue
        if post.incoming.lastDay != nil || post.outgoing.lastDay != nil {
            row[.start] = (post.incoming.hours.end - .hours(24)).iso8601
            row[.end] = post.incoming.hours.end.iso8601
        }
        row[.crossingsIn] = post.incoming.lastDay.map { "\($0.persons.count)" }
        row[.coveredIn] = post.incoming.lastDay.map { "\($0.coveredMinutes)" }
        row[.crossingsOut] = post.outgoing.lastDay.map { "\($0.persons.count)" }
        row[.coveredOut] = post.outgoing.lastDay.map { "\($0.coveredMinutes)" }
        row[.waiting] = post.incoming.queue?.persons.map { "\($0.count)" }
        row[.wait] = post.incoming.queue?.wait.map { "\($0.count)" }
        row[.lanesOpen] = post.lanesOpen.map { "\($0.value.count)" }
        row[.lanes] = "\(post.lanes.value.count)"
        row[.illustrative] = Self.flag(post.lanes.isIllustrative)
        row[.source] = post.latest?.provenance.source.rawValue
        row[.known] = post.latest?.provenance.known.iso8601
        row[.age] = Self.age(post.freshness)
        return row
    }

    private static let sectionColumns: [HXLColumn] = [
        .country, .place, .placeName, .level, .crossingsIn, .coveredIn, .crossingsOut, .coveredOut, .waiting,
        .wait, .timesUsual, .postsReporting, .posts, .age,
    ]

    private func row(_ section: SectionReading) -> [HXLColumn: String] {
        var row: [HXLColumn: String] = [.country: "KZ", .place: section.id.rawValue]
        row[.placeName] = names.section(section.id)
        row[.level] = (subject.picture.watch.levels[section.id]?.level ?? .low).rawValue
        row[.crossingsIn] = section.inflow.map { "\($0.persons.count)" }
        row[.coveredIn] = section.inflow.map { "\($0.coveredMinutes)" }
        row[.crossingsOut] = section.outflow.map { "\($0.persons.count)" }
        row[.coveredOut] = section.outflow.map { "\($0.coveredMinutes)" }
        row[.waiting] = section.queue.map { "\($0.count)" }
        row[.wait] = section.wait.map { "\($0.count)" }
        row[.timesUsual] = section.timesUsual.map { Self.decimal($0.value) }
        row[.postsReporting] = "\(section.postsReporting)"
        row[.posts] = "\(section.postsTotal)"
        row[.age] = Self.age(section.freshness)
        return row
    }

    private static let regionColumns: [HXLColumn] = [
        .country, .region, .regionName, .population, .bedsOpen, .bedsReserve, .bedsFree, .reached,
        .hoursToFull, .illustrative, .age,
    ]

    private func row(_ region: RegionReading) -> [HXLColumn: String] {
        var row: [HXLColumn: String] = [.country: "KZ", .region: region.id.rawValue]
        row[.regionName] = names.region(region.id)
        row[.population] = reference.region(region.id).map { "\($0.populationThousands * 1000)" }
        row[.bedsOpen] = "\(region.openBeds.count)"
        row[.bedsReserve] = "\(region.reserveBeds.count)"
        row[.bedsFree] = region.free.map { "\($0.count)" }
        row[.reached] = region.occupied.map { "\($0.count)" }
        row[.hoursToFull] = region.runway.hoursLeft.map(Self.decimal)
        row[.illustrative] = Self.flag(region.hasIllustrativeBeds)
        row[.age] = Self.age(region.freshness)
        return row
    }

    private static let shelterColumns: [HXLColumn] = [
        .country, .region, .regionName, .place, .placeName, .latitude, .longitude, .within, .bedsOpen,
        .bedsReserve, .bedsFree, .reached, .hoursToFull, .illustrative, .source, .known, .age,
    ]

    private func row(_ shelter: ShelterReading) -> [HXLColumn: String] {
        var row: [HXLColumn: String] = [.country: "KZ", .region: shelter.region.rawValue]
        row[.regionName] = names.region(shelter.region)
        row[.place] = shelter.id.rawValue
        row[.placeName] = names.shelter(shelter.id)
        put(reference.shelter(shelter.id)?.coordinates, in: &row)
        row[.bedsOpen] = "\(shelter.openBeds.value.count)"
        row[.bedsReserve] = "\(shelter.reserveBeds.value.count)"
        row[.bedsFree] = shelter.free.map { "\($0.count)" }
        row[.reached] = shelter.occupied.map { "\($0.value.count)" }
        row[.hoursToFull] = shelter.runway.hoursLeft.map(Self.decimal)
        row[.illustrative] = Self.flag(shelter.openBeds.isIllustrative || shelter.reserveBeds.isIllustrative)
        if case .stated(_, let provenance)? = shelter.occupied?.basis {
            row[.source] = provenance.source.rawValue
            row[.known] = provenance.known.iso8601
        }
        row[.age] = Self.age(shelter.freshness)
        return row
    }

    private static let indicatorColumns: [HXLColumn] = [
        .country, .region, .indicator, .indicatorName, .unit, .period, .start, .end, .value, .targetPart6,
        .targetPlan, .source, .document, .known,
    ]

    /// Every value that stands; one row without a value when there is none.
    private func rows(_ indicator: Indicator) -> [[HXLColumn: String]] {
        var row: [HXLColumn: String] = [.country: "KZ", .indicator: "\(indicator.number)"]
        row[.indicatorName] = names.text(indicator.name)
        row[.unit] = names.text(indicator.unit.name)
        let passed = subject.picture.watch.passedOver
        let values = (subject.picture.indicators[indicator.number]?.statements ?? [])
            .filter { !passed.contains($0.provenance.entry) }
        guard !values.isEmpty else { return [row] }
        return values.map { statement in
            var row = row
            let period = statement.body.period
            row[.region] = statement.body.region?.rawValue
            row[.period] = period.description
            row[.start] = period.period.from.iso8601
            row[.end] = period.period.to.iso8601
            row[.value] = "\(statement.body.value)"
            if statement.body.region == nil {
                row[.targetPart6] = indicator.part6[period.year].map { "\($0)" }
                row[.targetPlan] = indicator.plan[period.year].map { "\($0)" }
            }
            row[.source] = statement.provenance.source.rawValue
            row[.document] = statement.body.document
            row[.known] = statement.provenance.known.iso8601
            return row
        }
    }

    private func put(_ place: Coordinates?, in row: inout [HXLColumn: String]) {
        guard let place else { return }
        row[.latitude] = "\(place.latitude)"
        row[.longitude] = "\(place.longitude)"
        row[.within] = "\(place.withinKilometres)"
    }

    private static func flag(_ value: Bool) -> String { value ? "true" : "false" }

    private static func age(_ freshness: Freshness) -> String? { freshness.age.map { "\($0.wholeMinutes)" } }

    private static func decimal(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
