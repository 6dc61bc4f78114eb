import Situation

/// The reception of all regions in a run: registration, transport, beds.
///
/// Times are minutes since the world's start, negative in the warm-up. Every region registers by itself; from
/// there on all share one calendar, because they share shelters. What happens at a moment reached by
/// ``advance(to:letIn:)`` belongs to the next stretch, so however a run is cut, it is the same run. At one
/// moment the calendar comes before new registrations, and those in the order of regions.
struct ReceptionRun: Sendable {
    var regions: [RegionRun]
    var shelters: [ShelterRun]
    var events = EventCalendar<ReceptionEvent>()
    /// The moment reached.
    private(set) var now: Double
    /// Everyone given in or in a bed at the beginning.
    private(set) var came = 0
    /// Everyone who is gone.
    private(set) var left = 0
    let world: World
    private let draw: HouseholdDraw
    /// For each post the reception of its region, −1 without one.
    private let receptionOfPost: [Int]
    /// How many were registered, over all regions: the order in which people wait for beds.
    private var registeredCount = 0
    private var drawn: [Household] = []
    private var registered: [(at: Double, household: Household)] = []

    /// A reception with those in its beds who are there at the beginning. None of them leaves before the world's
    /// start.
    init(_ world: World, seed: UInt64, from start: Double) {
        self.world = world
        now = start
        draw = HouseholdDraw(world.groups)
        regions = world.receptions.map { RegionRun($0, shelters: world.shelters, from: start) }
        shelters = world.shelters.map { ShelterRun($0, limits: world.limits, from: start) }
        receptionOfPost = world.posts.map { post in
            world.receptions.firstIndex { $0.region == post.region } ?? -1
        }
        putGuestsIn(seed: seed)
    }

    private mutating func putGuestsIn(seed: UInt64) {
        let guests = InitialGuests(world.groups)
        for (index, shelter) in world.shelters.enumerated() {
            let home = world.receptions.firstIndex { $0.region == shelter.region }
            var stream = RandomStream(seed: seed, name: "shelter/\(shelter.id.rawValue)/guests")
            let count = shelter.initiallyOccupied.count
            came += count
            for guest in guests.draw(count, home: home.map(Int16.init) ?? Household.nowhere, from: &stream) {
                events.schedule(
                    .leaves(guest, shelter: Int32(index)), at: max(0, now) + guest.stayMinutes)
            }
        }
    }
}

// MARK: - Playing

extension ReceptionRun {
    /// Plays everything before `minute`.
    ///
    /// - Parameter letIn: for each post of the world, those let into the country in the stretch just played, in
    ///   order of time.
    mutating func advance(to minute: Double, letIn: [[LetIn]]) {
        for post in letIn.indices where !letIn[post].isEmpty { takeIn(letIn[post], at: post) }
        guard minute > now else { return }
        register(before: minute)
        playEvents(before: minute)
        now = minute
    }

    private mutating func takeIn(_ parties: [LetIn], at post: Int) {
        let home = receptionOfPost.indices.contains(post) ? receptionOfPost[post] : -1
        for one in parties {
            came += Int(one.party.persons)
            guard home >= 0, draw.mayNeedBed(one.party) else {
                left += Int(one.party.persons)
                continue
            }
            takeIn(one.party, at: max(now, one.at), home: home)
        }
    }

    private mutating func takeIn(_ party: Party, at time: Double, home: Int) {
        drawn.removeAll(keepingCapacity: true)
        draw.draw(party, home: home, registration: regions[home].registrationMinutes, into: &drawn)
        var inNeed = 0
        for household in drawn {
            inNeed += Int(household.persons)
            regions[home].hall.expect(household, at: time)
        }
        regions[home].countComing(inNeed)
        left += Int(party.persons) - inNeed
    }

    private mutating func register(before minute: Double) {
        registered.removeAll(keepingCapacity: true)
        for index in regions.indices { regions[index].hall.advance(to: minute, registered: &registered) }
        let isInOrder = zip(registered, registered.dropFirst()).allSatisfy { $0.at <= $1.at }
        guard !isInOrder else { return }
        // The halls appended in the order of regions, so a stable order by time is all that is needed.
        registered = registered.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private mutating func playEvents(before minute: Double) {
        var next = 0
        while true {
            let registration = next < registered.count ? registered[next].at : .infinity
            if events.nextTime <= registration {
                guard events.nextTime < minute, let event = events.takeNext() else { return }
                play(event.event, at: event.time)
            } else {
                let household = registered[next].household
                next += 1
                registeredCount += 1
                place(household, number: registeredCount, at: registration)
            }
        }
    }

    private mutating func play(_ event: ReceptionEvent, at time: Double) {
        switch event {
        case .arrives(let household, let shelter): arrive(household, in: Int(shelter), at: time)
        case .leaves(let household, let shelter): leave(household, from: Int(shelter), at: time)
        case .vehicleBack(let region, let fleet):
            regions[Int(region)].transport.comeBack(Int(fleet))
            sendVehicles(of: Int(region), fleet: Int(fleet), at: time)
        case .waitedLong(let region, let stop, let fleet):
            sendVehicles(of: Int(region), fleet: Int(fleet), from: Int(stop), at: time)
        case .vehiclesCome(let region, let fleet, let count):
            addVehicles(Int(count), to: Int(fleet), of: Int(region), at: time)
        case .reserveOpens(let shelter, let beds):
            shelters[Int(shelter)].openReserve(Int(beds))
            giveFreeBeds(of: Int(shelter), at: time)
        }
    }

    private mutating func leave(_ household: Household, from shelter: Int, at time: Double) {
        shelters[shelter].depart(Int(household.persons), at: time)
        left += Int(household.persons)
        if household.home >= 0 { regions[Int(household.home)].countLeaving(household) }
        giveFreeBeds(of: shelter, at: time)
    }

    private mutating func arrive(_ household: Household, in shelter: Int, at time: Double) {
        shelters[shelter].arrive(Int(household.persons), at: time)
        regions[Int(household.home)].underway -= Int(household.persons)
        events.schedule(.leaves(household, shelter: Int32(shelter)), at: time + household.stayMinutes)
    }
}
