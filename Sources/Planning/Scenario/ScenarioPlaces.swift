import Situation

/// What a scenario's names can mean: the posts, sections, regions, shelters and playbooks there are.
public struct ScenarioPlaces: Sendable {
    /// In the order in which they report.
    public let posts: [Post]
    public let sections: Set<SectionID>
    public let regions: Set<RegionCode>
    /// Shelters with beds, and where.
    public let shelters: [ShelterID: RegionCode]
    /// `nil` where nobody knows which playbooks there are, and then none is missed.
    public let playbooks: Set<PlaybookID>?

    /// A border post and where it lies.
    public struct Post: Hashable, Sendable {
        public let id: CheckpointID
        public let section: SectionID
        public let region: RegionCode

        public init(id: CheckpointID, section: SectionID, region: RegionCode) {
            self.id = id
            self.section = section
            self.region = region
        }
    }

    public init(
        posts: [Post], sections: Set<SectionID>, regions: Set<RegionCode>,
        shelters: [ShelterID: RegionCode], playbooks: Set<PlaybookID>? = nil
    ) {
        self.posts = posts
        self.sections = sections
        self.regions = regions
        self.shelters = shelters
        self.playbooks = playbooks
    }

    /// The posts that play in a scenario, in their order.
    public func posts(of scenario: Scenario) -> [Post] { Self.chosen(scenario.posts, among: posts) }

    /// The posts of a choice, in their order.
    public static func chosen(_ selection: PostSelection, among posts: [Post]) -> [Post] {
        let except = Set(selection.except)
        let base: [Post]
        switch selection.base {
        case .all: base = posts
        case .posts(let ids):
            let named = Set(ids)
            base = posts.filter { named.contains($0.id) }
        case .sections(let sections):
            let named = Set(sections)
            base = posts.filter { named.contains($0.section) }
        }
        return base.filter { !except.contains($0.id) }
    }
}
