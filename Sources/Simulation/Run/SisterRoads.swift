import Situation

/// Which posts are sisters of which, and what drivers at one know of the waits at the others.
struct SisterRoads: Hashable, Sendable {
    /// For each post, the indices of its sisters in the world's order of posts.
    let sisters: [[Int]]

    init(_ world: World) {
        let indices = Dictionary(
            world.posts.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        sisters = world.posts.map { post in post.sisters.compactMap { indices[$0.post] } }
    }

    /// Tells every post with sisters what their waits are now.
    func publish(to posts: inout [PostRun]) {
        // To be written against the posts' table of waits.
    }
}
