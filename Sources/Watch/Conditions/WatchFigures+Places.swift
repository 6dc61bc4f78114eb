import Planning
import Situation

extension WatchFigures {
    /// What a metric measures, as far as a condition's scope reaches.
    ///
    /// - Parameter affected: what a playbook was started for; with nothing in it the whole country.
    public func subjects(
        of metric: Metric, _ scope: PlanScope, affected: PlaybookEvent.Affected? = nil
    ) -> [String] {
        switch scope {
        case .one(let subject): return [subject]
        case .any: return subjects(of: metric)
        case .affected:
            guard let affected, !affected.isCountry else { return subjects(of: metric) }
            return subjects(of: metric, within: affected)
        }
    }

    /// Everything a metric measures.
    private func subjects(of metric: Metric) -> [String] {
        switch metric.scope {
        case .country, .station: ["KZ"]
        case .section: reading.sections.map(\.id.rawValue)
        case .region: reading.regions.map(\.id.rawValue)
        case .post: reading.checkpoints.map(\.id.rawValue)
        case .shelter: reading.shelters.map(\.id.rawValue)
        case .indicator: reading.indicators.map { String($0.targets.number.value) }
        case .source: picture.sources.keys.map(\.rawValue).sorted()
        }
    }

    private func subjects(of metric: Metric, within affected: PlaybookEvent.Affected) -> [String] {
        switch metric.scope {
        case .section:
            // A playbook of a region watches the sections its posts lie on, when no section is named.
            guard affected.sections.isEmpty else { return affected.sections.map(\.rawValue) }
            let posts = Set(affected.checkpoints)
            var seen: Set<SectionID> = []
            return reading.checkpoints.filter { posts.contains($0.id) && seen.insert($0.section).inserted }
                .map(\.section.rawValue)
        case .region: return affected.regions.map(\.rawValue)
        case .post: return affected.checkpoints.map(\.rawValue)
        case .shelter:
            let regions = Set(affected.regions)
            return reading.shelters.filter { regions.contains($0.region) }.map(\.id.rawValue)
        case .country, .station, .indicator, .source: return subjects(of: metric)
        }
    }

    /// What a crisis at `place` affects: a section with its posts and their regions, a region with its posts, a post
    /// alone with its region; nothing in particular for the country.
    public func affected(by place: String) -> PlaybookEvent.Affected {
        if let section = reading.sections.first(where: { $0.id.rawValue == place }) {
            let posts = reading.checkpoints.filter { $0.section == section.id }
            return PlaybookEvent.Affected(
                sections: [section.id], regions: Self.regions(of: posts), checkpoints: posts.map(\.id))
        }
        if let post = reading.checkpoint(CheckpointID(place)) {
            return PlaybookEvent.Affected(regions: [post.region], checkpoints: [post.id])
        }
        let posts = reading.checkpoints.filter { $0.region.rawValue == place }
        guard !posts.isEmpty || reading.regions.contains(where: { $0.id.rawValue == place }) else {
            return PlaybookEvent.Affected()
        }
        return PlaybookEvent.Affected(regions: [RegionCode(place)], checkpoints: posts.map(\.id))
    }

    private static func regions(of posts: [CheckpointReading]) -> [RegionCode] {
        var seen: Set<RegionCode> = []
        return posts.map(\.region).filter { seen.insert($0).inserted }
    }

    /// The place a playbook is proposed for when something of this kind goes wrong at `subject`: a post stands for its
    /// section and a shelter for its region, so that one crisis is one proposal.
    func place(of metric: Metric, at subject: String) -> String {
        switch metric.scope {
        case .section, .region: subject
        case .post: reading.checkpoint(CheckpointID(subject))?.section.rawValue ?? subject
        case .shelter: reading.shelter(ShelterID(subject))?.region.rawValue ?? subject
        case .country, .indicator, .source, .station: "KZ"
        }
    }
}

extension PlaybookEvent.Affected {
    /// Whether nothing in particular is named, which means the country.
    public var isCountry: Bool { sections.isEmpty && regions.isEmpty && checkpoints.isEmpty }

    /// Whether a playbook for `self` answers for `place` already.
    func covers(_ place: String) -> Bool {
        isCountry || mainPlace == place || sections.contains { $0.rawValue == place }
            || regions.contains { $0.rawValue == place }
    }
}
