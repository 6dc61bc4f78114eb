import Situation
import Wording

/// The part of a picture that a report speaks of: a region's posts and shelters, or the whole country's.
struct BriefScope {
    let view: BriefView
    private let region: RegionCode?

    init(_ audience: BriefAudience, _ view: BriefView) {
        self.view = view
        region = if case .region(let code) = audience { code } else { nil }
    }

    var posts: [CheckpointReading] {
        view.situation.checkpoints.filter { region == nil || $0.region == region }
    }

    var regions: [RegionReading] { view.situation.regions.filter { region == nil || $0.id == region } }

    var shelters: [ShelterReading] { regions.flatMap(\.shelters) }

    /// Sections with a post in it. Their sums are of the whole section.
    var sections: [SectionReading] {
        let ids = Set(posts.map(\.section))
        return view.situation.sections.filter { ids.contains($0.id) }
    }

    var totals: [(area: Area, statements: [Statement<StatedTotal>])] {
        view.situation.totals.filter { holds($0.area.code) }
    }

    /// Alarms an officer works from, the longest standing first.
    var alarms: [AlarmRecord] {
        view.picture.watch.alarms.values
            .filter { $0.state(at: view.now).isAnnunciated && holds($0.id.subject) }
            .sorted {
                ($0.raised ?? view.now, $0.id.description) < ($1.raised ?? view.now, $1.id.description)
            }
    }

    var contradictions: [ContradictionRecord] {
        view.picture.watch.contradictions.values
            .filter { $0.isOpen && holds($0.finding.subject) }
            .sorted { ($0.raised, $0.id.rawValue) < ($1.raised, $1.id.rawValue) }
    }

    var resources: [Statement<ResourceReport>] {
        view.picture.resources.values.compactMap(\.latest)
            .filter { region == nil || $0.body.region == region }
            .sorted {
                ($0.body.region.rawValue, $0.body.kind) < ($1.body.region.rawValue, $1.body.kind)
            }
    }

    /// Reports on health about the last day.
    var health: [Statement<HealthReport>] {
        view.picture.health.values.flatMap(\.statements)
            .filter { view.now - .days(1) < $0.at && $0.at <= view.now && holds($0.body.place) }
            .sorted {
                ($0.at, $0.body.place, $0.provenance.entry) < ($1.at, $1.body.place, $1.provenance.entry)
            }
    }

    /// Whether a place's id lies within.
    func holds(_ id: String) -> Bool {
        guard let region else { return true }
        return id == region.rawValue || posts.contains { $0.id.rawValue == id || $0.section.rawValue == id }
            || shelters.contains { $0.id.rawValue == id }
    }
}

extension Speech {
    /// A sum of a day that reports do not cover whole says how many hours they cover.
    func daySum(_ sum: FlowReading.DaySum?) -> String {
        guard let sum else { return Self.none }
        guard sum.coveredMinutes < 23 * 60 else { return number(sum.persons) }
        return "\(number(sum.persons))/\(span(.minutes(sum.coveredMinutes)))"
    }
}
