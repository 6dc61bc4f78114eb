import Situation

/// The way from where a region registers people to a shelter that takes them in.
struct ShelterRoute: Sendable {
    let shelter: Int
    /// Minutes.
    let travel: Double
}

/// A region's reception in a run: the hall, the vehicles, the shelters it may use, those without a bed.
struct RegionRun: Sendable {
    let region: RegionCode
    let registrationMinutes: Distribution
    var hall: RegistrationHall
    var transport: Transport
    /// Those without a bed.
    private(set) var bedLine = BedLine()
    /// Shelters in the order in which they are tried.
    private(set) var routes: [ShelterRoute] = []
    /// The most that one of them could ever hold, its reserve open.
    private(set) var largestShelter = 0
    /// Persons under way to a shelter.
    var underway = 0
    private var overflow: [RegionReception.Overflow]
    private var sinceInterval = RegionInterval()
    /// When the integral of those without a bed was last brought up to date.
    private var bedLineSince: Double

    /// The way to a region that was asked for in a run, if the world does not say. *Assumed*: a night's drive.
    static let askedTravel = Span.hours(12)

    init(_ reception: RegionReception, shelters: [SimulatedShelter], from start: Double) {
        region = reception.region
        registrationMinutes = reception.registration.minutes
        hall = RegistrationHall(desks: reception.registration.desks, from: start)
        transport = Transport(reception.fleets, shelters: shelters.count)
        overflow = reception.overflow
        bedLineSince = start
        findRoutes(shelters)
    }

    /// Everyone without a bed.
    var withoutBed: Int { bedLine.persons }

    /// Tries the shelters of `other` before those of all other regions.
    mutating func ask(_ other: RegionCode, shelters: [SimulatedShelter]) {
        let known = overflow.first { $0.region == other }
        overflow.removeAll { $0.region == other }
        overflow.insert(
            known ?? RegionReception.Overflow(region: other, travel: Self.askedTravel),
            at: known == nil ? overflow.count : 0)
        findRoutes(shelters)
    }

    /// Own shelters before others', regions in the order of preference, in each the nearest first.
    private mutating func findRoutes(_ shelters: [SimulatedShelter]) {
        routes = Self.nearestFirst(shelters, in: region, wayThere: 0)
        for other in overflow where other.region != region {
            routes += Self.nearestFirst(shelters, in: other.region, wayThere: other.travel.inMinutes)
        }
        largestShelter = routes.reduce(0) {
            max($0, shelters[$1.shelter].openBeds.count + shelters[$1.shelter].reserveBeds.count)
        }
    }

    private static func nearestFirst(
        _ shelters: [SimulatedShelter], in region: RegionCode, wayThere: Double
    ) -> [ShelterRoute] {
        shelters.enumerated().filter { $0.element.region == region }
            .map { ShelterRoute(shelter: $0.offset, travel: wayThere + $0.element.travel.inMinutes) }
            .sorted { ($0.travel, $0.shelter) < ($1.travel, $1.shelter) }
    }
}

// MARK: - Those without a bed

extension RegionRun {
    mutating func waitForBed(_ household: Household, number: Int, at time: Double) {
        countBedLine(upTo: time)
        bedLine.join(household, number: number)
    }

    mutating func takeFirstWaiting(upTo beds: Int, at time: Double) -> Household? {
        countBedLine(upTo: time)
        return bedLine.takeFirst(upTo: beds)
    }

    mutating func takeAllWaiting(at time: Double) -> [BedLine.Waiting] {
        countBedLine(upTo: time)
        return bedLine.takeAll()
    }

    private mutating func countBedLine(upTo time: Double) {
        sinceInterval.personMinutesWithoutBed += Double(bedLine.persons) * (time - bedLineSince)
        bedLineSince = time
    }
}

// MARK: - What it saw

extension RegionRun {
    mutating func countComing(_ persons: Int) { sinceInterval.cameInNeed += persons }

    mutating func countLeaving(_ household: Household) {
        if household.returns {
            sinceInterval.returned += Int(household.persons)
        } else {
            sinceInterval.travelledOn += Int(household.persons)
        }
    }

    /// What happened since this was last asked, and how it stands at `time`.
    mutating func takeInterval(at time: Double) -> RegionInterval {
        countBedLine(upTo: time)
        defer { sinceInterval = RegionInterval() }
        var interval = sinceInterval
        interval.registering = hall.persons
        interval.awaitingTransport = transport.waiting
        interval.inTransport = underway
        interval.withoutBed = withoutBed
        return interval
    }
}
