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
    /// People on a way or a route to each place.
    var coming: [Int]
    /// Whether those who decide have left their night's place already.
    var isTravelling = false
    /// People who set out for each place in this piece of the day.
    var inbound: [Int]
    /// Places with limited room, and how many may have come to each by the middle of a piece of the day.
    var limited: [Int] = []
    var expected: [Double]
    /// How many times counts were drawn: what a run costs, whatever the machine.
    private(set) var draws = 0

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
        /// Where the pieces of this ride begin, so that single people do not all come in one piece.
        var phase: Int32 = 0
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
        var history: Int32
        var isMixed: Bool
        /// The most legs any of them had today.
        var legs: Int32
        var next: Int32

        /// Kilometres moved today, the mean of all.
        var moved: Double { way / Double(count) }
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
        inbound = here
        expected = Array(repeating: 0, count: count)
        planner = RoutePlanner(places: count)
        stopHeads = Array(repeating: -1, count: count * Self.mostParts)
        pending = Array(repeating: [], count: Self.mostParts)
    }

    mutating func add(_ count: Int, at place: Int, map: DisplacementMap) throws(DisplacementFault) {
        guard count > 0 else { return }
        let cohort = tonight.standing(Int32(place), route: 0, isFresh: map.settings.startsOnFoot)
        tonight.cohorts[cohort].count += count
        if map.settings.avoidsShortStints {
            tonight.histories.add(Double(count), recent: 0, to: cohort)
        }
        here[place] += count
        people += count
    }

    mutating func passDay(_ map: DisplacementMap) throws(DisplacementFault) {
        swap(&arrivals, &arrivalsBefore)
        for index in arrivals.indices { arrivals[index] = 0 }
        for index in expected.indices { expected[index] = 0 }
        limited = map.places.indices.filter { map.places[$0].capacity >= 1 || planner.room[$0] != 1 }
        planner.look(at: map)
        lookForRoom(map)
        setOut(map, camps: true)
        lookForRoom(map)
        setOut(map, camps: false)
        for index in tonight.cohorts.indices where tonight.cohorts[index].isRiding { board(index) }
        travel(map)
        swap(&tonight, &tomorrow)
        tomorrow.clear()
        if map.settings.campsAreSinks { settleForGood(map) }
        if planner.isExhausted { throw .tooManyRoutes(most: RoutePlanner.mostRoutes) }
    }

    /// Takes people away from a gate; fewer when fewer are there.
    mutating func take(_ count: Int, from place: Int) -> Int {
        let cohort = tonight.standing(Int32(place), route: 0, isFresh: false)
        let taken = min(max(count, 0), tonight.cohorts[cohort].count)
        tonight.cohorts[cohort].count -= taken
        here[place] -= taken
        people -= taken
        return taken
    }

    /// Counts who settled for good: they stay counted and never move again.
    private mutating func settleForGood(_ map: DisplacementMap) {
        for index in tonight.cohorts.indices where !tonight.cohorts[index].isRiding {
            let place = map.places[Int(tonight.cohorts[index].spot)]
            guard place.isCamp, place.deactivationProbability > 0 else { continue }
            tonight.cohorts[index].count -= BinomialLaw.draw(
                tonight.cohorts[index].count, chance: place.deactivationProbability, from: &stream)
        }
    }

    /// Looks at how full the camps are.
    mutating func lookForRoom(_ map: DisplacementMap) {
        for place in limited {
            let holding = Double(here[place]) + expected[place]
            planner.look(atRoom: map.room(place, holding: holding), of: place)
        }
    }

    // MARK: - Setting out

    private mutating func setOut(_ map: DisplacementMap, camps: Bool) {
        for index in tonight.cohorts.indices {
            let cohort = tonight.cohorts[index]
            guard !cohort.isRiding, cohort.count > 0 else { continue }
            let place = map.places[Int(cohort.spot)]
            guard place.isCamp == camps else { continue }
            let chance = place.isGate ? 0 : cohort.route != 0 ? 1 : map.moveChance(Int(cohort.spot))
            let leaving = BinomialLaw.draw(cohort.count, chance: chance, from: &stream)
            let group = Group(
                place: cohort.spot, route: cohort.route, moved: 0, history: Int32(index),
                isFresh: cohort.isFresh)
            stay(cohort.count - leaving, group, route: cohort.route, map)
            if leaving > 0 { leave(leaving, group, map) }
        }
    }

    /// What people at a place share when they decide.
    struct Group {
        let place: Int32
        let route: Int32
        let moved: Double
        let history: Int32
        let isFresh: Bool
    }

    mutating func leave(_ count: Int, _ group: Group, _ map: DisplacementMap) {
        let place = Int(group.place)
        if group.route != 0 { return follow(count, group, map) }
        planner.prepare(place, map)
        var left = count
        var staying = 0
        var index = 0
        while left > 0, index < planner.choices[place].chance.count {
            let chance = planner.choices[place].chance[index]
            let taking = BinomialLaw.draw(left, chance: chance, from: &stream)
            left -= taking
            if taking > 0 {
                draws += 1
                let admitted = admitted(taking, to: planner.choices[place].end[index], map)
                staying += taking - admitted
                ride(
                    admitted, planner.choices[place].link[index], planner.choices[place].rest[index], group)
            }
            index += 1
        }
        stay(staying + left, group, route: 0, map)
    }

    /// People who have a route take its next way, or drop it.
    private mutating func follow(_ count: Int, _ group: Group, _ map: DisplacementMap) {
        guard let link = planner.step(from: Int(group.place), along: group.route, map) else {
            return stay(count, group, route: 0, map)
        }
        let admitted = admitted(count, to: planner.book.end[Int(group.route)], map)
        ride(admitted, link, planner.book.rest[Int(group.route)], group)
        stay(count - admitted, group, route: 0, map)
    }

    /// How many set out for a place before it is too full to set out for.
    ///
    /// In the morning nobody has arrived yet, so all see the same. During the day each sees those who came
    /// before, so only as many set out as there is room until then.
    private mutating func admitted(_ count: Int, to end: Int32, _ map: DisplacementMap) -> Int {
        let end = Int(end)
        guard map.places[end].isCamp else { return count }
        guard isTravelling else { return planner.isFull(Int32(end), map) ? 0 : count }
        let mark = map.halfRoom(end)
        guard mark.isFinite else { return count }
        let admitted = min(count, max(0, Int((mark - Double(here[end] + inbound[end])).rounded(.down)) + 1))
        inbound[end] += admitted
        return admitted
    }

    private mutating func ride(_ count: Int, _ link: Int32, _ route: Int32, _ group: Group) {
        guard count > 0 else { return }
        here[Int(group.place)] -= count
        rides.append(
            Ride(
                link: link, route: route, kilometres: 0, moved: group.moved, count: count,
                history: group.history, isFresh: group.isFresh))
    }

    private mutating func board(_ index: Int) {
        let cohort = tonight.cohorts[index]
        guard cohort.count > 0 else { return }
        rides.append(
            Ride(
                link: cohort.spot, route: cohort.route, kilometres: cohort.kilometres, moved: 0,
                count: cohort.count, history: Int32(index), isFresh: cohort.isFresh))
    }
}
