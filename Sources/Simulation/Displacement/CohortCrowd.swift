/// Moves cohorts: people who cannot be told apart move as counts, drawn from multinomial distributions.
struct CohortCrowd: DisplacedCrowd {
    var tonight: CohortBook
    var tomorrow: CohortBook
    var stream: RandomStream
    var here: [Int]
    var people = 0
    var planner: RoutePlanner
    /// People about to travel, all of today's, and those on their next legs.
    var rides: [Ride] = []
    var today: [Ride] = []
    var wave: [Ride] = []
    var stops: [Stop] = []
    /// The first stop that may still be joined, by place and part of the day's way.
    var stopHeads: [Int32]
    /// Stops by part of the day's way, in the order they came about.
    var pending: [[Int32]]
    /// People who arrived at each place today.
    var arrivals: [Int]
    /// Likewise the day before.
    var arrivalsBefore: [Int]
    /// People whose way or route ends at each place today.
    var coming: [Int]
    /// How many are thought to come to each place today.
    var awaited: [Double] = []
    /// Whether those who decide have left their night's place already.
    var isTravelling = false
    /// People who set out for each place in this piece of the day and will be there before its end.
    var inbound: [Int]
    /// Who acts before whom.
    var order = ActingOrder()
    /// Those who leave a place today, and how they are dealt out to the pieces of the day.
    var leavers: [(count: Int, group: Group)] = []
    var deals: [ActingOrder.Deal] = []
    /// Places with limited room, and how many may have come to each by the middle of a piece of the day.
    var limited: [Int] = []
    /// The most people with whom each place does not yet turn others away; no limit where there is none.
    var mark: [Int]
    var expected: [Double]
    /// Camps for which it matters who is first; places from where people go there; and the shortest way from
    /// each place to one of those.
    var isChanging: [Bool]
    var hangs: [Bool]
    var distanceToSight: [Double]
    /// So few people that they are not told apart as finely by their way of the day.
    var few = 0.0
    /// The part of the day's way that is being played.
    var earliest = 0
    /// How many times counts were drawn: what a run costs, whatever the machine.
    var draws = 0

    /// People on a way.
    struct Ride {
        let link: Int32
        let route: Int32
        let kilometres: Double
        /// Kilometres moved today.
        let moved: Double
        var count: Int
        let history: Int32
        let isFresh: Bool
        /// Whether they were counted in as people on their way to the route's end.
        var isPledged = false
        /// The shares of these people in the order in which people act.
        var shares: ActingOrder.Spread
    }

    /// People who came to a place within the day.
    struct Stop {
        let place: Int32
        let route: Int32
        /// How much of a day's way they have behind them, in coarse parts.
        let part: Int32
        /// Their kilometres of today, added up.
        var way: Double
        var count: Int
        var spread: ActingOrder.Spread
        /// How many of them were counted in as people on their way to the route's end.
        var pledged: Int
        var history: Int32
        var isMixed: Bool
        /// The most legs any of them had today.
        var legs: Int32
        var next: Int32

        /// Kilometres moved today, the mean of all.
        var moved: Double { way / Double(count) }

        mutating func join(_ ride: Ride, moved: Double, legs: Int32) {
            way += moved * Double(ride.count)
            count += ride.count
            spread += ride.shares * Float(ride.count)
            if ride.isPledged { pledged += ride.count }
            self.legs = max(self.legs, legs)
        }
    }

    /// The most legs of one day: Flee itself ends there, for want of stack.
    static let mostLegs: Int32 = 1000

    init(map: DisplacementMap, stream: RandomStream) {
        self.stream = stream
        let count = map.places.count
        tonight = CohortBook(places: count)
        tomorrow = tonight
        here = Array(repeating: 0, count: count)
        arrivals = here
        arrivalsBefore = here
        coming = here
        mark = here
        inbound = here
        expected = Array(repeating: 0, count: count)
        isChanging = Array(repeating: false, count: count)
        hangs = isChanging
        distanceToSight = expected
        planner = RoutePlanner(places: count)
        stopHeads = Array(repeating: -1, count: count * Self.mostParts)
        pending = Array(repeating: [], count: Self.mostParts)
    }

