/// Places and ways as they stand on a day: what both engines move people over.
///
/// Conflicts, closures and changes of kind act on it, so that the cohorts and the agents differ only in how
/// they count people.
struct DisplacementMap {
    let settings: FleeSettings
    var places: [Place]
    /// Each place's country, apart: places are looked at far more often.
    private let countries: [String]
    /// Every way in one direction; a way that opens again is a new one, so that those who turn back on the old
    /// one do so.
    var links: [Link] = []
    /// The ways out of each place, in the order people look at them.
    var open: [[Int32]]
    private var shut: [[Int32]]
    /// Counts changes of the ways, so that listed routes know when they are old.
    private(set) var waysVersion = 1

    struct Place {
        let isAbroad: Bool
        let capacityPerDay: Int
        let deactivationProbability: Double
        var population: Int
        var capacity: Int
        var isCamp = false
        var isIDPCamp = false
        var isTown = false
        var isMarker = false
        /// Above 0 while in conflict.
        var conflict = -1.0
        var conflictSince = -1
        var moveChance = 1.0
        var score = 1.0
        /// A border post: whoever comes waits, whatever the rules say.
        var isGate = false
    }

    struct Link {
        let from, to: Int32
        let kilometres, speed, walkProbability: Double
        var isClosed = false
    }

    init(places: [FleePlace], routes: [FleeRoute], settings: FleeSettings) {
        self.settings = settings
        let home = places.first?.country ?? ""
        let divisor = max(settings.hasten, 1)
        countries = places.map(\.country)
        self.places = places.map { place in
            Place(
                isAbroad: place.country != home, capacityPerDay: place.capacityPerDay,
                deactivationProbability: place.deactivationProbability,
                population: place.population / divisor, capacity: place.capacity.map { $0 / divisor } ?? -1)
        }
        open = Array(repeating: [], count: places.count)
        shut = open
        for (index, place) in places.enumerated() {
            let waits = place.kind == .conflict && place.conflictDay > 0
            setKind(waits ? .town : place.kind, of: index, intensity: place.conflictIntensity)
        }
        for route in routes {
            link(route.from, route.to, route)
            link(route.to, route.from, route)
        }
        updateScores(day: 0)
    }

    private mutating func link(_ from: Int, _ to: Int, _ route: FleeRoute) {
        open[from].append(Int32(links.count))
        links.append(
            Link(
                from: Int32(from), to: Int32(to), kilometres: route.kilometres,
                speed: route.maxMoveSpeed ?? settings.maxMoveSpeed, walkProbability: route.walkProbability))
    }

    // MARK: - What changes

    /// Makes a place another kind, with that kind's chance of leaving.
    mutating func setKind(_ kind: PlaceKind, of index: Int, intensity: Double = 1) {
        places[index].isCamp = kind.isCamp
        places[index].isIDPCamp = kind == .idpCamp
        places[index].isTown = kind == .town
        if places[index].isMarker != (kind == .marker) { waysVersion += 1 }
        places[index].isMarker = kind == .marker
        places[index].conflict = kind == .conflict ? intensity : -1
        places[index].moveChance =
            switch kind {
            case .camp: settings.campMoveChance
            case .idpCamp: settings.idpCampMoveChance
            case .conflict: settings.conflictMoveChance
            case .forward, .marker: 1
            case .floodZone, .town: settings.defaultMoveChance
            }
    }

    /// A conflict breaks out, or ends at an intensity of 0.
    mutating func setConflict(_ intensity: Double, at index: Int, day: Int) {
        if intensity > 0 {
            places[index].moveChance = settings.conflictMoveChance
            places[index].conflict = intensity
            places[index].isTown = false
            places[index].conflictSince = day
        } else {
            places[index].moveChance = settings.defaultMoveChance
            places[index].conflict = -1
            places[index].isTown = true
        }
    }

