import Simulation
import Situation

/// Makes the rows of one scenario from what its two worlds came to.
public struct ReadinessAssessment: Sendable {
    private let worlds: ReadinessWorlds
    private let basis: CapacityBasis
    private let responsibility: Responsibility
    private let asItStands: EnsembleResult
    private let withReserves: EnsembleResult

    /// - Parameters:
    ///   - asItStands: what `worlds.asItStands` came to.
    ///   - withReserves: what `worlds.reservesOpened` came to, under the same seed.
    public init(
        _ worlds: ReadinessWorlds, basis: CapacityBasis, responsibility: Responsibility,
        asItStands: EnsembleResult, withReserves: EnsembleResult
    ) {
        self.worlds = worlds
        self.basis = basis
        self.responsibility = responsibility
        self.asItStands = asItStands
        self.withReserves = withReserves
    }

    /// Posts in the world's order, then region by region: beds, desks, buses, services.
    public var rows: [ReadinessRow] {
        worlds.asItStands.posts.map(lanes) + worlds.asItStands.receptions.flatMap(rows)
    }

    private func rows(_ reception: RegionReception) -> [ReadinessRow] {
        let shelters = worlds.asItStands.shelters.filter { $0.region == reception.region }
        return [beds(reception, shelters), desks(reception), buses(reception)]
            + worlds.asItStands.limits.map { service($0, reception, shelters) }
    }

    // MARK: - Posts

    private func lanes(_ post: SimulatedPost) -> ReadinessRow {
        let place = SimulatedPlace.post(post.id)
        return row(.lanes, .post, place, capacity: Double(post.lanesIn), basis.lanes(post)) { result in
            let demand = result.high(.peakArrivals, place)
            let needed = demand.map { PeakNeed.lanes(for: $0, at: post, in: worlds.asItStands) }
            return result.outcome(
                .hoursToLongWait, place, demand: demand, needed: needed.map(Double.init),
                capacity: Double(post.lanesIn))
        }
    }

    // MARK: - Regions

    private func beds(_ reception: RegionReception, _ shelters: [SimulatedShelter]) -> ReadinessRow {
        let place = SimulatedPlace.region(reception.region)
        let open = shelters.reduce(0) { $0 + $1.openBeds.count }
        let reserve = shelters.reduce(0) { $0 + $1.reserveBeds.count }
        func outcome(_ result: EnsembleResult, beds: Int) -> ReadinessOutcome {
            let without = result.high(.peakWithoutBed, place)?.rounded(.up)
            return result.outcome(
                .hoursToFull, place, demand: without, needed: without.map { Double(beds) + $0 },
                capacity: Double(beds))
        }
        return ReadinessRow(
            scenario: worlds.asItStands.scenario, agency: responsibility.agency(for: .beds),
            infrastructure: .shelters, place: place.code, resource: .beds, capacity: Double(open),
            reserve: Double(reserve), basis: basis.beds(shelters),
            asItStands: outcome(asItStands, beds: open),
            withReserves: outcome(withReserves, beds: open + reserve))
    }

    private func desks(_ reception: RegionReception) -> ReadinessRow {
        let place = SimulatedPlace.region(reception.region)
        let intake = IntakeCapacity(reception, in: worlds.asItStands)
        let desks = Double(reception.registration.desks)
        return row(.desks, .registration, place, capacity: desks, basis.desks) { result in
            let demand = result.high(.peakNeedBed, place)
            let needed = demand.map {
                PeakNeed.desks(
                    for: $0, householdsPerPerson: intake.householdsPerPerson,
                    minutes: reception.registration.minutes.mean)
            }
            return result.outcome(
                .hoursToDesksShort, place, demand: demand, needed: needed.map(Double.init), capacity: desks)
        }
    }

    private func buses(_ reception: RegionReception) -> ReadinessRow {
        let place = SimulatedPlace.region(reception.region)
        let index = reception.fleets.firstIndex { $0.kind == .bus } ?? reception.fleets.indices.first
        let way = IntakeCapacity(reception, in: worlds.asItStands).way
        let capacity = index.map { Double(reception.fleets[$0].vehicles) }
        return row(.buses, .transport, place, capacity: capacity, basis.buses(reception)) { result in
            let demand = result.high(.peakNeedBed, place)
            // Without any vehicle people go by themselves, and nothing is missing.
            guard let index else {
                return ReadinessOutcome(share: 0, hours: nil, demand: demand, needed: nil, missing: nil)
            }
            let others = reception.fleets.indices.filter { $0 != index }.reduce(0.0) {
                $0 + reception.fleets[$1].personsPerHour(way: way)
            }
            let needed = demand.map {
                PeakNeed.vehicles(for: $0, beside: others, like: reception.fleets[index], way: way)
            }
            return result.outcome(
                .hoursToTransportShort, place, demand: demand, needed: needed.map(Double.init),
                capacity: capacity)
        }
    }

