import Simulation
import Situation

/// A country of one post and one region in which it is known what gives out.
enum SmallWorld {
    static let start = Instant(year: 2026, month: 3, day: 2, hour: 0)
    static let region: RegionCode = "KZ-27"

    static func shelter(
        _ id: ShelterID, open: Beds, reserve: Beds, occupied: Beds = 0, travel: Span = .zero, taps: Int? = nil
    ) -> SimulatedShelter {
        SimulatedShelter(
            id: id, region: region, openBeds: open, reserveBeds: reserve, initiallyOccupied: occupied,
            travel: travel, services: .init(taps: taps))
    }

    /// 60 persons an hour who all need a bed for longer than the run, nobody else; lanes, desks for many times as many, no
    /// vehicles: people walk over at once.
    static func world(
        shelters: [SimulatedShelter] = [shelter("oral-1", open: 120, reserve: 1000, taps: 1)],
        reception: RegionReception = RegionReception(
            region: region, registration: .init(desks: 20, minutes: .constant(1)), fleets: []),
        mix: [ModeShare] = [ModeShare(.foot, share: 1, partySize: 1)],
        roster: Roster = Roster(10), limits: [ServiceLimit] = [ServiceLimit(.taps, 100)]
    ) throws -> World {
        let side = SimulatedPost.Side(
            usualPersonsPerDay: 0, mix: mix,
            channels: [
                Channel(
                    modes: mix.map(\.mode), roster: roster, service: ServiceTime(minutesPerPerson: 1))
            ])
        let group = PeopleGroup(id: "families", needsBedShare: 1, stayHours: .constant(500))
        return try World(
            scenario: "small", start: start, length: .hours(10), groups: [group],
            posts: [
                SimulatedPost(
                    id: "syrym", region: region, section: "ru-west", incoming: side, outgoing: side)
            ],
            flows: [
                Flow(
                    name: "wave", group: "families", posts: [("syrym", 1)],
                    curve: RateCurve([
                        .init(at: .zero, personsPerHour: 60), .init(at: .hours(10), personsPerHour: 60),
                    ]), mix: mix)
            ], receptions: [reception], shelters: shelters, limits: limits,
            timetable: [TimedAct(at: .hours(1), .staffRegistration(region, desks: 1))])
    }
}
