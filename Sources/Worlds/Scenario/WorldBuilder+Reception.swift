import Planning
import Reference
import Simulation
import Situation

/// Who takes people in, where, by which standards, and what is ordered when.
extension WorldBuilder {
    func receptions() throws(WorldFault) -> [RegionReception] {
        var receptions: [RegionReception] = []
        for planned in scenario.reception {
            let fleets = [(planned.buses, RegionReception.Fleet.Kind.bus), (planned.trains, .train)]
            receptions.append(
                RegionReception(
                    region: planned.region,
                    registration: RegionReception.Registration(
                        desks: planned.desks,
                        minutes: try planned.registration.law(.serviceMinutes, of: planned.region.rawValue)),
                    fleets: fleets.compactMap { fleet, kind in
                        fleet.map {
                            RegionReception.Fleet(
                                kind: kind, vehicles: $0.vehicles, seats: $0.seats, turnRound: $0.turnRound,
                                longestWait: $0.longestWait)
                        }
                    },
                    overflow: planned.overflow.map {
                        RegionReception.Overflow(region: $0.region, travel: $0.travel)
                    }))
        }
        return receptions
    }

    // MARK: - Shelters

    /// The shelters with beds of every region that takes people in.
    func shelters() -> [SimulatedShelter] {
        let regions = Set(scenario.reception.map(\.region))
        return reference.shelters.filter { regions.contains($0.region) }.compactMap { shelter in
            shelter.capacity.map { simulated(shelter, $0) }
        }
    }

    private func simulated(_ shelter: Shelter, _ capacity: ShelterCapacity) -> SimulatedShelter {
        var made = SimulatedShelter(
            id: shelter.id, region: shelter.region, openBeds: capacity.openBeds.value,
            reserveBeds: capacity.reserveBeds.value, reserveLeadTime: .hours(capacity.leadHours.value),
            travel: way(to: shelter),
            services: SimulatedShelter.Services(
                waterLitresPerDay: Double(capacity.waterLitresPerDay.value), taps: capacity.taps.value,
                toilets: capacity.toilets.value, showers: capacity.showers.value,
                coveredSquareMetres: Double(capacity.coveredSquareMetres.value), staff: capacity.staff.value))
        var occupied = 0.0
        for change in scenario.shelterChanges where change.place.means(shelter) {
            occupied = change.occupied ?? occupied
            apply(change, to: &made)
        }
        made.initiallyOccupied = Beds(Int(Double(made.openBeds.count) * occupied))
        return made
    }

    private func apply(_ change: ShelterChange, to shelter: inout SimulatedShelter) {
        if let beds = change.openBeds { shelter.openBeds = Beds(beds) }
        if let beds = change.reserveBeds { shelter.reserveBeds = Beds(beds) }
        if let lead = change.lead { shelter.reserveLeadTime = lead }
        if let travel = change.travel { shelter.travel = travel }
        let old = shelter.services
        shelter.services = SimulatedShelter.Services(
            waterLitresPerDay: change.waterLitresPerDay ?? old.waterLitresPerDay,
            taps: change.taps ?? old.taps,
            toilets: change.toilets ?? old.toilets, showers: change.showers ?? old.showers,
            coveredSquareMetres: change.coveredSquareMetres ?? old.coveredSquareMetres,
            staff: change.staff ?? old.staff,
            foodKilocaloriesPerDay: change.foodKilocaloriesPerDay ?? old.foodKilocaloriesPerDay)
    }

    /// People are registered at the region's busiest post that plays; from there the drive.
    private func way(to shelter: Shelter) -> Span {
        let posts = playing.filter { $0.region == shelter.region && $0.kind == .road }
        guard
            let busiest = posts.max(by: { $0.planning.usualIn.value.count < $1.planning.usualIn.value.count })
        else { return Illustrative.wayToShelter }
        return Illustrative.drive(busiest.coordinates.kilometres(to: shelter.coordinates))
    }

    // MARK: - Standards

    var limits: [ServiceLimit] {
        guard let standards = scenario.standards else { return [] }
        let space = standards.isCold ? "covered_space_cold" : "covered_space"
        let names: [(ServiceLimit.Service, String)] = [
            (.water, "drinking_water"), (.taps, "persons_per_tap"), (.toilets, "persons_per_toilet"),
            (.showers, "persons_per_shower"), (.space, space), (.food, "food"),
        ]
        return names.compactMap { service, id in
            guard let standard = reference.standards.first(where: { $0.id == id }) else { return nil }
            let value =
                switch standards.phase {
                case .emergency: standard.emergency ?? standard.afterEmergency
                case .afterEmergency: standard.afterEmergency ?? standard.emergency
                }
            return value.map { ServiceLimit(service, $0) }
        }
    }

    // MARK: - Decisions

    func timetable(_ shelters: [SimulatedShelter]) -> [TimedAct] {
        scenario.decisions.flatMap { decision in
            acts(decision.act, shelters).map { TimedAct(at: decision.at, $0) }
        }
    }

    private func acts(_ act: ScenarioDecision.Act, _ shelters: [SimulatedShelter]) -> [SimulatedAct] {
        switch act {
        case .openRegionReserve(let region, let share):
            shelters.filter { $0.region == region }.compactMap { shelter in
                let beds = Int(Double(shelter.reserveBeds.count) * share)
                return beds > 0 ? .openReserve(shelter.id, Beds(beds)) : nil
            }
        case .openReserve(let shelter, let beds): [.openReserve(shelter, Beds(beds))]
        case .staffLanes(let post, let way, let lanes): [.staffLanes(post, way, Lanes(lanes))]
        case .followRoster(let post, let way): [.followRoster(post, way)]
        case .closePost(let post, let way): [.closePost(post, way)]
        case .openPost(let post, let way): [.openPost(post, way)]
        case .divert(let from, let to, let share): [.divert(from: from, to: to, share: share)]
        case .staffRegistration(let region, let desks): [.staffRegistration(region, desks: desks)]
        case .orderBuses(let region, let count): [.orderBuses(region, count: count)]
        case .askRegion(let from, let to): [.askRegion(from: from, to: to)]
        }
    }
}

extension ShelterChange.Place {
    fileprivate func means(_ shelter: Shelter) -> Bool {
        switch self {
        case .all: true
        case .region(let region): shelter.region == region
        case .shelter(let id): shelter.id == id
        }
    }
}