    private func service(
        _ limit: ServiceLimit, _ reception: RegionReception, _ shelters: [SimulatedShelter]
    ) -> ReadinessRow {
        let amounts = shelters.compactMap { $0.services.amount(of: limit.service) }
        let isKnown = amounts.count == shelters.count && !shelters.isEmpty
        return row(
            limit.service.resource, .shelters, .region(reception.region),
            capacity: isKnown ? amounts.reduce(0, +) : nil, basis.service(limit.service, shelters)
        ) { result in
            let needs = shelters.map { shelter in
                let persons = result.high(.peakSheltered, .shelter(shelter.id)) ?? 0
                return ServiceNeed(limit, persons: Int(persons.rounded(.up)), services: shelter.services)
            }
            let first = result.firstBreach(of: limit.service, in: shelters)
            return ReadinessOutcome(
                share: first?.share ?? 0, hours: first?.range,
                demand: Double(needs.reduce(0) { $0 + $1.persons }), needed: needs.reduce(0) { $0 + $1.need },
                missing: isKnown ? needs.reduce(0) { $0 + ($1.gap ?? 0) } : nil,
                first: first?.shelter)
        }
    }

    // MARK: - Both sides

    private func row(
        _ resource: ReadinessRow.Resource, _ infrastructure: ReadinessRow.Infrastructure,
        _ place: SimulatedPlace, capacity: Double?, _ basis: [ReadinessBasis],
        _ outcome: (EnsembleResult) -> ReadinessOutcome
    ) -> ReadinessRow {
        ReadinessRow(
            scenario: worlds.asItStands.scenario, agency: responsibility.agency(for: resource),
            infrastructure: infrastructure, place: place.code, resource: resource, capacity: capacity,
            basis: basis, asItStands: outcome(asItStands), withReserves: outcome(withReserves))
    }
}

extension EnsembleResult {
    /// What nine runs of ten stay at or below.
    fileprivate func high(_ measure: RunMeasure, _ place: SimulatedPlace) -> Double? {
        self.measure(measure, place)?.fan?.p90
    }

    fileprivate func outcome(
        _ event: RunMeasure, _ place: SimulatedPlace, demand: Double?, needed: Double?, capacity: Double?
    ) -> ReadinessOutcome {
        let summary = measure(event, place)
        return ReadinessOutcome(
            share: summary?.share ?? 0, hours: summary?.range, demand: demand, needed: needed,
            missing: needed.flatMap { needed in capacity.map { max(0, needed - $0) } })
    }

    /// The shelter in which a service falls short first: by the median where it does in half of the runs, else the one in
    /// which it does most often.
    fileprivate func firstBreach(
        of service: ServiceLimit.Service, in shelters: [SimulatedShelter]
    ) -> (shelter: ShelterID, share: Double, range: ReadinessOutcome.Range?)? {
        let breaches = shelters.compactMap { shelter in
            measure(.hoursToBreach(service), .shelter(shelter.id)).flatMap { summary in
                summary.occurred > 0
                    ? (shelter: shelter.id, share: summary.share, range: summary.range) : nil
            }
        }
        return breaches.min { first, second in
            let (early, late) = (first.share >= 0.5, second.share >= 0.5)
            if early != late { return early }
            if !early, first.share != second.share { return first.share > second.share }
            return (first.range?.p50 ?? .infinity) < (second.range?.p50 ?? .infinity)
        }
    }
}

extension MeasureSummary {
    fileprivate var range: ReadinessOutcome.Range? {
        fan.map { ReadinessOutcome.Range(p10: $0.p10, p50: $0.p50, p90: $0.p90) }
    }
}

extension ServiceLimit.Service {
    /// The same among all resources.
    var resource: ReadinessRow.Resource {
        switch self {
        case .water: .water
        case .taps: .taps
        case .toilets: .toilets
        case .showers: .showers
        case .staff: .staff
        case .space: .space
        case .food: .food
        }
    }
}
