import Simulation
import Situation

/// Small worlds for tests; every number is chosen to be easy to reckon with, none is real.
enum TestWorld {
    static let start = Instant(year: 2026, month: 3, day: 2, hour: 8)
    static let region: RegionCode = "KZ-27"
    static let cars = [ModeShare(.car, share: 1, partySize: 2)]

    static func post(
        _ id: CheckpointID = "syrym", perHour: Double = 300, lanes: Lanes = 6, perLaneHour: Double = 100,
        mix: [ModeShare] = ModeShare.illustrativeRoad
    ) -> SimulatedPost {
        SimulatedPost(
            id: id, region: region,
            incoming: SimulatedPost.Side(usualPersonsPerHour: perHour, lanes: lanes),
            outgoing: SimulatedPost.Side(usualPersonsPerHour: perHour, lanes: lanes),
            personsPerLaneHour: perLaneHour, mix: mix)
    }

    static func shelter(
        _ id: ShelterID = "oral-1", open: Beds = 200, reserve: Beds = 100, occupied: Beds = 20,
        lead: Span = .hours(6)
    ) -> SimulatedShelter {
        SimulatedShelter(
            id: id, region: region, openBeds: open, reserveBeds: reserve, initiallyOccupied: occupied,
            reserveLeadTime: lead)
    }

    /// Everything at once: a surge with ramps, a limited and a closed time, two shelters, people in need.
    static func eventful(length: Span = .hours(24)) throws -> World {
        try World(
            scenario: "test", start: start, length: length,
            posts: [post("syrym"), post("taskala", perHour: 80, lanes: 2)],
            surges: [
                Surge(
                    posts: ["syrym", "taskala"], from: .hours(2), to: .hours(14), peakFactor: 5,
                    rampUp: .hours(3), rampDown: .hours(4))
            ],
            disruptions: [
                Disruption(post: "syrym", from: .hours(5), to: .hours(7), laneShareLeft: 0.3, reason: "x"),
                Disruption(post: "taskala", from: .hours(6), to: .hours(9), laneShareLeft: 0),
            ],
            shelters: [shelter("oral-1"), shelter("oral-2", open: 50, occupied: 50)],
            intakes: [
                Intake(region: region, shareOfUsual: 0.01, shareOfSurge: 0.2, meanStay: .hours(48))
            ])
    }

    static func quiet(_ posts: [SimulatedPost], length: Span = .hours(24)) throws -> World {
        try World(scenario: "test", start: start, length: length, posts: posts)
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

    func shelterReports(_ shelter: ShelterID) -> [ShelterReport] {
        compactMap { draft in
            guard case .shelterReport(let report) = draft.fact, report.shelter == shelter else { return nil }
            return report
        }
    }

    var turns: [ExerciseEvent] {
        compactMap { if case .exercise(let event) = $0.fact { event } else { nil } }
    }
}
