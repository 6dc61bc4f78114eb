import Planning
import Reference
import Situation

extension ScenarioPlaces {
    /// What there is by the reference data.
    ///
    /// - Parameter playbooks: `nil` where nobody has read them.
    public init(_ reference: Reference, playbooks: [PlaybookID]? = nil) {
        self.init(
            posts: reference.checkpoints.map(Post.init), sections: Set(reference.sections.map(\.id)),
            regions: Set(reference.regions.map(\.id)),
            shelters: Dictionary(
                reference.shelters.filter { $0.capacity != nil }.map { ($0.id, $0.region) }
            ) { first, _ in first },
            playbooks: playbooks.map(Set.init))
    }
}

extension ScenarioPlaces.Post {
    init(_ checkpoint: Checkpoint) {
        self.init(id: checkpoint.id, section: checkpoint.section, region: checkpoint.region)
    }
}
