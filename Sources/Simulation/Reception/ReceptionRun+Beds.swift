/// Who gets which bed.
extension ReceptionRun {
    /// Gives a registered household the nearest bed there is for all of it, or lets it wait for one.
    ///
    /// A household larger than any shelter could ever hold is given beds in parts, as large as the largest
    /// shelter allows: together it would wait for ever.
    mutating func place(_ household: Household, number: Int, at time: Double) {
        let home = Int(household.home)
        for part in household.parts(of: regions[home].largestShelter) {
            if let route = routeToRoom(for: Int(part.persons), from: home) {
                send(part, along: route, at: time)
            } else {
                regions[home].waitForBed(part, number: number, at: time)
            }
        }
    }

    private func routeToRoom(for persons: Int, from home: Int) -> ShelterRoute? {
        regions[home].routes.first { shelters[$0.shelter].free >= persons }
    }

    /// Gives the free beds of a shelter to those who wait: first to its own region's people, then to others who
    /// may use it; among each in the order in which they were registered.
    mutating func giveFreeBeds(of shelter: Int, at time: Double) {
        while shelters[shelter].free > 0, let next = nextInLine(for: shelter) {
            let beds = shelters[shelter].free
            guard let household = regions[next.region].takeFirstWaiting(upTo: beds, at: time) else { return }
            send(household, along: next.route, at: time)
        }
    }

    private func nextInLine(for shelter: Int) -> (region: Int, route: ShelterRoute)? {
        let beds = shelters[shelter].free
        var next: (region: Int, route: ShelterRoute, number: Int)?
        for region in regions.indices where regions[region].withoutBed > 0 {
            guard let number = regions[region].bedLine.firstNumber(upTo: beds),
                let route = regions[region].routes.first(where: { $0.shelter == shelter })
            else { continue }
            if regions[region].region == shelters[shelter].region { return (region, route) }
            if let found = next, found.number < number { continue }
            next = (region, route, number)
        }
        return next.map { ($0.region, $0.route) }
    }

    /// Looks anew for beds for everyone who waits in a region, in order: it may use other shelters now.
    mutating func placeWaiting(of region: Int, at time: Double) {
        for waiting in regions[region].takeAllWaiting(at: time) {
            place(waiting.household, number: waiting.number, at: time)
        }
    }
}
