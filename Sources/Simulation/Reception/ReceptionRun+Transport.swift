/// How people come to their beds.
extension ReceptionRun {
    /// Keeps the beds and lets the household wait for a vehicle; in a region without any it goes by itself.
    ///
    /// A household larger than the largest vehicle goes in several, each part as a vehicle comes.
    mutating func send(_ household: Household, along route: ShelterRoute, at time: Double) {
        let home = Int(household.home)
        shelters[route.shelter].keep(Int(household.persons))
        guard let seats = regions[home].transport.mostSeats else {
            setOff(household, to: route.shelter, arriving: time + route.travel)
            return
        }
        for part in household.parts(of: seats) {
            let place = regions[home].transport.join(
                part, to: route.shelter, travel: route.travel, at: time)
            if place.isFirst { watchTheFirst(of: home, at: place.stop, at: time) }
            for fleet in regions[home].transport.fleets.indices {
                sendVehicles(of: home, fleet: fleet, from: place.stop, at: time)
            }
        }
    }

    /// Sends vehicles of a fleet from one stop as long as there is reason to.
    mutating func sendVehicles(of region: Int, fleet: Int, from stop: Int, at time: Double) {
        while regions[region].transport.mayLeave(fleet, from: stop, at: time) {
            sendVehicle(of: region, fleet: fleet, from: stop, at: time)
        }
    }

    /// Sends vehicles of a fleet from whichever stop needs one most, as long as there is reason to.
    mutating func sendVehicles(of region: Int, fleet: Int, at time: Double) {
        while let stop = regions[region].transport.mostUrgentStop(for: fleet, at: time) {
            sendVehicle(of: region, fleet: fleet, from: stop, at: time)
        }
    }

    /// Puts more vehicles into a fleet, which may be one that nobody at the stops has waited for yet.
    mutating func addVehicles(_ count: Int, to fleet: Int, of region: Int, at time: Double) {
        regions[region].transport.add(count, to: fleet)
        sendVehicles(of: region, fleet: fleet, at: time)
        for stop in regions[region].transport.stops.indices { watchTheFirst(of: region, at: stop, at: time) }
    }

    private mutating func sendVehicle(of region: Int, fleet: Int, from stop: Int, at time: Double) {
        let travel = regions[region].transport.stops[stop].travel
        let shelter = regions[region].transport.stops[stop].shelter
        let turnRound = regions[region].transport.fleets[fleet].turnRound
        for household in regions[region].transport.leave(fleet, from: stop) {
            setOff(household, to: shelter, arriving: time + travel)
        }
        events.schedule(
            .vehicleBack(region: Int16(region), fleet: Int16(fleet)), at: time + (turnRound + 2 * travel))
        watchTheFirst(of: region, at: stop, at: time)
    }

    private mutating func setOff(_ household: Household, to shelter: Int, arriving time: Double) {
        regions[Int(household.home)].underway += Int(household.persons)
        events.schedule(.arrives(household, shelter: Int32(shelter)), at: time)
    }

    /// Notes when the first at a stop will have waited too long for each fleet. Moments already past need no
    /// note: every vehicle that comes back looks at them.
    private mutating func watchTheFirst(of region: Int, at stop: Int, at time: Double) {
        guard let first = regions[region].transport.stops[stop].first else { return }
        for (index, fleet) in regions[region].transport.fleets.enumerated()
        where first.since + fleet.longestWait > time {
            events.schedule(
                .waitedLong(region: Int16(region), stop: Int16(stop), fleet: Int16(index)),
                at: first.since + fleet.longestWait)
        }
    }
}
