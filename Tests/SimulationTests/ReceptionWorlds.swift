import Situation

@testable import Simulation

/// Small worlds with a reception, and a way to play them by hand.
enum ReceptionWorlds {
    static let start = Instant(seconds: 1_790_000_000)
    static let home: RegionCode = "27"
    static let far: RegionCode = "19"

    /// People who all need a bed, for `stayHours` on the dot unless said otherwise.
    static func group(
        share: Double = 1, stay: Distribution = .constant(24), returning: Double = 0
    ) -> PeopleGroup {
        PeopleGroup(id: "families", needsBedShare: share, stayHours: stay, returnShare: returning)
    }

    static func shelter(
        _ id: ShelterID, in region: RegionCode = home, beds: Int, reserve: Int = 0, occupied: Int = 0,
        lead: Span = .zero, travel: Span = .zero, services: SimulatedShelter.Services = .init()
    ) -> SimulatedShelter {
        SimulatedShelter(
            id: id, region: region, openBeds: Beds(beds), reserveBeds: Beds(reserve),
            initiallyOccupied: Beds(occupied), reserveLeadTime: lead, travel: travel, services: services)
    }

    /// A reception that registers at once and has no vehicles, unless said otherwise.
    static func reception(
        _ region: RegionCode = home, desks: Int = 1, minutes: Distribution = .constant(0),
        fleets: [RegionReception.Fleet] = [], overflow: [RegionReception.Overflow] = []
    ) -> RegionReception {
        RegionReception(
            region: region, registration: .init(desks: desks, minutes: minutes), fleets: fleets,
            overflow: overflow)
    }

    static func bus(
        _ vehicles: Int = 1, seats: Int, turnRound: Span = .zero, longestWait: Span = .hours(1)
    ) -> RegionReception.Fleet {
        .init(vehicles: vehicles, seats: seats, turnRound: turnRound, longestWait: longestWait)
    }

    /// A world with one post in each region that receives people.
    static func world(
        group: PeopleGroup = group(), receptions: [RegionReception] = [reception()],
        shelters: [SimulatedShelter], limits: [ServiceLimit] = [], timetable: [TimedAct] = []
    ) throws -> World {
        try World(
            scenario: "test", start: start, length: .hours(1000), groups: [group],
            posts: receptions.map { post(in: $0.region) }, receptions: receptions, shelters: shelters,
            limits: limits, timetable: timetable)
    }

    static func post(in region: RegionCode) -> SimulatedPost {
        let booth = Channel(
            modes: TravelMode.allCases.filter { $0 != .all }, roster: Roster(1),
            service: ServiceTime(minutesPerPerson: 1))
        let side = SimulatedPost.Side(
            usualPersonsPerDay: 0, mix: [ModeShare(.foot, share: 1, partySize: 1)], channels: [booth])
        return SimulatedPost(
            id: CheckpointID(rawValue: "post-\(region.rawValue)"), region: region, section: "south",
            incoming: side, outgoing: side)
    }

    /// A party of the world's own group (the usual travellers are group 0).
    static func party(_ persons: Int, _ mode: TravelMode = .foot, luck: UInt64 = 1) -> Party {
        var party = Party.filler
        party.persons = Int32(persons)
        party.group = 1
        party.mode = mode
        party.luck = luck
        return party
    }
}

/// A reception that is given parties at their times, in steps as a test likes.
struct ReceptionPlay {
    private(set) var run: ReceptionRun
    private var coming: [[LetIn]]

    init(_ world: World, seed: UInt64 = 1, coming: [[LetIn]] = []) {
        run = ReceptionRun(world, seed: seed, from: 0)
        self.coming = coming
    }

    /// Households on foot of one post: how many persons, and when.
    init(_ world: World, seed: UInt64 = 1, onFoot: [(persons: Int, at: Double)]) {
        let parties = onFoot.enumerated().map { luck, one in
            LetIn(party: ReceptionWorlds.party(one.persons, luck: UInt64(luck)), at: one.at)
        }
        self.init(world, seed: seed, coming: [parties])
    }

    mutating func play(to minute: Double, step: Double = 10) {
        while run.now < minute {
            let next = min(minute, run.now + step)
            run.advance(to: next, letIn: take(before: next))
        }
    }

    mutating func perform(_ act: SimulatedAct) throws(ActFault) { try run.perform(act) }
    mutating func takeInterval() -> (regions: [RegionInterval], shelters: [ShelterInterval]) {
        run.takeInterval()
    }
    mutating func reports() -> [ShelterReport] { run.reports() }

    /// Who sleeps in each shelter.
    var occupied: [Int] { run.shelters.map(\.occupied) }

    private mutating func take(before minute: Double) -> [[LetIn]] {
        coming.indices.map { post in
            let count = coming[post].prefix { $0.at < minute }.count
            defer { coming[post].removeFirst(count) }
            return Array(coming[post].prefix(count))
        }
    }
}
