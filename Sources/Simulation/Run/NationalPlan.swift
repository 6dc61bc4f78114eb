import Situation

/// What all runs of one world have in common, whatever their seed: worked out once, shared by many runs.
public struct NationalPlan: Sendable {
    /// The world it was worked out from.
    public let world: World
    let posts: [PostPlan]
    /// The roads parties take by their own choice.
    let roads: Roads
    /// The roads they can be sent along.
    let everyRoad: Roads
    /// When lanes change for a reason of the world's, by time.
    let changes: [Instant]

    /// Works it out.
    public init(_ world: World) {
        self.world = world
        let tables = SharedTables(world)
        posts = world.posts.indices.map { PostPlan(world, post: $0, tables: tables) }
        everyRoad = Roads(posts: Self.haveRoads(world))
        let isFree = world.diversion.informedShare > 0
        roads = isFree ? everyRoad : Roads(posts: Array(repeating: false, count: world.posts.count))
        let offsets = world.disruptions.flatMap { [$0.from, $0.to] } + world.timetable.map(\.at)
        changes = offsets.map { (world.start + $0).startOfMinute }.sorted()
    }

    /// Which posts lie at the end of a road to another.
    struct Roads: Sendable {
        /// For each post of the world.
        let posts: [Bool]
        let isUsed: Bool

        init(posts: [Bool]) {
            self.posts = posts
            isUsed = posts.contains(true)
        }
    }

    private static func haveRoads(_ world: World) -> [Bool] {
        let goals = Set(world.posts.flatMap { $0.sisters.map(\.post) })
        return world.posts.map { !$0.sisters.isEmpty || goals.contains($0.id) }
    }
}
