import Situation

/// Groups, posts, flows, disruptions.
extension WorldInspection {
    func inspectGroups() throws(WorldFault) {}
    func inspectPosts() throws(WorldFault) {}
    func inspectFlows() throws(WorldFault) {}
}
