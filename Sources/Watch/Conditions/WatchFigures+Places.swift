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
            return reading.checkpoints.indices.filter {
                posts.contains(reading.checkpoints[$0].id)
                    && seen.insert(reading.checkpoints[$0].section).inserted
            }.map { reading.checkpoints[$0].section.rawValue }
        case .region: return affected.regions.map(\.rawValue)
        case .post: return affected.checkpoints.map(\.rawValue)
        case .shelter:
            let regions = Set(affected.regions)
            return reading.shelters.indices.filter { regions.contains(reading.shelters[$0].region) }
                .map { reading.shelters[$0].id.rawValue }
        case .country, .station, .indicator, .source: return subjects(of: metric)
        }
    }

    /// What a crisis at `place` affects: a section with its posts and their regions, a region with its posts, a post
    /// alone with its region; nothing in particular for the country.
    public func affected(by place: String) -> PlaybookEvent.Affected {
        if index.sections[place] != nil {
            let posts = index.postsOfSection[place] ?? []
            return PlaybookEvent.Affected(
                sections: [SectionID(place)], regions: regions(of: posts), checkpoints: ids(of: posts))
        }
        if let post = index.posts[place] {
            return PlaybookEvent.Affected(regions: regions(of: [post]), checkpoints: ids(of: [post]))
        }
        let posts = index.postsOfRegion[place] ?? []
        guard !posts.isEmpty || index.regions[place] != nil else { return PlaybookEvent.Affected() }
        return PlaybookEvent.Affected(regions: [RegionCode(place)], checkpoints: ids(of: posts))
    }

    private func regions(of posts: [Int]) -> [RegionCode] {
        var seen: Set<RegionCode> = []
        return posts.map { reading.checkpoints[$0].region }.filter { seen.insert($0).inserted }
    }

    private func ids(of posts: [Int]) -> [CheckpointID] { posts.map { reading.checkpoints[$0].id } }

    /// The place a playbook is proposed for when something of this kind goes wrong at `subject`: a post stands for its
    /// section and a shelter for its region, so that one crisis is one proposal.
    func place(of metric: Metric, at subject: String) -> String {
        switch metric.scope {
        case .section, .region: subject
        case .post: index.posts[subject].map { reading.checkpoints[$0].section.rawValue } ?? subject
        case .shelter: index.shelters[subject].map { reading.shelters[$0].region.rawValue } ?? subject
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
