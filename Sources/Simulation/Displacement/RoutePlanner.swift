/// The routes people at one place choose from, and how likely each is.
struct RouteChoice {
    /// Where the first leg goes.
    var link: [Int32] = []
    /// The route after the first leg.
    var rest: [Int32] = []
    /// The last place.
    var end: [Int32] = []
    /// What distance makes of a route's weight: the divisor of the score.
    var divisor: [Double] = []
    /// The weights of the day.
    var weight: [Double] = []
    /// The chance of each route when none before it was taken.
    var chance: [Double] = []
    /// Whether the last place is a camp too full to set out for.
    var isFull: [Bool] = []
    /// Which ways these routes were listed from, and which scores they were weighed by.
    var waysVersion = 0
    var weightVersion = 0
}

/// Lists and weighs routes.
struct RoutePlanner {
    private(set) var book = RouteBook()
    private(set) var choices: [RouteChoice]
    /// The attraction of each place, and the room it offers, as last looked at.
    private var attraction: [Double]
    private(set) var room: [Double]
    private var weightVersion = 1
    /// Whether routes became too many to list.
    private(set) var isExhausted = false
    private var listed = 0
    /// Ways looked at for one listing: rings of markers have many ways and no destination.
    private var looks = 0

    /// The most routes that are listed for all places together, and the most looks for one place.
    static let mostRoutes = 500_000
    /// The most places on a route.
    private static let longestRoute = 200

    init(places: Int) {
        choices = Array(repeating: RouteChoice(), count: places)
        attraction = Array(repeating: -1, count: places)
        room = Array(repeating: -1, count: places)
    }

    /// Looks at the attraction of all places anew.
    mutating func look(at map: DisplacementMap) {
        for index in map.places.indices {
            let now = map.attraction(index)
            guard now != attraction[index] else { continue }
            attraction[index] = now
            weightVersion += 1
        }
    }

    /// Looks at the room one place offers.
    mutating func look(atRoom now: Double, of index: Int) {
        guard now != room[index] else { return }
        room[index] = now
        weightVersion += 1
    }

    /// Brings the choice at a place up to the day and the moment.
    mutating func prepare(_ place: Int, _ map: DisplacementMap) {
        if choices[place].waysVersion != map.waysVersion { list(from: place, map) }
        if choices[place].weightVersion != weightVersion { weigh(place, map) }
    }

    /// Whether any route people choose from at a place ends at one of the places meant.
    mutating func leads(from place: Int, to isMeant: [Bool], _ map: DisplacementMap) -> Bool {
        if choices[place].waysVersion != map.waysVersion { list(from: place, map) }
        return choices[place].end.contains { isMeant[Int($0)] }
    }

    // MARK: - Listing

    private mutating func list(from place: Int, _ map: DisplacementMap) {
        listed -= choices[place].link.count
        var choice = RouteChoice()
        choice.waysVersion = map.waysVersion
        looks = 0
        var passed = [Int32(place)]
        for link in map.open[place] {
            extend(&choice, by: link, passed: &passed, kilometres: 0, step: 1, map)
        }
        listed += choice.link.count
        choices[place] = choice
    }

    private mutating func extend(
        _ choice: inout RouteChoice, by link: Int32, passed: inout [Int32], kilometres: Double, step: Int,
        _ map: DisplacementMap
    ) {
        looks += 1
        guard listed + choice.link.count < Self.mostRoutes, looks < Self.mostRoutes,
            passed.count < Self.longestRoute
        else { return isExhausted = true }
        let way = map.links[Int(link)]
        let kilometres = kilometres + way.kilometres
        let isMarker = map.places[Int(way.to)].isMarker
        passed.append(way.to)
        defer { passed.removeLast() }
        if !isMarker { add(passed, kilometres, to: &choice, map) }
        let step = isMarker ? step - 1 : step
        guard map.settings.awarenessLevel > step else { return }
        for further in map.open[Int(way.to)] {
            // No way leads back over a place already passed.
            if passed.contains(map.links[Int(further)].to) { continue }
            extend(&choice, by: further, passed: &passed, kilometres: kilometres, step: step + 1, map)
        }
    }

    /// Adds the route over the places passed, the first of which is where it begins.
    private mutating func add(
        _ passed: [Int32], _ kilometres: Double, to choice: inout RouteChoice, _ map: DisplacementMap
    ) {
        guard let end = passed.last, let first = firstLink(passed[0], passed[1], map) else { return }
        var rest: Int32 = 0
        for place in passed.dropFirst(2).reversed() { rest = book.route(place, then: rest) }
        choice.link.append(first)
        choice.rest.append(rest)
        choice.end.append(end)
        choice.divisor.append(
            Elementary.power(map.settings.softening + kilometres, map.settings.distancePower))
    }

    /// The way people take to the next place: the first of several that lead there.
    private func firstLink(_ from: Int32, _ to: Int32, _ map: DisplacementMap) -> Int32? {
        map.open[Int(from)].first { map.links[Int($0)].to == to }
    }

    /// The way to the next place of a route; `nil` when it has vanished.
    func step(from place: Int, along route: Int32, _ map: DisplacementMap) -> Int32? {
        firstLink(Int32(place), book.next[Int(route)], map)
    }

    /// Whether the last place of a route is a camp too full to set out for.
    func isFull(_ end: Int32, _ map: DisplacementMap) -> Bool {
        map.places[Int(end)].isCamp && room[Int(end)] < 0.5
    }

    // MARK: - Weighing

    private mutating func weigh(_ place: Int, _ map: DisplacementMap) {
        // In place, so that nothing is copied at each look.
        let settings = map.settings
        let count = choices[place].link.count
        if choices[place].weight.count != count {
            choices[place].weight = Array(repeating: 0, count: count)
            choices[place].chance = choices[place].weight
            choices[place].isFull = Array(repeating: false, count: count)
        }
        var most = 0.0
        for index in 0..<count {
            let end = Int(choices[place].end[index])
            let score = (settings.weightSoftening + attraction[end]) / choices[place].divisor[index]
            let weight = Elementary.power(score * room[end], settings.weightPower)
            choices[place].weight[index] = weight.isFinite ? weight : 0
            choices[place].isFull[index] = isFull(Int32(end), map)
            most = max(most, weight.isFinite ? weight : 0)
        }
        settle(place, most: most, pruning: settings.pruningThreshold)
        choices[place].weightVersion = weightVersion
    }

    /// Turns weights into the chance of each route when none before it was taken. Routes far lighter than the
    /// heaviest are pruned where the settings say so; where nothing weighs anything, all count the same.
    private mutating func settle(_ place: Int, most: Double, pruning: Double) {
        let threshold = pruning < 1.001 ? 0 : most / pruning
        var rest = 0.0
        for index in choices[place].weight.indices.reversed() {
            var weight = choices[place].weight[index]
            if most <= 0 { weight = 1 } else if weight < threshold { weight = 0 }
            rest += weight
            choices[place].chance[index] = rest > 0 ? weight / rest : 0
        }
    }
}
