import Situation

/// Groups, posts, flows, disruptions.
extension WorldInspection {
    /// How many persons can be expected in a run: more would not fit in memory or in anybody's patience.
    static let mostPersons = 50_000_000.0

    func inspectGroups() throws(WorldFault) {}
    func inspectPosts() throws(WorldFault) {}
    func inspectFlows() throws(WorldFault) {}
}
