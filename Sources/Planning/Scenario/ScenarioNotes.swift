import Situation

/// Findings of a check as they are made, each with its line.
struct ScenarioNotes: PlanNotes {
    private let scenario: Scenario
    private let places: ScenarioPlaces
    /// The posts that play.
    let playing: [ScenarioPlaces.Post]
    private let receiving: Set<RegionCode>
    private(set) var findings: [ScenarioFinding] = []

    init(_ scenario: Scenario, _ places: ScenarioPlaces) {
        self.scenario = scenario
        self.places = places
        playing = places.posts(of: scenario)
        receiving = Set(scenario.reception.map(\.region))
    }

    /// Whether the file has a value there.
    func isWritten(_ key: String) -> Bool { scenario.source.has(key) }

    mutating func add(_ problem: ScenarioFinding.Problem, at key: String) {
        findings.append(
            ScenarioFinding(
                file: scenario.source.file, line: scenario.source.line(of: key), key: key, problem: problem))
    }

    mutating func shares(_ shares: [Double], at key: String) {
        let sum = shares.reduce(0, +)
        if abs(sum - 1) > 0.001 { add(.sharesSum(sum), at: key) }
    }

    mutating func sum(_ multipliers: [Double], is expected: Double, at key: String) {
        let sum = multipliers.reduce(0, +)
        if abs(sum - expected) > 0.1 { add(.multipliersSum(sum, expected: expected), at: key) }
    }

    mutating func inside(_ time: Span, at key: String) {
        if time > scenario.horizon { add(.afterTheEnd(of: scenario.horizon), at: key) }
    }
}

// MARK: - Names

extension ScenarioNotes {
    /// A post that plays.
    mutating func post(_ id: CheckpointID, at key: String) {
        if !places.posts.contains(where: { $0.id == id }) {
            add(.unknown(.post, id.rawValue), at: key)
        } else if !playing.contains(where: { $0.id == id }) {
            add(.notPlaying(id), at: key)
        }
    }

    mutating func region(_ region: RegionCode, at key: String) {
        if !places.regions.contains(region) { add(.unknown(.region, region.rawValue), at: key) }
    }

    /// A region that takes people in.
    mutating func received(_ region: RegionCode, at key: String) {
        if !places.regions.contains(region) {
            add(.unknown(.region, region.rawValue), at: key)
        } else if !receiving.contains(region) {
            add(.noReception(region), at: key)
        }
    }

    /// A shelter of a region that takes people in.
    mutating func shelter(_ shelter: ShelterID, at key: String) {
        guard let region = places.shelters[shelter] else {
            return add(.unknown(.shelter, shelter.rawValue), at: key)
        }
        if !receiving.contains(region) { add(.noReception(region), at: key) }
    }

    /// Somebody takes people in behind each of these posts.
    mutating func reception(behind posts: [ScenarioPlaces.Post], at key: String) {
        var missing: [RegionCode] = []
        for post in posts where !receiving.contains(post.region) && !missing.contains(post.region) {
            missing.append(post.region)
        }
        for region in missing { add(.nobodyReceives(region), at: key) }
    }

    /// A choice of posts whose names lead somewhere and that chooses at least one.
    mutating func selection(
        _ selection: PostSelection, at key: String, among posts: [ScenarioPlaces.Post]
    ) {
        let before = findings.count
        switch selection.base {
        case .all: break
        case .posts(let ids):
            for (index, id) in ids.enumerated() { named(id, at: element(of: key, index), among: posts) }
        case .sections(let sections):
            for (index, section) in sections.enumerated() where !places.sections.contains(section) {
                add(.unknown(.section, section.rawValue), at: "\(key).sections[\(index)]")
            }
        }
        for id in selection.except { named(id, at: key, among: places.posts) }
        if findings.count == before, ScenarioPlaces.chosen(selection, among: posts).isEmpty {
            add(.noPosts, at: key)
        }
    }

    /// A post of a list is at its own line; where the list is written another way, at that of the whole.
    private func element(of key: String, _ index: Int) -> String {
        isWritten("\(key)[\(index)]") ? "\(key)[\(index)]" : key
    }

    private mutating func named(_ id: CheckpointID, at key: String, among posts: [ScenarioPlaces.Post]) {
        if posts.contains(where: { $0.id == id }) { return }
        post(id, at: key)
    }
}
