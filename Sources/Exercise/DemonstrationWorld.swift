import Planning
import Reference
import Simulation
import Situation

/// Makes the simulator's world from a scenario file and the reference data: the scenario says what is unusual,
/// the reference data what is usual.
public struct DemonstrationWorld {
    private let scenario: DemonstrationScenario
    private let reference: Reference

    public init(_ scenario: DemonstrationScenario, reference: Reference) {
        self.scenario = scenario
        self.reference = reference
    }

    /// The world, checked by the simulator.
    ///
    /// - Throws: `WorldFault` when a value is out of range.
    public func world() throws(WorldFault) -> World {
        try World(
            scenario: scenario.id.rawValue, start: scenario.start, length: scenario.horizon, posts: posts,
            surges: scenario.surges.map(surge), disruptions: scenario.events.compactMap(disruption),
            shelters: shelters, intakes: scenario.reception.map(intake))
    }

    /// Beds taken when the exercise begins: illustrative, as all beds of the demonstration are.
    private static let shareTakenAtFirst = 0.35

    private var posts: [SimulatedPost] {
        scenario.posts.compactMap(reference.checkpoint).map { post in
            let planning = post.planning
            return SimulatedPost(
                id: post.id, region: post.region,
                incoming: side(usual: planning.usualIn.value, lanes: planning.lanesIn.value),
                outgoing: side(usual: planning.usualOut.value, lanes: planning.lanesOut.value),
                personsPerLaneHour: Double(planning.personsPerLaneHour.value.count),
                mix: ModeShare.illustrativeRoad)
        }
    }

    private func side(usual: Persons, lanes: Lanes) -> SimulatedPost.Side {
        SimulatedPost.Side(
            usualPersonsPerHour: Double(usual.count) / 24,
            profile: DailyProfile(multipliers: scenario.hoursOfDay), lanes: lanes)
    }

    private var shelters: [SimulatedShelter] {
        let regions = Set(scenario.reception.map(\.region))
        return reference.shelters.filter { regions.contains($0.region) }.compactMap { shelter in
            shelter.capacity.map { capacity in
                SimulatedShelter(
                    id: shelter.id, region: shelter.region, openBeds: capacity.openBeds.value,
                    reserveBeds: capacity.reserveBeds.value,
                    initiallyOccupied: Beds(
                        Int(Double(capacity.openBeds.value.count) * Self.shareTakenAtFirst)),
                    reserveLeadTime: .hours(capacity.leadHours.value))
            }
        }
    }

    private func surge(_ planned: PlannedSurge) -> Surge {
        let posts: [CheckpointID]
        switch planned.place {
        case .checkpoint(let id): posts = [id]
        case .section(let id):
            posts = reference.checkpoints(of: id).map(\.id).filter(scenario.posts.contains)
        }
        return Surge(
            posts: posts, from: planned.from, to: planned.to, peakFactor: planned.peak,
            rampUp: planned.rampUp, rampDown: planned.rampDown)
    }

    private func disruption(_ event: ScheduledEvent) -> Disruption? {
        guard case .lanes(let post, let share, let until) = event.effect else { return nil }
        return Disruption(
            post: post, from: event.at, to: until, laneShareLeft: share, reason: event.what[.kk])
    }

    private func intake(_ reception: RegionReception) -> Intake {
        Intake(
            region: reception.region, shareOfSurge: reception.shareNeedingBed, meanStay: reception.meanStay)
    }

    /// What the scenario's timetable orders of shelters, by time: each reserve's share in beds.
    public var timetable: [(at: Instant, act: SimulatedAct)] {
        scenario.events.flatMap { event -> [(at: Instant, act: SimulatedAct)] in
            guard case .reserveBeds(let region, let share) = event.effect else { return [] }
            return reference.shelters(in: region).compactMap { shelter in
                guard let reserve = shelter.capacity?.reserveBeds.value.count, reserve > 0 else { return nil }
                let beds = Beds(Int(Double(reserve) * share))
                return beds > 0 ? (scenario.start + event.at, .openReserve(shelter.id, beds)) : nil
            }
        }.sorted { $0.at < $1.at }
    }
}
