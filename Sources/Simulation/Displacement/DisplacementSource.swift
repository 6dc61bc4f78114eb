/// Who sets out, and from where: the counts of the case turned into new people a day.
struct DisplacementSource {
    private let places: [FleePlace]
    /// The counts a day, from day 0 on: the total and each camp's.
    private let total: [Int]
    private let camps: [[Int]]
    /// Whether day 0's counts are taken off.
    private let offset: [Int]
    private(set) var debt = 0
    /// The sum of the days' differences, as Flee counts it: day 0 adds the total and the camps.
    private(set) var raw = 0
    private var weights: [Double] = []

    init(_ flee: FleeCase, _ settings: FleeSettings) {
        places = flee.places
        var series = [flee.total] + flee.camps
        for index in series.indices {
            for row in series[index].rows.indices {
                series[index].rows[row].count /= Double(max(settings.hasten, 1))
            }
        }
        for correction in flee.corrections where series.indices.contains(correction.series) {
            _ = series[correction.series].normalise(day: correction.day)
        }
        let daily = series.map { series in (0..<max(flee.days, 1)).map(series.count(on:)) }
        let takesOff = settings.emptiesCampsOnDayZero
        offset = daily.dropFirst().map { takesOff ? $0[0] : 0 }
        total = daily[0].map { takesOff ? $0 - daily[0][0] : $0 }
        camps = daily.dropFirst().map { counts in counts.map { takesOff ? $0 - counts[0] : $0 } }
    }

    /// What was counted in a camp on a day.
    func count(_ camp: Int, day: Int) -> Int { camps[camp][day] }

    /// What was counted in a camp on day 0, before anything is taken off.
    func countOnDayZero(_ camp: Int) -> Int { camps[camp][0] + offset[camp] }

    /// Weighs the places anew: population × intensity × what the conflict has kept of its force.
    mutating func weigh(_ map: DisplacementMap, day: Int) {
        weights = map.places.map { place in
            guard place.conflict > 0 else { return 0 }
            let force = map.settings.decay(daysSince: day - place.conflictSince)
            return Double(place.population) * place.conflict * force
        }
    }

    /// The people who set out on a day, by place.
    mutating func settingOut(
        day: Int, _ map: DisplacementMap, _ stream: inout RandomStream
    ) throws(DisplacementFault) -> [(place: Int, count: Int)] {
        if let spawning = map.settings.conflictSpawning { return driven(by: spawning, map, &stream) }
        let change = difference(day, map.settings)
        raw += change
        var count = change - debt
        if day == 0, map.settings.insertsDayZero { count = 0 }
        debt = count < 0 ? -count : 0
        guard count > 0 else { return [] }
        guard weights.contains(where: { $0 > 0 }) else { throw .nobodyToSetOut(day: day, people: count) }
        let shares = stream.multinomial(count, weights: weights)
        return shares.indices.compactMap { shares[$0] > 0 ? ($0, shares[$0]) : nil }
    }

    /// How many more are counted than the day before; on day 0 all of them, as Flee adds them up.
    private func difference(_ day: Int, _ settings: FleeSettings) -> Int {
        guard day > 0 else {
            if settings.emptiesCampsOnDayZero { return 0 }
            return settings.sumsFromCamps ? camps.reduce(total[0]) { $0 + $1[0] } : total[0]
        }
        guard settings.sumsFromCamps else { return total[day] - total[day - 1] }
        return camps.reduce(0) { $0 + $1[day] - $1[day - 1] }
    }

    private func driven(
        by spawning: FleeSettings.ConflictSpawning, _ map: DisplacementMap, _ stream: inout RandomStream
    ) -> [(place: Int, count: Int)] {
        map.places.indices.compactMap { index in
            let place = map.places[index]
            guard place.conflict > 0 else { return nil }
            let count =
                switch spawning {
                case .constant(let people): Self.whole(people * place.conflict)
                case .share(let share): Self.whole(share * Double(place.population) * place.conflict)
                case .poisson(let mean): PoissonLaw(mean: mean * place.conflict).draw(from: &stream)
                }
            return count > 0 ? (index, count) : nil
        }
    }

    private static func whole(_ number: Double) -> Int { Int(min(max(number, 0), FleeCase.largestCount)) }
}
