/// People of one place or on one way who cannot be told apart, but for how far they travelled lately.
struct Cohort {
    /// The place, or the way.
    let spot: Int32
    let isRiding: Bool
    /// Kilometres done on the way.
    let kilometres: Double
    /// The route still to follow; 0 for none.
    let route: Int32
    /// Whether they have not finished a way yet: some rules have those walk.
    let isFresh: Bool
    var count: Int
    /// How its people are spread over the order in which people act.
    var spread = ActingOrder.Spread()
    /// The next cohort of the same spot.
    fileprivate let next: Int32

    /// The shares of its people in the stretches of that order.
    var shares: ActingOrder.Spread {
        let all = spread.sum()
        return all > 0 ? spread / all : spread
    }

    /// Takes people out, whoever they are.
    mutating func remove(_ people: Int) {
        guard people > 0 else { return }
        spread *= Float(count - people) / Float(count)
        count -= people
    }
}

/// The cohorts of one night, found by where they are. A cohort's history has the cohort's own number.
struct CohortBook {
    var cohorts: [Cohort] = []
    var histories = TravelHistories()
    private var placeHeads: [Int32]
    private var linkHeads: [Int32] = []

    init(places: Int) { placeHeads = Array(repeating: -1, count: places) }

    /// Takes everybody out.
    mutating func clear() {
        for cohort in cohorts {
            if cohort.isRiding {
                linkHeads[Int(cohort.spot)] = -1
            } else {
                placeHeads[Int(cohort.spot)] = -1
            }
        }
        cohorts.removeAll(keepingCapacity: true)
        histories.forget(keeping: 0)
    }

    /// The cohort at a place, made when there is none.
    mutating func standing(_ place: Int32, route: Int32, isFresh: Bool) -> Int {
        var index = placeHeads[Int(place)]
        while index >= 0 {
            let cohort = cohorts[Int(index)]
            if cohort.route == route, cohort.isFresh == isFresh { return Int(index) }
            index = cohort.next
        }
        let made = make(
            Cohort(
                spot: place, isRiding: false, kilometres: 0, route: route, isFresh: isFresh, count: 0,
                next: placeHeads[Int(place)]))
        placeHeads[Int(place)] = Int32(made)
        return made
    }

    /// The cohort on a way, made when there is none.
    mutating func riding(_ link: Int32, kilometres: Double, route: Int32, isFresh: Bool) -> Int {
        while linkHeads.count <= Int(link) { linkHeads.append(-1) }
        var index = linkHeads[Int(link)]
        while index >= 0 {
            let cohort = cohorts[Int(index)]
            if cohort.kilometres == kilometres, cohort.route == route, cohort.isFresh == isFresh {
                return Int(index)
            }
            index = cohort.next
        }
        let made = make(
            Cohort(
                spot: link, isRiding: true, kilometres: kilometres, route: route, isFresh: isFresh, count: 0,
                next: linkHeads[Int(link)]))
        linkHeads[Int(link)] = Int32(made)
        return made
    }

    private mutating func make(_ cohort: Cohort) -> Int {
        cohorts.append(cohort)
        return histories.make()
    }
}
