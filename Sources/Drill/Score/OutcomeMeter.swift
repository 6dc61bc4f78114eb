import Simulation
import Situation

/// Adds up the intervals of a run that is measured.
struct OutcomeMeter {
    private(set) var measures: OutcomeMeasures
    private let breachedBefore: [ServiceBreach]
    private let keepsSeries: Bool

    /// - Parameters:
    ///   - engine: at the moment where counting begins.
    ///   - keepsSeries: whether ``OutcomeMeasures/series`` is wanted.
    init(_ engine: NationalEngine, keepsSeries: Bool) {
        let world = engine.world
        measures = OutcomeMeasures(
            from: engine.now, to: engine.now, posts: world.posts.map { OutcomeMeasures.Post(id: $0.id) },
            regions: world.receptions.map { OutcomeMeasures.Region(id: $0.region) },
            shelters: world.shelters.map { OutcomeMeasures.Shelter(id: $0.id, region: $0.region) }, series: []
        )
        breachedBefore = engine.serviceBreaches
        self.keepsSeries = keepsSeries
    }

    mutating func take(_ interval: IntervalRecord) {
        for (index, post) in interval.incoming.enumerated() { measures.posts[index].incoming.add(post) }
        for (index, post) in interval.outgoing.enumerated() { measures.posts[index].outgoing.add(post) }
        for (index, region) in interval.regions.enumerated() { measures.regions[index].add(region) }
        for (index, shelter) in interval.shelters.enumerated() {
            measures.shelters[index].peakOccupied = max(
                measures.shelters[index].peakOccupied, shelter.occupied)
        }
        measures.to = interval.end
        if keepsSeries { measures.series.append(OutcomeMeasures.Step(interval)) }
    }

    /// - Parameter engine: at the moment where counting ends.
    consuming func finished(_ engine: NationalEngine) -> OutcomeMeasures {
        var before: [Key: Double] = [:]
        for breach in breachedBefore { before[Key(breach)] = breach.minutes }
        for breach in engine.serviceBreaches {
            let minutes = breach.minutes - (before[Key(breach)] ?? 0)
            guard minutes > 0 else { continue }
            measures.shelters[breach.shelter].breachedHours.append(
                OutcomeMeasures.Breach(service: breach.service, hours: minutes / 60))
        }
        for (index, shelter) in engine.world.shelters.enumerated() {
            measures.shelters[index].reserveOpened =
                shelter.reserveBeds.count - engine.reserveToOrder(of: shelter.id).count
        }
        return measures
    }

    private struct Key: Hashable {
        let shelter: Int
        let service: ServiceLimit.Service

        init(_ breach: ServiceBreach) {
            shelter = breach.shelter
            service = breach.service
        }
    }
}

extension OutcomeMeasures.Line {
    fileprivate mutating func add(_ interval: PostInterval) {
        personHoursWaited += interval.personMinutesWaited / 60
        peakQueue = max(peakQueue, interval.queuePersons)
        if let wait = interval.expectedWait { peakWait = max(peakWait ?? wait, wait) }
        arrived += interval.arrived
        served += interval.served
        refused += interval.refused
        gaveUp += interval.gaveUp
    }
}

extension OutcomeMeasures.Region {
    fileprivate mutating func add(_ interval: RegionInterval) {
        personHoursWithoutBed += interval.personMinutesWithoutBed / 60
        peakWithoutBed = max(peakWithoutBed, interval.withoutBed)
        cameInNeed += interval.cameInNeed
    }
}

extension OutcomeMeasures.Step {
    fileprivate init(_ interval: IntervalRecord) {
        let sides = interval.incoming + interval.outgoing
        self.init(
            at: interval.end, waiting: sides.reduce(0) { $0 + $1.queuePersons },
            withoutBed: interval.regions.reduce(0) { $0 + $1.withoutBed },
            breached: interval.shelters.reduce(0) { $0 + $1.breached.count })
    }
}
