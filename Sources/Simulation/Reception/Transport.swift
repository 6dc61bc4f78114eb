import Situation

/// Vehicles of one kind in a run.
struct FleetRun: Sendable {
    let kind: RegionReception.Fleet.Kind
    let seats: Int
    let turnRound: Double
    let longestWait: Double
    /// All there are.
    private(set) var vehicles: Int
    /// Those that stand ready.
    var idle: Int

    init(_ fleet: RegionReception.Fleet) {
        kind = fleet.kind
        seats = max(1, fleet.seats)
        turnRound = fleet.turnRound.inMinutes
        longestWait = fleet.longestWait.inMinutes
        vehicles = fleet.vehicles
        idle = fleet.vehicles
    }

    mutating func add(_ count: Int) {
        vehicles += count
        idle += count
    }
}

/// Where people of one region wait for a vehicle to one shelter.
struct Stop: Sendable {
    /// A household and when it came to the stop.
    struct Waiting: Sendable {
        var household: Household
        var since: Double
    }

    let shelter: Int
    /// Minutes to the shelter.
    let travel: Double
    private(set) var line = WaitingRing(filler: Waiting(household: .filler, since: 0))
    /// Everyone who waits.
    private(set) var persons = 0

    init(shelter: Int, travel: Double) {
        self.shelter = shelter
        self.travel = travel
    }

    /// How many households wait.
    var households: Int { line.count }

    /// The first in line; `nil` when nobody waits.
    var first: Waiting? { line.isEmpty ? nil : line.head }

    mutating func join(_ household: Household, at time: Double) {
        persons += Int(household.persons)
        line.append(Waiting(household: household, since: time))
    }

    /// Takes the first if `seats` hold it.
    mutating func board(seats: Int) -> Household? {
        guard let first, Int(first.household.persons) <= seats else { return nil }
        persons -= Int(first.household.persons)
        return line.removeFirst().household
    }

    /// Visits everyone who waits.
    func forEach(_ visit: (Household) -> Void) {
        for number in line.headNumber..<line.nextNumber { visit(line[number].household) }
    }
}

/// The vehicles of a region and the stops at which people wait for them.
///
/// A vehicle leaves a stop when the next in line would not fit any more, or when its first passenger has waited
/// as long as its fleet lets anyone wait. Nobody overtakes in the line for a vehicle.
struct Transport: Sendable {
    private(set) var fleets: [FleetRun]
    private(set) var stops: [Stop] = []
    /// For each shelter its stop, −1 while nobody ever waited there.
    private var stopOfShelter: [Int]

    init(_ fleets: [RegionReception.Fleet], shelters: Int) {
        self.fleets = fleets.map(FleetRun.init)
        stopOfShelter = Array(repeating: -1, count: shelters)
    }

    /// The seats of the largest vehicle there is; `nil` without any vehicle.
    var mostSeats: Int? { fleets.lazy.filter { $0.vehicles > 0 }.map(\.seats).max() }

    /// Everyone who waits at a stop.
    var waiting: Int { stops.reduce(0) { $0 + $1.persons } }

    /// Lets a household wait for a vehicle to a shelter.
    ///
    /// - Returns: the stop, and whether it is the first in line there.
    mutating func join(
        _ household: Household, to shelter: Int, travel: Double, at time: Double
    ) -> (stop: Int, isFirst: Bool) {
        if stopOfShelter[shelter] < 0 {
            stopOfShelter[shelter] = stops.count
            stops.append(Stop(shelter: shelter, travel: travel))
        }
        let stop = stopOfShelter[shelter]
        stops[stop].join(household, at: time)
        return (stop, stops[stop].households == 1)
    }

    /// Whether a vehicle of `fleet` stands ready and has reason to leave the stop.
    func mayLeave(_ fleet: Int, from stop: Int, at time: Double) -> Bool {
        let fleet = fleets[fleet]
        guard fleet.idle > 0, let first = stops[stop].first, Int(first.household.persons) <= fleet.seats
        else { return false }
        return stops[stop].persons >= fleet.seats || first.since + fleet.longestWait <= time
    }

    /// The stop a vehicle of `fleet` leaves from now: of those that give it reason to, the one whose first has
    /// waited longest.
    func mostUrgentStop(for fleet: Int, at time: Double) -> Int? {
        var urgent: (stop: Int, since: Double)?
        for stop in stops.indices {
            guard let first = stops[stop].first, mayLeave(fleet, from: stop, at: time) else { continue }
            if let found = urgent, found.since <= first.since { continue }
            urgent = (stop, first.since)
        }
        return urgent?.stop
    }

    /// Sends a vehicle off, with as many from the head of the line as it holds.
    mutating func leave(_ fleet: Int, from stop: Int) -> [Household] {
        fleets[fleet].idle -= 1
        var aboard: [Household] = []
        var seats = fleets[fleet].seats
        while let household = stops[stop].board(seats: seats) {
            seats -= Int(household.persons)
            aboard.append(household)
        }
        return aboard
    }

    /// A vehicle is back.
    mutating func comeBack(_ fleet: Int) { fleets[fleet].idle += 1 }

    /// More vehicles are there.
    mutating func add(_ count: Int, to fleet: Int) { fleets[fleet].add(count) }

    /// The first fleet of buses; a region without one gets a `usual` one with no vehicle yet.
    mutating func busFleet(usual: RegionReception.Fleet) -> Int {
        if let fleet = fleets.firstIndex(where: { $0.kind == .bus }) { return fleet }
        fleets.append(FleetRun(usual))
        return fleets.count - 1
    }
}
