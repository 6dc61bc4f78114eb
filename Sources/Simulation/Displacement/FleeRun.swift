/// One run of a case, day after day in Flee's order.
struct FleeRun<Crowd: DisplacedCrowd> {
    private let flee: FleeCase
    private var map: DisplacementMap
    private var source: DisplacementSource
    private(set) var crowd: Crowd
    private var spawning: RandomStream
    /// The camps of the start: by place, and by their counts.
    private let camps: [(place: Int, series: Int)]
    var outcome: FleeOutcome

    init(_ flee: FleeCase, _ settings: FleeSettings, seed: UInt64) throws(DisplacementFault) {
        self.flee = flee
        map = DisplacementMap(places: flee.places, routes: flee.routes, settings: settings)
        source = DisplacementSource(flee, settings)
        spawning = RandomStream(seed: seed, name: "displacement/setting-out")
        crowd = Crowd(map: map, stream: RandomStream(seed: seed, name: "displacement/moving"))
        var camps: [(place: Int, series: Int)] = []
        for (index, place) in flee.places.enumerated() where place.kind.isCamp {
            guard let series = flee.camps.firstIndex(where: { $0.name == place.name }) else {
                throw .campWithoutCounts(place.name)
            }
            camps.append((index, series))
        }
        self.camps = camps
        outcome = FleeOutcome(camps: camps.map { flee.places[$0.place].name })
        source.weigh(map, day: 0)
        try fillCamps()
    }

    private mutating func fillCamps() throws(DisplacementFault) {
        guard !map.settings.emptiesCampsOnDayZero else { return }
        for camp in camps {
            let counted = map.settings.insertsDayZero ? source.countOnDayZero(camp.series) : 0
            let people = max(0, counted) + flee.places[camp.place].initialPeople
            try crowd.add(people, at: camp.place, map: map)
        }
    }

    mutating func playAll() throws(DisplacementFault) {
        outcome.days.reserveCapacity(flee.days)
        for day in 0..<flee.days { try play(day) }
    }

    private mutating func play(_ day: Int) throws(DisplacementFault) {
        changeKinds(day)
        if changeConflicts(day) { source.weigh(map, day: day) }
        let settingOut = try source.settingOut(day: day, map, &spawning)
        if day == 0 { takeOffDayZero() }
        for group in settingOut {
            try crowd.add(group.count, at: group.place, map: map)
            if map.settings.takesFromPopulation {
                map.places[group.place].population = max(0, map.places[group.place].population - group.count)
            }
        }
        map.enact(flee.closures, day: day)
        source.weigh(map, day: day)
        map.updateScores(day: day)
        map.growCapacities()
        try crowd.passDay(map)
        record(day)
    }

    private mutating func changeKinds(_ day: Int) {
        for change in flee.kindChanges where change.day == day { map.setKind(change.kind, of: change.place) }
    }

    /// - Returns: whether any conflict broke out or ended.
    private mutating func changeConflicts(_ day: Int) -> Bool {
        var isChanged = false
        guard let columns = flee.conflicts else {
            for (index, place) in flee.places.enumerated()
            where place.kind == .conflict && place.conflictDay == day {
                map.setConflict(place.conflictIntensity, at: index, day: day)
                isChanged = true
            }
            return isChanged
        }
        for column in columns where column.intensity.indices.contains(day) {
            let now = column.intensity[day]
            let before = day > 0 ? column.intensity[day - 1] : 0
            guard (now > Self.least) != (before > Self.least) else { continue }
            map.setConflict(now > Self.least ? now : 0, at: column.place, day: day)
            isChanged = true
        }
        return isChanged
    }

    /// An intensity below this is none.
    private static var least: Double { 1e-6 }

    /// Those in the camps on day 0 are taken off the capacities.
    private mutating func takeOffDayZero() {
        guard map.settings.insertsDayZero, map.settings.conflictSpawning == nil else { return }
        for index in map.places.indices where map.places[index].capacity > 0 {
            guard let series = flee.camps.firstIndex(where: { $0.name == flee.places[index].name }) else {
                continue
            }
            map.places[index].capacity -= source.countOnDayZero(series)
        }
    }

    private mutating func record(_ day: Int) {
        outcome.agentSteps += crowd.people
        outcome.days.append(
            FleeOutcome.Day(
                day: day, date: flee.date(of: day), simulated: camps.map { crowd.here[$0.place] },
                counted: camps.map { source.count($0.series, day: day) }, people: crowd.people,
                raw: source.raw, debt: source.debt))
    }
}
