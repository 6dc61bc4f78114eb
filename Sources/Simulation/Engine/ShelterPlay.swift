import Situation

/// A shelter in a run: who sleeps there, and which of its beds are open.
struct ShelterPlay: Sendable {
    let id: ShelterID
    let region: RegionCode
    private(set) var openBeds: Int
    /// Beds not open yet, those already ordered included.
    private(set) var reserveBeds: Int
    private(set) var occupied: Int
    let initiallyOccupied: Int
    private(set) var arrived = 0
    private(set) var departed = 0
    private var reportedArrived = 0
    private var reportedDeparted = 0
    /// Reserve under way, in the order in which it was asked for.
    private var ordered: [(due: Instant, beds: Int)] = []
    private let leadTime: Span
    private var stays: RandomStream

    init(_ shelter: SimulatedShelter, seed: UInt64) {
        id = shelter.id
        region = shelter.region
        openBeds = shelter.openBeds.count
        reserveBeds = shelter.reserveBeds.count
        occupied = shelter.initiallyOccupied.count
        initiallyOccupied = occupied
        leadTime = shelter.reserveLeadTime
        stays = RandomStream(seed: seed, name: "shelter/\(shelter.id.rawValue)/stay")
    }

    var free: Int { openBeds - occupied }

    /// Reserve that nobody has asked for yet.
    var reserveToOrder: Int { reserveBeds - ordered.reduce(0) { $0 + $1.beds } }

    mutating func order(_ beds: Int, at now: Instant) {
        ordered.append((now + leadTime, beds))
    }

    /// Opens the reserve that is ready by `now`.
    mutating func openReserve(readyBy now: Instant) {
        for (due, beds) in ordered where due <= now {
            openBeds += beds
            reserveBeds -= beds
        }
        ordered.removeAll { $0.due <= now }
    }

    /// Lets each guest leave with the same chance, which makes stays exponential.
    mutating func letLeave(chance: Double) {
        let leaving = stays.binomial(occupied, chance: chance)
        occupied -= leaving
        departed += leaving
    }

    /// Takes in as many of `people` as there are free beds, and returns how many that is.
    mutating func admit(_ people: Int) -> Int {
        let admitted = min(people, free)
        occupied += admitted
        arrived += admitted
        return admitted
    }

    /// What the shelter reports since it last did.
    mutating func report() -> ShelterReport {
        defer {
            reportedArrived = arrived
            reportedDeparted = departed
        }
        return ShelterReport(
            shelter: id, openBeds: Beds(openBeds), reserveBeds: Beds(reserveBeds), occupied: Beds(occupied),
            arrived: Persons(arrived - reportedArrived), departed: Persons(departed - reportedDeparted))
    }
}
