import Situation

@testable import Simulation

/// Small countries for tests of whole runs; every number is chosen to be easy to reckon with, none is real.
enum NationalWorlds {
    static let start = Instant(year: 2026, month: 3, day: 2, hour: 8)
    static let region: RegionCode = "KZ-27"
    static let families = PeopleGroup(
        id: "families", vulnerableShare: 0.2, needsBedShare: 0.4, stayHours: .constant(20), returnShare: 0.3)

    /// One channel for everyone, one and a half minutes a person.
    static func post(
        _ id: CheckpointID, perDay: Double = 2400, lanes: Lanes = 6, sisters: [SimulatedPost.Sister] = []
    ) -> SimulatedPost {
        let channel = Channel(
            modes: [.car, .bus, .truck, .foot], roster: Roster(lanes),
            service: ServiceTime(minutesPerPerson: 1.5))
        let side = SimulatedPost.Side(
            usualPersonsPerDay: perDay, profile: .daytime, channels: [channel],
            secondLine: SecondLine(officers: 2, share: [.bus: 0.3], minutes: .constant(15)))
        return SimulatedPost(
            id: id, region: region, section: "ru-west", incoming: side, outgoing: side, sisters: sisters)
    }

    static func shelter(_ id: ShelterID, open: Beds = 200, occupied: Beds = 20) -> SimulatedShelter {
        SimulatedShelter(
            id: id, region: region, openBeds: open, reserveBeds: 100, initiallyOccupied: occupied,
            reserveLeadTime: .hours(6), travel: .minutes(30))
    }

    static let reception = RegionReception(
        region: region, registration: .init(desks: 3, minutes: .constant(6)),
        fleets: [.init(vehicles: 3, seats: 40, turnRound: .hours(1), longestWait: .minutes(20))])

    /// A flow of up to 200 persons an hour to both posts.
    static let wave = Flow(
        name: "wave", group: families.id, posts: [("syrym", 2), ("taskala", 1)],
        curve: RateCurve([
            .init(at: .hours(2), personsPerHour: 0), .init(at: .hours(5), personsPerHour: 200),
            .init(at: .hours(14), personsPerHour: 200),
        ]))

    /// Everything at once: a flow, a limited and a closed time, sisters, two shelters, people in need.
    static func eventful(length: Span = .hours(24), flows: [Flow] = [wave]) throws -> World {
        let way = Span.minutes(40)
        return try World(
            scenario: "test", start: start, length: length, groups: [families],
            posts: [
                post("syrym", sisters: [.init(post: "taskala", travel: way)]),
                post("taskala", perDay: 800, sisters: [.init(post: "syrym", travel: way)]),
            ], flows: flows,
            disruptions: [
                Disruption(
                    post: "syrym", from: .hours(5), to: .hours(7), effect: .lanesLeft(share: 0.3), reason: "x"
                ),
                Disruption(post: "taskala", from: .hours(6), to: .hours(9), effect: .lanesLeft(share: 0)),
            ], diversion: Diversion(informedShare: 0.5, worthwhile: .minutes(10)), receptions: [reception],
            shelters: [shelter("oral-1"), shelter("oral-2", open: 50, occupied: 50)],
            limits: [ServiceLimit(.taps, 100)])
    }
}

extension [Draft] {
    /// The reports of one direction of a post, in order.
    func reports(_ post: CheckpointID, _ direction: Direction) -> [(about: About, body: CheckpointReport)] {
        compactMap { draft in
            guard case .checkpointReport(let report) = draft.fact, report.checkpoint == post,
                report.direction == direction
            else { return nil }
            return (draft.about, report)
        }
    }

    func states(_ post: CheckpointID) -> [CheckpointState] {
        compactMap { draft in
            guard case .checkpointState(let state) = draft.fact, state.checkpoint == post else { return nil }
            return state
        }
    }

    var turns: [ExerciseTurn] {
        compactMap { if case .exercise(.turn(let turn)) = $0.fact { turn } else { nil } }
    }
}