    mutating func add(_ count: Int, at place: Int, map: DisplacementMap) throws(DisplacementFault) {
        guard count > 0 else { return }
        let cohort = tonight.standing(Int32(place), route: 0, isFresh: map.settings.startsOnFoot)
        tonight.cohorts[cohort].count += count
        tonight.cohorts[cohort].spread[newestStretch(map)] += Float(count)
        if map.settings.avoidsShortStints {
            tonight.histories.add(Double(count), recent: 0, to: cohort)
        }
        here[place] += count
        people += count
    }

    /// The stretch of those who come today; joins two others first where there are too many.
    private mutating func newestStretch(_ map: DisplacementMap) -> Int {
        if order.isReady { return order.newest() }
        var moving = ActingOrder.Spread()
        for cohort in tonight.cohorts {
            let chance = cohort.isRiding ? 1 : map.moveChance(Int(cohort.spot))
            moving += cohort.spread * Float(chance)
        }
        if let (kept, joined) = order.join(moving: moving) {
            for index in tonight.cohorts.indices {
                tonight.cohorts[index].spread[kept] += tonight.cohorts[index].spread[joined]
                tonight.cohorts[index].spread[joined] = 0
            }
        }
        return order.newest()
    }

    mutating func passDay(_ map: DisplacementMap) throws(DisplacementFault) {
        swap(&arrivals, &arrivalsBefore)
        for index in arrivals.indices { arrivals[index] = 0 }
        for index in expected.indices { expected[index] = 0 }
        limited = map.places.indices.filter { map.places[$0].capacity >= 1 || planner.room[$0] != 1 }
        for index in mark.indices { mark[index] = map.mostForSettingOut(index) ?? .max }
        planner.look(at: map)
        setOut(map)
        for index in tonight.cohorts.indices where tonight.cohorts[index].isRiding { board(index) }
        travel(map)
        order.passDay()
        swap(&tonight, &tomorrow)
        tomorrow.clear()
        if map.settings.campsAreSinks { settleForGood(map) }
        if planner.isExhausted { throw .tooManyRoutes(most: RoutePlanner.mostRoutes) }
    }

    /// Takes people away from a gate; fewer when fewer are there.
    mutating func take(_ count: Int, from place: Int) -> Int {
        let cohort = tonight.standing(Int32(place), route: 0, isFresh: false)
        let taken = min(max(count, 0), tonight.cohorts[cohort].count)
        tonight.cohorts[cohort].remove(taken)
        here[place] -= taken
        people -= taken
        return taken
    }

    /// Counts who settled for good: they stay counted and never move again.
    private mutating func settleForGood(_ map: DisplacementMap) {
        for index in tonight.cohorts.indices where !tonight.cohorts[index].isRiding {
            let place = map.places[Int(tonight.cohorts[index].spot)]
            guard place.isCamp, place.deactivationProbability > 0 else { continue }
            tonight.cohorts[index].remove(
                BinomialLaw.draw(
                    tonight.cohorts[index].count, chance: place.deactivationProbability, from: &stream))
        }
    }

    /// Looks at how full the camps are.
    mutating func lookForRoom(_ map: DisplacementMap) {
        for place in limited {
            let holding = Double(here[place]) + expected[place]
            planner.look(atRoom: map.room(place, holding: holding), of: place)
        }
    }

    private mutating func board(_ index: Int) {
        let cohort = tonight.cohorts[index]
        guard cohort.count > 0 else { return }
        rides.append(
            Ride(
                link: cohort.spot, route: cohort.route, kilometres: cohort.kilometres, moved: 0,
                count: cohort.count, history: Int32(index), isFresh: cohort.isFresh, shares: cohort.shares))
    }
}
