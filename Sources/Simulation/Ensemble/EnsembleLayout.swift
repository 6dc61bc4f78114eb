import Situation

/// Which series and measures an ensemble keeps of a world, and where each stands in the flat lists that a
/// replication fills.
struct EnsembleLayout: Sendable {
    let grid: TimeGrid
    private(set) var series: [SeriesKey] = []
    private(set) var measures: [MeasureKey] = []
    /// The sections in the order in which the world's posts name them.
    let sections: [SectionID]
    /// For each post of the world, its section's place in ``sections``.
    let sectionOfPost: [Int]
    /// For each reception of the world, its shelters' places in the world.
    let sheltersOfReception: [[Int]]
    /// The services the world has limits for.
    let services: [ServiceLimit.Service]
    let hasReception: Bool
    /// For each reception of the world, how many persons an hour it can take in.
    let intakes: [IntakeCapacity]

    /// By the metric's place; a table, because it is asked for at every post and hour.
    private var seriesStarts = Array(repeating: -1, count: Self.metrics)
    /// By ``RunMeasure/ordinal`` and scope; likewise.
    private var measureStarts = Array(repeating: -1, count: RunMeasure.ordinals * Self.scopes.count)

    static let countryMeasures: [RunMeasure] = [
        .arrivals, .letIn, .letOut, .refused, .diverted, .gaveUp, .peakQueue, .peakQueueAt,
        .personHoursWaited,
    ]
    static let countryReceptionMeasures: [RunMeasure] = [
        .needBed, .peakWithoutBed, .peakWithoutBedAt, .personHoursWithoutBed,
    ]
    static let sectionMeasures: [RunMeasure] = [
        .arrivals, .letIn, .peakQueue, .peakQueueAt, .peakWait, .peakWaitAt, .personHoursWaited,
    ]
    static let postMeasures: [RunMeasure] = [
        .arrivals, .letIn, .refused, .diverted, .gaveUp, .peakQueue, .peakQueueAt, .peakWait, .peakWaitAt,
        .personHoursWaited, .peakArrivals, .hoursToLongWait,
    ]
    static let regionMeasures: [RunMeasure] = [
        .needBed, .hoursToFull, .peakWithoutBed, .peakWithoutBedAt, .personHoursWithoutBed, .peakNeedBed,
        .hoursToDesksShort, .hoursToTransportShort,
    ]

    init(_ world: World) {
        grid = TimeGrid(start: world.start, length: world.length)
        var sections: [SectionID] = []
        var sectionOfPost: [Int] = []
        for post in world.posts {
            let index = sections.firstIndex(of: post.section) ?? sections.count
            if index == sections.count { sections.append(post.section) }
            sectionOfPost.append(index)
        }
        self.sections = sections
        self.sectionOfPost = sectionOfPost
        sheltersOfReception = world.receptions.map { reception in
            world.shelters.indices.filter { world.shelters[$0].region == reception.region }
        }
        services = ServiceLimit.Service.allCases.filter { service in
            world.limits.contains { $0.service == service }
        }
        hasReception = !world.receptions.isEmpty
        intakes = world.receptions.map { IntakeCapacity($0, in: world) }
        addSeries(world)
        addMeasures(world)
    }

    private mutating func addSeries(_ world: World) {
        let posts = world.posts.map { SimulatedPlace.post($0.id) }
        let sections = sections.map(SimulatedPlace.section)
        let regions = world.receptions.map { SimulatedPlace.region($0.region) }
        add(.countryArrivalsHour, at: [.country])
        add(.countryQueuePersons, at: [.country])
        if hasReception {
            add(.countryBedsFree, at: [.country])
            add(.countryWithoutBed, at: [.country])
        }
        for metric in [Metric.sectionArrivalsHour, .sectionQueuePersons, .sectionWaitMinutes] {
            add(metric, at: sections)
        }
        for metric in [Metric.regionBedsFree, .regionWithoutBed] { add(metric, at: regions) }
        for metric in [Metric.postQueuePersons, .postWaitMinutes, .postUtilisation] { add(metric, at: posts) }
    }

    private mutating func addMeasures(_ world: World) {
        let country = Self.countryMeasures + (hasReception ? Self.countryReceptionMeasures : [])
        for measure in country { add(measure, at: [.country]) }
        for measure in Self.sectionMeasures { add(measure, at: sections.map(SimulatedPlace.section)) }
        for measure in Self.regionMeasures { add(measure, at: world.receptions.map { .region($0.region) }) }
        for measure in Self.postMeasures { add(measure, at: world.posts.map { .post($0.id) }) }
        add(.peakSheltered, at: world.shelters.map { .shelter($0.id) })
        for service in services {
            add(.hoursToBreach(service), at: world.shelters.map { .shelter($0.id) })
        }
    }

    private mutating func add(_ metric: Metric, at places: [SimulatedPlace]) {
        if let place = Self.place(of: metric) { seriesStarts[place] = series.count }
        series += places.map { SeriesKey(metric, $0) }
    }

    private mutating func add(_ measure: RunMeasure, at places: [SimulatedPlace]) {
        guard let scope = places.first?.scope else { return }
        measureStarts[measure.ordinal * Self.scopes.count + Self.place(of: scope)] = measures.count
        measures += places.map { MeasureKey(measure, $0) }
    }

    /// Where a metric's series for the first place it has stands; `nil` when it is not kept.
    func seriesStart(_ metric: Metric) -> Int? {
        guard let place = Self.place(of: metric), seriesStarts[place] >= 0 else { return nil }
        return seriesStarts[place]
    }

    /// Where a measure's value for the first place of a kind stands; `nil` when it is not kept.
    func measureStart(_ measure: RunMeasure, _ scope: Metric.Scope) -> Int? {
        let start = measureStarts[measure.ordinal * Self.scopes.count + Self.place(of: scope)]
        return start >= 0 ? start : nil
    }

    private static let metrics = 12

    /// The place in a table of those metrics that are kept.
    private static func place(of metric: Metric) -> Int? {
        switch metric {
        case .countryArrivalsHour: 0
        case .countryQueuePersons: 1
        case .countryBedsFree: 2
        case .countryWithoutBed: 3
        case .sectionArrivalsHour: 4
        case .sectionQueuePersons: 5
        case .sectionWaitMinutes: 6
        case .regionBedsFree: 7
        case .regionWithoutBed: 8
        case .postQueuePersons: 9
        case .postWaitMinutes: 10
        case .postUtilisation: 11
        default: nil
        }
    }

    private static let scopes: [Metric.Scope] = [.country, .section, .region, .post, .shelter]

    private static func place(of scope: Metric.Scope) -> Int {
        switch scope {
        case .country: 0
        case .section: 1
        case .region: 2
        case .post: 3
        default: 4
        }
    }
}
