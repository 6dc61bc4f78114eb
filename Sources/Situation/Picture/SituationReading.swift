/// The whole picture as screens and documents show it at a moment: sums, comparisons and ages worked out.
///
/// Where two sources give one number differently, the rule is: until an officer settles it, the figure stays as the
/// fold chooses it (the later word of two about the same period, the finest cover of a post's time, the sum of the
/// posts beside what is stated for the area), and both entries carry a mark (``disputes``). Once an officer preferred
/// one, the other is passed over here as if it had not been said; it stays in the journal and in the picture.
public struct SituationReading: Sendable {
    public let now: Instant
    public let checkpoints: [CheckpointReading]
    public let sections: [SectionReading]
    public let shelters: [ShelterReading]
    /// Only regions that have shelters.
    public let regions: [RegionReading]
    public let indicators: [IndicatorReading]
    /// What authorities state for areas, beside the sums of the posts.
    public let totals: [(area: Area, statements: [Statement<StatedTotal>])]
    /// The open contradiction that an entry is part of: the figures that rest on it carry a mark.
    public let disputes: [EntryID: ContradictionID]
    /// Everyone who ever said anything, and when.
    public let sources: [SourceID: SourcePicture]
    /// Tasks that should have been done by now.
    public let overdueTasks: Int
    /// Cases of illness in reports about the last 24 hours, of all diseases and places; `nil` when there are none.
    public let healthCases: Int?

    public init(_ picture: Picture, places: Places, targets: [IndicatorTargets], now: Instant) {
        let picture = picture.inUse()
        self.now = now
        disputes = picture.watch.disputes
        let checkpoints = places.posts.map {
            CheckpointReading(of: $0, in: picture.checkpoints[$0.id], now: now)
        }
        let sites = places.sites + Places.Site.reported(in: picture, beyond: places.sites)
        let shelters = sites.map { ShelterReading(of: $0, in: picture.shelters[$0.id], now: now) }
        self.checkpoints = checkpoints
        self.shelters = shelters
        let postsBySection = Dictionary(grouping: checkpoints, by: \.section)
        let influx = picture.watch.influxes
        sections = places.sections.map { id in
            SectionReading(
                of: id, posts: postsBySection[id] ?? [],
                stated: picture.totals[.section(id)]?.statements ?? [],
                influx: influx[id.rawValue].map { max(now - $0, .zero) })
        }
        let sheltersByRegion = Dictionary(grouping: shelters, by: \.region)
        regions = places.regions.compactMap { id in
            let stated = picture.totals[.region(id)]?.statements ?? []
            guard let shelters = sheltersByRegion[id] else { return nil }
            return RegionReading(of: id, shelters: shelters, stated: stated)
        }
        indicators = targets.map {
            IndicatorReading(
                of: $0, in: picture.indicators[$0.number],
                settled: picture.register.targets(of: $0.number), now: now)
        }
        totals = picture.totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value.statements) }
        sources = picture.sources
        overdueTasks = picture.watch.tasks.values.count { $0.isOverdue(at: now) }
        let health = picture.health.values.flatMap(\.statements).filter {
            now - .days(1) < $0.at && $0.at <= now
        }
        healthCases = health.isEmpty ? nil : health.reduce(0) { $0 + $1.body.cases.values.reduce(0, +) }
    }

    /// The reading of one post.
    public func checkpoint(_ id: CheckpointID) -> CheckpointReading? { checkpoints.first { $0.id == id } }

    /// The reading of one shelter.
    public func shelter(_ id: ShelterID) -> ShelterReading? { shelters.first { $0.id == id } }
}

extension WatchPicture {
    /// Since when alarms have stood that arrivals are above the usual, by place.
    fileprivate var influxes: [String: Instant] {
        var since: [String: Instant] = [:]
        for record in alarms.values where record.isAboveUsual {
            guard let begin = record.activeSince else { continue }
            since[record.id.subject] = min(since[record.id.subject] ?? begin, begin)
        }
        return since
    }
}

extension Places.Site {
    /// Facilities that reports speak of and the reference data does not know.
    fileprivate static func reported(in picture: Picture, beyond sites: [Places.Site]) -> [Places.Site] {
        let known = Set(sites.map(\.id))
        return picture.shelters.keys.filter { !known.contains($0) }.sorted().compactMap { id in
            guard let region = picture.shelters[id]?.facilities.latest?.body.region else { return nil }
            return Places.Site(
                id: id, region: region, openBeds: Figure(0, .reference), reserveBeds: Figure(0, .reference),
                leadHours: Figure(0, .reference))
        }
    }
}
