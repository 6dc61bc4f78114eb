extension SituationReading {
    /// The value of a metric for one post, section, region, shelter or indicator; `nil` when it is not known.
    ///
    /// - Parameter subject: the identifier's text; passed over for the country.
    public func value(of metric: Metric, for subject: String) -> Double? {
        switch metric.scope {
        case .post: checkpoint(CheckpointID(subject)).flatMap { Self.value(of: metric, $0) }
        case .section: sections.first { $0.id.rawValue == subject }.flatMap { Self.value(of: metric, $0) }
        case .region: regions.first { $0.id.rawValue == subject }.flatMap { Self.value(of: metric, $0) }
        case .shelter: shelter(ShelterID(subject)).flatMap { Self.value(of: metric, $0) }
        case .country: countryValue(of: metric)
        case .indicator:
            indicators.first { String($0.targets.number.value) == subject }.flatMap {
                Self.value(of: metric, $0)
            }
        // Silence of sources needs their rhythms and tasks need playbooks in force: both come with the watch.
        case .source, .station: nil
        }
    }

    private static func value(of metric: Metric, _ post: CheckpointReading) -> Double? {
        switch metric {
        case .postInflow24h: post.incoming.lastDay.map { Double($0.persons.count) }
        case .postOutflow24h: post.outgoing.lastDay.map { Double($0.persons.count) }
        case .postInflowRatio: post.timesUsual?.value
        case .postQueuePersons: post.incoming.queue?.persons.map { Double($0.count) }
        case .postQueueVehicles: post.incoming.queue?.vehicles.map { Double($0.count) }
        case .postWaitMinutes: post.incoming.queue?.wait.map { Double($0.count) }
        case .postUtilisation: post.utilisation?.value
        case .postSilenceMinutes: post.freshness.age.map { Double($0.wholeMinutes) }
        case .postLanesOpen: post.lanesOpen.map { Double($0.value.count) }
        default: nil
        }
    }

    private static func value(of metric: Metric, _ section: SectionReading) -> Double? {
        switch metric {
        case .sectionInflow24h: section.inflow.map { Double($0.persons.count) }
        case .sectionInflowRatio: section.timesUsual?.value
        case .sectionQueuePersons: section.queue.map { Double($0.count) }
        case .sectionWaitMinutes: section.wait.map { Double($0.count) }
        default: nil
        }
    }

    private static func value(of metric: Metric, _ region: RegionReading) -> Double? {
        switch metric {
        case .regionBedsFree: region.free.map { Double($0.count) }
        case .regionBedsReserve: Double(region.reserveBeds.count)
        case .regionOccupancy: region.occupancy
        case .regionHoursToFull: region.runway.hoursLeft
        default: nil
        }
    }

    private static func value(of metric: Metric, _ shelter: ShelterReading) -> Double? {
        switch metric {
        case .shelterBedsFree: shelter.free.map { Double($0.count) }
        case .shelterOccupancy: shelter.occupancy
        case .shelterHoursToFull: shelter.runway.hoursLeft
        default: nil
        }
    }

    private static func value(of metric: Metric, _ indicator: IndicatorReading) -> Double? {
        guard let value = indicator.latest?.body.value else { return nil }
        switch metric {
        case .indicatorValue: return value
        case .indicatorGap: return indicator.targets.part6[indicator.year].map { value - $0 }
        default: return nil
        }
    }

    private func countryValue(of metric: Metric) -> Double? {
        switch metric {
        case .countryInflow24h:
            let known = sections.compactMap(\.inflow)
            return known.isEmpty ? nil : Double(known.reduce(0) { $0 + $1.persons.count })
        case .countryInflowRatio:
            let known = sections.compactMap { section in
                section.timesUsual.flatMap { times in
                    section.inflow.map { (flow: Double($0.persons.count), times: times.value) }
                }
            }.filter { $0.times > 0 }
            let usual = known.reduce(0) { $0 + $1.flow / $1.times }
            return usual > 0 ? known.reduce(0) { $0 + $1.flow } / usual : nil
        case .countryQueuePersons:
            let known = sections.compactMap(\.queue)
            return known.isEmpty ? nil : Double(known.reduce(0) { $0 + $1.count })
        case .countryBedsFree:
            let known = regions.compactMap(\.free)
            return known.isEmpty ? nil : Double(known.reduce(0) { $0 + $1.count })
        default:
            return nil
        }
    }
}

extension Runway {
    /// Hours left by the middle look; `nil` when unknown or when nothing runs out.
    public var hoursLeft: Double? {
        if case .hours(let hours, _) = self { hours } else { nil }
    }
}
