import Situation

/// What all runs of one world have in common, whatever their seed: worked out once, shared by many runs.
public struct NationalPlan: Sendable {
    /// The world it was worked out from.
    public let world: World
    let posts: [PostPlan]
    /// When lanes change for a reason of the world's, by time.
    let changes: [Instant]

    /// Works it out.
    public init(_ world: World) {
        self.world = world
        posts = world.posts.indices.map { PostPlan(world, post: $0) }
        let offsets = world.disruptions.flatMap { [$0.from, $0.to] } + world.timetable.map(\.at)
        changes = offsets.map { (world.start + $0).startOfMinute }.sorted()
    }
}
