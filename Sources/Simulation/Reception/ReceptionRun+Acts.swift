import Situation

/// What a headquarters can order.
extension ReceptionRun {
    /// From the order to the first trip of ordered buses. *Assumed*: three hours.
    static let busDelay = Span.hours(3)
    /// What buses come to a region that has none of its own. *Assumed*: coaches of 45 seats that leave within
    /// the hour and take an hour to fill, empty and refuel.
    static let orderedBuses = RegionReception.Fleet(
        kind: .bus, vehicles: 0, seats: 45, turnRound: .hours(1), longestWait: .hours(1))
    /// How many desks a region can have, and how many buses can be ordered at once.
    static let counts = 0...1000

    /// Does what concerns the reception at the moment reached. Acts for posts are passed over.
    ///
    /// - Throws: ``ActFault``; nothing is changed then.
    mutating func perform(_ act: SimulatedAct) throws(ActFault) {
        switch act {
        case .staffRegistration(let region, let desks):
            let index = try reception(of: region)
            try Self.requireCount(desks)
            regions[index].hall.setDesks(desks)
        case .orderBuses(let region, let count): try orderBuses(count, for: region)
        case .openReserve(let shelter, let beds): try openReserve(beds.count, of: shelter)
        case .askRegion(let from, let to): try ask(to, for: from)
        case .staffLanes, .followRoster, .closePost, .openPost, .divert: break
        }
    }

    private mutating func orderBuses(_ count: Int, for region: RegionCode) throws(ActFault) {
        let index = try reception(of: region)
        try Self.requireCount(count)
        let fleet = regions[index].transport.busFleet(usual: Self.orderedBuses)
        events.schedule(
            .vehiclesCome(region: Int16(index), fleet: Int16(fleet), count: Int32(count)),
            at: now + Self.busDelay.inMinutes)
    }

    private mutating func openReserve(_ beds: Int, of id: ShelterID) throws(ActFault) {
        guard let index = shelters.firstIndex(where: { $0.id == id }) else { throw .unknownShelter(id) }
        let left = shelters[index].reserveToOrder
        guard beds >= 1, beds <= left else { throw .reserveOutOfRange(Beds(beds), left: Beds(left)) }
        shelters[index].order(beds)
        events.schedule(
            .reserveOpens(shelter: Int32(index), beds: Int32(beds)), at: now + shelters[index].leadTime)
    }

    private mutating func ask(_ other: RegionCode, for region: RegionCode) throws(ActFault) {
        let index = try reception(of: region)
        guard other != region, shelters.contains(where: { $0.region == other }) else {
            throw .unknownRegion(other)
        }
        regions[index].ask(other, shelters: world.shelters)
        placeWaiting(of: index, at: now)
    }

    private func reception(of region: RegionCode) throws(ActFault) -> Int {
        guard let index = regions.firstIndex(where: { $0.region == region }) else {
            throw .unknownRegion(region)
        }
        return index
    }

    private static func requireCount(_ count: Int) throws(ActFault) {
        guard counts.contains(count) else { throw .countOutOfRange(count, allowed: counts) }
    }
}