    /// What a day's start does to attraction and room.
    mutating func updateScores(day: Int) {
        for index in places.indices {
            let place = places[index]
            var score = place.isAbroad ? settings.foreignWeight : 1
            if place.isCamp { score *= settings.campWeight }
            if place.conflict > 0 {
                let force = settings.decay(daysSince: day - place.conflictSince) * place.conflict
                score *= Elementary.power(settings.conflictWeight, force)
            }
            places[index].score = score
        }
    }

    /// Camps whose places grow by the day.
    mutating func growCapacities() {
        for index in places.indices where places[index].capacityPerDay > 0 {
            places[index].capacity += places[index].capacityPerDay
        }
    }

    /// Closes and opens what the closures say for a day.
    mutating func enact(_ closures: [FleeClosure], day: Int) {
        for closure in closures {
            if closure.start == day { apply(closure.subject, closing: true) }
            if closure.end == day { apply(closure.subject, closing: false) }
        }
    }

    private mutating func apply(_ subject: FleeClosure.Subject, closing: Bool) {
        switch subject {
        case .border(let first, let second):
            move(links.map { crosses($0, first, second) || crosses($0, second, first) }, closing: closing)
        case .place(let index):
            move(links.map { Int($0.from) == index || Int($0.to) == index }, closing: closing)
        case .camp(let index, let isIDP):
            setKind(closing ? .town : isIDP ? .idpCamp : .camp, of: index)
        }
    }

    private func crosses(_ link: Link, _ from: String, _ to: String) -> Bool {
        countries[Int(link.from)] == from && countries[Int(link.to)] == to
    }

    /// Takes ways from the open to the closed ones or back.
    private mutating func move(_ isMeant: [Bool], closing: Bool) {
        for place in places.indices {
            let moving = (closing ? open : shut)[place].filter { isMeant[Int($0)] }
            guard !moving.isEmpty else { continue }
            waysVersion += 1
            if closing {
                open[place].removeAll { isMeant[Int($0)] }
                shut[place] += moving
                for link in moving { links[Int(link)].isClosed = true }
            } else {
                shut[place].removeAll { isMeant[Int($0)] }
                for link in moving { reopen(link, at: place) }
            }
        }
    }

    private mutating func reopen(_ link: Int32, at place: Int) {
        var fresh = links[Int(link)]
        fresh.isClosed = false
        open[place].append(Int32(links.count))
        links.append(fresh)
    }

    // MARK: - What people look at

    /// How much room a place still offers, 1 for plenty and 0 for none.
    func room(_ index: Int, holding people: Double) -> Double {
        let capacity = Double(places[index].capacity) * settings.capacityScaling
        guard capacity >= 1 else { return 1 }
        if people <= settings.capacityBuffer * capacity { return 1 }
        if people >= capacity { return 0 }
        let over = people - settings.capacityBuffer * capacity
        return min(max(1 - over / (capacity * (1 - settings.capacityBuffer)), 0), 1)
    }

    /// The most people with whom a place does not yet turn away those who would set out for it: when half the
    /// room between nearly full and full is taken. `nil` without a limit.
    func mostForSettingOut(_ index: Int) -> Int? {
        let capacity = Double(places[index].capacity) * settings.capacityScaling
        guard capacity >= 1 else { return nil }
        let half = Int((capacity * (1 + settings.capacityBuffer) / 2).rounded(.down))
        // By the very comparison an agent makes, so that no rounding moves the mark by a person.
        if room(index, holding: Double(half + 1)) >= 0.5 { return half + 1 }
        return room(index, holding: Double(half)) >= 0.5 ? half : half - 1
    }

    /// The chance of setting out from a place without a route, a day.
    func moveChance(_ index: Int) -> Double {
        let place = places[index]
        guard settings.moveChancePopulationPower != 0 else { return place.moveChance }
        let size = Double(max(place.population, place.capacity)) / settings.moveChancePopulationBase
        return place.moveChance * Elementary.power(size, settings.moveChancePopulationPower)
    }

    /// A place's score to those who choose, its population counted in where that attracts.
    func attraction(_ index: Int) -> Double {
        let place = places[index]
        guard let power = settings.populationAttractionPower, !place.isCamp else { return place.score }
        return place.score * Elementary.power(max(1, Double(place.population)), power)
    }
}
