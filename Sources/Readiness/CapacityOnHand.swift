import Simulation
import Situation

/// What a live journal says of lanes, shelters and buses: newer than the reference data, and used in its place.
public struct CapacityOnHand: Hashable, Sendable {
    private var lanes: [CheckpointID: Stated<Int>] = [:]
    private var shelters: [ShelterID: ShelterFacts] = [:]
    private var buses: [RegionCode: Stated<Int>] = [:]

    /// A number and the time it speaks of.
    struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
        let value: Value
        let at: Instant
    }

    struct ShelterFacts: Hashable, Sendable {
        var openBeds: Stated<Beds>?
        var reserveBeds: Stated<Beds>?
        var leadHours: Stated<Int>?
        var occupied: Stated<Beds>?
        var services: [ServiceLimit.Service: Stated<Int>] = [:]
    }

    /// Nothing is known beyond the reference data.
    public init() {}

    /// What `picture` says of capacity at `now`.
    public init(_ picture: Picture, places: Places, now: Instant) {
        let reading = SituationReading(picture, places: places, targets: [], now: now)
        for post in reading.checkpoints {
            lanes[post.id] = Self.stated(post.lanes).map { Stated(value: $0.value.count, at: $0.at) }
        }
        for shelter in reading.shelters {
            let facility = shelter.facility
            var facts = ShelterFacts(
                openBeds: Self.stated(shelter.openBeds), reserveBeds: Self.stated(shelter.reserveBeds),
                leadHours: Self.stated(shelter.leadHours), occupied: shelter.occupied.flatMap(Self.stated))
            let services: [(ServiceLimit.Service, Figure<Int>?)] = [
                (.water, facility.latest(\.waterLitresADay)), (.taps, facility.latest(\.taps)),
                (.toilets, facility.latest(\.toilets)), (.showers, facility.latest(\.showers)),
                (.staff, facility.latest(\.staff)), (.space, facility.latest(\.coveredSquareMetres)),
            ]
            for (service, figure) in services { facts.services[service] = figure.flatMap(Self.stated) }
            shelters[shelter.id] = facts
        }
        for (pool, timeline) in picture.inUse().resources where pool.kind == "buses" {
            guard let latest = timeline.latest else { continue }
            buses[RegionCode(pool.place)] = Stated(
                value: max(0, latest.body.count - (latest.body.committed ?? 0)), at: latest.at)
        }
    }

    private static func stated<Value>(_ figure: Figure<Value>) -> Stated<Value>? {
        guard case .stated(let at, _) = figure.basis else { return nil }
        return Stated(value: figure.value, at: at)
    }

    /// When the journal last spoke of a post's lanes; `nil` when the world's own figure stands.
    func lanesSaid(_ post: SimulatedPost) -> Instant? {
        post.incoming.channels.count == 1 ? lanes[post.id]?.at : nil
    }

    /// When the journal last spoke of the buses free in a region.
    func busesSaid(_ reception: RegionReception) -> Instant? {
        reception.fleets.contains { $0.kind == .bus } ? buses[reception.region]?.at : nil
    }

    /// When the journal last spoke of a shelter's open beds.
    func bedsSaid(_ shelter: ShelterID) -> Instant? { shelters[shelter]?.openBeds?.at }

    /// When the journal last spoke of a shelter's service.
    func serviceSaid(_ service: ServiceLimit.Service, _ shelter: ShelterID) -> Instant? {
        shelters[shelter]?.services[service]?.at
    }
}

// MARK: - In a world

extension CapacityOnHand {
    /// A post's lanes are replaced only where it has one channel: a total says nothing of how several share it.
    func applied(to post: SimulatedPost) -> SimulatedPost {
        guard post.incoming.channels.count == 1, let said = lanes[post.id] else { return post }
        var post = post
        post.incoming.channels[0].roster = Roster(Lanes(said.value))
        return post
    }

    /// Vehicles that other tasks hold are not there.
    func applied(to reception: RegionReception) -> RegionReception {
        guard let said = buses[reception.region],
            let index = reception.fleets.firstIndex(where: { $0.kind == .bus })
        else { return reception }
        var reception = reception
        reception.fleets[index].vehicles = said.value
        return reception
    }

    /// Beds that are taken by more than are open count as full.
    func applied(to shelter: SimulatedShelter) -> SimulatedShelter {
        guard let facts = shelters[shelter.id] else { return shelter }
        var made = shelter
        made.openBeds = facts.openBeds?.value ?? made.openBeds
        made.reserveBeds = facts.reserveBeds?.value ?? made.reserveBeds
        if let hours = facts.leadHours?.value { made.reserveLeadTime = .hours(hours) }
        made.initiallyOccupied = min(facts.occupied?.value ?? made.initiallyOccupied, made.openBeds)
        func said(_ service: ServiceLimit.Service) -> Int? { facts.services[service]?.value }
        made.services = SimulatedShelter.Services(
            waterLitresPerDay: said(.water).map(Double.init) ?? made.services.waterLitresPerDay,
            taps: said(.taps) ?? made.services.taps, toilets: said(.toilets) ?? made.services.toilets,
            showers: said(.showers) ?? made.services.showers,
            coveredSquareMetres: said(.space).map(Double.init) ?? made.services.coveredSquareMetres,
            staff: said(.staff) ?? made.services.staff,
            foodKilocaloriesPerDay: made.services.foodKilocaloriesPerDay)
        return made
    }
}

/// The two worlds a scenario is played as.
public struct ReadinessWorlds: Hashable, Sendable {
    /// The capacity there is, and nobody decides anything.
    public let asItStands: World
    /// The same, with every reserve bed ordered at the first moment and every lane of the roster's fullest hour staffed
    /// around the clock.
    public let reservesOpened: World

    /// - Throws: `WorldFault` when the journal's figures make a world that cannot be played.
    public init(_ world: World, onHand: CapacityOnHand = CapacityOnHand()) throws(WorldFault) {
        let posts = world.posts.map(onHand.applied)
        let shelters = world.shelters.map(onHand.applied)
        let receptions = world.receptions.map(onHand.applied)
        func made(_ timetable: [TimedAct]) throws(WorldFault) -> World {
            try World(
                scenario: world.scenario, start: world.start, length: world.length, groups: world.groups,
                posts: posts, flows: world.flows, displacement: world.displacement,
                disruptions: world.disruptions, diversion: world.diversion, receptions: receptions,
                shelters: shelters, limits: world.limits, timetable: timetable)
        }
        asItStands = try made([])
        let beds = shelters.filter { $0.reserveBeds > 0 }.map {
            TimedAct(at: .zero, .openReserve($0.id, $0.reserveBeds))
        }
        let lanes = posts.filter(\.hasLanesAtRest).map {
            TimedAct(at: .zero, .staffLanes($0.id, .in, Lanes($0.lanesIn)))
        }
        reservesOpened = try made(beds + lanes)
    }
}

extension SimulatedPost {
    /// Lanes into the country at the roster's fullest hour.
    var lanesIn: Int { incoming.channels.reduce(0) { $0 + $1.roster.most.count } }

    /// Whether fewer are staffed at some hours.
    var hasLanesAtRest: Bool {
        incoming.channels.contains { channel in
            channel.roster.lanesByHour.contains { $0 < channel.roster.most }
        }
    }
}
