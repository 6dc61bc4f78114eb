import Situation

/// A shelter in a run: who sleeps there, for whom a bed is kept, and which beds are open.
struct ShelterRun: Sendable {
    let id: ShelterID
    let region: RegionCode
    let leadTime: Double
    private(set) var openBeds: Int
    /// Beds not open yet, those already ordered included.
    private(set) var reserveBeds: Int
    /// Persons who sleep there.
    private(set) var occupied: Int
    /// Beds kept for those on the way.
    private(set) var kept = 0
    /// Standards.
    private(set) var watch: ServiceWatch
    private var ordered = 0
    private var sinceInterval = Movement()
    private var sinceReport = Movement()

    private struct Movement: Sendable {
        var arrived = 0
        var departed = 0
    }

    init(_ shelter: SimulatedShelter, limits: [ServiceLimit], from start: Double) {
        id = shelter.id
        region = shelter.region
        leadTime = shelter.reserveLeadTime.inMinutes
        openBeds = shelter.openBeds.count
        reserveBeds = shelter.reserveBeds.count
        occupied = shelter.initiallyOccupied.count
        watch = ServiceWatch(limits, shelter.services)
        watch.note(occupied, at: start)
    }

    /// Beds that can still be given.
    var free: Int { openBeds - occupied - kept }

    /// Reserve that nobody has ordered yet.
    var reserveToOrder: Int { reserveBeds - ordered }

    mutating func keep(_ beds: Int) { kept += beds }

    /// People come to the beds kept for them.
    mutating func arrive(_ persons: Int, at time: Double) {
        kept -= persons
        occupied += persons
        sinceInterval.arrived += persons
        sinceReport.arrived += persons
        watch.note(occupied, at: time)
    }

    mutating func depart(_ persons: Int, at time: Double) {
        occupied -= persons
        sinceInterval.departed += persons
        sinceReport.departed += persons
        watch.note(occupied, at: time)
    }

    mutating func order(_ beds: Int) { ordered += beds }

    mutating func openReserve(_ beds: Int) {
        ordered -= beds
        reserveBeds -= beds
        openBeds += beds
    }

    /// What happened since this was last asked, and how it stands.
    mutating func takeInterval() -> ShelterInterval {
        defer { sinceInterval = Movement() }
        var interval = ShelterInterval()
        interval.openBeds = openBeds
        interval.reserveBeds = reserveBeds
        interval.occupied = occupied
        interval.arrived = sinceInterval.arrived
        interval.departed = sinceInterval.departed
        interval.breached = watch.broken
        return interval
    }

    /// What the shelter reports since it last did.
    mutating func report() -> ShelterReport {
        defer { sinceReport = Movement() }
        return ShelterReport(
            shelter: id, openBeds: Beds(openBeds), reserveBeds: Beds(reserveBeds), occupied: Beds(occupied),
            arrived: Persons(sinceReport.arrived), departed: Persons(sinceReport.departed))
    }
}
