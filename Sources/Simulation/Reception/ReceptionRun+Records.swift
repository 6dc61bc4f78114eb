import Situation

/// What a reception says of itself.
extension ReceptionRun {
    /// What happened since this was last asked, and how it stands.
    mutating func takeInterval() -> (regions: [RegionInterval], shelters: [ShelterInterval]) {
        (
            regions.indices.map { regions[$0].takeInterval(at: now) },
            shelters.indices.map { shelters[$0].takeInterval() }
        )
    }

    /// What each shelter reports since it last did, in the order of the world's.
    mutating func reports() -> [ShelterReport] { shelters.indices.map { shelters[$0].report() } }

    /// The standards that were ever broken, by shelter and in the order of the world's limits.
    var serviceBreaches: [ServiceBreach] {
        shelters.enumerated().flatMap { $0.element.watch.breaches(inShelter: $0.offset, upTo: now) }
    }

    /// Everyone given in by ``advance(to:letIn:)`` or in a bed at the beginning, and where they are. Who needs no
    /// bed has `left`.
    var headcount: Headcount {
        var count = Headcount()
        count.came = came
        count.left = left
        for region in regions {
            count.registering += region.hall.persons
            count.inTransport += region.transport.waiting + region.underway
            count.withoutBed += region.withoutBed
        }
        count.inShelters = shelters.reduce(0) { $0 + $1.occupied }
        return count
    }

    /// The same, but by going round and counting everybody one by one: it proves that nobody was lost between
    /// the books and the people.
    var headcountByCounting: Headcount {
        var count = Headcount()
        count.came = came
        count.left = left
        for region in regions {
            region.hall.forEachHousehold { count.registering += Int($0.persons) }
            region.bedLine.forEach { count.withoutBed += Int($0.household.persons) }
            for stop in region.transport.stops {
                stop.forEach { count.inTransport += Int($0.persons) }
            }
        }
        for event in events.events {
            switch event {
            case .arrives(let household, _): count.inTransport += Int(household.persons)
            case .leaves(let household, _): count.inShelters += Int(household.persons)
            case .vehicleBack, .waitedLong, .vehiclesCome, .reserveOpens: break
            }
        }
        return count
    }

    /// The first shelter in which more sleep, or are about to, than there are beds.
    var overfull: ConservationBreach? {
        for (index, shelter) in shelters.enumerated() where shelter.free < 0 {
            return .overfull(
                shelter: index, occupied: shelter.occupied + shelter.kept, open: shelter.openBeds)
        }
        return nil
    }
}
