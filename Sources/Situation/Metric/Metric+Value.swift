extension SituationReading {
    /// The value of a metric for one post, section, region, shelter or indicator; `nil` when it is not known.
    ///
    /// - Parameter subject: the identifier's text; passed over for the country.
    public func value(of metric: Metric, for subject: String) -> Double? {
        switch metric.scope {
        case .post: checkpoint(CheckpointID(subject))?.value(of: metric)
        case .section: sections.first { $0.id.rawValue == subject }?.value(of: metric)
        case .region: regions.first { $0.id.rawValue == subject }?.value(of: metric)
        case .shelter: shelter(ShelterID(subject))?.value(of: metric)
        case .country: countryValue(of: metric)
        case .indicator:
            indicators.first { String($0.targets.number.value) == subject }?.value(of: metric)
        case .source:
            sources[SourceID(subject)].map { Double(max(now - $0.lastKnown, .zero).wholeMinutes) }
        case .station: Double(overdueTasks)
        }
    }

    private func countryValue(of metric: Metric) -> Double? {
        switch metric {
        case .countryInflow24h: Self.sum(sections.compactMap(\.inflow?.persons))
        case .countryInflowRatio: inflowRatio
        case .countryQueuePersons: Self.sum(sections.compactMap(\.queue))
        case .countryArrivalsHour: Self.sum(sections.compactMap(\.lastHour))
        case .countryBedsFree: Self.sum(regions.compactMap(\.free))
        case .countryWithoutBed: Self.sum(regions.compactMap(\.withoutBed))
        case .healthCases: healthCases.map(Double.init)
        default: nil
        }
    }

    /// `nil` when nothing is known of any.
    private static func sum(_ known: [some Quantity]) -> Double? {
        known.isEmpty ? nil : Double(known.reduce(0) { $0 + $1.count })
    }

    /// The flow of all sections that report over what is usual there.
    private var inflowRatio: Double? {
        let known = sections.compactMap { section in
            section.timesUsual.flatMap { times in
                section.inflow.map { (flow: Double($0.persons.count), times: times.value) }
            }
        }.filter { $0.times > 0 }
        let usual = known.reduce(0) { $0 + $1.flow / $1.times }
        return usual > 0 ? known.reduce(0) { $0 + $1.flow } / usual : nil
    }
}

extension CheckpointReading {
    /// The value of a metric of posts; `nil` when it is not known or no metric of posts.
    public func value(of metric: Metric) -> Double? {
        switch metric {
        case .postInflow24h: incoming.lastDay.map { Double($0.persons.count) }
        case .postOutflow24h: outgoing.lastDay.map { Double($0.persons.count) }
        case .postInflowRatio: timesUsual?.value
        case .postQueuePersons: incoming.queue?.persons.map { Double($0.count) }
        case .postQueueVehicles: incoming.queue?.vehicles.map { Double($0.count) }
        case .postWaitMinutes: incoming.queue?.wait.map { Double($0.count) }
        case .postUtilisation: utilisation?.value
        case .postSilenceMinutes: freshness.age.map { Double($0.wholeMinutes) }
        case .postLanesOpen: lanesOpen.map { Double($0.value.count) }
        default: nil
        }
    }
}

extension SectionReading {
    /// Persons who came in during the last hour that reports cover; `nil` when they cover none whole.
    ///
    /// Those who were let in: who still waits has not been counted by anyone.
    public var lastHour: Persons? {
        hours.last { $0.coveredMinutes >= 50 }.map { Persons($0.persons) }
    }

    /// The value of a metric of border sections; `nil` when it is not known or no metric of sections.
    public func value(of metric: Metric) -> Double? {
        switch metric {
        case .sectionInflow24h: inflow.map { Double($0.persons.count) }
        case .sectionInflowRatio: timesUsual?.value
        case .sectionInfluxHours: influxHours
        case .sectionQueuePersons: queue.map { Double($0.count) }
        case .sectionWaitMinutes: wait.map { Double($0.count) }
        case .sectionArrivalsHour: lastHour.map { Double($0.count) }
        default: nil
        }
    }
}

extension RegionReading {
    /// Persons in the region's shelters beyond their beds; `nil` when no shelter reports.
    ///
    /// The least there can be: who never came to a shelter is in no report.
    public var withoutBed: Persons? {
        let beyond = shelters.compactMap { shelter in
            shelter.occupied.map { max($0.value.count - shelter.openBeds.value.count, 0) }
        }
        return beyond.isEmpty ? nil : Persons(beyond.reduce(0, +))
    }

    /// The value of a metric of regions; `nil` when it is not known or no metric of regions.
    public func value(of metric: Metric) -> Double? {
        switch metric {
        case .regionBedsFree: free.map { Double($0.count) }
        case .regionBedsReserve: Double(reserveBeds.count)
        case .regionOccupancy: occupancy
        case .regionHoursToFull: runway.hoursLeft
        case .regionWithoutBed: withoutBed.map { Double($0.count) }
        default: nil
        }
    }
}

extension ShelterReading {
    /// The value of a metric of shelters; `nil` when it is not known or no metric of shelters.
    public func value(of metric: Metric) -> Double? {
        switch metric {
        case .shelterBedsFree: free.map { Double($0.count) }
        case .shelterOccupancy: occupancy
        case .shelterHoursToFull: runway.hoursLeft
        case .shelterWaterPerPerson: share(of: \.waterLitresADay)
        case .shelterSpacePerPerson: share(of: \.coveredSquareMetres)
        case .shelterPersonsPerTap: persons(for: \.taps)
        case .shelterPersonsPerToilet: persons(for: \.toilets)
        case .shelterPersonsPerShower: persons(for: \.showers)
        default: nil
        }
    }

    /// How much of what the facility has there is for each person; `nil` when either is not known or nobody is there.
    private func share(of stock: (Facility) -> Int?) -> Double? {
        guard let stock = facility.latest(stock), let occupied, occupied.value > 0 else { return nil }
        return Double(stock.value) / Double(occupied.value.count)
    }

    /// How many persons share one of what the facility has.
    private func persons(for stock: (Facility) -> Int?) -> Double? {
        guard let stock = facility.latest(stock), let occupied, occupied.value > 0 else { return nil }
        return stock.value > 0 ? Double(occupied.value.count) / Double(stock.value) : Self.noneAtAll
    }

    /// Stands for persons who share nothing at all: a number that can be written, and above every standard.
    private static let noneAtAll = 9999.0
}

extension IndicatorReading {
    /// The value of a metric of indicators; `nil` when it is not known or no metric of indicators.
    public func value(of metric: Metric) -> Double? {
        guard let value = latest?.body.value else { return nil }
        switch metric {
        case .indicatorValue: return value
        case .indicatorGap: return targets.part6[year].map { value - $0 }
        default: return nil
        }
    }
}

extension Runway {
    /// Hours left by the middle look; `nil` when unknown or when nothing runs out.
    public var hoursLeft: Double? {
        if case .hours(let hours, _) = self { hours } else { nil }
    }
}
