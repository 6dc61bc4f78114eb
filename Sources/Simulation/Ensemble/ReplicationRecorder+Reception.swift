import Situation

/// What the reception leaves behind.
extension ReplicationRecorder {
    mutating func takeReception(_ interval: IntervalRecord, _ moment: Moment) {
        var country = (inNeed: 0, withoutBed: 0, free: 0, minutes: 0.0)
        for (index, region) in interval.regions.enumerated()
        where index < layout.sheltersOfReception.count {
            let beds = beds(of: index, in: interval)
            take(region, beds, at: index, moment)
            country.inNeed += region.cameInNeed
            country.withoutBed += region.withoutBed
            country.free += beds.free
            country.minutes += region.personMinutesWithoutBed
        }
        set(.countryBedsFree, moment, to: Double(country.free))
        set(.countryWithoutBed, moment, to: Double(country.withoutBed))
        add(Double(country.inNeed), to: .needBed, .country)
        add(country.minutes / 60, to: .personHoursWithoutBed, .country)
        raise(
            .peakWithoutBed, .peakWithoutBedAt, .country, to: Double(country.withoutBed),
            after: moment.hours)
        takeServices(interval, moment)
    }

    private mutating func take(
        _ region: RegionInterval, _ beds: (open: Int, free: Int), at index: Int, _ moment: Moment
    ) {
        let withoutBed = Double(region.withoutBed)
        set(.regionBedsFree, at: index, moment, to: Double(beds.free))
        set(.regionWithoutBed, at: index, moment, to: withoutBed)
        add(Double(region.cameInNeed), to: .needBed, .region, at: index)
        add(region.personMinutesWithoutBed / 60, to: .personHoursWithoutBed, .region, at: index)
        raise(
            .peakWithoutBed, .peakWithoutBedAt, .region, at: index, to: withoutBed, after: moment.hours)
        // A region that never had a bed is full only once somebody needs one.
        if region.withoutBed > 0 || (beds.open > 0 && beds.free == 0) {
            note(.hoursToFull, .region, at: index, after: moment.hours)
        }
        takeIntake(Double(region.cameInNeed), at: index, moment)
    }

    private mutating func takeIntake(_ cameInNeed: Double, at index: Int, _ moment: Moment) {
        raise(.peakNeedBed, .region, at: index, to: cameInNeed)
        let intake = layout.intakes[index]
        if cameInNeed > intake.registered {
            note(.hoursToDesksShort, .region, at: index, after: moment.hours)
        }
        if let carried = intake.carried, cameInNeed > carried {
            note(.hoursToTransportShort, .region, at: index, after: moment.hours)
        }
    }

    private func beds(of region: Int, in interval: IntervalRecord) -> (open: Int, free: Int) {
        layout.sheltersOfReception[region].reduce(into: (open: 0, free: 0)) { sum, index in
            guard interval.shelters.indices.contains(index) else { return }
            let shelter = interval.shelters[index]
            sum.open += shelter.openBeds
            sum.free += max(0, shelter.openBeds - shelter.occupied)
        }
    }

    private mutating func takeServices(_ interval: IntervalRecord, _ moment: Moment) {
        for (index, shelter) in interval.shelters.enumerated() {
            raise(.peakSheltered, .shelter, at: index, to: Double(shelter.occupied))
        }
        for (index, shelter) in interval.shelters.enumerated() where !shelter.breached.isEmpty {
            // The order of the set would not be the same in every run of the program.
            for service in layout.services where shelter.breached.contains(service) {
                note(.hoursToBreach(service), .shelter, at: index, after: moment.hours)
            }
        }
    }
}
